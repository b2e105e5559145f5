"""Clears away sessions that have run out, with what they kept."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

from theke.jobs.sources import Source

AFTER = timedelta(days=1)
"""How long after its end a session is cleared: at most once a day there is something to do for each."""
AT_ONCE = 1000


def due(most: int) -> list[int]:
    """One piece of work while there is something to clear."""
    return [1] if Session.objects.filter(expire_date__lt=timezone.now() - AFTER).exists() else []


def next_at() -> datetime | None:
    """When the next session may be cleared."""
    first = Session.objects.order_by("expire_date").values_list("expire_date", flat=True).first()
    return first + AFTER if first else None


def run(key: int) -> int:
    """Clear a helping of them; how many it was. Small, so that the database is not held for long."""
    gone = Session.objects.filter(expire_date__lt=timezone.now() - AFTER).values_list("pk", flat=True)[:AT_ONCE]
    return Session.objects.filter(pk__in=list(gone)).delete()[0]


SOURCE = Source("sessions", due=due, next_at=next_at, run=run)
