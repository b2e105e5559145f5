"""The engine on real threads and a real database file."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from theke.jobs import sources
from theke.jobs.embedded import Engine
from theke.jobs.models import Worker
from theke.jobs.sources import Source

pytestmark = pytest.mark.django_db(transaction=True)


class Work:
    """Keys with the moment at which each is due; a run takes it off the list."""

    def __init__(self, *keys: int, seconds: float = 0.0) -> None:
        self.moments = {key: timezone.now() for key in keys}
        self.seconds = seconds
        self.ran: list[tuple[int, datetime]] = []
        self.together = self.most_together = 0
        self.lock = threading.Lock()

    def due(self, most: int) -> list[int]:
        with self.lock:
            return [key for key, at in self.moments.items() if at <= timezone.now()][:most]

    def next_at(self) -> datetime | None:
        with self.lock:
            return min((at for at in self.moments.values() if at > timezone.now()), default=None)

    def run(self, key: int) -> None:
        with self.lock:
            self.together += 1
            self.most_together = max(self.most_together, self.together)
        time.sleep(self.seconds)
        with self.lock:
            self.together -= 1
            self.moments.pop(key, None)
            self.ran.append((key, timezone.now()))

    def source(self, name: str = "work", lanes: int = 2) -> Source:
        return Source(name, self.due, self.next_at, self.run, lanes)


@contextmanager
def running(*given: Source) -> Iterator[Engine]:
    engine = Engine(given)
    engine.start()
    try:
        yield engine
    finally:
        engine.stop()


def until(true: Callable[[], object], seconds: float = 5.0) -> bool:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if true():
            return True
        time.sleep(0.01)
    return False


def test_what_is_due_runs_once_and_never_more_than_its_lanes_together() -> None:
    work = Work(*range(7), seconds=0.05)
    with running(work.source(lanes=2)):
        assert until(lambda: len(work.ran) == 7)
        time.sleep(0.2)
    assert sorted(key for key, _at in work.ran) == list(range(7))
    assert work.most_together == 2


@pytest.mark.alone
def test_it_sleeps_until_the_next_due_moment_and_is_then_on_time() -> None:
    work = Work()
    moment = timezone.now() + timedelta(seconds=0.6)
    work.moments = {1: moment}
    with running(work.source()):
        assert until(lambda: work.ran)
    assert timedelta(0) <= work.ran[0][1] - moment < timedelta(seconds=0.15)


@pytest.mark.alone
def test_the_alarm_wakes_it_for_work_that_came_after_it_fell_asleep() -> None:
    work = Work()
    with running(work.source()):
        time.sleep(0.3)
        work.moments[5] = timezone.now()
        rung = time.monotonic()
        sources.alarm.set()
        assert until(lambda: work.ran)
        assert time.monotonic() - rung < 0.2


def test_a_write_of_another_connection_wakes_it_without_an_alarm() -> None:
    work = Work()
    with running(work.source()):
        time.sleep(0.4)
        work.moments[5] = timezone.now()
        Worker.objects.create(name="somebody else wrote")
        assert until(lambda: work.ran, 1.5)


def test_hung_work_of_one_kind_does_not_hold_up_another() -> None:
    slow, quick = Work(1, seconds=1.0), Work(1)
    with running(slow.source("slow", lanes=1), quick.source("quick", lanes=1)):
        assert until(lambda: quick.ran, 0.5)
        assert not slow.ran


def test_a_source_that_cannot_be_asked_is_asked_again_later_and_others_go_on() -> None:
    asked: list[float] = []

    def locked(most: int) -> list[int]:
        asked.append(time.monotonic())
        if len(asked) < 2:
            raise OperationalError("database is locked")
        return []

    work = Work(1)
    with running(Source("sick", locked, lambda: None, lambda key: None), work.source()):
        assert until(lambda: work.ran)
        assert until(lambda: len(asked) >= 2, 3)


def test_a_job_that_fails_rests_before_it_is_tried_again() -> None:
    tried: list[float] = []

    def fail(key: int) -> None:
        tried.append(time.monotonic())
        raise ValueError(key)

    with running(Source("broken", lambda most: [1], lambda: None, fail)):
        assert until(lambda: len(tried) >= 2, 4)
    assert tried[1] - tried[0] > 0.4


def test_a_job_that_could_do_nothing_does_not_spin() -> None:
    tried: list[int] = []

    def nothing(key: int) -> bool:
        tried.append(key)
        return False

    with running(Source("blocked", lambda most: [1], lambda: None, nothing)):
        time.sleep(0.6)
    assert len(tried) == 1


def test_stopping_waits_for_the_work_in_hand_and_takes_the_heartbeat_away() -> None:
    work = Work(1, seconds=0.4)
    with running(work.source()) as engine:
        assert until(lambda: work.together)
        assert until(lambda: Worker.objects.filter(name=engine.heart.name).exists())
    assert len(work.ran) == 1
    assert not Worker.objects.filter(name=engine.heart.name).exists()
