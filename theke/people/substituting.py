"""Who could stand in for somebody, and where the questions would go then."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import formats
from django.utils.translation import gettext as _

from theke.people.models import Absence, Person

SUGGESTED = 4


@dataclass(frozen=True)
class Candidate:
    """A colleague who could stand in. `why` are the reasons for them, `warning` what speaks against them."""

    person: Person
    why: list[str] = field(default_factory=list)
    warning: str = ""
    points: int = 0


@dataclass(frozen=True)
class Plan:
    """All absences that touch some days, with the one that is being entered."""

    person: Person
    starts: date
    ends: date
    absences: list[Absence]

    def of(self, pk: int, day: date) -> Absence | None:
        """The absence that covers a person's day."""
        return next((one for one in self.absences if one.person_id == pk and one.starts <= day <= one.ends), None)

    def end_of(self, stand_in: Person, day: date) -> tuple[Person | None, bool]:
        """Who really gets the questions of a day (None: nobody), and whether the chain of stand-ins runs in a circle."""
        seen, current = {self.person.pk}, stand_in
        while (away := self.of(current.pk, day)) is not None:
            seen.add(current.pk)
            if away.stand_in is None:
                return None, False
            current = away.stand_in
            if current.pk in seen:
                return None, True
        return current, False


def plan_for(person: Person, starts: date, ends: date, absence: Absence | None = None) -> Plan:
    """What is known of these days; `absence` is the one being changed."""
    touching = Absence.objects.visible_to(person).filter(starts__lte=ends, ends__gte=starts)
    others = touching.exclude(pk=absence.pk if absence and absence.pk else 0).exclude(person=person)
    return Plan(person, starts, ends, list(others.select_related("person", "stand_in")))


def candidates(plan: Plan) -> list[Candidate]:
    """All colleagues, those who fit best first: the same branch, shared subject areas and languages; who is away comes last."""
    person = plan.person
    colleagues = Person.objects.visible_to(person).active().exclude(pk=person.pk).select_related("home_branch")
    away = {one.person_id for one in plan.absences}
    found = [_weighed(plan, one, one.pk in away) for one in colleagues]
    return sorted(found, key=lambda one: (bool(one.warning), -one.points, one.person.name.casefold()))


def suggested(found: Iterable[Candidate]) -> list[Candidate]:
    """The few that are shown first."""
    return [one for one in found if not one.warning][:SUGGESTED]


def _weighed(plan: Plan, one: Person, is_away: bool) -> Candidate:
    why, points = [], 0
    if one.home_branch_id and one.home_branch_id == plan.person.home_branch_id:
        why, points = [_("same branch")], 3
    shared = _shared(one.subject_areas, plan.person.subject_areas)
    languages = len(_shared(one.languages, plan.person.languages))
    warning = _warning(plan, one) if is_away else ""
    return Candidate(one, why + shared, warning, points + 2 * len(shared) + min(languages, 1))


def _shared(mine: list[str], theirs: list[str]) -> list[str]:
    wanted = {word.casefold() for word in theirs}
    return [word for word in mine if word.casefold() in wanted]


def _warning(plan: Plan, one: Person) -> str:
    away = [a for a in plan.absences if a.person_id == one.pk]
    first, last = max(away[0].starts, plan.starts), min(away[0].ends, plan.ends)
    said = {"name": one.name, "first": formats.date_format(first), "last": formats.date_format(last)}
    end, circle = plan.end_of(one, first)
    if circle:
        return _("%(name)s is away from %(first)s to %(last)s and you stand in for each other: nobody would be there.") % said
    if end is None:
        return _("%(name)s is away from %(first)s to %(last)s without a stand-in: the editorial group would be asked.") % said
    return _("%(name)s is away from %(first)s to %(last)s; then %(end)s gets the questions.") % {**said, "end": end.name}


def handed_on(plan: Plan) -> list[Absence]:
    """Absences of others for whom the person would have stood in during these days."""
    return [one for one in plan.absences if one.stand_in_id == plan.person.pk]


def quick_spans(today: date) -> dict[str, tuple[date, date]]:
    """Spans that are chosen with one press: today, the rest of the week, the week after."""
    monday = today - timedelta(today.weekday())
    following = monday + timedelta(7)
    found = {"today": (today, today)}
    if today.weekday() < 4:
        found["week"] = (today, monday + timedelta(4))
    return found | {"next_week": (following, following + timedelta(4))}
