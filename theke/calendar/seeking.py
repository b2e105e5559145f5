"""Looks for the next free place for a post: a slot that fits, else a quiet hour of a working day."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from theke.calendar.models import Slot
from theke.calendar.shading import Shades, shades_of
from theke.calendar.slotting import free_days
from theke.calendar.spanning import days_from, moment_at
from theke.posts.models import Post, Version
from theke.publishing.models import ON_THE_WAY, Delivery, Kind

AHEAD = timedelta(days=42)
APART = timedelta(hours=2)
HOURS = (time(10), time(18))
"""Where no opening hours are known."""
SATURDAY = 5


@dataclass(frozen=True)
class Free:
    """A moment (UTC) that is free, and the slot it belongs to, if it does."""

    at: datetime
    slot: Slot | None = None


def next_free(post: Post, now: datetime) -> Free | None:
    """The next free slot that fits the post's channels and branch, else the next quiet hour; None where all is full."""
    library = post.library
    today = library.local(now).date()
    last = today + AHEAD
    branches = _branches(post)
    shades = shades_of(library, today, last, branches)
    fitting = _slots(post, branches, now, last, shades)
    return min(fitting, key=lambda one: one.at, default=None) or next(_quiet(post, now, last, shades), None)


def _branches(post: Post) -> set[int]:
    """The branches for which it speaks: those of its channels, else the one where its sender works."""
    channels = post.versions.values_list("channel__branch", flat=True)
    own = {branch for branch in channels if branch}
    return own or ({post.sender.home_branch_id} if post.sender.home_branch_id else set())


def _slots(post: Post, branches: Collection[int], now: datetime, last: date, shades: Shades) -> Iterator[Free]:
    library, channels = post.library, set(post.versions.values_list("channel", flat=True))
    topics = set(post.topics.values_list("pk", flat=True))
    today = library.local(now).date()
    wanted = Slot.objects.filter(Q(ends=None) | Q(ends__gte=today), library=library, starts__lte=last)
    fitting = wanted.filter(Q(branch=None) | Q(branch__in=branches)).prefetch_related("channels")
    for slot in fitting:
        its = {channel.pk for channel in slot.channels.all()}
        if (channels and its and not channels & its) or (topics and slot.topic_id and slot.topic_id not in topics):
            continue
        moments = (moment_at(day, slot.at, library.zone) for day in free_days(slot, today, last, shades))
        at = next((moment for moment in moments if moment > now), None)
        if at is not None:
            yield Free(at, slot)


def _quiet(post: Post, now: datetime, last: date, shades: Shades) -> Iterator[Free]:
    """Full hours of working days at which none of its channels has another post nearby."""
    library = post.library
    busy = _busy(post, now, moment_at(last, time.max, library.zone))
    for day in days_from(library.local(now).date(), last):
        if day.weekday() >= SATURDAY or shades.of(day):
            continue
        for clock in _full_hours(shades, day):
            at = moment_at(day, clock, library.zone)
            if at > now and all(abs(at - other) >= APART for other in busy):
                yield Free(at)


def _full_hours(shades: Shades, day: date) -> list[time]:
    stretches = [HOURS] if shades.hours is None else shades.hours.get(day.weekday(), [])
    return [time(hour) for hour in range(24) if any(opens <= time(hour) < closes for opens, closes in stretches)]


def _busy(post: Post, start: datetime, end: datetime) -> list[datetime]:
    """When its channels are in use: by what is planned, and by what colleagues have in mind."""
    channels = list(post.versions.values_list("channel", flat=True))
    planned = Delivery.objects.filter(
        channel__in=channels, kind=Kind.POST, state__in=ON_THE_WAY, due_at__gte=start - APART, due_at__lt=end
    )
    meant = Version.objects.filter(
        channel__in=channels, post__released_at=None, post__binned_at=None, post__wished_at__gte=start, post__wished_at__lt=end
    )
    moments = planned.exclude(post=post).values_list("due_at", flat=True)
    wishes = meant.exclude(post=post).values_list("post__wished_at", flat=True)
    return [*moments, *(wish for wish in wishes if wish is not None)]
