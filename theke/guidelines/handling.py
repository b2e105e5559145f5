"""Private names of colleagues: nobody but their owner enters, confirms or deletes one."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from theke.guidelines.models import Handle, OwnThings
from theke.people.models import Person


def handle_of(person: Person) -> Handle | None:
    """The person's own; None where they have entered none."""
    return Handle.objects.filter(person=person).first()


@transaction.atomic
def enter(person: Person, handle: str) -> Handle:
    """Enter a name. It counts for nothing until its owner has confirmed it a second time."""
    made, _new = Handle.objects.update_or_create(person=person, defaults={"handle": handle, "agreed_at": None})
    _touch(person)
    return made


@transaction.atomic
def agree(person: Person, now: datetime | None = None) -> bool:
    """Confirm for the second time; False where there is nothing to confirm."""
    found = Handle.objects.filter(person=person, agreed_at=None).update(agreed_at=now or timezone.now())
    _touch(person)
    return bool(found)


@transaction.atomic
def take_back(person: Person) -> None:
    """Delete it; nothing of it is kept, not even a line in the history."""
    Handle.objects.filter(person=person).delete()
    _touch(person)


def _touch(person: Person) -> None:
    if person.library:
        OwnThings.touch(person.library)
