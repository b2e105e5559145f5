"""The engine of one machine: a scheduler thread and lanes of worker threads, asleep until something is due.

Nothing here is durable and nothing here is the truth: killed at any moment, it finds everything again in the rows that the
sources ask for. Two engines on one database are harmless, because every run claims its row.
"""

import logging
import threading
import time
from collections.abc import Iterable

from django.db import connection
from django.utils import timezone

from theke.jobs import sources
from theke.jobs.heartbeat import Heart
from theke.jobs.lanes import Lane
from theke.jobs.pulse import Pulse
from theke.jobs.sources import Source

log = logging.getLogger(__name__)

ASK_ALL_EVERY = 30.0
PAUSE_AFTER_TROUBLE = 1.0


class Engine:
    """Runs the sources of this process. `start` returns at once; `stop` waits for the work in hand."""

    def __init__(self, given: Iterable[Source] | None = None) -> None:
        chosen = list(sources.SOURCES.values() if given is None else given)
        self.lanes = [Lane(source, sources.alarm.set) for source in chosen]
        self.stopping = threading.Event()
        self.heart = Heart()
        self.ask_all_at = 0.0
        self.look_at = 0.0
        self.thread = threading.Thread(target=self._live, name="theke-scheduler", daemon=True)

    def start(self) -> None:
        """Begin."""
        self.thread.start()

    def stop(self) -> None:
        """Start nothing more, let running work come to its end, say goodbye."""
        self.stopping.set()
        sources.alarm.set()
        self.thread.join()
        for lane in self.lanes:
            lane.stop()

    def _live(self) -> None:
        self.pulse = Pulse()
        while not self.stopping.is_set():
            try:
                self._round()
                pause = self._pause()
            except Exception:
                log.warning("the scheduler stumbled; it goes on", exc_info=True)
                connection.close()
                pause = PAUSE_AFTER_TROUBLE
            sources.alarm.wait(pause)
        self._say_goodbye()

    def _round(self) -> None:
        everything = self._anything_new()
        now, moment = timezone.now(), time.monotonic()
        for lane in self.lanes:
            if everything or lane.ask_at <= moment:
                lane.ask(now)
        self.heart.beat()

    def _anything_new(self) -> bool:
        rung, moment = sources.alarm.is_set(), time.monotonic()
        sources.alarm.clear()
        written = False
        if moment >= self.look_at:
            self.look_at = moment + self.pulse.every
            written = self.pulse.changed()
        if not (rung or written or moment >= self.ask_all_at):
            return False
        self.ask_all_at = moment + ASK_ALL_EVERY
        return True

    def _pause(self) -> float:
        soonest = min([self.look_at, *(lane.ask_at for lane in self.lanes)])
        return max(0.0, soonest - time.monotonic())

    def _say_goodbye(self) -> None:
        try:
            self.heart.stop()
        except Exception:
            log.info("the heartbeat could not be removed", exc_info=True)
        connection.close()
