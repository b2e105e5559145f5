"""The pattern of borrower cards: what it may be, and whether a number fits."""

import re
from typing import Literal

from django.utils.translation import gettext as _

LONGEST = 120
RUNS_AWAY = re.compile(r"[+*}]\s*\)\s*[+*{]|\\[1-9]|\(\?P?[<=!]|[+*]\s*[+*]")
"""Repetition of a repetition, references back and looking around: their time can explode, and a card number needs none of it."""
TWOFOLD = re.compile(r"\[\[|--|&&|~~|\|\|")
"""Signs that Python may take for operations on sets one day, and warns of."""
SAMPLES = ("", "a", "Bibliothek", "18")
"""A pattern that these fit is no pattern of a card."""

Check = Literal["", "luhn", "codabar"]


class Unusable(Exception):
    """Why a pattern cannot be used, in the reader's language."""


def compiled(pattern: str) -> "re.Pattern[str] | None":
    """The pattern ready to use; None for an empty one. Raises Unusable."""
    if not pattern:
        return None
    if RUNS_AWAY.search(pattern):
        raise Unusable(_("Please keep it simple: no repetition within a repetition and no looking around."))
    if doubled := TWOFOLD.search(pattern):
        raise Unusable(
            _("Please write “%(signs)s” once: twice it can be understood in two ways.") % {"signs": doubled.group()[0]}
        )
    try:
        found = re.compile(pattern)
    except re.error as trouble:
        raise Unusable(_("This is no regular expression: %(why)s.") % {"why": trouble.msg}) from None
    if any(found.fullmatch(sample) for sample in SAMPLES):
        raise Unusable(_("This fits almost any word. Please say how many digits a number has."))
    return found


def luhn(digits: str) -> bool:
    """Whether the last digit proves the others."""
    numbers = [int(sign) for sign in reversed(digits) if sign.isdecimal()]
    doubled = (2 * n - 9 if n > 4 else 2 * n for n in numbers[1::2])
    return len(numbers) > 1 and (sum(numbers[0::2]) + sum(doubled)) % 10 == 0


def fits(number: str, pattern: str, check: str) -> bool:
    """Whether a number is one of a borrower card. Raises Unusable for a pattern that is none."""
    found = compiled(pattern)
    plain = re.sub(r"[\s-]", "", number)
    shaped = found is not None and found.fullmatch(plain) is not None
    return shaped and (luhn(plain) if check in ("luhn", "codabar") else True)
