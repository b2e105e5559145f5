"""Whether what should have gone out has gone out."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet, Subquery, Value

from theke.jobs import heartbeat
from theke.jobs.models import Worker
from theke.publishing import timing
from theke.publishing.models import ON_THE_WAY, Delivery, State


@dataclass(frozen=True)
class Health:
    """How the way out is. `last_beat` is when a worker was last heard of, None for never."""

    alive: bool
    last_beat: datetime | None
    overdue: int


def overdue(now: datetime) -> "QuerySet[Delivery]":
    """What is on its way two minutes after it was due, apart from parts that wait for an unsettled part before them."""
    waits = Q(follows__isnull=False) & ~Q(follows__state=State.SENT)
    return Delivery.objects.filter(state__in=ON_THE_WAY, due_at__lt=now - timing.OVERDUE_AFTER).exclude(waits)


def health(now: datetime) -> Health:
    """The heartbeat and the number of overdue deliveries."""
    number = overdue(now).order_by().annotate(every=Value(1)).values("every").annotate(number=Count("pk")).values("number")
    row = Worker.objects.order_by("-beat_at").values_list("beat_at", Subquery(number)).first()
    if row is None:
        return Health(False, None, overdue(now).count())
    heard, late = row
    return Health(heartbeat.is_fresh(heard, now), heard, late or 0)
