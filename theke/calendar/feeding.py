"""The plan as a calendar file (RFC 5545), behind an address that nobody can guess."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import groupby
from secrets import token_urlsafe
from urllib.parse import urljoin

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from theke.calendar.gathering import HELD
from theke.calendar.models import FeedKey, Slot
from theke.calendar.narrowing import Filters
from theke.calendar.shading import shades_of
from theke.calendar.showing import WORDS
from theke.calendar.slotting import free_days
from theke.calendar.spanning import moment_at
from theke.people.models import Library, Person
from theke.posts.models import Post
from theke.publishing.models import Delivery, Kind, State

BACK, AHEAD, PLACES_AHEAD = timedelta(days=90), timedelta(days=366), timedelta(days=92)
LASTS = timedelta(minutes=15)
"""A post is a moment; calendar programs want to draw something."""
MOST = 2000
READ_EVERY = timedelta(hours=1)
PLANNED = (State.DUE, State.SENDING, State.SENT)


def digest_of(token: str) -> str:
    """What is kept of a token."""
    return sha256(token.encode()).hexdigest()


@transaction.atomic
def make_key(person: Person, filters: dict[str, list[str]], now: datetime) -> str:
    """A new token for this person, which is not kept; the old one stops working."""
    token = token_urlsafe(32)
    given = {"token": digest_of(token), "filters": filters, "at": now, "read_at": None}
    FeedKey.objects.update_or_create(person=person, defaults=given)
    return token


def switch_off(person: Person) -> None:
    """The address stops working."""
    FeedKey.objects.filter(person=person).delete()


def key_of(token: str, now: datetime) -> FeedKey | None:
    """The key with this token, while its person works here; the reading is noted, at most once an hour."""
    keys = FeedKey.objects.filter(person__in=Person.objects.active(), person__library__isnull=False)
    key = keys.select_related("person__library").filter(token=digest_of(token)).first()
    if key is not None:
        unread = Q(read_at=None) | Q(read_at__lt=now - READ_EVERY)
        FeedKey.objects.filter(unread, pk=key.pk).update(read_at=now)
    return key


@dataclass(frozen=True)
class _Event:
    uid: str
    sequence: int
    at: datetime
    stamp: datetime
    summary: str
    description: str
    url: str
    tentative: bool = False


def feed_of(key: FeedKey, now: datetime) -> bytes:
    """The calendar file for this key: what is planned and published, and free places. No text of any draft."""
    person = key.person
    library = person.library
    assert library is not None  # noqa: S101 -- `key_of` gives no others
    filters = Filters.read(key.filters, library)
    with override(person.language):
        events = [*_posts(library, filters, now), *_places(library, filters, now, key.at)]
        return _written(_("Plan of %(library)s") % {"library": library.name}, events)


def _posts(library: Library, filters: Filters, now: datetime) -> Iterable[_Event]:
    rows = (
        Delivery.objects.filter(
            filters.on_posts("post__", "channel"),
            kind=Kind.POST,
            state__in=PLANNED,
            due_at__gte=now - BACK,
            due_at__lt=now + AHEAD,
            post__library=library,
            post__form=Post.Form.POST,
            post__binned_at=None,
        )
        .select_related("post", "channel")
        .defer("payload", "staged", "post__set_aside", "channel__limits_read", "channel__profile")
        .order_by("post_id", "due_at", "pk")
    )
    for _key, found in groupby(rows[:MOST], key=lambda row: row.post_id):
        yield _event(library, list(found))


def _event(library: Library, deliveries: list[Delivery]) -> _Event:
    """One post: its first moment; the fence rises with every move, which makes a sequence that never falls."""
    first = deliveries[0]
    post, channels = first.post, list(dict.fromkeys(row.channel.name for row in deliveries))
    states = list(dict.fromkeys(str(WORDS[HELD if row.is_held else row.state]) for row in deliveries))
    summary = f"{post.headline} ({', '.join(channels)})"
    return _Event(
        uid=f"post-{post.uuid}@{library.slug}",
        sequence=max(row.fence for row in deliveries),
        at=first.due_at,
        stamp=max(row.sent_at or row.created_at for row in deliveries),
        summary=_("paused: %(post)s") % {"post": summary} if any(row.is_held for row in deliveries) else summary,
        description=", ".join(states),
        url=_absolute(reverse("publishing:page", args=[post.uuid])),
        tentative=any(row.state != State.SENT for row in deliveries),
    )


def _places(library: Library, filters: Filters, now: datetime, stamp: datetime) -> Iterable[_Event]:
    today = library.local(now).date()
    last = today + PLACES_AHEAD
    slots = Slot.objects.filter(Q(ends=None) | Q(ends__gte=today), library=library, starts__lte=last)
    if branches := filters.keys("branch"):
        slots = slots.filter(Q(branch=None) | Q(branch__in=branches))
    shades = shades_of(library, today, last)
    for slot in slots if not filters.keys("person") else ():
        for day in free_days(slot, today, last, shades):
            yield _Event(
                uid=f"slot-{slot.pk}-{day:%Y%m%d}@{library.slug}",
                sequence=0,
                at=moment_at(day, slot.at, library.zone),
                stamp=stamp,
                summary=_("free: %(slot)s") % {"slot": slot.name},
                description="",
                url=_absolute(reverse("calendar:day", args=[day])),
                tentative=True,
            )


def _absolute(path: str) -> str:
    return urljoin(settings.URL, path)


def _written(name: str, events: Iterable[_Event]) -> bytes:
    # Imported when a feed is asked for: nine megabytes that most processes never need.
    from icalendar import Calendar, Event  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", "-//Theke//Theke//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"value": "DURATION"})
    for one in sorted(events, key=lambda event: (event.at, event.uid)):
        event = Event()
        event.add("uid", one.uid)
        event.add("sequence", one.sequence)
        event.add("dtstamp", one.stamp)
        event.add("dtstart", one.at)
        event.add("dtend", one.at + LASTS)
        event.add("summary", one.summary)
        if one.description:
            event.add("description", one.description)
        event.add("url", one.url)
        event.add("status", "TENTATIVE" if one.tentative else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
