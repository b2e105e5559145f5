"""Someone leaves the library: their rights end, and what they owned is handed back in the open, to nobody in silence."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_noop

from theke.channels.models import Channel
from theke.inbox.models import Assignment, Conversation
from theke.notices.telling import tell
from theke.people.leaving import leave
from theke.people.models import HistoryEntry, Person

WITHOUT_RESPONSIBLE = gettext_noop("has nobody responsible any more")


def open_things(person: Person) -> dict[str, int]:
    """How much the person still owns: open conversations, channels, planned posts."""
    return {
        "conversations": Conversation.objects.open().of(person).count(),
        "channels": Channel.objects.filter(Q(responsible=person) | Q(deputy=person)).count(),
        "planned": person.posts.filter(deliveries__state="due").distinct().count(),
    }


@transaction.atomic
def depart(person: Person, *, by: Person, now: datetime) -> None:
    """End all rights of the person and free what they owned. Planned posts go out: they were said on the library's behalf."""
    freed = _free_conversations(person, by)
    _hand_over_channels(person, by)
    leave(person, by=by, now=now)
    _tell_editors(person, by, freed)


def _free_conversations(person: Person, by: Person) -> int:
    owned = list(Conversation.objects.open().of(person))
    Assignment.objects.bulk_create(Assignment(conversation=c, person=None, by=by, why="freed") for c in owned)
    Conversation.objects.filter(pk__in=[c.pk for c in owned]).update(owner=None)
    return len(owned)


def _hand_over_channels(person: Person, by: Person) -> None:
    """The deputy takes over; where there is none, the history says so."""
    for channel in Channel.objects.filter(responsible=person).select_related("deputy", "library"):
        channel.responsible = channel.deputy if channel.deputy_id != person.pk else None
        channel.save(update_fields=["responsible"])
        if channel.responsible is None:
            HistoryEntry.write(WITHOUT_RESPONSIBLE, channel, by=by, library=channel.library)
    Channel.objects.filter(deputy=person).update(deputy=None)


def _tell_editors(person: Person, by: Person, freed: int) -> None:
    if not freed:
        return
    words = gettext_noop("%(name)s has left. Open conversations have nobody now: %(count)s")
    for editor in Person.objects.visible_to(person).active().editors().exclude(pk=by.pk):
        tell(editor, words, "/inbox/", params={"name": person.name, "count": freed})
