"""R44 and R60: open is open, and somebody is there for answers (A19, A32, B20)."""

from datetime import UTC, date, datetime, time

import pytest

from tests.guidelines.drafts import NOON, saying
from theke.guidelines.rules import hours
from theke.guidelines.rules.base import Context, House
from theke.guidelines.rules.feastdays import easter, feast_day
from theke.guidelines.rules.hours import hours_are_true, somebody_is_there

WEEK = {day: ((time(10), time(18)),) for day in range(6)}
HARBOUR = House("Hafen", hours=WEEK, closed={date(2026, 12, 24): "Heiligabend"})
HERE = Context(at=NOON.at, region="DE-NW", houses=(HARBOUR,))
SUMMER = Context(at=datetime(2026, 6, 15, 8, tzinfo=UTC), region="SE")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Am 25.12. haben wir geöffnet."),
        ("de", "Wir haben am 2. Weihnachtstag offen."),
        ("de", "Geöffnet am Neujahrstag ab 14 Uhr."),
        ("sv", "Vi har öppet på julafton."),
        ("sv", "Öppet som vanligt den 31 december."),
        ("sv", "Biblioteket har öppet på nyårsafton."),
        ("en", "We are open on December 25."),
    ],
)
def test_open_on_a_holiday_is_named_also_without_a_region(lang: str, text: str) -> None:
    (found,) = hours_are_true(saying(text, lang=lang), Context(at=NOON.at, region="DE" if lang == "en" else ""))
    assert (found.words, found.severity) == (hours.HOLIDAY, "warn")


def test_a_holiday_of_one_land_is_none_in_another() -> None:
    text = "Am 1.11. geöffnet."
    assert len(hours_are_true(saying(text), Context(at=NOON.at, region="DE-NW"))) == 1
    assert hours_are_true(saying(text), Context(at=NOON.at, region="DE-NI")) == []


def test_midsummer_eve_counts_in_sweden_though_no_law_says_so() -> None:
    (found,) = hours_are_true(saying("Öppet på midsommarafton kl 10–14.", lang="sv"), SUMMER)
    assert found.params["day"] == "2026-06-19"


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("de", "Am 24.12. geöffnet.", hours.CLOSED),
        ("de", "Am Sonntag haben wir geöffnet.", hours.CLOSED),
        ("de", "Am 28.11. bleibt der Hafen geschlossen.", hours.OPEN),
        ("de", "Heute geschlossen!", hours.OPEN),
        ("sv", "På söndag har vi öppet.", hours.CLOSED),
        ("sv", "Hafen är stängt den 28 november.", hours.OPEN),
        ("en", "We are open on Sunday, 29 November.", hours.CLOSED),
        ("en", "Closed on 28 November.", hours.OPEN),
    ],
)
def test_what_contradicts_the_opening_hours_is_named(lang: str, text: str, words: str) -> None:
    assert [one.words for one in hours_are_true(saying(text, lang=lang), HERE)] == [words]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Vom 24.12. bis 26.12. geschlossen, ab 28.12. wieder geöffnet."),
        ("de", "Am 25.12. haben wir nicht geöffnet."),
        ("de", "Am 25. und 26.12. bleibt die Bücherei zu."),
        ("de", "Öffnungszeiten:\n25.12. geschlossen\n28.12. geöffnet"),
        ("de", "Samstags 10-12 Uhr geöffnet"),
        ("de", "Am 25.12. öffnet sich das letzte Türchen. Der Band „Geöffnet“ von Max Muster."),
        ("de", "Heute ist Welttag des Buches. Die Ausstellung ist geöffnet."),
        ("sv", "Stängt på julafton, juldagen och annandag jul."),
        ("sv", "Öppet hus den 25 december! Öppet samtal på julafton."),
        ("sv", "Meröppet gäller även på julafton."),
        ("sv", "Lördagar 10-12 har vi öppet."),
        ("en", "Closed on December 25, open again on December 28."),
        ("en", "Open mic on December 25!"),
    ],
)
def test_what_is_true_passes(lang: str, text: str) -> None:
    assert hours_are_true(saying(text, lang=lang), HERE) == []


def test_the_eves_are_matters_of_opening_hours_in_germany() -> None:
    text = "Am 24.12. und am 31.12. geöffnet."
    assert hours_are_true(saying(text), Context(at=NOON.at, region="DE-NW")) == []


@pytest.mark.parametrize(("year", "day"), [(2026, date(2026, 4, 5)), (2027, date(2027, 3, 28)), (2038, date(2038, 4, 25))])
def test_easter_is_where_the_calendar_has_it(year: int, day: date) -> None:
    assert easter(year) == day


def test_a_feast_that_is_over_is_meant_next_year() -> None:
    assert feast_day("karfreitag", date(2026, 11, 23)) == date(2027, 3, 26)
    assert feast_day("midsommarafton", date(2026, 11, 23)) == date(2027, 6, 25)


@pytest.mark.parametrize(("lang", "text"), [("de", "Was meint ihr?"), ("sv", "Vad tycker ni?"), ("en", "What do you think?")])
def test_a_question_goes_out_when_somebody_is_there(lang: str, text: str) -> None:
    asks = saying(text, lang=lang)
    assert [one.severity for one in somebody_is_there(asks, Context(at=NOON.at, staffed=False))] == ["hint"]
    assert somebody_is_there(asks, Context(at=NOON.at, staffed=True)) == []
    assert somebody_is_there(asks, NOON) == []
    assert somebody_is_there(saying("Am Samstag wird vorgelesen."), Context(at=NOON.at, staffed=False)) == []
