"""What the tests of the calendar put into it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client
from django.utils import timezone

from tests import factories
from theke.calendar.models import Slot
from theke.calendar.spanning import monday_of
from theke.channels.models import Channel
from theke.people.models import Library, Person
from theke.posts.models import Post
from theke.publishing.scheduling import schedule

BERLIN = ZoneInfo("Europe/Berlin")
NEXT_MONDAY = monday_of(timezone.now().astimezone(BERLIN).date()) + timedelta(days=14)
"""Never this week: no test depends on the day on which it runs."""


def browser(person: Person | None) -> Client:
    client = Client()
    if person:
        client.force_login(person)
    return client


def on(days: int, clock: str = "10:00") -> datetime:
    """A moment that many days after the Monday of the tests, by the clocks of Berlin."""
    day = NEXT_MONDAY + timedelta(days=days)
    return datetime.combine(day, time.fromisoformat(clock), BERLIN).astimezone(UTC)


def day(days: int) -> date:
    return NEXT_MONDAY + timedelta(days=days)


def planned(by: Person, channel: Channel, at: datetime, **fields: Any) -> Post:
    post = factories.post(by, channel, **fields)
    schedule(post, at=at, by=by)
    return post


def out(by: Person, channel: Channel, at: datetime, **fields: Any) -> Post:
    """A post that went out then."""
    state = fields.pop("state", "sent")
    post = factories.post(by, channel, released_at=at, **fields)
    factories.delivery(post, channel, state=state, due_at=at, sent_at=at if state == "sent" else None)
    return post


def slot(library: Library, **fields: Any) -> Slot:
    given = {"name": "Vorlesestunde", "weekday": 1, "at": time(16), "starts": date(2020, 1, 1)}
    channels = fields.pop("channels", [])
    made = Slot.objects.create(library=library, **given | fields)
    made.channels.set(channels)
    return made
