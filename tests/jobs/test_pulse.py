"""What tells the scheduler of a write elsewhere."""

import threading

import pytest
from django.db import connection

from theke.jobs.models import Worker
from theke.jobs.pulse import Pulse

pytestmark = pytest.mark.django_db(transaction=True)


def elsewhere(name: str) -> None:
    def write() -> None:
        Worker.objects.create(name=name)
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_only_a_write_of_another_connection_counts() -> None:
    pulse = Pulse()
    pulse.changed()
    assert not pulse.changed()
    Worker.objects.create(name="our own")
    assert not pulse.changed()
    elsewhere("theirs")
    assert pulse.changed()
    assert not pulse.changed()
