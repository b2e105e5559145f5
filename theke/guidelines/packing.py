"""A guideline to hand on: one JSON with the document and the weights of its rules, and the same to read (A05)."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext, gettext_noop

from theke.guidelines.editing import FIELDS, begin, draft_of
from theke.guidelines.keeping import Kept
from theke.guidelines.models import Edition, Guideline, Point, RuleSetting
from theke.guidelines.rules.table import TABLE
from theke.people.models import HistoryEntry, Person
from theke.ui.plain_input import cleaned

FORMAT = "theke-guideline/1"
TAKEN_OVER = gettext_noop("draft made from a package")
LARGEST = 1_000_000
MOST_POINTS = 60
LONGEST = 20_000
CODES = ("de", "sv", "en")

JSON = dict[str, Any]


class Unreadable(Exception):
    """No package of a guideline; an English msgid says why."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words

    @property
    def said(self) -> str:
        """In the reader's language."""
        return gettext(self.words)


NOT_JSON = gettext_noop("This file is no package: it cannot be read as JSON.")
ANOTHER_KIND = gettext_noop("This file is no package of a guideline, or of a kind that this desk does not know.")
NO_POINTS = gettext_noop("This package holds no points.")
TOO_LARGE = gettext_noop("This file is too large to be a guideline.")
A_DRAFT = gettext_noop("This layer has a draft already. Decide it or throw it away first.")


def package(edition: Edition, day: date) -> JSON:
    """The edition and the weights of its layer on a day, as plain JSON. Holds no name of a person."""
    guideline = edition.guideline
    rows = RuleSetting.objects.of(guideline.library).filter(guideline=guideline)
    settings = Kept(weights=tuple(rows)).settings(day)
    return {
        "format": FORMAT,
        "from": guideline.library.name,
        "layer": guideline.layer,
        "name": guideline.name,
        "edition": edition.number,
        "valid_from": edition.valid_from.isoformat() if edition.valid_from else None,
        "decided_by": edition.decided_by,
        "languages": edition.languages,
        "intro": edition.intro,
        "points": [{"anchor": one.anchor} | {name: getattr(one, name) for name in FIELDS} for one in edition.points.all()],
        "rules": {
            entry.id: (settings[entry.id].severity or "off") if entry.id in settings else entry.severity for entry in TABLE
        },
    }


def written(edition: Edition, day: date) -> str:
    """The package as text, the same for the same content."""
    return json.dumps(package(edition, day), ensure_ascii=False, indent=2) + "\n"


def read(raw: bytes) -> JSON:
    """A package from a file. Raises Unreadable."""
    if len(raw) > LARGEST:
        raise Unreadable(TOO_LARGE)
    try:
        found = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Unreadable(NOT_JSON) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Unreadable(ANOTHER_KIND)
    points = found.get("points")
    if not isinstance(points, list) or not points or not all(isinstance(one, dict) for one in points):
        raise Unreadable(NO_POINTS)
    return found


@transaction.atomic
def take_over(guideline: Guideline, found: Mapping[str, Any], *, by: Person) -> Edition:
    """A draft with the points of a package that `read` gave. Weights are shown there and not taken over: each needs its reason.

    Raises Unreadable where the layer has a draft already.
    """
    if draft_of(guideline):
        raise Unreadable(A_DRAFT)
    given = found.get("languages")
    languages = [code for code in CODES if isinstance(given, list) and code in given] or list(guideline.library.languages)
    made = begin(guideline, languages, by=by, intro=_worded(found.get("intro"), languages))
    taken: set[str] = set()
    for place, one in enumerate(found["points"][:MOST_POINTS], 1):
        anchor = _anchor(one.get("anchor"), place, taken)
        taken.add(anchor)
        words = {name: _worded(one.get(name), languages) for name in FIELDS}
        Point.objects.create(edition=made, anchor=anchor, position=place, **words)
    HistoryEntry.write(TAKEN_OVER, made, by=by, library=guideline.library, source=str(found.get("from", ""))[:120])
    return made


def _anchor(given: Any, place: int, taken: set[str]) -> str:
    anchor = slugify(str(given or ""))[:50] or f"{place}-point"
    return anchor if anchor not in taken else f"{anchor}-{place}"


def _worded(given: Any, languages: Sequence[str]) -> dict[str, str]:
    if not isinstance(given, dict):
        return {}
    return {code: cleaned(text)[:LONGEST].strip() for code in languages if isinstance(text := given.get(code), str)}


def kept_point(point: Point) -> str:
    """A point that is taken out of a draft, as text, so that it can be brought back."""
    words = {name: getattr(point, name) for name in FIELDS}
    return json.dumps({"anchor": point.anchor, "position": point.position} | words, ensure_ascii=False)


@transaction.atomic
def bring_back(edition: Edition, raw: str) -> Point | None:
    """Put a point back where it stood in its draft; None for what cannot be read or is there again."""
    try:
        found = json.loads(raw[:LARGEST])
        anchor, position = str(found["anchor"])[:60], int(found["position"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not edition.is_draft or not slugify(anchor) or edition.points.filter(anchor=anchor).exists():
        return None
    words = {name: _worded(found.get(name), CODES) for name in FIELDS}
    return Point.objects.create(edition=edition, anchor=slugify(anchor), position=min(max(position, 0), MOST_POINTS), **words)
