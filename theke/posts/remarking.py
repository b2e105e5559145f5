"""What colleagues say to each other about a draft: everybody of the library may, and none of it has a way out (A15, A18)."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from theke.people.access import may
from theke.people.models import Person
from theke.posts import telling
from theke.posts.models import Post, Remark


def colleagues_of(person: Person) -> list[Person]:
    """Those who can be mentioned."""
    return list(Person.objects.active().filter(library_id=person.library_id).exclude(pk=person.pk))


def mentioned_in(text: str, colleagues: Iterable[Person]) -> list[Person]:
    """Those whom the text names with an @: by whole name, or by a first name that only one of them has."""
    everybody, said = list(colleagues), text.casefold()
    firsts = [person.first_name.casefold() for person in everybody]
    return [
        person
        for person, first in zip(everybody, firsts, strict=True)
        if f"@{person.name.casefold()}" in said or (firsts.count(first) == 1 and _stands_alone(f"@{first}", said))
    ]


def _stands_alone(word: str, text: str) -> bool:
    """Whether the word is there and not merely the beginning of a longer one."""
    places = [place for place in range(len(text)) if text.startswith(word, place)]
    return any(not text[place + len(word) : place + len(word) + 1].isalnum() for place in places)


@transaction.atomic
def remark(post: Post, *, by: Person, text: str, mentioned: Iterable[Person] = (), now: datetime | None = None) -> Remark:
    """Say something about a draft. Who is mentioned is told, and so is the sender; nobody twice."""
    if not may(by, "write", post):
        raise PermissionDenied
    made = Remark.objects.create(post=post, by=by, text=text, at=now or timezone.now())
    named = list({person.pk: person for person in [*mentioned, *mentioned_in(text, colleagues_of(by))]}.values())
    made.mentioned.set(named)
    telling.tell_mentioned(made, [person for person in named if person.pk != by.pk])
    if post.sender_id not in {by.pk, *(person.pk for person in named)}:
        telling.tell_sender(made)
    return made


def settle(found: Remark, *, by: Person, now: datetime | None = None) -> None:
    """Call it done; whoever did it first stays named."""
    Remark.objects.filter(pk=found.pk, settled_at=None).update(settled_at=now or timezone.now(), settled_by=by)


def reopen(found: Remark) -> None:
    """It is not done after all."""
    Remark.objects.filter(pk=found.pk).update(settled_at=None, settled_by=None)


def delete(found: Remark, *, by: Person) -> None:
    """Take one's own words back. Raises PermissionDenied for a colleague's."""
    if found.by_id != by.pk:
        raise PermissionDenied
    found.delete()
