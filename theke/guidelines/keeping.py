"""What a process keeps of a library's guideline between requests, so that a check costs one query.

It is read anew as soon as the library's stamp is another one (`OwnThings.touch`), when opening hours or closing days come or go,
and in any case after ten minutes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from time import monotonic
from typing import Any

from django.db.models import Count, Max, OuterRef, Subquery

from theke.guidelines.models import CoverRight, Edition, ElectionPeriod, Handle, Link, OwnThings, PolicyAnswer, RuleSetting
from theke.guidelines.models.document import Worded
from theke.guidelines.rules.base import House, Own, Setting
from theke.people.models import Closing, Library, OpeningHours

KEPT_FOR = 600.0
"""Seconds."""
LOOKED_BACK = timedelta(days=7)
STRICTEST = ("block", "warn", "hint", "off")

Marks = tuple[Any, ...]


@dataclass(frozen=True)
class KeptPoint:
    """A point of an edition, for whoever has a finding."""

    place: int
    title: Worded


@dataclass(frozen=True)
class KeptEdition:
    """A decided edition of the library's own layer."""

    number: int
    valid_from: date
    points: Mapping[str, KeptPoint]


@dataclass(frozen=True)
class Kept:
    """All of it, plain."""

    own: Own = field(default_factory=Own)
    asks_confirmation: bool = False
    asks_introduction: bool = False
    weights: tuple[RuleSetting, ...] = ()
    """The oldest first."""
    elections: tuple[tuple[date, date], ...] = ()
    covers: tuple[CoverRight, ...] = ()
    houses: tuple[House, ...] = ()
    editions: tuple[KeptEdition, ...] = ()
    """The newest first."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """The option chosen, by question."""
    tried: Mapping[str, str] = field(default_factory=dict)
    """Links that lead nowhere (empty) or have moved, by address."""
    handles: Mapping[int, str] = field(default_factory=dict)
    """Private names whose owners have agreed to be named by them, by the key of the person."""

    def settings(self, day: date) -> dict[str, Setting]:
        """What the layers make of the rules on a day: of two that speak, the stricter one."""
        last = {(one.guideline_id, one.rule): one for one in self.weights if one.valid_from <= day}
        found: dict[str, RuleSetting] = {}
        for one in sorted(last.values(), key=lambda one: (one.guideline.position, one.guideline_id)):
            known = found.get(one.rule)
            if one.weight and (known is None or STRICTEST.index(one.weight) < STRICTEST.index(known.weight)):
                found[one.rule] = one
        return {rule: Setting(_severity(one.weight), one.guideline.name) for rule, one in found.items()}

    def election(self, day: date) -> bool:
        """Whether a day falls into an election period."""
        return any(first <= day <= last for first, last in self.elections)

    def points(self, day: date) -> Mapping[str, KeptPoint] | None:
        """The library's own points on a day, by anchor; None where it has no guideline of its own."""
        return next((one.points for one in self.editions if one.valid_from <= day), None)

    def staffed(self, at: datetime) -> bool | None:
        """Whether a house is open for an hour of the two after a moment of the library's clocks; None without hours."""
        if not any(house.hours for house in self.houses):
            return None
        until = at + timedelta(hours=2)
        return any(_open_for(house, at, until) >= timedelta(hours=1) for house in self.houses)

    def cover_right(self, cover_of: str) -> CoverRight | None:
        """What the publisher of a cover allows, found by the beginning of its ISBN or by the publisher's name."""
        plain = cover_of.replace("-", "").replace(" ", "").casefold()
        by_isbn = [one for one in self.covers if one.isbn_prefix and plain.startswith(one.isbn_prefix.replace("-", ""))]
        by_name = [one for one in self.covers if one.publisher.casefold() == cover_of.strip().casefold()]
        return next(iter(sorted(by_isbn, key=lambda one: -len(one.isbn_prefix)) + by_name), None)


def _severity(weight: str) -> Any:
    return None if weight == "off" else weight


def _open_for(house: House, at: datetime, until: datetime) -> timedelta:
    if at.date() in house.closed:
        return timedelta()
    spans = [(_on(at, opens), _on(at, closes)) for opens, closes in house.hours.get(at.weekday(), ())]
    return sum((max(min(until, closes) - max(at, opens), timedelta()) for opens, closes in spans), timedelta())


def _on(at: datetime, clock: time) -> datetime:
    return datetime.combine(at.date(), clock, at.tzinfo)


_KEPT: dict[int, tuple[Marks, float, Kept]] = {}


def kept(library: Library, marks: Marks | None = None) -> Kept:
    """What is known of the library in the state that `marks` say; without them, what was known last does."""
    found = _KEPT.get(library.pk)
    fresh = found is not None and monotonic() < found[1] and found[0][0] == library.created_at
    if found is not None and fresh and (marks is None or found[0][1:] == marks):
        return found[2]
    if marks is None:
        return current(library)
    made = _read(library)
    _KEPT[library.pk] = ((library.created_at, *marks), monotonic() + KEPT_FOR, made)
    return made


def current(library: Library) -> Kept:
    """What is known of the library now, for one query: for pages on which nobody has asked the checks before."""
    return kept(library, Library.objects.filter(pk=library.pk).values_list(*marking()).first() or ())


def marking(library: str = "pk") -> tuple[Subquery, ...]:
    """For a query of rows with a library in this field: the marks of the state that its guideline is in."""
    return (
        Subquery(OwnThings.objects.filter(library=OuterRef(library)).values("stamp")[:1]),
        _number(OpeningHours.objects.filter(branch__library=OuterRef(library)), "branch__library"),
        _number(Closing.objects.filter(library=OuterRef(library)), "library"),
    )


def _number(rows: Any, by: str) -> Subquery:
    """The newest and how many, in one number: another one as soon as a row comes or goes."""
    grouped = rows.order_by().values(by).annotate(mark=Max("pk") * 10_000 + Count("pk"))
    return Subquery(grouped.values("mark"))


def _read(library: Library) -> Kept:
    row = OwnThings.objects.filter(library=library).first() or OwnThings(library=library)
    handles = list(Handle.objects.filter(person__library=library, person__left_at=None))
    answers = dict(PolicyAnswer.objects.filter(library=library).order_by("pk").values_list("question", "option"))
    may_name = handles_open(answers)
    return Kept(
        own=_with_contact(own_of(row, {one.handle: one.agreed and may_name for one in handles}), library),
        asks_confirmation=row.asks_confirmation,
        asks_introduction=row.asks_introduction,
        weights=tuple(RuleSetting.objects.of(library)),
        elections=tuple(ElectionPeriod.objects.filter(library=library).values_list("first", "last")),
        covers=tuple(CoverRight.objects.filter(library=library)),
        houses=_houses(library),
        editions=_editions(library),
        answers=answers,
        tried=Link.objects.told(library) if row.follows_links else {},
        handles={one.person_id: one.handle for one in handles if one.agreed and may_name},
    )


def handles_open(answers: Mapping[str, str]) -> bool:
    """Whether posts may name private accounts at all, after the answers to the open questions; never as long as none is given."""
    if answers.get("accounts", "separate") == "separate":
        return False
    return answers.get("signing", "work_only") != "work_only" or answers.get("reposts", "never") != "never"


def _with_contact(own: Own, library: Library) -> Own:
    """With the address by which the library itself wants to be reached."""
    return replace(own, addresses=(*own.addresses, library.contact_email)) if library.contact_email else own


def own_of(row: OwnThings, handles: Mapping[str, bool]) -> Own:
    """The row as the rules read it."""
    return Own(
        domains=tuple(row.domains),
        phones=tuple(row.phones),
        ibans=tuple(row.ibans),
        addresses=tuple(row.addresses),
        names=tuple(row.names),
        internal_terms=tuple(row.internal_terms),
        unnamed=tuple(row.unnamed),
        card_pattern=row.card_pattern,
        card_check=row.card_check,  # type: ignore[arg-type]
        disclaimers=tuple(row.disclaimers),
        brands=tuple(row.brands),
        allowed=frozenset(word.lower() for word in row.allowed),
        harsh={lang: frozenset(word.lower() for word in words) for lang, words in row.harsh.items()},
        handles=dict(handles),
        candidates=tuple(row.candidates),
    )


def _houses(library: Library) -> tuple[House, ...]:
    hours: dict[int, dict[int, list[tuple[time, time]]]] = {}
    for branch, weekday, opens, closes in OpeningHours.objects.filter(branch__library=library).values_list(
        "branch", "weekday", "opens", "closes"
    ):
        hours.setdefault(branch, {}).setdefault(weekday, []).append((opens, closes))
    since = date.today() - LOOKED_BACK  # noqa: DTZ011 -- a week back; the zone does not matter
    closings = list(Closing.objects.filter(library=library, day__gte=since).values_list("branch", "day", "reason"))
    return tuple(
        House(
            name,
            {day: tuple(spans) for day, spans in hours.get(pk, {}).items()},
            {day: reason for where, day, reason in closings if where in (None, pk)},
        )
        for pk, name in library.branches.values_list("pk", "name")
    )


def _editions(library: Library) -> tuple[KeptEdition, ...]:
    found = Edition.objects.decided().filter(guideline__library=library, guideline__layer="own").prefetch_related("points")
    return tuple(
        KeptEdition(
            one.number,
            one.valid_from,
            {point.anchor: KeptPoint(place, point.title) for place, point in enumerate(one.points.all(), 1)},
        )
        for one in found.order_by("-valid_from", "-number")
        if one.valid_from
    )
