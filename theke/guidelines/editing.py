"""Drafts of an edition: started from a template or from the last edition, and worked on point by point."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext_noop

from theke.guidelines.models import Edition, Guideline, Point
from theke.guidelines.models.document import Worded, worded
from theke.guidelines.patterns import Pattern
from theke.people.models import HistoryEntry, Person

DRAFT_BEGUN = gettext_noop("draft begun")
DRAFT_DROPPED = gettext_noop("draft dropped")
FIELDS = ("title", "text", "do", "dont")


class NotADraft(Exception):
    """A decided edition never changes."""


def draft_of(guideline: Guideline) -> Edition | None:
    """The layer's draft, where there is one."""
    return guideline.editions.filter(decided_at=None).first()


@transaction.atomic
def begin(guideline: Guideline, languages: Iterable[str], *, by: Person | None, intro: Worded | None = None) -> Edition:
    """An empty draft with the next number; the draft there is, where somebody has begun one already."""
    there = draft_of(guideline)
    if there is not None:
        return there
    last = guideline.editions.aggregate(last=Max("number"))["last"] or 0
    made = Edition.objects.create(guideline=guideline, number=last + 1, languages=list(languages), intro=intro or {}, by=by)
    HistoryEntry.write(DRAFT_BEGUN, made, by=by, library=guideline.library)
    return made


@transaction.atomic
def from_pattern(guideline: Guideline, pattern: Pattern, languages: list[str], *, by: Person | None) -> Edition:
    """A draft with the points of a template, in the languages wanted."""
    if draft_of(guideline):
        return begin(guideline, languages, by=by)
    made = begin(guideline, languages, by=by, intro=_only(pattern.intro, languages))
    Point.objects.bulk_create(
        Point(
            edition=made,
            anchor=one.anchor,
            position=place,
            **{name: _only(getattr(one, name), languages) for name in FIELDS},
        )
        for place, one in enumerate(pattern.points, 1)
    )
    return made


@transaction.atomic
def from_last(guideline: Guideline, *, by: Person | None) -> Edition:
    """A draft that begins as the last decided edition ends; an empty one where nothing was decided."""
    last = guideline.editions.decided().first()
    if last is None or draft_of(guideline):
        return begin(guideline, guideline.library.languages, by=by)
    made = begin(guideline, last.languages, by=by, intro=dict(last.intro))
    Point.objects.bulk_create(
        Point(edition=made, anchor=one.anchor, position=one.position, **{name: getattr(one, name) for name in FIELDS})
        for one in last.points.all()
    )
    return made


def _only(words: Worded, languages: Iterable[str]) -> Worded:
    return {code: words[code] for code in languages if words.get(code)}


def _open(edition: Edition) -> None:
    if not edition.is_draft:
        raise NotADraft


@transaction.atomic
def add_point(edition: Edition, title: Worded) -> Point:
    """A point at the end. Its anchor is made from its title and stays. Raises NotADraft."""
    _open(edition)
    points = list(edition.points.all())
    place = max((one.position for one in points), default=0) + 1
    taken = {one.anchor for one in points}
    stem = f"{place}-{slugify(worded(title))[:48].strip('-') or 'point'}"
    anchor = next(name for n in range(1, len(taken) + 3) if (name := stem if n == 1 else f"{stem}-{n}") not in taken)
    return Point.objects.create(edition=edition, anchor=anchor, position=place, title=title)


@transaction.atomic
def move_point(point: Point, step: int) -> None:
    """One place up (-1) or down (1). Raises NotADraft."""
    _open(point.edition)
    order = list(point.edition.points.all())
    here = order.index(point)
    there = min(max(here + step, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    for place, one in enumerate(order, 1):
        Point.objects.filter(pk=one.pk).update(position=place)


@transaction.atomic
def drop_draft(edition: Edition, *, by: Person) -> None:
    """Throw a draft away. Raises NotADraft."""
    _open(edition)
    HistoryEntry.write(DRAFT_DROPPED, edition, by=by, library=edition.guideline.library)
    edition.delete()


def missing(edition: Edition) -> list[tuple[Point | None, str]]:
    """Which point lacks title or text in which language; (None, "") where there is no point at all."""
    lacks: list[tuple[Point | None, str]] = []
    for one in edition.points.all():
        lacks += [(one, code) for code in edition.languages if not one.title.get(code) or not one.text.get(code)]
    return lacks if edition.points.exists() else [(None, "")]
