"""Which days a page shows."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.calendar.diary import BERLIN
from theke.calendar.spanning import Span, day_of, moment_at

TODAY = date(2026, 11, 22)


def span(look: str, day: date) -> Span:
    return Span(look, day, TODAY)


def test_a_week_goes_from_monday_to_sunday_and_has_its_iso_number() -> None:
    week = span("week", date(2027, 1, 2))
    assert (week.first, week.last) == (date(2026, 12, 28), date(2027, 1, 3))
    assert week.weeks == (53, 53)


def test_a_month_shows_whole_weeks_and_says_which_days_are_not_its_own() -> None:
    month = span("month", date(2026, 11, 22))
    assert (month.first, month.last) == (date(2026, 10, 26), date(2026, 12, 6))
    assert month.outside(date(2026, 10, 31)) and not month.outside(date(2026, 11, 1))


@pytest.mark.parametrize(
    ("look", "day", "before", "after"),
    [
        ("week", date(2026, 12, 30), date(2026, 12, 23), date(2027, 1, 6)),
        ("month", date(2027, 1, 31), date(2026, 12, 1), date(2027, 2, 1)),
        ("list", date(2026, 11, 22), date(2026, 10, 25), date(2026, 12, 20)),
        ("day", date(2026, 2, 28), date(2026, 2, 27), date(2026, 3, 1)),
    ],
)
def test_turning_the_page_forth_and_back(look: str, day: date, before: date, after: date) -> None:
    assert (span(look, day).before, span(look, day).after) == (before, after)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2027, 3, 28), 167), (date(2027, 10, 31), 169), (date(2027, 6, 9), 168)],
    ids=["spring", "autumn", "plain"],
)
def test_a_week_in_which_the_clocks_change_has_its_true_length(day: date, hours: int) -> None:
    """Peers drift here: BrightBean by UTC, Postiz by daylight saving."""
    start, end = span("week", day).bounds(BERLIN)
    assert end - start == timedelta(hours=hours)


def test_the_last_minute_of_a_day_belongs_to_it_although_utc_is_another_day() -> None:
    start, end = span("day", date(2026, 7, 1)).bounds(BERLIN)
    assert start == datetime(2026, 6, 30, 22, tzinfo=UTC)
    assert start <= datetime(2026, 7, 1, 21, 59, tzinfo=UTC) < end


@pytest.mark.parametrize(
    ("day", "clock", "moment"),
    [
        (date(2027, 3, 28), time(2, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        (date(2027, 10, 31), time(2, 30), datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
    ],
    ids=["jumped over", "twice"],
)
def test_a_time_that_is_not_there_or_comes_twice_still_means_one_moment(day: date, clock: time, moment: datetime) -> None:
    assert moment_at(day, clock, BERLIN) == moment


@pytest.mark.parametrize(
    "text", ["", "heute", "2026-13-01", "2026-02-30", "0001-01-01", "9999-12-31", "20261122", "\x00", "9" * 400]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        day_of(text)
