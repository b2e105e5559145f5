"""Who has read what is in force: asked, counted, helped; nobody stands on a list of shame."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from theke.guidelines.models import Acknowledgement, Edition
from theke.people.access import may
from theke.people.models import Library, Person


class Changed(Exception):
    """What is in force is not what stood on the page."""


def in_force(library: Library, day: date) -> list[Edition]:
    """The editions that count on a day, in the order of their layers."""
    found = Edition.objects.filter(guideline__library=library).in_force(day).select_related("guideline")
    return list(found.order_by("guideline__position", "guideline_id"))


@transaction.atomic
def confirm(person: Person, keys: Iterable[int], day: date, now: datetime | None = None) -> int:
    """Note that the person has read these editions; how many of them they had not. Raises Changed if others are in force."""
    editions = {one.pk: one for one in Edition.objects.visible_to(person).in_force(day)}
    if set(keys) != set(editions):
        raise Changed
    there = set(person.acknowledgements.filter(edition__in=editions).values_list("edition", flat=True))
    new = [one for pk, one in editions.items() if pk not in there]
    Acknowledgement.objects.bulk_create(Acknowledgement(person=person, edition=one, at=now or timezone.now()) for one in new)
    return len(new)


@dataclass(frozen=True)
class Standing:
    """How many of the colleagues have confirmed all that is in force; `missing` are named for those who manage alone."""

    confirmed: int
    colleagues: int
    missing: tuple[Person, ...] = ()


def standing(person: Person, editions: list[Edition]) -> Standing | None:
    """What this person sees of it: employees nothing, editors a number, managers also whom to help."""
    if not editions or not may(person, "see_confirmations"):
        return None
    theirs = Count("acknowledgements", filter=Q(acknowledgements__edition__in=editions))
    people = list(Person.objects.visible_to(person).active().annotate(read=theirs).select_related("home_branch"))
    missing = tuple(one for one in people if one.read < len(editions))
    named = missing if may(person, "manage_guideline") else ()
    return Standing(len(people) - len(missing), len(people), named)


def last_confirmed(person: Person, edition: Edition) -> Edition | None:
    """The edition of the same layer that the person confirmed last before this one; None where they never did."""
    theirs = Edition.objects.filter(guideline=edition.guideline_id, acknowledgements__person=person)
    return theirs.exclude(pk=edition.pk).order_by("-number").first()
