"""Counts time in opening hours: what is asked on Friday evening has waited an hour on Monday at eleven."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from theke.people.holidaying import holidays_of
from theke.people.models import Branch, Closing, Library, OpeningHours

HORIZON = 35
"""Days looked ahead. A house that is closed for longer is not waited for."""
OFFICE = {weekday: [(time(9), time(17))] for weekday in range(5)}
"""Where no hours are entered."""

Week = dict[int, list[tuple[time, time]]]


def working_time_after(library: Library, branch: Branch | None, moment: datetime, span: timedelta) -> datetime:
    """The moment (aware) at which the house has been open for `span` since `moment`: the branch, else any house of the library."""
    start, left = library.local(moment), span
    today = start.date()
    week, closed = _week(library, branch), _closed(library, branch, today)
    for day in (today + timedelta(n) for n in range(HORIZON) if today + timedelta(n) not in closed):
        for opens, closes in week.get(day.weekday(), ()):
            begins, ends = max(_at(day, opens, start), start), _at(day, closes, start)
            if ends - begins >= left:
                return begins + left
            left -= max(ends - begins, timedelta())
    return start + timedelta(HORIZON)


def _at(day: date, clock: time, local: datetime) -> datetime:
    return datetime.combine(day, clock, local.tzinfo)


def _week(library: Library, branch: Branch | None) -> Week:
    """By weekday, the stretches in which somebody is there; those of several houses as one from the first to the last hour."""
    rows = OpeningHours.objects.filter(branch__library=library).order_by("weekday", "opens")
    here = list(rows.filter(branch=branch).values_list("weekday", "opens", "closes")) if branch else []
    found: Week = defaultdict(list)
    for weekday, opens, closes in here:
        found[weekday].append((opens, closes))
    for weekday, opens, closes in [] if here else rows.values_list("weekday", "opens", "closes"):
        first, last = found[weekday][0] if found[weekday] else (opens, closes)
        found[weekday] = [(min(first, opens), max(last, closes))]
    return found or OFFICE


def _closed(library: Library, branch: Branch | None, today: date) -> set[date]:
    last = today + timedelta(HORIZON)
    here = Q(branch=None) | Q(branch=branch) if branch else Q(branch=None)
    entered = Closing.objects.filter(here, library=library, day__range=(today, last)).values_list("day", flat=True)
    return {*entered, *holidays_of(library, today, last)}
