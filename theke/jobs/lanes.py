"""One source with its own threads, so that hung work of one kind never delays another."""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from django.db import close_old_connections, connection

from theke.jobs.sources import Source

log = logging.getLogger(__name__)

SHORT_REST = 0.02
REST_AFTER_NOTHING = 1.0
LONGEST_REST = 60.0
SOONEST = 0.005
STUCK = 0.25


def growing(failures: int) -> float:
    """Seconds to wait after so many failures in a row."""
    return float(min(LONGEST_REST, 0.5 * 2 ** min(failures, 10)))


class Lane:
    """Runs the keys of a source: never one key twice at once, never more than `source.lanes` together.

    `stir` is called when a run has ended, from the thread that ran it. A key rests a moment after each run, a second when the
    run gave False (nothing could be done), and ever longer while it fails.
    """

    def __init__(self, source: Source, stir: Callable[[], None]) -> None:
        self.source = source
        self.stir = stir
        self.pool = ThreadPoolExecutor(source.lanes, thread_name_prefix=f"theke-{source.name}")
        self.lock = threading.Lock()
        self.running: set[int] = set()
        self.resting: dict[int, float] = {}
        self.failures: Counter[int] = Counter()
        self.troubles = 0
        self.ask_at = 0.0
        self.next_at: datetime | None = None

    def ask(self, now: datetime) -> None:
        """Start what is due and set `ask_at`, the monotonic moment of the next question. Survives whatever the source raises."""
        try:
            self._ask(now)
            self.troubles = 0
        except Exception:
            log.warning("cannot ask %s what is due", self.source.name, exc_info=True)
            connection.close()
            self.troubles += 1
            self.ask_at = time.monotonic() + growing(self.troubles)

    def _ask(self, now: datetime) -> None:
        # First the next moment, then what is due: what becomes due in between is seen by one of the two.
        moment = self.source.next_at()
        self._fill()
        self.ask_at = self._when(moment, now)
        self.next_at = moment

    def _when(self, moment: datetime | None, now: datetime) -> float:
        start = time.monotonic()
        soonest = STUCK if moment is not None and moment == self.next_at and moment <= now else SOONEST
        waits = [ends - start for ends in self._rests()]
        if moment is not None:
            waits.append((moment - now).total_seconds())
        return start + max(soonest, min(waits)) if waits else float("inf")

    def _rests(self) -> list[float]:
        with self.lock:
            self.resting = {key: ends for key, ends in self.resting.items() if ends > time.monotonic()}
            return list(self.resting.values())

    def _fill(self) -> None:
        with self.lock:
            unavailable = self.running | {key for key, ends in self.resting.items() if ends > time.monotonic()}
            free = self.source.lanes - len(self.running)
        if free <= 0:
            return
        due = [key for key in self.source.due(free + len(unavailable)) if key not in unavailable]
        for key in dict.fromkeys(due[:free]):
            with self.lock:
                self.running.add(key)
            self.pool.submit(self._run, key)

    def _run(self, key: int) -> None:
        rest = LONGEST_REST
        try:
            rest = REST_AFTER_NOTHING if self.source.run(key) is False else SHORT_REST
            self.failures.pop(key, None)
        except Exception:
            self.failures[key] += 1
            rest = growing(self.failures[key])
            log.warning("%s %s failed; again in %.1f s", self.source.name, key, rest, exc_info=True)
        finally:
            self._finish(key, rest)

    def _finish(self, key: int, rest: float) -> None:
        try:
            close_old_connections()
        finally:
            with self.lock:
                self.running.discard(key)
                self.resting[key] = time.monotonic() + rest
            self.stir()

    def stop(self) -> None:
        """Wait for what is running; start nothing more."""
        self.pool.shutdown(wait=True, cancel_futures=True)
