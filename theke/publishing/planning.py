"""From the time on the library's clock to the moment it means."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_noop

EARLIEST = timedelta(minutes=1)
"""A planned time may lie this far back: the minute in which somebody chose it."""
FURTHEST = timedelta(days=3 * 366)


class NotPlanned(Exception):
    """Why something cannot be planned: an English msgid and what fills it in."""

    def __init__(self, words: str, **params: str) -> None:
        super().__init__(words % params if params else words)
        self.words = words
        self.params = params


class Skipped(NotPlanned):
    """The clocks jump over this time."""


@dataclass(frozen=True)
class Choice:
    """One of the two moments that a repeated hour may mean. `fold` is 0 for the first, 1 for the second."""

    fold: int
    moment: datetime


class Twice(NotPlanned):
    """The time comes twice; a person says which of the two is meant."""

    def __init__(self, words: str, choices: tuple[Choice, Choice], **params: str) -> None:
        super().__init__(words, **params)
        self.choices = choices


SKIPPED = gettext_noop("On this day the clocks are put forward: %(time)s does not exist. Choose an earlier or a later time.")
TWICE = gettext_noop("On this day the clocks are put back: %(time)s comes twice. Choose which of the two is meant.")
PAST = gettext_noop("This time is already past.")
TOO_FAR = gettext_noop("This time lies more than three years ahead.")
NOT_A_TIME = gettext_noop("Enter a date and a time.")


def moment_of(wall: str, zone: ZoneInfo, fold: int | None = None) -> datetime:
    """The moment (in UTC) at which the clocks of `zone` show `wall`, an ISO time without zone such as 2027-03-28T10:00.

    Raises `Skipped` for a time that the clocks jump over, `Twice` for one that comes twice unless `fold` says which, and
    `NotPlanned` for what is not a time.
    """
    local = _read(wall)
    first, second = (_utc(local, zone, number) for number in (0, 1))
    if first == second:
        return first
    shown = f"{local:%H:%M}"
    if first.astimezone(zone).replace(tzinfo=None) != local:
        raise Skipped(SKIPPED, time=shown)
    if fold is None:
        raise Twice(TWICE, (Choice(0, first), Choice(1, second)), time=shown)
    return second if fold else first


def _read(wall: str) -> datetime:
    try:
        local = datetime.fromisoformat(wall.strip())
    except ValueError:
        raise NotPlanned(NOT_A_TIME) from None
    if local.tzinfo is not None or not 2000 <= local.year <= 9000:
        raise NotPlanned(NOT_A_TIME)
    return local.replace(second=0, microsecond=0, fold=0)


def _utc(local: datetime, zone: ZoneInfo, fold: int) -> datetime:
    return local.replace(tzinfo=zone, fold=fold).astimezone(UTC)


def check_moment(moment: datetime, now: datetime) -> None:
    """Raise `NotPlanned` for a moment that is past or too far away."""
    if moment < now - EARLIEST:
        raise NotPlanned(PAST)
    if moment > now + FURTHEST:
        raise NotPlanned(TOO_FAR)


def wall_of(moment: datetime, zone: ZoneInfo) -> str:
    """What the clocks of `zone` show then, as `moment_of` reads it."""
    return f"{moment.astimezone(zone):%Y-%m-%dT%H:%M}"
