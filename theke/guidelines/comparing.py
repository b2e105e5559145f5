"""Two editions side by side: which points came, went or changed, and word by word how."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from theke.guidelines.models import Edition, Point
from theke.guidelines.models.document import worded

Kind = Literal["same", "new", "gone", "changed"]
WORD = re.compile(r"\s+|[^\s\w]|\w+")
MOST_WORDS = 4_000
"""Longer texts are compared line by line."""


@dataclass(frozen=True)
class Piece:
    """Words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True)
class Change:
    """What became of one point."""

    anchor: str
    kind: Kind
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    do: tuple[Piece, ...]
    dont: tuple[Piece, ...]


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """One text as the other became it."""
    before, after = _cut(old), _cut(new)
    if len(before) + len(after) > MOST_WORDS:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    made: list[Piece] = []
    for act, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if act == "equal":
            made.append(Piece("same", "".join(before[a:b])))
            continue
        made += [Piece("gone", "".join(before[a:b]))] if b > a else []
        made += [Piece("new", "".join(after[c:d]))] if d > c else []
    return tuple(made)


def _cut(text: str) -> list[str]:
    return WORD.findall(text)


def compare(old: Edition | None, new: Edition, language: str | None = None) -> list[Change]:
    """Every point of both, in the order of the new one, those that went at the end; without an old one all are new."""
    before = {one.anchor: one for one in old.points.all()} if old else {}
    after = {one.anchor: one for one in new.points.all()}
    found = [_change(before.get(anchor), point, language) for anchor, point in after.items()]
    return found + [_change(point, None, language) for anchor, point in before.items() if anchor not in after]


def changed_anchors(old: Edition | None, new: Edition) -> dict[str, Kind]:
    """The points that are new or changed since an edition, in any language."""
    before = {one.anchor: _all(one) for one in old.points.all()} if old else {}
    return {
        one.anchor: "new" if one.anchor not in before else "changed"
        for one in new.points.all()
        if before.get(one.anchor) != _all(one)
    }


def _all(point: Point) -> tuple[object, ...]:
    return point.title, point.text, point.do, point.dont


def _change(old: Point | None, new: Point | None, language: str | None) -> Change:
    parts = dict(_parts(old, new, language))
    kind: Kind = "new" if old is None else "gone" if new is None else "changed"
    if kind == "changed" and all(one.kind == "same" for part in parts.values() for one in part):
        kind = "same"
    there = new or old
    return Change(there.anchor if there else "", kind, **parts)


def _parts(old: Point | None, new: Point | None, language: str | None) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    for name in ("title", "text", "do", "dont"):
        was = worded(getattr(old, name), language) if old else ""
        now = worded(getattr(new, name), language) if new else ""
        yield name, pieces(was, now)
