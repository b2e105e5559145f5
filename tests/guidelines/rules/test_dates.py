"""R40 and R41: weekday and date fit together and to the event (A32, B34)."""

from datetime import UTC, datetime

import pytest

from tests.guidelines.drafts import NOON, saying
from theke.guidelines.rules import dates
from theke.guidelines.rules.base import Context, Happening, House
from theke.guidelines.rules.dates import days_fall_on_their_weekday, text_fits_the_event

READING = Happening("Lesung mit Mara Lindqvist", datetime(2026, 11, 24, 18, tzinfo=UTC), place="Hafen")


@pytest.mark.parametrize(
    ("lang", "text", "right"),
    [
        ("de", "Am Montag, 24.11. wird vorgelesen.", "Dienstag"),
        ("de", "Mo., 24.11.2026", "Dienstag"),
        ("de", "Sonntag, den 24. Dezember", "Donnerstag"),
        ("sv", "måndag 24 november", "tisdag"),
        ("sv", "Välkommen lör 24/11", "tisdag"),
        ("en", "Monday, 24 November 2026", "Tuesday"),
        ("en", "Monday, November 24", "Tuesday"),
    ],
)
def test_a_weekday_that_does_not_fit_is_named_with_the_right_one(lang: str, text: str, right: str) -> None:
    (found,) = days_fall_on_their_weekday(saying(text, lang=lang), NOON)
    assert (found.severity, found.params["right"]) == ("warn", right)


@pytest.mark.parametrize(
    "text", ["am 31.11.", "den 31 november", "30 February", "am 29.2.2027", "31/4 kl 18", "am 32. Dezember"]
)
def test_a_day_that_no_calendar_has_is_named(text: str) -> None:
    (found,) = days_fall_on_their_weekday(saying(text), NOON)
    assert found.words == dates.NO_SUCH_DAY


@pytest.mark.parametrize(
    "text",
    [
        "Am Dienstag, 24.11. wird vorgelesen.",
        "Di 24.11., Mi 25.11. und Do, 26.11.",
        "Sa, 5. und So, 6.12.2026",
        "Montag bis Freitag, 23.–27.11.2026",
        "Samstags 10-12, sonntags 14-16 Uhr",
        "jeden Dienstag ab 25.11.",
        "Am Freitag, 20.11., las Mara Lindqvist.",
        "tisdag 24/11 kl 18, öppet 24/7",
        "Tuesday, November 24",
        "29.2. ist ein seltener Tag",
        "ISBN 978-3-16-148410-0, Tel. 030 31.11-20",
        "um 18.30. Danach",
    ],
)
def test_what_fits_passes_also_in_the_last_weeks(text: str) -> None:
    assert days_fall_on_their_weekday(saying(text), NOON) == []


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("de", "Mara liest am 25.11. um 18 Uhr.", dates.OTHER_DAY),
        ("de", "Mara liest am Dienstag, 24.11., um 19 Uhr.", dates.OTHER_TIME),
        ("de", "Mara liest am 24.11. um 18 Uhr in der Südstadt.", dates.OTHER_PLACE),
        ("sv", "Mara läser den 25 november.", dates.OTHER_DAY),
        ("sv", "Mara läser tisdag 24/11 kl 19.", dates.OTHER_TIME),
        ("en", "Mara reads on November 25.", dates.OTHER_DAY),
    ],
)
def test_what_differs_from_the_event_is_named(lang: str, text: str, words: str) -> None:
    context = Context(at=NOON.at, houses=(House("Hafen"), House("Südstadt")))
    assert [one.words for one in text_fits_the_event(saying(text, lang=lang, event=READING), context)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Mara liest am 24.11. um 18 Uhr im Hafen, Einlass 17.30 Uhr.",
        "Mara liest bald. Anmeldung bis 20.11.",
        "Mara läser tisdag 24/11 kl 18.",
        "Mara reads on November 24 at 6 pm.",
        "Morgen!",
    ],
)
def test_what_fits_the_event_or_says_nothing_of_it_passes(text: str) -> None:
    context = Context(at=NOON.at, houses=(House("Hafen"), House("Südstadt")))
    assert text_fits_the_event(saying(text, event=READING), context) == []
    assert text_fits_the_event(saying("am 25.11."), context) == [], "without an event there is nothing to compare"
