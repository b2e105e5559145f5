"""Puts conversations off: they come back by themselves, and at once when something new is written."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theke.inbox.models import Conversation, Snooze
from theke.networks.base import gettext_noop
from theke.notices.telling import tell
from theke.people.models import Library, Person

AFTERNOON, MORNING = time(15), time(9)
SOON = timedelta(hours=3)
FURTHEST = timedelta(days=366)
BACK = gettext_noop("The conversation with %(name)s is back")


@dataclass(frozen=True)
class Choice:
    """A plain choice, and the moment it means now."""

    key: str
    label: str
    until: datetime


class NotThen(ValueError):
    """A moment to which nothing can be put off."""


def choices(library: Library, now: datetime) -> list[Choice]:
    """What is offered: this afternoon (or in three hours), tomorrow morning, next week, in the library's wall time."""
    local = library.local(now)
    afternoon = _at(library, local, 0, AFTERNOON)
    soon = (
        Choice("soon", str(_("this afternoon")), afternoon)
        if local.time() < time(14)
        else Choice("soon", str(_("in three hours")), now + SOON)
    )
    return [
        soon,
        Choice("tomorrow", str(_("tomorrow morning")), _at(library, local, 1, MORNING)),
        Choice("week", str(_("next week")), _at(library, local, 7 - local.weekday(), MORNING)),
    ]


def _at(library: Library, local: datetime, days: int, wall: time) -> datetime:
    return datetime.combine(local.date() + timedelta(days), wall, library.zone)


@transaction.atomic
def postpone(conversation: Conversation, until: datetime, *, by: Person, now: datetime | None = None) -> None:
    """Put it off until then (aware). Raises `NotThen` for a moment that is past or more than a year away."""
    now = now or timezone.now()
    if not now < until <= now + FURTHEST:
        raise NotThen(until)
    _end(conversation, now)
    Snooze.objects.create(conversation=conversation, by=by, at=now, until=until)
    Conversation.objects.filter(pk=conversation.pk).update(snoozed_until=until)
    conversation.snoozed_until = until


@transaction.atomic
def bring_back_now(conversation: Conversation, now: datetime | None = None) -> None:
    """It is no longer put off."""
    _end(conversation, now or timezone.now())
    Conversation.objects.filter(pk=conversation.pk).update(snoozed_until=None)
    conversation.snoozed_until = None


def _end(conversation: Conversation, now: datetime) -> None:
    Snooze.objects.filter(conversation=conversation, ended_at=None).update(ended_at=now)


def due(most: int) -> list[int]:
    """Those whose time has come."""
    back = Conversation.objects.filter(snoozed_until__lte=timezone.now())
    return list(back.order_by("snoozed_until").values_list("pk", flat=True)[:most])


def next_at() -> datetime | None:
    """When the next one comes back."""
    waiting = Conversation.objects.filter(snoozed_until__isnull=False).order_by("snoozed_until")
    return waiting.values_list("snoozed_until", flat=True).first()


@transaction.atomic
def come_back(pk: int) -> None:
    """Its time has come: whoever takes care of it is told, once."""
    found = (
        Conversation.objects.filter(pk=pk, snoozed_until__lte=timezone.now()).select_related("owner", "with_contact").first()
    )
    if found is None:
        return
    put_off_by = Snooze.objects.filter(conversation=found, ended_at=None).select_related("by").last()
    bring_back_now(found)
    reader = found.owner or (put_off_by.by if put_off_by else None)
    if reader is not None and found.closed_at is None:
        path = reverse("inbox:conversation", args=[found.uuid])
        tell(reader, BACK, path, params={"name": str(found.with_contact)}, key=f"conversation:{found.pk}")
