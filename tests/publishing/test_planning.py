"""Wall time and the moment it means: B07, clocks put forward and back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from theke.publishing.planning import NotPlanned, Skipped, Twice, check_moment, moment_of, wall_of

BERLIN, STOCKHOLM = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize(
    ("wall", "utc"),
    [
        ("2026-12-01T10:00", "2026-12-01T09:00"),
        ("2026-07-01T10:00", "2026-07-01T08:00"),
        ("2027-03-28T03:00", "2027-03-28T01:00"),
    ],
)
def test_the_clock_of_the_library_counts_in_winter_and_summer(wall: str, utc: str) -> None:
    assert moment_of(wall, BERLIN) == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert wall_of(moment_of(wall, BERLIN), BERLIN) == wall


def test_ten_oclock_stays_ten_oclock_on_both_sides_of_the_change() -> None:
    before, after = moment_of("2026-10-24T10:00", BERLIN), moment_of("2026-10-26T10:00", BERLIN)
    assert after - before == timedelta(days=2, hours=1)


@pytest.mark.parametrize("wall", ["2027-03-28T02:00", "2027-03-28T02:30", "2027-03-28T02:59"])
def test_a_time_that_the_clocks_jump_over_is_refused(wall: str) -> None:
    with pytest.raises(Skipped) as refused:
        moment_of(wall, BERLIN)
    assert refused.value.params == {"time": wall[-5:]}


def test_a_time_that_comes_twice_is_asked_about() -> None:
    with pytest.raises(Twice) as asked:
        moment_of("2026-10-25T02:30", STOCKHOLM)
    first, second = asked.value.choices
    assert second.moment - first.moment == timedelta(hours=1)
    assert moment_of("2026-10-25T02:30", STOCKHOLM, first.fold) == first.moment
    assert moment_of("2026-10-25T02:30", STOCKHOLM, second.fold) == second.moment


def test_a_place_without_summer_time_has_neither() -> None:
    assert moment_of("2027-03-28T02:30", ZoneInfo("Africa/Algiers")) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "wall", ["", "morgen", "2026-13-01T10:00", "2026-12-01", "10:00", "2026-12-01T10:00+01:00", "9999-12-31T23:59", "\x00"]
)
def test_what_is_no_time_is_refused(wall: str) -> None:
    if wall == "2026-12-01":
        assert moment_of(wall, BERLIN)  # a day means its beginning
        return
    with pytest.raises(NotPlanned):
        moment_of(wall, BERLIN)


def test_past_and_far_away_moments_are_refused_and_the_present_minute_is_not() -> None:
    now = datetime(2026, 11, 22, 12, 0, 30, tzinfo=UTC)
    check_moment(now.replace(second=0), now)
    check_moment(now + timedelta(days=365), now)
    for wrong in (now - timedelta(minutes=5), now + timedelta(days=365 * 4)):
        with pytest.raises(NotPlanned):
            check_moment(wrong, now)
