"""Dates and weekdays as people write them in German, Swedish and English.

A date needs a point or a stroke behind the day, or the name of a month, so that "Samstags 10-12" and "24/7" are none.
"""

import re
from calendar import isleap
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import islice, zip_longest
from typing import NamedTuple

from theke.guidelines.rules.listing import listed
from theke.guidelines.rules.wording import vocabulary

MONTH = {
    name: number
    for number, names in enumerate(
        (
            "januar januari january jan",
            "februar februari february feb",
            "märz mars march mär mrz mar",
            "april apr",
            "mai maj may",
            "juni june jun",
            "juli july jul",
            "august augusti aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "dezember december dez dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAY = {
    name: number
    for number, names in enumerate(
        (
            "montag mo måndag måndagen mån monday mon",
            "dienstag di tisdag tisdagen tis tuesday tue tues",
            "mittwoch mi onsdag onsdagen ons wednesday wed",
            "donnerstag do torsdag torsdagen tors thursday thu thurs",
            "freitag fr fredag fredagen fre friday fri",
            "samstag sonnabend sa lördag lördagen lör saturday sat",
            "sonntag so söndag söndagen sön sunday sun",
        )
    )
    for name in names.split()
}
NAMES = {
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    "sv": ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
SHORT_GERMAN = listed("mo di mi do fr sa so")

_M = "|".join(sorted(MONTH, key=len, reverse=True))
_W = "|".join(sorted(WEEKDAY, key=len, reverse=True))
ISO = re.compile(r"(?<![\w-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])")
POINTS = re.compile(r"(?<![\d.,:])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.(?:\s?(?P<y>\d{4})|(?P<yy>\d{2}))?(?!\d|\.\d)")
ONE_POINT = re.compile(r"(?<![\d.,:])(?P<d>\d{1,2})\.(?P<m>\d{1,2})(?![\d.:,]|\s?(?:Uhr|h\b|[-–]\s?\d|€|%))")
STROKE = re.compile(r"(?<![\w/.,])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:[-/ ](?P<y>\d{4})|[-/](?P<yy>\d{2}))?(?![\d/])")
NAMED = re.compile(
    rf"(?<![\d.,:])\b(?P<d>\d{{1,2}})(?:\.|st|nd|rd|th|:e)?\s?(?:of\s)?(?P<m>{_M})\b\.?(?:,?\s?(?P<y>\d{{4}})(?!\d))?",
    re.IGNORECASE,
)
NAME_FIRST = re.compile(
    r"\b(?P<m>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct"
    r"|Nov|Dec)\.?\s(?P<d>\d{1,2})(?:st|nd|rd|th)?(?!\d|[.:]\d|\s?(?:Uhr|%|am\b|pm\b|–\d|-\d))(?:,?\s(?P<y>\d{4})(?!\d))?"
)
WEEKDAY_BEFORE = re.compile(rf"\b(?P<w>{_W})\b\.?,?\s*(?:(?:den|der|dem|the|am|on)\s+)?$", re.IGNORECASE)
WEEKDAY_BEHIND = re.compile(rf"\s?\((?P<w>{_W})\b", re.IGNORECASE)
ANOTHER_BEFORE = re.compile(
    rf"\b(?:{_W})\.?s?\s?(?:bis|und|oder|sowie|till|och|eller|to|and|or|-|–|—|/|&|\+|,)\s?$", re.IGNORECASE
)
FIRST_OF_SPAN = re.compile(
    rf"(?:\b(?P<w>{_W})\b\.?,?\s*(?:den\s)?)?(?<![\d.:,])(?P<d>\d{{1,2}})(?P<dot>\.?)\s?(?:-|–|—|bis|und|och|till|to|and|/|&|\+)\s?"
    rf"(?:(?:{_W})\.?,?\s?)?(?:den\s)?$",
    re.IGNORECASE,
)
JOINS = re.compile(r"\s?(?:-|–|—|bis|bis zum|till|to|och|und|and)\s?(?:(?:\w{2,10})\.?,?\s?)?$", re.IGNORECASE)
TIME_BEFORE = re.compile(r"(?i)\b(?:um|kl\.?|klockan|gegen|at|uhr)\s?$")
OTHERWISE = re.compile(
    r"(?i)\b(?:bis|bis zum|bis einschließlich|spätestens|anmeldeschluss:?|nächste\w{0,2} [^!?\n]{0,40}|weitere\w{0,2} [^!?\n]{0,40}"
    r"|till|till och med|t\.o\.m\.?|senast|nästa [^!?\n]{0,40}|fler [^!?\n]{0,40}|until|till|by|next [^!?\n]{0,40}|more dates:?|geboren(?: am)?|född(?: den)?|born(?: on)?)"
    r"\s?(?:den\s|zum\s|the\s)?$"
)
EVERYDAY = frozenset({(24, 7), (1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 1)})
"""Day and month that are rather "always" or a fraction, unless a weekday or "den" stands before them."""
REACH = 26
MOST_NUMBERS = 2000
"""Of a text; a whole year's programme has fewer."""
DIGITS = re.compile(r"\d+")


class Written(NamedTuple):
    """A date in a text."""

    start: int
    end: int
    """Span, with the weekday that belongs to it."""
    day: int
    month: int
    year: int | None
    weekday: int | None = None
    """Monday 0, where one stands beside it."""
    weekday_name: str = ""

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has such a day at all."""
        year = self.year if self.year is not None else 2024  # a leap year
        try:
            date(year, self.month, self.day)
        except ValueError:
            return False
        return True

    def on(self, today: date) -> date | None:
        """The day that is meant: without a year its next occurrence, today included; None where there is no such day."""
        if not self.is_possible:
            return None
        if self.year is not None:
            return date(self.year, self.month, self.day)
        return _next(self.month, self.day, today)

    def last(self, today: date) -> date | None:
        """Its last occurrence before today, where no year is given."""
        if self.year is not None or not self.is_possible or (self.month, self.day) == (2, 29):
            return None
        this = date(today.year, self.month, self.day)
        return this if this < today else this.replace(year=today.year - 1)


def _next(month: int, day: int, today: date) -> date:
    year = today.year
    while (month, day) == (2, 29) and not isleap(year):
        year += 1
    found = date(year, month, day)
    return found if found >= today else _next(month, day, date(today.year + 1, 1, 1))


@lru_cache(maxsize=64)
def dates(text: str) -> tuple[Written, ...]:
    """The dates in a text in their order, also those that no calendar has, such as 31.11."""
    found: list[Written] = []
    taken = -1
    matches = [(one.start(), -len(one.group()), one) for one in _matches(text)]
    for _start, _length, match in sorted(matches, key=lambda one: one[:2]):
        if match.start() >= taken and (one := _read(text, match)):
            found += _before(text, match, one)
            found.append(one)
            taken = match.end()
    return tuple(_with_years(text, found))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What may be a date. Only where digits begin is looked, but for English dates, which begin with the month."""
    patterns = tuple(_patterns(text))
    for digits in islice(DIGITS.finditer(text), MOST_NUMBERS):
        for pattern in patterns:
            if found := pattern.match(text, digits.start()):
                yield found
    if not vocabulary(text).isdisjoint(MONTH):
        yield from islice(NAME_FIRST.finditer(text), MOST_NUMBERS)


def _patterns(text: str) -> Iterator[re.Pattern[str]]:
    if "." in text:
        yield from (POINTS, ONE_POINT)
    if "/" in text:
        yield STROKE
    if "-" in text:
        yield ISO
    if not vocabulary(text).isdisjoint(MONTH):
        yield NAMED


def _read(text: str, match: re.Match[str]) -> Written | None:
    parts = match.groupdict()
    day, month = int(parts["d"]), MONTH.get(parts["m"].lower()) or (int(parts["m"]) if parts["m"].isdigit() else 0)
    if not 1 <= month <= 12 or not 1 <= day <= (31 if match.re in {POINTS, ONE_POINT, STROKE} else 39):
        return None
    year = int(parts["y"]) if parts.get("y") else 2000 + int(parts["yy"]) if parts.get("yy") else None
    before = text[max(0, match.start() - REACH) : match.start()]
    beside = _weekday(before, text[match.end() : match.end() + REACH])
    if _is_something_else(match, before, beside is not None, (day, month), year):
        return None
    if year is not None and not 1 <= year <= 9998:
        return None
    if beside is None:
        return Written(match.start(), match.end(), day, month, year)
    name, start, end = beside
    start, end = min(match.start(), match.start() - len(before) + start if start >= 0 else match.start()), match.end() + end
    return Written(start, end, day, month, year, WEEKDAY[name.lower()] if name else None, name)


def _is_something_else(match: re.Match[str], before: str, beside: bool, numbers: tuple[int, int], year: int | None) -> bool:
    """A time of day, a fraction, around the clock: what looks like a date and is none."""
    if match.re is ONE_POINT:
        return not beside
    if match.re is POINTS and year is None:
        return bool(TIME_BEFORE.search(before))
    if match.re is STROKE and year is None and not beside:
        return numbers in EVERYDAY and not before.endswith("den ")
    return False


def _weekday(before: str, behind: str) -> tuple[str, int, int] | None:
    """The weekday that belongs to a date, where it begins in `before` (-1 for behind) and how far it reaches behind.

    Of a span of weekdays ("Montag bis Freitag, 23.11.") none belongs to the date: the name is empty then.
    """
    found = WEEKDAY_BEFORE.search(before)
    if found and _is_weekday(found["w"]):
        several = ANOTHER_BEFORE.search(before[: found.start()])
        return ("", found.start(), 0) if several else (found["w"], found.start(), 0)
    found = WEEKDAY_BEHIND.match(behind)
    return (found["w"], -1, found.end()) if found and _is_weekday(found["w"]) else None


def _is_weekday(name: str) -> bool:
    """German short forms have a capital: "so" and "do" are words."""
    return name.lower() not in SHORT_GERMAN or name[0].isupper()


def _before(text: str, match: re.Match[str], last: Written) -> list[Written]:
    """The first day of a span that names its month only once: "5.–8.12.", "24 och 25 november"."""
    stretch = text[max(0, match.start() - REACH) : match.start()]
    found = FIRST_OF_SPAN.search(stretch)
    if not found or not 1 <= int(found["d"]) < last.day or (match.re in {POINTS, ONE_POINT} and not found["dot"]):
        return []
    start = match.start() - len(stretch) + found.start()
    name = found["w"] or ""
    weekday = (
        WEEKDAY[name.lower()] if name and _is_weekday(name) and not ANOTHER_BEFORE.search(stretch[: found.start()]) else None
    )
    return [Written(start, start + len(found.group().rstrip()), int(found["d"]), last.month, last.year, weekday, name)]


def _with_years(text: str, found: list[Written]) -> Iterator[Written]:
    """The first of two dates joined to a span has the year of the second, or the one before."""
    for one, following in zip_longest(found, found[1:]):
        if one.year is None and following and following.year and JOINS.fullmatch(text[one.end : following.start] or " -"):
            yield one._replace(year=following.year - ((one.month, one.day) > (following.month, following.day)))
        else:
            yield one


def main_dates(text: str) -> list[Written]:
    """The dates in a text without those that are only a last day, a next time or a birthday."""
    return [one for one in dates(text) if not OTHERWISE.search(text, max(0, one.start - 60), one.start)]
