"""Time is counted while the house is open (A07, E20)."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.people import Cast
from theke.people.models import Branch, Closing, OpeningHours
from theke.people.working import HORIZON, working_time_after

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
FOUR = timedelta(hours=4)


def wall(day: int, hour: int) -> datetime:
    """In June 2027; the 11th is a Friday, and there is no holiday."""
    return datetime(2027, 6, day, hour, tzinfo=BERLIN)


def open_at(branch: Branch, weekday: int, *stretches: tuple[int, int]) -> None:
    for opens, closes in stretches:
        OpeningHours.objects.create(branch=branch, weekday=weekday, opens=time(opens), closes=time(closes))


@pytest.fixture
def harbour(people: Cast) -> Branch:
    """Open on Friday and Tuesday, with a break at noon."""
    OpeningHours.objects.all().delete()
    for weekday in (1, 4):
        open_at(people.harbour, weekday, (10, 13), (14, 18))
    return people.harbour


@pytest.mark.parametrize(
    ("asked", "passed"),
    [
        (wall(11, 10), wall(11, 15)),
        (wall(11, 7), wall(11, 15)),
        (wall(11, 17), wall(15, 13)),
        (wall(12, 12), wall(15, 15)),
    ],
)
def test_the_break_the_night_and_closed_days_do_not_count(harbour: Branch, asked: datetime, passed: datetime) -> None:
    assert working_time_after(harbour.library, harbour, asked, FOUR) == passed


def test_a_closing_day_and_a_holiday_do_not_count(harbour: Branch) -> None:
    Closing.objects.create(library=harbour.library, branch=harbour, day=wall(15, 0).date())
    assert working_time_after(harbour.library, harbour, wall(12, 12), FOUR) == wall(18, 15)
    christmas = datetime(2027, 12, 24, 20, tzinfo=BERLIN)  # Friday; the 28th is the next Tuesday
    assert working_time_after(harbour.library, harbour, christmas, FOUR).date() == date(2027, 12, 28)


def test_where_no_branch_or_no_hours_are_known_the_other_houses_count_else_office_hours(people: Cast, harbour: Branch) -> None:
    assert working_time_after(people.library, people.south, wall(11, 10), FOUR) == wall(11, 14), (
        "from the first to the last hour"
    )
    OpeningHours.objects.all().delete()
    assert working_time_after(people.library, None, wall(12, 12), FOUR) == wall(14, 13), "Monday from nine"


def test_who_never_opens_is_not_waited_for(people: Cast, harbour: Branch) -> None:
    days = [wall(11, 0).date() + timedelta(n) for n in range(60)]
    Closing.objects.bulk_create(Closing(library=people.library, day=day) for day in days)
    assert working_time_after(people.library, harbour, wall(11, 10), FOUR) == wall(11, 10) + timedelta(HORIZON)
