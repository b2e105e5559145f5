"""Short transactions, one after the other."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

_one_at_a_time = threading.Lock()


@contextmanager
def turn() -> Iterator[None]:
    """A transaction. On SQLite the threads of this process take turns for it.

    SQLite lets one connection write and has the others sleep and try again, ever longer: with eight lanes most of the time would
    be slept away. A lock wakes the next one at once.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        with transaction.atomic():
            yield
        return
    with _one_at_a_time, transaction.atomic():
        yield
