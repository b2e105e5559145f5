"""Quotations are short and have a source; poems need a permission (R49)."""

import re
from typing import Any

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.marking import MOST, Head, mark
from theke.guidelines.rules.quoting import quotations
from theke.guidelines.rules.texts import texts
from theke.networks.base import gettext_noop

POINT = "4-law"
R49 = Head("R49", "warn", POINT)
LONGEST = 25
NEAR = 90
LINES = 3
LINE_WORDS = 12
STROKES = re.compile(r"\s/\s")
SOURCE_BEHIND = re.compile(
    r"^\W{0,8}(?:[–—-]\s?[A-ZÅÄÖÜÉ]|\(?(?:[Qq]uelle|[Kk]älla|[Ss]ource|[Aa]us|[Uu]r|[Ff]rom|[Vv]on|[Aa]v|[Bb]y|[Zz]itat|[Ss]\.|[Ss]id\.)\b"
    r"|\(?[A-ZÅÄÖÜÉ][\w’.-]{1,30} [A-ZÅÄÖÜÉ]|(?:sagt|sagte|schreibt|schrieb|meint|so|säger|sade|skriver|skrev|menar|says|said|writes|wrote)\s+(?:\w+\s+){0,3}[A-ZÅÄÖÜÉ])"
)
SOURCE_BEFORE = re.compile(
    r"(?i)\b(?:quelle|källa|source|sagt|sagte|schreibt|schrieb|meint|erzählt|laut|enligt|säger|sade|skriver|skrev|menar|says|said"
    r"|writes|wrote|according to)\b[^\n]{0,60}(?-i:[A-ZÅÄÖÜÉ])\w+[^\n]{0,30}$"
    r"|(?-i:[A-ZÅÄÖÜÉ])[\w’-]+(?: (?-i:[A-ZÅÄÖÜÉ])[\w’-]+)?[^\n]{0,30}(?:sagt|sagte|schreibt|schrieb|meint|erzählt|säger|sade|skriver|skrev|berättar|menar|says|said|writes"
    r"|wrote|tells us)\s?[:,]?\s?$"
    r"|(?-i:[A-ZÅÄÖÜÉ])[\w’-]+ (?-i:[A-ZÅÄÖÜÉ])[\w’-]+\s?:\s?$"
)
NO_SOURCE = gettext_noop(
    "This quotation has %(count)s words and no source. Say who said it where, or quote less: up to %(most)s words."
)
POEM = gettext_noop(
    "This looks like a poem. A poem is a work of its own: it needs a permission, unless its author has been dead for 70 years."
)


def quotations_are_fair(draft: Draft, context: Context) -> list[Finding]:
    """R49: over 25 words with a source near, and no poems. Warns, unless a permission is recorded."""
    if draft.quotes_with_leave:
        return []
    found = []
    for text in texts(draft):
        told = [(span, *said) for span in quotations(text[1]) if (said := _trouble(text[1], span))]
        found += [mark(R49, words, text, span, **facts) for span, words, facts in told[:MOST]]
    return found


def _trouble(text: str, span: tuple[int, int]) -> tuple[str, dict[str, Any]] | None:
    """What is to be said of a quotation."""
    inner = text[span[0] : span[1]]
    count = len(inner.split())
    if _is_poem(inner):
        return POEM, {}
    if count <= LONGEST or _has_source(text, span):
        return None
    return NO_SOURCE, {"count": count, "most": LONGEST}


def _is_poem(inner: str) -> bool:
    """Three or more short lines, or as many parted by strokes."""
    lines = [line for line in inner.splitlines() if line.strip(' >\t„“”"»«')]
    if len(lines) < LINES:
        lines = STROKES.split(inner)
    return len(lines) >= LINES and all(len(line.split()) <= LINE_WORDS for line in lines)


def _has_source(text: str, span: tuple[int, int]) -> bool:
    before, behind = text[max(0, span[0] - NEAR) : span[0]], text[span[1] : span[1] + NEAR]
    last_line = text[span[0] : span[1]].rstrip('“”"»«').rsplit("\n", 1)[-1].lstrip("> \t")
    return bool(SOURCE_BEHIND.search(behind) or SOURCE_BEFORE.search(before) or re.match(r"[–—-]\s?[A-ZÅÄÖÜÉ]", last_line))


ENTRIES = (Entry("R49", POINT, "warn", gettext_noop("Quotations short and with their source"), quotations_are_fair),)
