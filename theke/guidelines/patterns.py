"""Templates to start from, in our own words and three languages: `words/*.json`."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_noop

from theke.guidelines.models.document import Worded

FOLDER = Path(__file__).parent / "words"
LANGUAGES = ("de", "sv", "en")


@dataclass(frozen=True)
class PatternPoint:
    """A point to start from, by language."""

    anchor: str
    title: Worded
    text: Worded
    do: Worded
    dont: Worded


@dataclass(frozen=True)
class Pattern:
    """A guideline to start from."""

    key: str
    intro: Worded
    points: tuple[PatternPoint, ...]


NAMES = {
    "seven_points": gettext_noop("Guideline in seven points"),
    "municipal": gettext_noop("Layer of a municipality"),
    "netiquette": gettext_noop("Netiquette for visitors"),
}
"""English msgids by key."""


@cache
def _read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@cache
def pattern(key: str) -> Pattern:
    """One of them. Raises KeyError for one that there is not."""
    if key not in NAMES:
        raise KeyError(key)
    found = _read(key)
    points = tuple(
        PatternPoint(one["anchor"], one["title"], one["text"], one.get("do", {}), one.get("dont", {}))
        for one in found["points"]
    )
    return Pattern(key, found["intro"], points)


@dataclass(frozen=True)
class Line:
    """A text for a profile or an imprint, with what has to be filled in."""

    kind: str
    longest: int
    """Characters that it was written for; 0 without a limit."""
    words: Worded

    def filled(self, language: str, **names: str) -> str:
        """In a language, with names filled in; what is not known stays to be seen in brackets."""
        text = self.words.get(language) or self.words["en"]
        for name, value in names.items():
            text = text.replace(f"[{name}]", value or f"[{name}]")
        return text


def lines() -> tuple[Line, ...]:
    """The texts for imprint, disclaimer and profile, the short ones first (A22)."""
    return tuple(Line(one["kind"], one["longest"], one["words"]) for one in _read("lines"))
