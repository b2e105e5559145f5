"""Times of day as people write them in German, Swedish and English."""

import re
from datetime import time
from functools import lru_cache
from itertools import islice

from theke.guidelines.rules.reckoning import DIGITS, MOST_NUMBERS

TIMES = re.compile(
    r"(?<![\d.,:/])(?:(?P<h4>1[0-2]|[1-9])(?:[:.](?P<m4>[0-5]\d))?\s?(?P<half>[ap])\.?m\b"
    r"|(?P<h1>[01]?\d|2[0-4])[:.](?P<m1>[0-5]\d)(?![\d.])"
    r"|(?P<h2>[01]?\d|2[0-4])(?=(?:[–-]| bis )[\d.:]{1,5}\s?Uhr|\s?Uhr|\s?h\b)"
    r")"
)
CLOCK_TIME = re.compile(r"(?P<h1>[01]?\d|2[0-4])(?:[.:](?P<m1>[0-5]\d))?(?!\d)")
CLOCK = ("kl ", "kl. ", "kl.", "kl", "klockan ", "klockan")
BEHIND_TIME = re.compile(r"\s?(?:[–-]|bis|till|to)\s?(?P<h>[01]?\d|2[0-4])(?:[:.](?P<m>[0-5]\d))?(?![\d.])")


@lru_cache(maxsize=64)
def times(text: str) -> tuple[tuple[int, int, time], ...]:
    """The times of day in a text with their spans; of "18–20 Uhr" both."""
    found: list[tuple[int, int, time]] = []
    taken = 0
    for digits in islice(DIGITS.finditer(text), MOST_NUMBERS):
        match = _time_at(text, digits.start()) if digits.start() >= taken else None
        if match is None:
            continue
        taken = match.end()
        found.append((*match.span(), _read_time(match)))
        if behind := BEHIND_TIME.match(text, taken):
            taken = behind.end()
            found.append((behind.start("h"), taken, time(int(behind["h"]) % 24, int(behind["m"] or 0))))
    return tuple(found)


def _time_at(text: str, start: int) -> re.Match[str] | None:
    """The time that begins with the digits here; after "kl" a bare hour is one."""
    after_clock = text[max(0, start - 8) : start].lower().endswith(CLOCK)
    return TIMES.match(text, start) or (CLOCK_TIME.match(text, start) if after_clock else None)


def _read_time(match: re.Match[str]) -> time:
    parts = match.groupdict()
    hour = int(next(parts[name] for name in ("h1", "h2", "h4") if parts.get(name)))
    minute = int(next((parts[name] for name in ("m1", "m4") if parts.get(name)), 0))
    if parts.get("half"):
        hour = hour % 12 + (12 if parts["half"] == "p" else 0)
    return time(hour % 24, minute)
