"""The days on which the library, or one branch, stays closed: entered in spans, kept by day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from theke.people.holidaying import holidays_of
from theke.people.models import Branch, Closing, HistoryEntry, Library, Person
from theke.people.recording import ADDED, REMOVED


@dataclass
class Span:
    """Days in a row that are closed for the same reason."""

    branch: Branch | None
    reason: str
    first: date
    last: date
    keys: list[int] = field(default_factory=list)


def spans(found: Iterable[Closing]) -> list[Span]:
    """The closings as spans, in the order in which they begin."""
    made: list[Span] = []
    open_ones: dict[tuple[int | None, str], Span] = {}
    for one in sorted(found, key=lambda closing: closing.day):
        span = open_ones.get((one.branch_id, one.reason))
        if span is None or one.day > span.last + timedelta(1):
            span = Span(one.branch, one.reason, one.day, one.day)
            open_ones[one.branch_id, one.reason] = span
            made.append(span)
        span.last = one.day
        span.keys.append(one.pk)
    return made


@transaction.atomic
def close(library: Library, days: dict[date, str], *, branch: Branch | None, by: Person) -> list[int]:
    """Enter closing days with their reasons; days that are entered already stay as they are. The keys of the new ones."""
    there = set(Closing.objects.filter(library=library, branch=branch, day__in=days).values_list("day", flat=True))
    new = [Closing(library=library, branch=branch, day=day, reason=why) for day, why in days.items() if day not in there]
    made = Closing.objects.bulk_create(new)
    if made:
        HistoryEntry.write(ADDED, made[0], by=by, library=library, days=[one.day.isoformat() for one in made])
    return [one.pk for one in made]


@transaction.atomic
def reopen(library: Library, keys: Iterable[int], *, by: Person) -> list[Closing]:
    """Take closing days out; those that were there."""
    gone = list(Closing.objects.filter(library=library, pk__in=list(keys)).select_related("branch"))
    if gone:
        HistoryEntry.write(REMOVED, gone[0], by=by, library=library, days=[one.day.isoformat() for one in gone])
        Closing.objects.filter(pk__in=[one.pk for one in gone]).delete()
    return gone


def missing_holidays(library: Library, year: int, today: date | None = None) -> dict[date, str]:
    """The holidays of a year that are still to come and not yet entered for the whole library."""
    first = max(date(year, 1, 1), today or timezone.localdate())
    last = date(year, 12, 31)
    if first > last:
        return {}
    found = holidays_of(library, first, last)
    there = set(Closing.objects.filter(library=library, branch=None, day__in=found).values_list("day", flat=True))
    return {day: name[:120] for day, name in found.items() if day not in there}
