"""Open and closed: what a text says fits opening hours and holidays (R44), and somebody is there for the answers (R60)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from theke.guidelines.rules.base import Context, Draft, Entry, Finding, House
from theke.guidelines.rules.care import is_delicate
from theke.guidelines.rules.feastdays import FEAST, FEAST_WORDS, feast_day
from theke.guidelines.rules.listing import listed
from theke.guidelines.rules.marking import MOST, Head, mark
from theke.guidelines.rules.nearness import relatives
from theke.guidelines.rules.quoting import outside
from theke.guidelines.rules.reckoning import WEEKDAY, dates
from theke.guidelines.rules.texts import texts
from theke.guidelines.rules.wording import sentences, vocabulary
from theke.networks.base import gettext_noop
from theke.people.feasts import of_year

POINT = "2-our-task"
R44 = Head("R44", "warn", "6-mistakes")

HOLIDAY = gettext_noop("The text says open, but “%(seen)s” (%(day)s) is a holiday: %(name)s.")
CLOSED = gettext_noop("The text says open, but %(house)s is closed on “%(seen)s” (%(day)s).")
OPEN = gettext_noop("The text says closed, but by its opening hours %(house)s is open on “%(seen)s” (%(day)s).")
NOBODY_THERE = gettext_noop("Nobody is at work when this has gone out. Questions and objections would wait for an answer.")

COUNTRY = {"de": "DE", "sv": "SE"}
"""Whose holidays hold by the language of the text, where no region is known."""
IS_OPEN = re.compile(
    r"(?i)\b(?:geöffnet|(?:haben|hat|sind|ist|bleiben|bleibt)\b[^!?\n]{0,60}\b(?:offen|auf)\b(?!\s(?:de[rmn]|das|die|euch|sie|einen?|unsere[rmn]?|face|insta))"
    r"|öffnen wir|öffnet (?:die|das|um|ihre|wieder|auch|unsere)"
    r"|(?:har|håller|är|vi har) (?:vi |biblioteket |som vanligt |också |även )?öppet|öppet (?:som vanligt|kl|till|på|mellan|\d|idag|i dag|alla|även|också|hela)"
    r"|öppet (?=(?:den |lördag|söndag|måndag|tisdag|onsdag|torsdag|fredag|jul|nyår|påsk|midsommar|långfredag|annandag|trettond|första maj|nationaldag))|öppnar (?:vi|biblioteket|kl)|vi öppnar|öppna (?:som vanligt|på|till|idag|i dag)|öppet(?=\s*(?:$|[.!\n]))"
    r"|(?:we['’]re|we are|is|are|stays?|remains?|will be|be) (?:also |still )?open\b(?! to | for )|open (?:on|from|until|till|as usual|at|today|\d)"
    r"|opens? (?:on|at|from|again))"
)
IS_CLOSED = re.compile(
    r"(?i)\b(?:geschlossen|nicht geöffnet|schließen wir|schließt|bleib(?:t|en) (?:die \w+ |das \w+ )?zu\b|haben (?:wir )?zu\b"
    r"|stängt|stängda|stängd|inte öppet|håller stängt|closed|not open|will close|closes)\b"
)
STATES = listed(
    """geöffnet offen öffnen öffnet öppet öppnar öppna open opens geschlossen schließen schließt stängt stängda stängd closed close closes"""
)
STATE_VERBS = listed("haben hat bleibt bleiben sind ist")
WEAK_END = re.compile(r"\b(?:auf|zu)(?=[.,;!)\n]|$)")
"""Words that speak of opening hours only together."""
NOT_OURS = re.compile(
    r"(?i)\böppet (?:hus|fik|samtal|sinne|brev|möte|data)\b|\bopen (?:mic|air|house|source|access|library|data|stage|end|day)\b|meröppet|meröppna"
    r"|open library|ausnahmsweise|sonderöffnung|extraöppet|undantagsvis|exceptionally|buchhandlung|rathaus"
)
A_WEEKDAY = re.compile(
    r"(?i)(?<!\w)(?:am|kommenden|diesen|på|nu på|on|this) (?P<w>"
    + "|".join(name for name in WEEKDAY if len(name) > 5)
    + r")(?!\w)"
)
CLAUSE = re.compile(r",(?=\s)|;|\s[–-]\s|\s(?:aber|sondern|men|but|dafür)\s")


def hours_are_true(draft: Draft, context: Context) -> list[Finding]:
    """R44: no "open" on a holiday or a closed day, no "closed" when opening hours say open. Warns.

    Without a region the holidays of the country of the language hold. 24 and 31 December are matters of opening hours in Germany.
    """
    place = context.region or COUNTRY.get(draft.lang, "")
    found = []
    for text in texts(draft):
        told = _told(outside(text[1]), context.today)[:MOST]
        houses = _houses(text[1], context.houses) if told else ()
        found += [one for claim in told if (one := _wrong(text, claim, houses, place, draft.lang))]
    return found


Claim = tuple[int, int, date, bool]
"""Span of a day in the text, the day, and whether the text says open."""


@lru_cache(maxsize=64)
def _told(own: str, today: date) -> tuple[Claim, ...]:
    """What a text says of days: open or closed."""
    known = vocabulary(own)
    if known.isdisjoint(STATES) and not (WEAK_END.search(own) and not known.isdisjoint(STATE_VERBS)):
        return ()
    days = sorted(_days(own, today))
    return tuple(_claims(own, days)) if days else ()


def _claims(own: str, days: list[tuple[int, int, date]]) -> Iterator[Claim]:
    at = 0
    for begin, end in sentences(own):
        inside = []
        while at < len(days) and days[at][0] < end:
            inside.append(days[at])
            at += 1
        if inside and not NOT_OURS.search(own, begin, end):
            yield from _of_sentence(own, begin, end, inside)


def _of_sentence(own: str, begin: int, end: int, days: list[tuple[int, int, date]]) -> Iterator[Claim]:
    """Each day takes what its own clause says, else the next clause that says something, else the one before."""
    edges = [begin, *(cut.end() for cut in CLAUSE.finditer(own, begin, end)), end]
    said = [_says(own, first, last) for first, last in pairwise(edges)]
    clause = 0
    for start, stop, day in days[: 3 * MOST]:
        while clause + 1 < len(said) and edges[clause + 1] <= start:
            clause += 1
        near = (*said[clause : clause + MOST], *reversed(said[max(0, clause - MOST) : clause]))
        status = next((one for one in near if one is not None), None)
        if status is not None:
            yield start, stop, day, status


def _says(own: str, begin: int, end: int) -> bool | None:
    if IS_CLOSED.search(own, begin, end):
        return (
            None
            if IS_OPEN.search(own, begin, end) and not re.search(r"(?i)nicht geöffnet|inte öppet|not open", own[begin:end])
            else False
        )
    return True if IS_OPEN.search(own, begin, end) else None


def _days(own: str, today: date) -> Iterator[tuple[int, int, date]]:
    for one in dates(own):
        if (day := one.on(today)) is not None:
            yield one.start, one.end, day
    for start, end, after in relatives(own):
        yield start, end, today + timedelta(days=after)
    known = vocabulary(own)
    for found in () if known.isdisjoint(FEAST_WORDS) else FEAST.finditer(own):
        yield *found.span(), feast_day(found.group().lower(), today)
    taken = {one.start for one in dates(own)}
    for found in () if known.isdisjoint(WEEKDAY) else A_WEEKDAY.finditer(own):
        if found.start("w") not in taken:
            yield *found.span("w"), today + timedelta(days=(WEEKDAY[found["w"].lower()] - today.weekday()) % 7)


def _houses(text: str, houses: tuple[House, ...]) -> tuple[House, ...]:
    """The branches that a text names; all where it names none."""
    low = text.casefold()
    return tuple(house for house in houses if house.name.casefold() in low) or houses


def _wrong(text: tuple[str, str], claim: Claim, houses: tuple[House, ...], place: str, lang: str) -> Finding | None:
    start, end, day, says_open = claim
    shown = day.isoformat()
    states = [_is_open(house, day) for house in houses if house.hours]
    if not says_open:
        # Closed on a holiday is right, whatever the hours of the weekday are.
        wrong = bool(states) and all(states) and not holiday(place, day, lang)
        return mark(R44, OPEN, text, (start, end), day=shown, house=houses[0].name) if wrong else None
    if name := holiday(place, day, lang):
        return mark(R44, HOLIDAY, text, (start, end), day=shown, name=name)
    if states and not any(states):
        return mark(R44, CLOSED, text, (start, end), day=shown, house=houses[0].name)
    return None


def holiday(place: str, day: date, lang: str) -> str:
    """The name of the holiday on that day; empty where it is none."""
    return dict(of_year(place, day.year, lang)).get(day, "")


def _is_open(house: House, day: date) -> bool:
    return day not in house.closed and bool(house.hours.get(day.weekday()))


def somebody_is_there(draft: Draft, context: Context) -> list[Finding]:
    """R60: what invites answers goes out when somebody is at work. A hint, where the roster is known."""
    if context.staffed is not False:
        return []
    invites = draft.heated or any("?" in outside(text) or is_delicate(text) for _key, text in texts(draft))
    return [Finding("R60", "hint", POINT, NOBODY_THERE)] if invites else []


ENTRIES = (
    Entry("R44", "6-mistakes", "warn", gettext_noop("Opening hours are true"), hours_are_true),
    Entry("R60", POINT, "hint", gettext_noop("Somebody is there for answers"), somebody_is_there),
)
