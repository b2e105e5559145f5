"""Links, hashtags and names in a text, told by offsets in its UTF-8 bytes, as app.bsky.richtext.facet wants them.

Nothing of a text becomes a link by itself on this network; what is not told here stays plain text.
"""

from dataclasses import dataclass
from typing import Literal

import regex

LONGEST_TAG = 64
PUNCTUATION = ".,;:!?…'\"“”„»«"
LINK = regex.compile(r"(?<![\p{L}\p{N}_@/])(?:https?://|www\.)[^\s<>\"„“”«»]+", regex.IGNORECASE)
TAG = regex.compile(r"(?<![^\s(\[])[#＃](?!\ufe0f)([^\s#＃\u00ad\u2060\u200a-\u200d]+)")
NAME = regex.compile(
    r"(?<![^\s(\[])@((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?)(?![@\p{L}\p{N}_])", regex.IGNORECASE
)


@dataclass(frozen=True)
class Spot:
    """A part of a text that leads somewhere. `start` and `end` count bytes of UTF-8."""

    start: int
    end: int
    kind: Literal["link", "tag", "name"]
    value: str


def spots(text: str) -> list[Spot]:
    """All parts of the text that lead somewhere, in order; none lies within another."""
    links = [
        _spot(text, m.start(), m.start() + len(shown), "link", _whole(shown))
        for m in LINK.finditer(text)
        if (shown := _shown(m[0]))
    ]
    tags = [
        _spot(text, m.start(), m.end(1) - (len(m[1]) - len(tag)), "tag", tag) for m in TAG.finditer(text) if (tag := _tag(m[1]))
    ]
    names = [_spot(text, m.start(), m.end(1), "name", m[1].lower()) for m in NAME.finditer(text)]
    return _apart(sorted(links + tags + names, key=lambda spot: spot.start))


def _apart(found: list[Spot]) -> list[Spot]:
    kept: list[Spot] = []
    for spot in found:
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    return kept


def _spot(text: str, start: int, end: int, kind: Literal["link", "tag", "name"], value: str) -> Spot:
    begin = len(text[:start].encode())
    return Spot(begin, begin + len(text[start:end].encode()), kind, value)


def _shown(found: str) -> str:
    """An address without the punctuation of the sentence around it."""
    shown = found.rstrip(PUNCTUATION)
    while shown.endswith((")", "]")) and shown.count(shown[-1]) > shown.count({")": "(", "]": "["}[shown[-1]]):
        shown = shown[:-1].rstrip(PUNCTUATION)
    return shown if "." in shown or "localhost" in shown else ""


def _whole(shown: str) -> str:
    return shown if shown.lower().startswith("http") else f"https://{shown}"


def _tag(found: str) -> str:
    """A hashtag without the punctuation at its end; empty for bare numbers and for what is too long."""
    tag = regex.sub(r"\p{P}+$", "", found)
    return tag if regex.search(r"[^\p{N}\p{P}]", tag) and len(regex.findall(r"\X", tag)) <= LONGEST_TAG else ""
