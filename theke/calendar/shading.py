"""Days that are not like others: holidays, closing days, and the hours of a branch that is looked at alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time

from django.db.models import Q
from django.utils.translation import gettext as _

from theke.people.holidaying import holidays_of
from theke.people.models import Closing, Library, OpeningHours


@dataclass(frozen=True)
class Mark:
    """Why a day is shaded. `branch` is the key of the one branch that is closed, None where it concerns the whole library."""

    words: str
    is_holiday: bool = False
    branch: int | None = None


@dataclass
class Shades:
    """The marks of each day, and the opening hours by weekday where one branch alone is looked at."""

    marks: Mapping[date, list[Mark]]
    hours: Mapping[int, list[tuple[time, time]]] | None = None

    def of(self, day: date) -> list[Mark]:
        """What is to be said about a day."""
        return self.marks.get(day, [])

    def is_closed(self, day: date, branch: int | None) -> bool:
        """Whether the library, or this branch of it, is closed on that day."""
        return any(mark.branch is None or mark.branch == branch for mark in self.of(day))

    def opening(self, day: date) -> str:
        """The hours of the branch that is looked at alone, in words; empty where several are."""
        if self.hours is None:
            return ""
        stretches = self.hours.get(day.weekday(), [])
        return ", ".join(f"{opens:%H:%M}–{closes:%H:%M}" for opens, closes in stretches) or _("closed")

    def opens(self, day: date) -> time | None:
        """When that branch opens first on this day; None where nothing is known of it."""
        return min((opens for opens, _closes in (self.hours or {}).get(day.weekday(), [])), default=None)


def shades_of(library: Library, first: date, last: date, branches: Iterable[int] = ()) -> Shades:
    """Holidays and closing days from `first` to `last`, both included; with `branches`, those of these only."""
    wanted = list(branches)
    marks: dict[date, list[Mark]] = defaultdict(list)
    for day, name in holidays_of(library, first, last).items():
        marks[day].append(Mark(name, is_holiday=True))
    closings = Closing.objects.filter(library=library, day__gte=first, day__lte=last).select_related("branch")
    if wanted:
        closings = closings.filter(Q(branch=None) | Q(branch__in=wanted))
    for closing in closings:
        if closing.branch or not marks[closing.day]:
            marks[closing.day].append(Mark(_closed(closing), branch=closing.branch_id))
    return Shades(marks, hours_of(wanted[0]) if len(wanted) == 1 else None)


def _closed(closing: Closing) -> str:
    if closing.branch is None:
        return closing.reason or _("Library closed")
    words = _("%(branch)s closed") % {"branch": closing.branch.name}
    return f"{words}: {closing.reason}" if closing.reason else words


def hours_of(branch: int) -> dict[int, list[tuple[time, time]]] | None:
    """The opening hours of a branch by weekday; None where none are entered, which is not the same as never open."""
    rows = OpeningHours.objects.filter(branch=branch).values_list("weekday", "opens", "closes")
    found: dict[int, list[tuple[time, time]]] = defaultdict(list)
    for weekday, opens, closes in rows:
        found[weekday].append((opens, closes))
    return found or None
