"""The words around what was found."""

import re
import unicodedata

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

AROUND = 60
LONGEST = 160


def _flat(text: str) -> str:
    """Without accents and in lower case, letter for letter, so that places stay the same."""
    return "".join((unicodedata.normalize("NFD", sign)[0] or sign).lower()[:1] or sign for sign in text)


def excerpt(text: str, words: list[str]) -> SafeString:
    """A piece of the text around the first word found, each beginning of a word that fits marked."""
    line = " ".join(text.split())
    flat = _flat(line)
    sought = [_flat(word) for word in words]
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sought)) + r")\w*") if sought else None
    first = pattern.search(flat) if pattern else None
    start = _word_after(line, first.start() - AROUND) if first else 0
    end = min(len(line), start + LONGEST)
    shown = _marked(line, flat, pattern, start, end)
    return format_html("{}{}{}", "… " if start else "", shown, " …" if end < len(line) else "")


def _word_after(line: str, place: int) -> int:
    """Where the first whole word begins after a place; the place itself where no word begins for long."""
    if place <= 0:
        return 0
    gap = line.find(" ", place - 1, place + AROUND // 2)
    return gap + 1 if gap >= 0 else place


def _marked(line: str, flat: str, pattern: re.Pattern[str] | None, start: int, end: int) -> SafeString:
    pieces, at = [], start
    for hit in pattern.finditer(flat, start, end) if pattern else ():
        pieces += [escape(line[at : hit.start()]), format_html("<mark>{}</mark>", line[hit.start() : hit.end()])]
        at = hit.end()
    return mark_safe("".join((*pieces, escape(line[at:end]))))  # noqa: S308 -- every piece is escaped above
