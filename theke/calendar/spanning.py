"""Which days a page of the calendar shows, in the library's wall time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

LOOKS = ("week", "month", "list", "day")
WEEK = timedelta(days=7)
LISTED = timedelta(days=28)
FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Outside of these nobody plans, and far outside the arithmetic of dates ends."""


def monday_of(day: date) -> date:
    """The first day of its ISO week."""
    return day - timedelta(days=day.weekday())


def days_from(first: date, last: date) -> list[date]:
    """All days from the first to the last, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def moment_at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment (UTC) at which the clocks of `zone` show this.

    Of a time that comes twice the first; for one that the clocks jump over, the same span later.
    """
    return datetime.combine(day, clock, zone).astimezone(UTC)


@dataclass(frozen=True)
class Span:
    """The days that are shown: `look` is one of LOOKS, `day` the one that was asked for."""

    look: str
    day: date
    today: date

    @cached_property
    def first(self) -> date:
        """The first day shown."""
        if self.look == "week":
            return monday_of(self.day)
        return monday_of(self.day.replace(day=1)) if self.look == "month" else self.day

    @cached_property
    def last(self) -> date:
        """The last day shown."""
        if self.look == "week":
            return self.first + WEEK - timedelta(days=1)
        if self.look == "month":
            return monday_of(self._month(1) - timedelta(days=1)) + timedelta(days=6)
        return self.day + LISTED - timedelta(days=1) if self.look == "list" else self.day

    @property
    def days(self) -> list[date]:
        """Every day shown."""
        return days_from(self.first, self.last)

    @property
    def before(self) -> date:
        """A day of the page before this one."""
        return self._step(-1)

    @property
    def after(self) -> date:
        """A day of the page after this one."""
        return self._step(1)

    @property
    def weeks(self) -> tuple[int, int]:
        """The ISO numbers of the first and the last week."""
        return self.first.isocalendar().week, self.last.isocalendar().week

    @property
    def is_now(self) -> bool:
        """Whether today is among the days."""
        return self.first <= self.today <= self.last

    @property
    def is_asked_now(self) -> bool:
        """Whether it is the page that "Today" leads to."""
        if self.look == "month":
            return (self.day.year, self.day.month) == (self.today.year, self.today.month)
        return self.first <= self.today <= self.last if self.look == "week" else self.day == self.today

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The moments between which all this lies; the second one is not included."""
        return moment_at(self.first, time.min, zone), moment_at(self.last + timedelta(days=1), time.min, zone)

    def outside(self, day: date) -> bool:
        """Whether the day belongs to another month than the one shown."""
        return self.look == "month" and day.month != self.day.month

    def _month(self, step: int) -> date:
        months = self.day.year * 12 + self.day.month - 1 + step
        return date(months // 12, months % 12 + 1, 1)

    def _step(self, step: int) -> date:
        if self.look == "month":
            return self._month(step)
        return self.day + step * {"week": WEEK, "list": LISTED}.get(self.look, timedelta(days=1))


class DayConverter:
    """A day in an address, such as 2026-12-24; anything else is not found."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Read it; raises ValueError for what is no day, or too far away."""
        return day_of(value)

    def to_url(self, value: date | str) -> str:
        """As it stands in the address."""
        return value if isinstance(value, str) else value.isoformat()


def day_of(value: str) -> date:
    """The day that is written here; raises ValueError for what is no day, or too far away."""
    day = date.fromisoformat(value[:10] if len(value) == 10 else "")
    if not FIRST_YEAR <= day.year < LAST_YEAR:
        raise ValueError(value)
    return day
