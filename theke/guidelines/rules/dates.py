"""Days that exist and fall on the weekday that stands beside them (R40), and fit the event (R41)."""

from datetime import date, datetime, timedelta

from theke.guidelines.rules.base import Context, Draft, Entry, Finding, Happening
from theke.guidelines.rules.clock import times
from theke.guidelines.rules.marking import MOST, Head, mark
from theke.guidelines.rules.quoting import is_within, titles
from theke.guidelines.rules.reckoning import NAMES, WEEKDAY, Written, dates, main_dates
from theke.guidelines.rules.texts import texts
from theke.networks.base import gettext_noop

POINT = "6-mistakes"
R40, R41 = Head("R40", "warn", POINT), Head("R41", "warn", POINT)
LOOKING_BACK = timedelta(days=60)
"""So long ago may be a day without a year of which a text tells."""

WRONG_WEEKDAY = gettext_noop("“%(seen)s” does not fit together: that day, %(day)s, is a %(right)s.")
NO_SUCH_DAY = gettext_noop("“%(seen)s”: there is no such day.")
OTHER_DAY = gettext_noop("“%(seen)s” is not the day of “%(event)s”, which is on %(day)s.")
OTHER_TIME = gettext_noop("“%(seen)s” is not when “%(event)s” begins, which is at %(time)s.")
OTHER_PLACE = gettext_noop("The text says “%(seen)s”, but “%(event)s” is at %(place)s.")


def days_fall_on_their_weekday(draft: Draft, context: Context) -> list[Finding]:
    """R40: the weekday beside a date is right, and the date exists. Warns. Without a year it may also be one of the last 60 days."""
    today = context.today
    found = []
    for text in texts(draft):
        wrong = [
            (one, words)
            for one in dates(text[1])
            if (words := _trouble(one, today)) and not is_within(titles(text[1]), one.start)
        ]
        found += [_finding(text, one, words, today) for one, words in wrong[:MOST]]
    return found


def _trouble(one: Written, today: date) -> str:
    if not one.is_possible:
        return NO_SUCH_DAY
    if one.weekday is None or one.weekday in {day.weekday() for day in _meant(one, today)}:
        return ""
    return WRONG_WEEKDAY


def _meant(one: Written, today: date) -> list[date]:
    """The days that a date may mean."""
    coming, past = one.on(today), one.last(today)
    found = [coming] if coming else []
    return [*found, past] if past and today - past <= LOOKING_BACK else found


def _finding(text: tuple[str, str], one: Written, words: str, today: date) -> Finding:
    if words == NO_SUCH_DAY:
        return mark(R40, words, text, (one.start, one.end))
    day = _meant(one, today)[-1]
    right = _in_the_tongue_of(one.weekday_name, day)
    return mark(R40, words, text, (one.start, one.end), day=day.isoformat(), right=right)


def _in_the_tongue_of(name: str, day: date) -> str:
    """The name of the weekday in the language in which the wrong one is written."""
    low = name.lower()
    for lang, names in NAMES.items():
        long = names[WEEKDAY[low]].lower()
        if low.startswith(long) or (lang == "de" and low in {"mo", "di", "mi", "do", "fr", "sa", "so", "sonnabend"}):
            return names[day.weekday()]
    swedish = low in {"mån", "tis", "ons", "tors", "fre", "lör", "sön"}
    return NAMES["sv" if swedish else "en"][day.weekday()]


def text_fits_the_event(draft: Draft, context: Context) -> list[Finding]:
    """R41: a text about an event names its day, its beginning and its place, where it names any. Warns."""
    if draft.event is None:
        return []
    found = []
    for text in texts(draft):
        found += _other_day(text, draft.event, context) or _other_time(text, draft.event, context)
        found += _other_place(text, draft.event, context)
    return found


def _other_day(text: tuple[str, str], event: Happening, context: Context) -> list[Finding]:
    starts, ends = _local(event.starts, context), _local(event.ends or event.starts, context)
    named = [(one, days) for one in main_dates(text[1]) if (days := _meant(one, context.today))]
    if not named or any(starts.date() <= day <= ends.date() for _one, days in named for day in days):
        return []
    first = named[0][0]
    shown = starts.date().isoformat()
    return [mark(R41, OTHER_DAY, text, (first.start, first.end), event=event.title, day=shown)]


def _other_time(text: tuple[str, str], event: Happening, context: Context) -> list[Finding]:
    starts = _local(event.starts, context)
    named = times(text[1])
    if not named or any((at.hour, at.minute) == (starts.hour, starts.minute) for _start, _end, at in named):
        return []
    start, end, _at = named[0]
    return [mark(R41, OTHER_TIME, text, (start, end), event=event.title, time=f"{starts:%H:%M}")]


def _other_place(text: tuple[str, str], event: Happening, context: Context) -> list[Finding]:
    """Another branch is named, and the place of the event is not."""
    low, place = text[1].casefold(), event.place.casefold()
    if not place or place in low or any(len(word) > 3 and word in low for word in place.split()):
        return []
    named = [house.name for house in context.houses if house.name.casefold() in low and house.name.casefold() not in place]
    if not named:
        return []
    start = low.find(named[0].casefold())
    return [mark(R41, OTHER_PLACE, text, (start, start + len(named[0])), event=event.title, place=event.place)]


def _local(moment: datetime, context: Context) -> datetime:
    return moment.astimezone(context.zone)


ENTRIES = (
    Entry("R40", POINT, "warn", gettext_noop("Weekday and date fit"), days_fall_on_their_weekday),
    Entry("R41", POINT, "warn", gettext_noop("Day, time and place as in the event"), text_fits_the_event, waits_for="events"),
)
