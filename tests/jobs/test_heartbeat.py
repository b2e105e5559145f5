"""Whether a worker lives."""

from datetime import timedelta

import pytest
from django.utils import timezone

from theke.jobs import heartbeat
from theke.jobs.models import Worker

pytestmark = pytest.mark.django_db


def test_without_a_worker_nobody_is_alive() -> None:
    assert heartbeat.last_beat() is None
    assert not heartbeat.alive(timezone.now())


def test_a_worker_is_alive_until_it_has_been_silent_for_a_minute() -> None:
    heartbeat.Heart("one").beat()
    now = timezone.now()
    assert heartbeat.alive(now + timedelta(seconds=55))
    assert not heartbeat.alive(now + timedelta(seconds=65))


def test_a_second_beat_at_once_writes_nothing() -> None:
    heart = heartbeat.Heart("one")
    heart.beat()
    Worker.objects.all().delete()
    heart.beat()
    assert not Worker.objects.exists()


def test_workers_long_silent_are_forgotten() -> None:
    Worker.objects.create(name="gone", beat_at=timezone.now() - timedelta(hours=1))
    Worker.objects.create(name="quiet", beat_at=timezone.now() - timedelta(minutes=2))
    heartbeat.Heart("new").beat()
    assert set(Worker.objects.values_list("name", flat=True)) == {"new", "quiet"}


def test_leaving_in_order_takes_the_row_away() -> None:
    heart = heartbeat.Heart("one")
    heart.beat()
    heart.stop()
    assert not Worker.objects.exists()
