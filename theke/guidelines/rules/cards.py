"""Numbers of borrower cards: by the library's own pattern, or because the words say so (R09)."""

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

import regex

from theke.guidelines.rules import checksums
from theke.guidelines.rules.masking import at_digits

BEFORE = re.compile(r"(?<![\w.,/+-])[A-Za-z]{1,4}[ -]?$")
TOKEN = re.compile(r"(?<![\d.,/+])\d[A-Za-z\d]{0,39}(?:[ -]\d[A-Za-z\d]{0,39}){0,8}(?!\w)")
GROUP = re.compile(r"[A-Za-z\d]+")
NUMBER = re.compile(r"(?<!\d[.,/-])\d(?:[ -]?\d){4,19}(?![\w]|[.,/]\d)")
SAID = re.compile(
    r"(?i)(?:(?:leser|bibliotheks|bücherei|benutzer|benutzungs|nutzer)-?(?:ausweis|karte|nummer|konto)(?:s|es)?|lesekarte|ausweis"
    r"|bibliotekskort(?:et|s)?|lånekort(?:et|s)?|kort|låntagar|låne|library card|borrower(?:'s)?(?: card)?|card)"
    r"(?:[ -]?(?:nummer|numret|nr\.?|number|no\.))?"
    r"[ ]?[:#=(]?(?:[ ](?:ist|lautet|war|är|is|mit der|med|with)(?: (?:die|der|the))?(?:[ ](?:nummer|nr\.?|number))?)?[ :]{0,2}"
    r"(?P<letters>(?:[A-Z]{1,4}[ -]?)?)$"
)
BARE = re.compile(r"(?i)^(?:ausweis|kort|card|låne|låntagar)(?=[ :#=(])(?![ -]?(?:nummer|numret|nr|number|no\.))")
LONGEST_WORDS = 70
SECONDS = 0.02
"""The longest that the pattern which a library has entered may take for one number."""


def cards_in(left: str, pattern: str, check: str) -> Iterator[tuple[int, int]]:
    """Where card numbers stand. `left` is the text with everything blanked that is something else; `pattern` and `check` are the library's."""
    places = sorted({*_said(left), *_matching(left, pattern, check)})
    end = 0
    for place in places:
        if place[0] >= end:
            end = place[1]
            yield place


def _said(left: str) -> Iterator[tuple[int, int]]:
    for found in at_digits(NUMBER, left):
        before = SAID.search(left[max(0, found.start() - LONGEST_WORDS) : found.start()])
        if before and not BARE.match(before.group()):
            yield found.start() - len(before["letters"]), found.end()


def _matching(left: str, pattern: str, check: str) -> Iterator[tuple[int, int]]:
    known = _compiled(pattern) if pattern else None
    for found in at_digits(TOKEN, left) if known is not None else ():
        start, end = found.span()
        before = BEFORE.search(left[max(0, start - 6) : start])
        start -= len(before.group()) if before else 0
        groups = ((start + one.start(), start + one.end()) for one in GROUP.finditer(left[start:end]))
        fitting = (place for place in ((start, end), *groups) if known and _fits(known, left[place[0] : place[1]], check))
        yield from itertools.islice(fitting, 1)


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> "regex.Pattern[str] | None":
    """The library's pattern; None where it is none."""
    try:
        return regex.compile(pattern)
    except regex.error:
        return None


@lru_cache(maxsize=4096)
def _fits(known: "regex.Pattern[str]", written: str, check: str) -> bool:
    compact = re.sub(r"[ -]", "", written)
    try:
        matches = known.fullmatch(written, timeout=SECONDS) or known.fullmatch(compact, timeout=SECONDS)
    except TimeoutError:  # a pattern that explodes fits nothing
        return False
    return bool(matches) and _checked(compact, check)


def _checked(signs: str, check: str) -> bool:
    if check == "luhn":
        return checksums.luhn(re.sub(r"\D", "", signs))
    return check != "codabar" or checksums.codabar(signs)
