"""Today, tomorrow, and what is over: words that are right only on their day (R42), and events in the past (R43)."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from theke.guidelines.rules.base import Context, Draft, Entry, Finding, Happening, Severity
from theke.guidelines.rules.clock import times
from theke.guidelines.rules.marking import MOST, Head, mark
from theke.guidelines.rules.quoting import is_within, quotations, titles
from theke.guidelines.rules.reckoning import Written, dates, main_dates
from theke.guidelines.rules.texts import texts
from theke.guidelines.rules.wording import sentence_at, vocabulary
from theke.networks.base import gettext_noop

POINT = "6-mistakes"
R42 = Head("R42", "warn", POINT)

NOT_THAT_DAY = gettext_noop(
    "“%(seen)s” will be %(day)s when this goes out, but the text is about another day. Name the day instead."
)
OVER = gettext_noop("When this goes out, “%(seen)s” is over.")
EVENT_OVER = gettext_noop("When this goes out, “%(event)s” is over.")

RELATIVE = {
    "heute": 0, "morgen": 1, "übermorgen": 2, "gestern": -1, "vorgestern": -2,
    "idag": 0, "ikväll": 0, "imorgon": 1, "imorron": 1, "igår": -1, "today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1,
}  # fmt: skip
FIRST_WORDS = frozenset(RELATIVE) | {"this"}
RELATIVE_WORD = re.compile(
    r"(?i)(?<![\w#@-])(?:(?P<early>heute morgen|this morning)|(?P<word>heute|übermorgen|vorgestern|gestern|morgen|idag|ikväll"
    r"|imorgon|imorron|igår|today|tonight|tomorrow|yesterday)|i (?P<sv>dag|kväll|morgon|övermorgon|går))(?![\w-])"
)
SWEDISH = {"dag": 0, "kväll": 0, "morgon": 1, "övermorgon": 2, "går": -1}
NOT_MEANT_BEFORE = re.compile(
    r"(?i)\b(?:ab|seit|bis|noch|schon|von|für|auf|am|guten|jeden|der|den|dem|diesem|jedem|diesen|eines|vom|gegen|sonntag|über|fram till"
    r"|från och med|fr\.o\.m\.?|från|sedan|redan|till och med|t\.o\.m\.?|ända till|än|av|god|varje|from|since|until|till|of|still|even|only|as of)\s$"
)
NOT_MEANT_BEHIND = re.compile(
    r"(?i)\s?(?:(?:in |im jahr |år )?1\d{3}\b|noch\b|schon\b|vor \d|vor (?:ein|zwei|drei|zehn|hundert)|für \d|redan\b|för \d|in history|still\b|already\b|,? 1?\d?\d jahre)"
)
OTHER_MATTER = re.compile(
    r"(?i)anmeld|melde[tn]? |vorverkauf|ticket|\bkarten\b|reservier|stell(?:en|t|e) |vorgestellt|erschien|\bneu\b|buchtipp|empfehl|denkt (?:schon )?an"
    r"|anmäl|biljett|boka\b|bokningen|tipsar|påminn|\bny\b|nya|register|sign up|booking|book your|recommend|remind|\bnew\b|erinner|programm"
    r"|plakat|verlos|gewinn|frågar|fragen wir"
)
INVITES = re.compile(
    r"(?i)\b(?:kommt|komm|kommen sie|schaut vorbei|seid dabei|sei dabei|einladung|laden (?:wir )?(?:euch|sie|dich|herzlich|ein)|wir laden|lädt"
    r"|anmeld\w*|meldet|anmelden|eintritt|wir freuen uns auf|freuen uns auf|findet|beginnt|liest|lesen wir|startet|kostenlos|kostenfrei|tickets?"
    r"|kom|välkommen|välkomna|anmäl\w*|inbjud\w*|fri entré|fritt inträde|läser|börjar|startar|missa inte|boka"
    r"|come|join us|join|welcome|register|sign up|free entry|free admission|starts|begins|reads|don't miss|see you)\b"
)
TELLS = re.compile(
    r"(?i)\b(?:war|waren|wurde|wurden|las|lasen|hat|hatte|hatten|kamen|gab|rückblick|rückschau|danke|dankeschön|vielen dank|letzte[nrs]?|vergangene[nrs]?"
    r"|fand|fanden|gefeiert|gewesen|gegründet|seit|starb|geboren|vor \d+ jahren"
    r"|var|blev|läste|hade|kom så många|fick|tack|förra|i går|igår|tillbakablick|grundades|sedan|föddes|dog"
    r"|was|were|had|thank|thanks|last|came|looking back|founded|since|born|died)\b"
)
ONGOING = re.compile(r"(?i)\b(?:ab|seit|von|från|from|since)\s(?:kl\.?\s?|klockan\s)?$")
LONGEST_PAST = timedelta(days=400)


@lru_cache(maxsize=64)
def relatives(text: str) -> tuple[tuple[int, int, int], ...]:
    """The words for today, tomorrow and their neighbours that mean that very day: span, and days after today."""
    known = vocabulary(text)
    if known.isdisjoint(FIRST_WORDS) and not ("i" in known and not known.isdisjoint(SWEDISH)):
        return ()
    return tuple(_relatives(text))


def _relatives(text: str) -> Iterator[tuple[int, int, int]]:
    for found in RELATIVE_WORD.finditer(text):
        before, behind = text[max(0, found.start() - 16) : found.start()], text[found.end() : found.end() + 16]
        if NOT_MEANT_BEFORE.search(before) or NOT_MEANT_BEHIND.match(behind):
            continue
        word = (found["word"] or "").lower()
        if word == "morgen" and not _is_tomorrow(text, found):
            continue
        after = 0 if found["early"] else RELATIVE[word] if word else SWEDISH[found["sv"].lower()]
        yield found.start(), found.end(), after


def _is_tomorrow(text: str, found: re.Match[str]) -> bool:
    """Whether it is the day after: "Morgen" with a capital is the morning, unless it begins a sentence."""
    if found.group()[0].islower():
        return True
    before = text[: found.start()].rstrip(' „"»*')[-1:]
    return not before or before in ".!?\n:–-|"


def near_words_fit_their_day(draft: Draft, context: Context) -> list[Finding]:
    """R42: "today" goes out on the day that the text or its event is about. Warns; only where there is such a day."""
    found = []
    for text in texts(draft):
        near = relatives(text[1])[: 5 * MOST]
        days = _days_of(draft, context, text[1]) if near else set()
        if days:
            wrong = [one for one in near if _misses(text[1], one, context.today, days)]
            found += [_not_that_day(text, one, context.today) for one in wrong[:MOST]]
    return found


def _not_that_day(text: tuple[str, str], one: tuple[int, int, int], today: date) -> Finding:
    return mark(R42, NOT_THAT_DAY, text, one[:2], day=(today + timedelta(days=one[2])).isoformat())


def _days_of(draft: Draft, context: Context, text: str) -> set[date]:
    """The days that the text names; where it names none, those of its event."""
    both = (day for one in main_dates(text) for day in (one.on(context.today), one.last(context.today)) if day)
    named = {day for day in both if abs(day - context.today) < LONGEST_PAST}
    if draft.event is None:
        return named
    first = draft.event.starts.astimezone(context.zone).date()
    last = (draft.event.ends or draft.event.starts).astimezone(context.zone).date()
    return named | {first + timedelta(days=more) for more in range(min((last - first).days, 400) + 1)}


def _misses(text: str, one: tuple[int, int, int], today: date, days: set[date]) -> bool:
    start, end, after = one
    day = today + timedelta(days=after)
    if day in days or any((day.month, day.day) == (other.month, other.day) for other in days):
        return False
    if _is_said(text, start):
        return False
    begin, close = sentence_at(text, start)
    return not OTHER_MATTER.search(text, max(begin, start - 90), min(close, end + 90))


def events_are_ahead(draft: Draft, context: Context) -> list[Finding]:
    """R43: nobody is invited to what is over. Warns; blocks where the text says that it is today."""
    here = context.at.astimezone(context.zone)
    if draft.event is not None and (draft.event.ends or draft.event.starts) < context.at:
        return _event_over(draft, draft.event)
    return [found for text in texts(draft) for found in _over_today(text, here) or _over_before(text, here.date())]


def _event_over(draft: Draft, event: Happening) -> list[Finding]:
    if any(TELLS.search(text) and not INVITES.search(text) for _key, text in texts(draft)):
        return []
    calls = any(after == 0 for _key, text in texts(draft) for _s, _e, after in relatives(text))
    weight: Severity = "block" if calls else "warn"
    return [Finding("R43", weight, POINT, EVENT_OVER, {"event": event.title})]


def _over_today(text: tuple[str, str], here: datetime) -> list[Finding]:
    """Of "today at 10" when it is past ten."""
    for start, end, after in relatives(text[1]):
        begin, close = sentence_at(text[1], start)
        named = [one for one in times(text[1]) if begin <= one[0] < close] if after == 0 else []
        if not named or not _all_over(text[1], named, here.time()):
            continue
        if not _is_said(text[1], start) and not TELLS.search(text[1], begin, close):
            return [mark(Head("R43", "block", POINT), OVER, text, (min(start, named[0][0]), max(end, named[-1][1])))]
    return []


def _is_said(text: str, start: int) -> bool:
    """Whether the place lies in a title or a quotation."""
    return is_within(titles(text), start) or is_within(quotations(text), start)


def _all_over(text: str, named: list[tuple[int, int, time]], now: time) -> bool:
    """Whether the last time is past; "from 10" alone goes on."""
    if len(named) == 1 and ONGOING.search(text, max(0, named[0][0] - 16), named[0][0]):
        return False
    return max(at for _start, _end, at in named) < now and all(at != time(0) for _start, _end, at in named)


def _over_before(text: tuple[str, str], today: date) -> list[Finding]:
    """An invitation all of whose days are past."""
    named = dates(text[1])
    if not named or not all(_past(one, today) for one in named) or relatives(text[1]):
        return []
    if not INVITES.search(text[1]) or TELLS.search(text[1]):
        return []
    return [mark(Head("R43", "warn", POINT), OVER, text, (named[0].start, named[-1].end))]


def _past(one: Written, today: date) -> bool:
    """Whether a date is surely past: by its year, or by its weekday, which fits the last occurrence and not the next."""
    day, last = one.on(today), one.last(today)
    if day is None:
        return False
    if one.year is not None:
        return today - LONGEST_PAST < day < today
    fits_last = last is not None and one.weekday == last.weekday() and today - last < timedelta(days=60)
    return fits_last and one.weekday != day.weekday()


ENTRIES = (
    Entry("R42", POINT, "warn", gettext_noop("“Today” is right on the day"), near_words_fit_their_day),
    Entry("R43", POINT, "warn", gettext_noop("Events are still ahead"), events_are_ahead),
)
