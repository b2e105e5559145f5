"""What the engine asks of the ledger: which channels have something due, when the next is due, and to get on with one."""

import time
from datetime import datetime

from django.db.models import DateTimeField, Min
from django.db.models.functions import Coalesce, Greatest, Now

from theke.publishing.claiming import readable, ready
from theke.publishing.models import ON_THE_WAY, Delivery, State
from theke.publishing.sending import deliver

HELPING = 10
SLICE = 5.0
"""Seconds after which a channel with a long queue lets others have a turn."""


def due(most: int) -> list[int]:
    """Channels that have something ready, the longest waiting first."""
    waiting = ready().values("channel").annotate(first=Min("due_at")).order_by("first", "channel")
    return list(waiting.values_list("channel", flat=True)[:most])


def next_at() -> datetime | None:
    """The next moment at which something may become ready."""
    planned = (
        Delivery.objects.filter(state=State.DUE, held_at=None, due_at__gt=Now())
        .order_by("due_at")
        .values_list("due_at", flat=True)
    )
    moments = [moment for moment in (planned.first(), _held_until()) if moment is not None]
    return min(moments, default=None)


def _held_until() -> datetime | None:
    """When the first of those that are due, but must wait, may go on."""
    holds = ("retry_at", "lease_until", "channel__busy_until", "channel__not_before")
    until = Greatest(*[Coalesce(name, "due_at") for name in holds], output_field=DateTimeField())
    held = (
        Delivery.objects.filter(state__in=ON_THE_WAY, held_at=None, due_at__lte=Now())
        .annotate(until=until)
        .filter(until__gt=Now())
    )
    moment: datetime | None = held.aggregate(first=Min("until"))["first"]
    return moment


def run(channel_pk: int) -> bool:
    """Deliver what is ready on a channel, one after the other in due order; False when there was nothing to do."""
    ends, done = time.monotonic() + SLICE, False
    while time.monotonic() < ends and (heads := _heads(channel_pk)):
        for head in heads:
            if deliver(head.pk, head) is None:
                return done
            done = True
    return done


def _heads(channel_pk: int) -> list[Delivery]:
    return list(readable(ready()).filter(channel=channel_pk).oldest_first()[:HELPING])
