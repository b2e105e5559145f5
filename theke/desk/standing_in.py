"""Someone is away and a colleague stands in: entered, told, handed over, and taken back (B20)."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import formats, translation
from django.utils.translation import gettext_noop

from theke.inbox.caring import assign
from theke.inbox.models import Conversation
from theke.notices.telling import tell
from theke.people.models import Absence, HistoryEntry, Person
from theke.people.recording import ADDED, CHANGED, REMOVED

STANDS_IN = gettext_noop("You stand in for %(name)s from %(first)s to %(last)s: questions to them come to you then")
NO_LONGER = gettext_noop("You no longer stand in for %(name)s from %(first)s to %(last)s")
ENTERED = gettext_noop("%(name)s entered that you are away from %(first)s to %(last)s")


@transaction.atomic
def enter(absence: Absence, *, by: Person) -> Absence:
    """Keep a new or changed absence, and tell whoever it concerns besides the one who enters it."""
    before = Absence.objects.filter(pk=absence.pk).select_related("stand_in", "person").first() if absence.pk else None
    absence.left_stand_in = None  # whoever is chosen now, and be it nobody
    absence.save()
    if absence.person.library:
        HistoryEntry.write(CHANGED if before else ADDED, absence, by=by, library=absence.person.library)
    if before and before.stand_in_id != absence.stand_in_id:
        _tell(before.stand_in, NO_LONGER, before, before.person, by)
    same = before is not None and (before.starts, before.ends, before.stand_in_id) == _facts(absence)
    if not same:
        _tell(absence.stand_in, STANDS_IN, absence, absence.person, by)
        _tell(absence.person, ENTERED, absence, by, by)
    return absence


def _facts(absence: Absence) -> tuple[date, date, int | None]:
    return absence.starts, absence.ends, absence.stand_in_id


def _tell(to: Person | None, words: str, absence: Absence, name: Person, by: Person) -> None:
    if to is None or to.pk == by.pk:
        return
    with translation.override(to.language):
        said = {"first": formats.date_format(absence.starts), "last": formats.date_format(absence.ends)}
    tell(to, words, reverse("people:absences"), params={"name": name.name, **said})


@transaction.atomic
def hand_over(absence: Absence, *, by: Person) -> list[int]:
    """Give the open conversations of the absent to the stand-in; the keys of those given."""
    if absence.stand_in is None:
        return []
    owned = list(Conversation.objects.visible_to(by).open().of(absence.person).select_related("with_contact"))
    for conversation in owned:
        assign(conversation, absence.stand_in, by=by)
    return [conversation.pk for conversation in owned]


@transaction.atomic
def take_back(absence: Absence, *, by: Person, given: Iterable[int] = ()) -> None:
    """End the absence before it was; conversations that this person handed over with it return, where nobody moved them on."""
    _tell(absence.stand_in, NO_LONGER, absence, absence.person, by)
    if absence.stand_in is not None:
        there = Conversation.objects.visible_to(by).open().of(absence.stand_in)
        for conversation in there.filter(pk__in=list(given)).prefetch_related("assignments"):
            if _handed_over(conversation, absence, by):
                assign(conversation, absence.person, by=by)
    if absence.person.library:
        HistoryEntry.write(REMOVED, absence, by=by, library=absence.person.library)
    absence.delete()


def _handed_over(conversation: Conversation, absence: Absence, by: Person) -> bool:
    """Whether the last thing that happened to its ownership was this hand-over."""
    steps = sorted(conversation.assignments.all(), key=lambda one: (one.at, one.pk))
    last, before = (steps[-1], steps[-2] if len(steps) > 1 else None) if steps else (None, None)
    mine = last is not None and last.by_id == by.pk and last.person_id == absence.stand_in_id
    return mine and (before is None or before.person_id == absence.person_id)
