"""Says that a worker lives, and asks whether one does."""

import os
import secrets
import socket
import time
from datetime import datetime, timedelta

from django.utils import timezone

from theke.jobs.models import Worker

BEAT_EVERY = 10.0
SILENT_AFTER = timedelta(seconds=60)
FORGOTTEN_AFTER = timedelta(minutes=10)


class Heart:
    """The heartbeat of one worker: one small write every `BEAT_EVERY` seconds."""

    def __init__(self, name: str = "") -> None:
        self.name = name or f"{socket.gethostname()[:80]}:{os.getpid()}:{secrets.token_hex(3)}"
        self.next = 0.0

    def beat(self) -> None:
        """Write that we live, unless that was written a moment ago; forget workers long silent."""
        if time.monotonic() < self.next:
            return
        now = timezone.now()
        Worker.objects.update_or_create(name=self.name, defaults={"beat_at": now})
        Worker.objects.filter(beat_at__lt=now - FORGOTTEN_AFTER).delete()
        self.next = time.monotonic() + BEAT_EVERY

    def stop(self) -> None:
        """Leave in order: nobody waits for this worker any more."""
        Worker.objects.filter(name=self.name).delete()


def last_beat() -> datetime | None:
    """When a worker was last heard of; None if there never was one, or all have stopped in order."""
    newest = Worker.objects.order_by("-beat_at").first()
    return newest.beat_at if newest else None


def alive(now: datetime) -> bool:
    """Whether some worker has been heard of within the last minute."""
    return is_fresh(last_beat(), now)


def is_fresh(heard: datetime | None, now: datetime) -> bool:
    """Whether that is recent enough for a worker that lives."""
    return heard is not None and now - heard < SILENT_AFTER
