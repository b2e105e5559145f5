"""Whether what should have gone out has gone out."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

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
    late = Delivery.objects.filter(state__in=ON_THE_WAY, held_at=None, due_at__lt=now - timing.OVERDUE_AFTER)
    return late.exclude(waits)


def health(now: datetime) -> Health:
    """The heartbeat and the number of overdue deliveries, in one query, whether a worker was ever heard of or not."""
    number = overdue(now).order_by().annotate(every=Value(1)).values("every").annotate(number=Count("pk")).values("number")
    none = Count("pk") * 0  # an aggregate, so that Django gives one row where there is no worker at all
    row = Worker.objects.aggregate(heard=Max("beat_at"), late=Coalesce(Subquery(number), none))
    return Health(heartbeat.is_fresh(row["heard"], now), row["heard"], row["late"])
