"""Holidays by their names, and on which day they fall next."""

import re
from datetime import date, timedelta

FEAST_NAMES = {
    "karfreitag": "easter-2", "ostersonntag": "easter+0", "ostermontag": "easter+1", "pfingstmontag": "easter+50", "pfingstsonntag": "easter+49",
    "christi himmelfahrt": "easter+39", "fronleichnam": "easter+60", "neujahr": "1-1", "neujahrstag": "1-1", "allerheiligen": "11-1",
    "tag der deutschen einheit": "10-3", "reformationstag": "10-31", "heiligabend": "12-24", "heiligabends": "12-24", "silvester": "12-31",
    "1. weihnachtstag": "12-25", "2. weihnachtstag": "12-26", "ersten weihnachtstag": "12-25", "zweiten weihnachtstag": "12-26",
    "tag der arbeit": "5-1", "heilige drei könige": "1-6", "dreikönig": "1-6",
    "långfredagen": "easter-2", "långfredag": "easter-2", "påskdagen": "easter+0", "annandag påsk": "easter+1", "påskafton": "easter-1",
    "kristi himmelsfärdsdag": "easter+39", "pingstdagen": "easter+49", "nyårsdagen": "1-1", "nyårsafton": "12-31", "julafton": "12-24",
    "juldagen": "12-25", "annandag jul": "12-26", "annandagen": "12-26", "trettondagen": "1-6", "trettondedag jul": "1-6",
    "första maj": "5-1", "nationaldagen": "6-6", "sveriges nationaldag": "6-6", "midsommarafton": "midsummer-1", "midsommardagen": "midsummer+0",
    "christmas eve": "12-24", "christmas day": "12-25", "boxing day": "12-26", "new year's eve": "12-31", "new year's day": "1-1",
    "good friday": "easter-2", "easter monday": "easter+1", "midsummer's eve": "midsummer-1", "midsummer eve": "midsummer-1",
}  # fmt: skip
FEAST_WORDS = frozenset(max(re.findall(r"[^\W_]+", name), key=len) for name in FEAST_NAMES)
"""One word of each, by which a text can be asked quickly."""
FEAST = re.compile(r"(?i)(?<![\w-])(?:" + "|".join(map(re.escape, sorted(FEAST_NAMES, key=len, reverse=True))) + r")(?![\w-])")


def feast_day(name: str, today: date) -> date:
    """The next day of that name, today included."""
    this = _feast(FEAST_NAMES[name], today.year)
    return this if this >= today else _feast(FEAST_NAMES[name], today.year + 1)


def _feast(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    if rule.startswith("midsummer"):
        # The Saturday from 20 to 26 June.
        first = date(year, 6, 20)
        return first + timedelta(days=(5 - first.weekday()) % 7 + int(rule[9:]))
    month, day = rule.split("-")
    return date(year, int(month), int(day))


def easter(year: int) -> date:
    """Easter Sunday by the rule of Gauss, in the form of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)
