"""The training record of a colleague: what was read, tried, attended, and who introduced them (A03). It names facts and no figures."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theke.desk.first_week import first_post_at
from theke.desk.practising import TASKS, practised
from theke.people.models import Person, Training
from theke.people.tables import harmless

PARTS = {
    "read": gettext_lazy("Guideline read and confirmed"),
    "tried": gettext_lazy("Tried"),
    "introduced": gettext_lazy("Introduced"),
    "attended": gettext_lazy("Courses and talks"),
}


@dataclass(frozen=True)
class Fact:
    """One line of a record."""

    part: str
    what: str
    on: date
    by: str = ""
    training: Training | None = None

    @property
    def part_name(self) -> str:
        """The part in words."""
        return str(PARTS[self.part])


def recorded(people: "QuerySet[Person]") -> "QuerySet[Person]":
    """With all that a record asks of a person's own rows."""
    fetched: QuerySet[Person] = people.select_related("library", "home_branch", "introduction__by").prefetch_related(
        "acknowledgements__edition__guideline", "trainings"
    )
    return fetched


def record_of(person: Person) -> list[Fact]:
    """Everything, by part, the oldest first; courses the latest first."""
    return [*_read(person), *_tried(person), *_introduced(person), *_attended(person)]


def _day(person: Person, at: datetime) -> date:
    return person.library.local(at).date() if person.library else at.date()


def _read(person: Person) -> Iterator[Fact]:
    for one in sorted(person.acknowledgements.all(), key=lambda one: one.at):
        yield Fact("read", str(one.edition), _day(person, one.at))


def _tried(person: Person) -> Iterator[Fact]:
    done = practised(person)
    for key, (words, _help, _name) in TASKS.items():
        if at := done[key]:
            yield Fact("tried", str(words), _day(person, at))
    if at := first_post_at(person):
        yield Fact("tried", _("The first post for the public, together with a companion"), _day(person, at))


def _introduced(person: Person) -> Iterator[Fact]:
    made = getattr(person, "introduction", None)
    if made:
        by = made.by.name if made.by and made.by_id != person.pk else ""
        yield Fact("introduced", _("Introduction ended"), _day(person, made.at), by)


def _attended(person: Person) -> Iterator[Fact]:
    for one in person.trainings.all():
        yield Fact("attended", one.title, one.held_on, one.given_by, one)


def written(people: Iterable[Person], out: Any) -> None:
    """All records as CSV, a line for each fact, by name: nothing is counted and nobody ranked."""
    writer = csv.writer(out, delimiter=";")
    writer.writerow([_("Name"), _("Branch"), _("Part"), _("What"), _("Date"), _("By")])
    for person in people:
        branch = person.home_branch.name if person.home_branch else ""
        for fact in record_of(person):
            cells = (person.name, branch, fact.part_name, fact.what, fact.on.isoformat(), fact.by)
            writer.writerow([harmless(cell) for cell in cells])
