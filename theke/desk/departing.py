"""Someone leaves the library: their rights end, and what they owned is handed back in the open, to nobody in silence."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_noop

from theke.calendar.models import FeedKey
from theke.channels.models import Channel
from theke.inbox.models import Assignment, Conversation
from theke.notices.telling import tell
from theke.people.leaving import leave
from theke.people.models import Absence, HistoryEntry, Person
from theke.posts.approving import withdraw
from theke.posts.models import Approval, Post, Writing
from theke.publishing.models import State
from theke.publishing.scheduling import cancel
from theke.publishing.withdrawing import withdraw_name

WITHOUT_RESPONSIBLE = gettext_noop("has nobody responsible any more")
FREED = gettext_noop("%(name)s has left. Open conversations have nobody now: %(count)s")
YOURS = gettext_noop(
    "%(name)s has left, and you take over: conversations %(conversations)s, posts %(posts)s, channels %(channels)s"
)
NO_STAND_IN = gettext_noop("%(name)s has left and does not stand in for you any more. Please choose somebody else.")


def _drafts(person: Person) -> QuerySet[Post]:
    return Post.objects.posts().drafts().filter(sender=person)


def _planned(person: Person) -> QuerySet[Post]:
    return Post.objects.posts().kept().filter(sender=person, deliveries__state=State.DUE).distinct()


def _stand_ins(person: Person, now: datetime) -> QuerySet[Absence]:
    today = person.library.local(now).date() if person.library else now.date()
    return Absence.objects.filter(stand_in=person, ends__gte=today)


def open_things(person: Person, now: datetime) -> dict[str, int]:
    """How much the person still owns, of each kind."""
    return {
        "conversations": Conversation.objects.open().of(person).count(),
        "planned": _planned(person).count(),
        "drafts": _drafts(person).count(),
        "waiting": Approval.objects.waiting().filter(post__sender=person).count(),
        "channels": Channel.objects.filter(Q(responsible=person) | Q(deputy=person)).count(),
        "stand_ins": _stand_ins(person, now).count(),
    }


@transaction.atomic
def depart(
    person: Person, *, by: Person, now: datetime, successor: Person | None = None, planned_go_out: bool = True
) -> dict[str, int]:
    """End all rights of the person and hand over what they owned; how much of each kind there was.

    Without a successor conversations become free and drafts stay where they are. Planned posts go out, for they were said on the
    library's behalf, unless they become drafts of the successor.
    """
    found = open_things(person, now)
    if not planned_go_out and successor is not None:
        for post in _planned(person):
            cancel(post, by=by)
    _hand_over_conversations(person, by, successor)
    _hand_over_drafts(person, by, successor)
    _hand_over_channels(person, by, successor)
    for absence in _stand_ins(person, now).select_related("person"):
        tell(absence.person, NO_STAND_IN, reverse("people:absence", args=[absence.pk]), params={"name": person.name})
    FeedKey.objects.filter(person=person).delete()
    leave(person, by=by, now=now, successor=successor.name if successor else "", **found)
    withdraw_name(person)  # nobody else may be asked about their private name, so what is planned with it waits
    _tell(person, by, successor, found)
    return found


def _hand_over_conversations(person: Person, by: Person, successor: Person | None) -> None:
    owned = list(Conversation.objects.open().of(person))
    why = "given" if successor else "freed"
    Assignment.objects.bulk_create(Assignment(conversation=c, person=successor, by=by, why=why) for c in owned)
    Conversation.objects.filter(pk__in=[c.pk for c in owned]).update(owner=successor)


def _hand_over_drafts(person: Person, by: Person, successor: Person | None) -> None:
    """A draft of the successor speaks with their name: what was handed in under another name is not approved any more."""
    Writing.objects.filter(person=person).delete()
    if successor is None:
        return
    drafts = list(_drafts(person))
    for post in drafts:
        withdraw(post, by=by)
    Post.objects.filter(pk__in=[post.pk for post in drafts]).update(sender=successor)


def _hand_over_channels(person: Person, by: Person, successor: Person | None) -> None:
    """The deputy takes over, or the successor; where there is neither, the history says so."""
    for channel in Channel.objects.filter(responsible=person).select_related("deputy", "library"):
        channel.responsible = channel.deputy if channel.deputy_id not in {person.pk, None} else successor
        channel.save(update_fields=["responsible"])
        if channel.responsible is None:
            HistoryEntry.write(WITHOUT_RESPONSIBLE, channel, by=by, library=channel.library)
    Channel.objects.filter(deputy=person, responsible=successor).update(deputy=None)
    Channel.objects.filter(deputy=person).update(deputy=successor)


def _editors(person: Person, by: Person) -> Iterator[Person]:
    yield from Person.objects.visible_to(person).active().editors().exclude(pk=by.pk)


def _tell(person: Person, by: Person, successor: Person | None, found: dict[str, int]) -> None:
    if successor is not None:
        said = {**found, "name": person.name, "posts": found["drafts"] + found["planned"]}
        if successor.pk != by.pk and any(found.values()):
            tell(successor, YOURS, reverse("today"), params=said)
        return
    if found["conversations"]:
        for editor in _editors(person, by):
            tell(editor, FREED, reverse("inbox:list"), params={"name": person.name, "count": found["conversations"]})
