"""What there is to run. Each package registers its sources; an engine asks them what is due. Nothing here is durable."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction


@dataclass(frozen=True)
class Source:
    """A kind of work whose truth is rows in the database.

    `due(most)` gives the keys that may be run now, most urgent first; `next_at()` the moment (aware) at which the next one
    becomes due, None if none is known; `run(key)` does one, may be called for any key at any time by any number of workers,
    and raises nothing that is expected; False says that nothing could be done, and the key rests for a second. `lanes` is how
    many of this kind run at once.
    """

    name: str
    due: Callable[[int], list[int]]
    next_at: Callable[[], datetime | None]
    run: Callable[[int], object]
    lanes: int = 1


SOURCES: dict[str, Source] = {}
alarm = threading.Event()


def register(source: Source) -> None:
    """Add a source, once per name, from `AppConfig.ready`."""
    SOURCES[source.name] = source


def wake() -> None:
    """Tell the worker of this process, once the surrounding transaction is committed, that something may be due."""
    transaction.on_commit(alarm.set)
