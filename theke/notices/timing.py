"""When a mail may reach a person: never at night, not in their quiet hours, not on a day off."""

from datetime import date, datetime, time, timedelta

from theke.people.models import Person
from theke.people.quieting import NIGHT, lies_in
from theke.people.resting import days_off

HORIZON = 35
"""Days looked ahead. Whoever is away longer is looked at again then."""


def _quiet_until(person: Person, moment: datetime) -> datetime | None:
    """The end of the quiet hours in which `moment` (local) lies, None if it lies in none."""
    for start, end in ((person.quiet_from, person.quiet_until), NIGHT):
        if lies_in(moment.time(), start, end):
            day = moment.date() + timedelta(1 if moment.time() >= end else 0)
            return _at(day, end, moment)
    return None


def _at(day: date, clock: time, local: datetime) -> datetime:
    return datetime.combine(day, clock, local.tzinfo)


def first_allowed(person: Person, moment: datetime) -> datetime:
    """The first moment from `moment` (aware) on at which a mail may go out, by the library's clocks."""
    if person.library is None:
        return moment
    local = person.library.local(moment)
    off = days_off(person, local.date(), local.date() + timedelta(HORIZON))
    for _step in range(2 * HORIZON):
        later = _at(local.date() + timedelta(1), time(), local) if local.date() in off else _quiet_until(person, local)
        if later is None:
            return local
        local = later
    return local


def digest_after(person: Person, written: datetime, last_mail: datetime | None) -> datetime:
    """When the digest goes out that holds what was written then: at the chosen time, on a working day, one a day."""
    if person.library is None:
        return written
    local = person.library.local(written)
    day = local.date() if local.time() < person.digest_at else local.date() + timedelta(1)
    if last_mail is not None:
        day = max(day, person.library.local(last_mail).date() + timedelta(1))
    off = days_off(person, day, day + timedelta(HORIZON))
    day = next((d for n in range(HORIZON) if (d := day + timedelta(n)) not in off), day + timedelta(HORIZON))
    return first_allowed(person, _at(day, person.digest_at, local))


def mail_at(person: Person, written: datetime, last_mail: datetime | None, now: datetime) -> datetime:
    """When to mail the person what was written at `written`; `now` or earlier means at once."""
    if person.mail == Person.Mail.DIGEST:
        return max(digest_after(person, written, last_mail), first_allowed(person, now))
    return first_allowed(person, now)
