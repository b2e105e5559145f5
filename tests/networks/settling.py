"""Lets time pass for the ledger until a delivery stands still."""

from datetime import timedelta

from django.db.models import F

from theke.channels.models import Channel
from theke.publishing.models import Attempt, Delivery, State
from theke.publishing.sending import deliver

HOUR = timedelta(hours=1)


def settled(made: Delivery, rounds: int = 8) -> State:
    """Workers come by, an hour apart, until nothing is to be done any more; the state in which it then stands."""
    for _round in range(rounds):
        Delivery.objects.update(retry_at=None, lease_until=F("lease_until") - HOUR)
        Attempt.objects.update(at=F("at") - HOUR, ended_at=F("ended_at") - HOUR)
        Channel.objects.update(busy_until=None, not_before=None, budget_left=100)
        deliver(made.pk)
    made.refresh_from_db()
    return State(made.state)
