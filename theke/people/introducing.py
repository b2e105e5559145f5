"""The time in which a colleague is new: until somebody who knows the work ends their introduction."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.people.access import may
from theke.people.models import HistoryEntry, Introduction, Person

INTRODUCED = gettext_noop("was introduced")
NEW_AGAIN = gettext_noop("counts as new again")


def is_new(person: Person) -> bool:
    """Whether nobody has ended the person's introduction yet."""
    return not Introduction.objects.filter(person=person).exists()


def _allowed(person: Person, by: Person) -> bool:
    return person.pk != by.pk and may(by, "introduce", person)


@transaction.atomic
def introduce(person: Person, *, by: Person, now: datetime | None = None) -> Introduction:
    """End the introduction, once. Raises PermissionDenied for who may not, for strangers and for oneself."""
    if not _allowed(person, by):
        raise PermissionDenied
    made, fresh = Introduction.objects.get_or_create(person=person, defaults={"by": by, "at": now or timezone.now()})
    if fresh and person.library:
        HistoryEntry.write(INTRODUCED, person, by=by, library=person.library)
    return made


@transaction.atomic
def take_back(person: Person, *, by: Person) -> bool:
    """Let the person count as new again; whether that changed anything. Raises PermissionDenied like `introduce`."""
    if not _allowed(person, by):
        raise PermissionDenied
    gone, _kinds = Introduction.objects.filter(person=person).delete()
    if gone and person.library:
        HistoryEntry.write(NEW_AGAIN, person, by=by, library=person.library)
    return bool(gone)
