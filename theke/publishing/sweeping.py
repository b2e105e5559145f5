"""Finds what no due time brings back: leases that a changed clock has put far into the future, and what is overdue."""

import logging
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from theke.channels.models import Channel
from theke.publishing import timing
from theke.publishing.health import overdue
from theke.publishing.models import ON_THE_WAY, Delivery, State

log = logging.getLogger(__name__)
SLACK = timedelta(seconds=5)
JUMP = 30.0
"""Seconds by which the wall clock must fall behind before we call it set back."""

Odd = tuple[str, int, str, datetime]
"""Delivery or channel, its key, its fence or holder, and the lease."""


@dataclass
class Sweeper:
    """Remembers, on the monotonic clock, since when something odd has stood there unchanged.

    A lease in the far future is freed only after it has been seen unchanged for longer than a lease lasts: until then its holder
    may be alive, and one that wakes later finds its own lease over by the same clock.
    """

    seen: dict[Odd, float] = field(default_factory=dict)
    last_wall: float = 0.0
    last_moment: float = 0.0

    def sweep(self, moment: float, wall: float) -> None:
        """One round. `moment` is monotonic seconds, `wall` seconds since the epoch."""
        self._heed_clock(moment, wall)
        mend_moments()
        odd = self._far_deliveries() | self._busy_channels()
        self.seen = {key: self.seen.get(key, moment) for key in odd}
        ripe = [key for key, since in self.seen.items() if moment - since > timing.lease().total_seconds()]
        for key in ripe:
            _free(key)
            del self.seen[key]
        late = overdue(timezone.now()).count()
        if late:
            log.warning("%s deliveries are overdue", late)

    def _heed_clock(self, moment: float, wall: float) -> None:
        back = (moment - self.last_moment) - (wall - self.last_wall) if self.last_moment else 0.0
        self.last_moment, self.last_wall = moment, wall
        if back > JUMP:
            log.warning("the clock was set back by %.0f s; waiting times are brought forward", back)
            bring_forward(timedelta(seconds=back))

    @staticmethod
    def _far_deliveries() -> set[Odd]:
        far = Delivery.objects.filter(state__in=ON_THE_WAY, lease_until__gt=Now() + timing.lease() + SLACK)
        return {
            ("delivery", pk, str(fence), until) for pk, fence, until in far.values_list("pk", "fence", "lease_until") if until
        }

    @staticmethod
    def _busy_channels() -> set[Odd]:
        far = Channel.objects.filter(busy_until__gt=Now() + timing.lease() + SLACK)
        return {
            ("channel", pk, holder, until) for pk, holder, until in far.values_list("pk", "busy_with", "busy_until") if until
        }


def _free(key: Odd) -> None:
    kind, pk, mark, until = key
    log.warning("%s %s: a lease until %s is freed", kind, pk, until)
    if kind == "delivery":
        rows = Delivery.objects.filter(pk=pk, fence=mark, lease_until=until)
        rows.update(lease_until=None, fence=F("fence") + 1)
    else:
        Channel.objects.filter(pk=pk, busy_with=mark, busy_until=until).update(busy_until=None, busy_with="")


def bring_forward(by: timedelta) -> None:
    """After the clock was set back: what waits for a retry does not wait longer by as much."""
    Delivery.objects.filter(state__in=ON_THE_WAY, retry_at__gt=Now()).update(retry_at=F("retry_at") - by)
    Channel.objects.filter(Q(not_before__gt=Now())).update(not_before=F("not_before") - by)


def mend_moments() -> None:
    """What only a clock set back puts into the future is brought back: when a budget was counted, when what has begun was due.

    What was handed over "later than now" to go at once goes at once; what was planned stays planned for what the clock will show.
    """
    ahead = Delivery.objects.filter(due_at__gt=Now())
    at_once = ahead.filter(state=State.DUE, created_at__gt=Now() + SLACK, post__planned_wall="")
    for begun in (ahead.filter(state=State.SENDING), at_once):
        if begun.exists():
            begun.update(due_at=Now())
    Channel.objects.filter(budget_at__gt=Now() + SLACK).update(budget_at=Now())


_sweeper = Sweeper()


def sweep() -> None:
    """One round of this process. Harmless at any time and in any number of processes."""
    _sweeper.sweep(time.monotonic(), time.time())


def due(most: int) -> list[int]:
    """The sweep, when it is time for one."""
    return [1][:most] if time.monotonic() - _sweeper.last_moment >= timing.SWEEP_EVERY.total_seconds() else []


def next_at() -> datetime | None:
    """When the next sweep is due."""
    waits = _sweeper.last_moment + timing.SWEEP_EVERY.total_seconds() - time.monotonic()
    return timezone.now() + timedelta(seconds=max(0.0, waits) if _sweeper.last_moment else 0.0)


def run(_key: int) -> None:
    """Sweep once."""
    sweep()
