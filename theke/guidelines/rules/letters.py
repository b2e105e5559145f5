"""Letters that are letters (R38)."""

import re
import unicodedata
from functools import cache

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.texts import with_below
from theke.networks.base import gettext_noop

POINT = "4-law"
DISGUISES = ("<font>", "<wide>", "<super>", "<sub>", "<circle>", "<square>")
WORD = re.compile(r"\S+")
SUSPECT = re.compile(
    "[ªº\u02b0-\u02ff\u1d2c-\u1dff\u2070-\u209f\u2100-\u214f\u2460-\u24ff\u2c7c-\u2c7d\u3130-\u33ff\ua69c-\ua6ff\ua770-\uab6f\uff00-\uffff"
    "\U00010780-\U000107ff\U0001d400-\U0001d7ff\U0001e030-\U0001e06f\U0001f100-\U0001f2ff]"
)
"""Where signs stand that look like letters without being any; in most texts there are none."""
FEWEST = 2
FAKE = gettext_noop(
    "“%(seen)s” is made of signs that only look like letters. Screen readers spell them out or say nothing; “%(mend)s” works."
)


def letters_are_letters(draft: Draft, context: Context) -> list[Finding]:
    """R38: no mathematical or full-width signs in the place of letters. Warns.

    Compares letters only, each by itself, so that umlauts written as two signs (NFD) and emoji are left alone.
    """
    return [
        Finding(
            "R38",
            "warn",
            POINT,
            FAKE,
            {"seen": seen, "mend": mend},
            target=key,
            start=start,
            end=start + len(seen),
            seen=seen,
            mend=mend,
        )
        for key, text in with_below(draft)
        for start, seen, mend in _disguised(text)
    ]


def _disguised(text: str) -> list[tuple[int, str, str]]:
    """Each run of words with disguised letters: where, as written, and in plain letters."""
    if text.isascii() or not SUSPECT.search(text):
        return []
    runs: list[list[int]] = []
    for word in WORD.finditer(text):
        if sum(map(is_disguised, word.group())) < FEWEST:
            continue
        if runs and text[runs[-1][1] : word.start()] == " ":
            runs[-1][1] = word.end()
        else:
            runs.append([word.start(), word.end()])
    return [(start, text[start:end], _plain(text[start:end])) for start, end in runs]


@cache
def is_disguised(sign: str) -> bool:
    """Whether the sign stands for a Latin, Greek or Cyrillic letter without being one."""
    if sign.isascii() or not unicodedata.decomposition(sign).startswith(DISGUISES):
        return False
    letter = unicodedata.normalize("NFKC", sign)
    name = unicodedata.name(letter[0], "")
    # Bracketed and circled letters stand as signs ("So"); everything else of that kind, such as ™ or ℃, is no letter.
    like_letter = unicodedata.category(sign)[0] == "L" or (len(letter) == 1 and "CIRCLED" in unicodedata.name(sign, ""))
    return like_letter and name.startswith(("LATIN", "GREEK", "CYRILLIC"))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", sign) if is_disguised(sign) else sign for sign in text)


ENTRIES = (Entry("R38", POINT, "warn", gettext_noop("Real letters"), letters_are_letters),)
