"""Dates and times as people write them, and what only looks like them."""

from datetime import date, time

import pytest

from theke.guidelines.rules.clock import times
from theke.guidelines.rules.reckoning import dates

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Dienstag, 24. November 2026 um 18 Uhr", date(2026, 11, 24)),
        ("am 24.11. um 18 Uhr", date(2026, 11, 24)),
        ("Di 24.11 um 18 Uhr", date(2026, 11, 24)),
        ("Di., 24.11.26", date(2026, 11, 24)),
        ("24. 11. 2026", date(2026, 11, 24)),
        ("am 3. Jan. ab 10 Uhr", date(2027, 1, 3)),
        ("tisdag 24 november", date(2026, 11, 24)),
        ("tisdagen den 24:e november", date(2026, 11, 24)),
        ("tis 24/11 kl 18", date(2026, 11, 24)),
        ("den 24/7", date(2027, 7, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("Tuesday, 24 November", date(2026, 11, 24)),
        ("November 24th, 2026", date(2026, 11, 24)),
        ("the 24th of November 2026", date(2026, 11, 24)),
        ("29.2.", date(2028, 2, 29)),
        ("23.11.", TODAY),
        ("22.11.", date(2027, 11, 22)),
    ],
)
def test_dates_of_three_languages_mean_their_next_occurrence(text: str, day: date) -> None:
    assert [one.on(TODAY) for one in dates(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Samstags 10-12",
        "Mo-Fr 10-18 Uhr, Sa 10-14",
        "lördagar 10-12",
        "rund um die Uhr, 24/7",
        "1/2 Liter, 3/4 Stunde",
        "um 10.12. Danach",
        "Version 2.11.3, 192.168.1.12",
        "10.30-12.00 Uhr",
        "Samstag 10.30",
        "12.10 €",
        "ISBN 978-3-16-148410-0",
        "Schuljahr 2026/27",
        "Di. 10.12 - 12.00 Uhr",
        "no digits at all",
    ],
)
def test_what_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == ()


def test_a_span_has_two_days_and_its_year() -> None:
    assert [one.on(TODAY) for one in dates("05.12. - 08.12.2026")] == [date(2026, 12, 5), date(2026, 12, 8)]
    assert [one.on(TODAY) for one in dates("5.–8.12.")] == [date(2026, 12, 5), date(2026, 12, 8)]
    assert [one.on(TODAY) for one in dates("28.12. bis 3.1.2027")] == [date(2026, 12, 28), date(2027, 1, 3)]
    assert [one.on(TODAY) for one in dates("24 och 25 november")] == [date(2026, 11, 24), date(2026, 11, 25)]


@pytest.mark.parametrize(
    ("text", "weekday"),
    [("Di., 24.11.", 1), ("so 24.11.", None), ("24.11. (Dienstag)", 1), ("lör 28/11", 5), ("Montag bis Freitag, 27.11.", None)],
)
def test_the_weekday_beside_a_date_is_read(text: str, weekday: int | None) -> None:
    assert [one.weekday for one in dates(text)] == [weekday]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("18 Uhr", [time(18)]),
        ("18.30 Uhr", [time(18, 30)]),
        ("18–20 Uhr", [time(18), time(20)]),
        ("kl. 18", [time(18)]),
        ("klockan 18.30", [time(18, 30)]),
        ("6:30 pm", [time(18, 30)]),
        ("6 p.m.", [time(18)]),
        ("10:00-13:00", [time(10), time(13)]),
        ("24.11.2026, Band 18, 12 €", []),
    ],
)
def test_times_of_day_are_read(text: str, found: list[time]) -> None:
    assert [at for _start, _end, at in times(text)] == found
