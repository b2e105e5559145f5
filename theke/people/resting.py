"""The days on which a person does not work, as far as the desk knows."""

from datetime import date, timedelta

from django.db.models import Q

from theke.people.holidaying import holidays_of
from theke.people.models import Absence, Closing, Library, OpeningHours, Person

SATURDAY = 5


def days_off(person: Person, first: date, last: date) -> set[date]:
    """Of the days from `first` to `last`: absences, holidays, days on which the house is closed, weekends without opening hours."""
    if person.library is None:
        return set()
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    off = _away(person, first, last) | _closed(person, person.library, first, last)
    off |= holidays_of(person.library, first, last).keys()
    worked = _weekdays_open(person, person.library) | set(range(SATURDAY))
    return {day for day in days if day in off or day.weekday() not in worked}


def _away(person: Person, first: date, last: date) -> set[date]:
    found = Absence.objects.filter(person=person, starts__lte=last, ends__gte=first)
    spans = [(max(one.starts, first), min(one.ends, last)) for one in found]
    return {start + timedelta(n) for start, end in spans for n in range((end - start).days + 1)}


def _closed(person: Person, library: Library, first: date, last: date) -> set[date]:
    whole = Q(branch=None)
    here = whole | Q(branch_id=person.home_branch_id) if person.home_branch_id else whole
    return set(Closing.objects.filter(here, library=library, day__range=(first, last)).values_list("day", flat=True))


def _weekdays_open(person: Person, library: Library) -> set[int]:
    house = {"branch": person.home_branch_id} if person.home_branch_id else {"branch__library": library}
    return set(OpeningHours.objects.filter(**house).values_list("weekday", flat=True))
