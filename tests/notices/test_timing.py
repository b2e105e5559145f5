"""When mails come: at once, as a digest (E38), never at night and never on a day off (A19)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import timezone

from tests.notices.writing import NOON, later, said, told
from tests.people import Cast
from theke.notices import mailing
from theke.notices.models import Notice
from theke.notices.timing import digest_after, first_allowed
from theke.people.models import Absence, Closing, OpeningHours, Person

BERLIN = ZoneInfo("Europe/Berlin")


def berlin(day: int, clock: str, month: int = 11) -> datetime:
    return datetime.combine(date(2026, month, day), time.fromisoformat(clock), BERLIN)


@pytest.mark.parametrize(
    ("written", "mailed"),
    [
        (berlin(25, "17:59"), berlin(25, "17:59")),
        (berlin(25, "18:00"), berlin(26, "07:00")),
        (berlin(25, "23:30"), berlin(26, "07:00")),
        (berlin(26, "00:10"), berlin(26, "07:00")),
        (berlin(26, "06:59"), berlin(26, "07:00")),
        (berlin(26, "07:00"), berlin(26, "07:00")),
        (berlin(27, "19:00"), berlin(30, "07:00")),  # Friday evening: Monday
        (berlin(24, "19:00", 12), berlin(28, "07:00", 12)),  # Christmas, then a weekend
    ],
)
def test_quiet_hours_and_days_off_put_a_mail_off_to_their_end(people: Cast, written: datetime, mailed: datetime) -> None:
    assert first_allowed(people.jana, written) == mailed


def test_quiet_hours_are_those_of_the_librarys_clocks_when_these_are_changed(people: Cast) -> None:
    """Before the change of 25 October, seven o'clock is 5:00 UTC; after it, 6:00 UTC."""
    for day, hour in ((24, 5), (25, 6)):
        weekday = date(2026, 10, day).weekday()
        OpeningHours.objects.create(branch=people.harbour, weekday=weekday, opens="10:00", closes="12:00")
        moment = first_allowed(people.jana, berlin(day, "01:30", 10))
        assert moment.astimezone(UTC) == datetime(2026, 10, day, hour, tzinfo=UTC)


def test_a_library_further_north_east_has_its_own_night(people: Cast) -> None:
    people.library.time_zone = "Europe/Helsinki"
    assert people.jana.library is people.library
    moment = datetime(2026, 11, 25, 16, 30, tzinfo=UTC)  # 17:30 in Berlin, 18:30 in Helsinki
    assert first_allowed(people.jana, moment) == datetime(2026, 11, 26, 5, 0, tzinfo=UTC)


def test_the_night_is_quiet_whatever_was_chosen(people: Cast) -> None:
    people.jana.quiet_from = people.jana.quiet_until = time(12)
    assert first_allowed(people.jana, berlin(25, "21:59")) == berlin(25, "21:59")
    assert first_allowed(people.jana, berlin(25, "22:00")) == berlin(26, "06:00")


def test_no_mail_on_a_closing_day_or_while_away(people: Cast) -> None:
    Closing.objects.create(library=people.library, day=date(2026, 11, 25))
    Closing.objects.create(library=people.library, branch=people.south, day=date(2026, 11, 26))
    assert first_allowed(people.jana, NOON) == berlin(26, "07:00")
    Absence.objects.create(person=people.jana, starts=date(2026, 11, 26), ends=date(2026, 11, 30))
    assert first_allowed(people.jana, NOON) == berlin(1, "07:00", 12)
    assert first_allowed(people.tom, NOON) == berlin(27, "07:00")


def test_a_mail_waits_through_an_absence_longer_than_the_look_ahead(people: Cast) -> None:
    Absence.objects.create(person=people.jana, starts=date(2026, 11, 1), ends=date(2027, 6, 30))
    notice, moment = said(people), NOON
    for _look in range(12):
        if mailing.run(notice.pk, moment):
            break
        moment = Notice.objects.get(pk=notice.pk).mail_again_at
    assert people.library.local(moment).date() == date(2027, 7, 1) and len(mail.outbox) == 1


def test_a_house_open_on_saturday_works_on_saturday(people: Cast) -> None:
    OpeningHours.objects.create(branch=people.harbour, weekday=5, opens="10:00", closes="13:00")
    saturday = berlin(28, "10:00")
    assert first_allowed(people.jana, saturday) == saturday
    assert first_allowed(people.tom, saturday) == berlin(30, "07:00")


def test_a_notice_written_at_night_is_mailed_in_the_morning_in_one_mail_with_the_others(people: Cast) -> None:
    """A19: what waited for the morning does not come as a flood."""
    night = berlin(25, "23:00")
    first, second = said(people, night), said(people, night + timedelta(hours=1), key="other")
    for one in (first, second):
        assert not mailing.run(one.pk, night + timedelta(hours=2))
    assert not mail.outbox and mailing.next_at() == berlin(26, "07:00")
    assert mailing.run(first.pk, berlin(26, "07:00")) and not mailing.run(second.pk, berlin(26, "07:00"))
    assert len(mail.outbox) == 1 and str(mail.outbox[0].body).count("/notices/") >= 2


def digest_person(people: Cast, **fields: object) -> Person:
    Person.objects.filter(pk=people.jana.pk).update(mail=Person.Mail.DIGEST, **fields)
    people.jana.refresh_from_db()
    return people.jana


def test_a_digest_is_one_mail_a_day_with_everything_unread_sorted(people: Cast) -> None:
    """E38: one digest instead of many notices."""
    jana = digest_person(people)
    keys = [
        told(jana, NOON, "/channels/3/", excerpt="").pk,
        told(jana, later(hours=1), "/inbox/x/", excerpt="Danke\r\nfür alles").pk,
        told(jana, later(hours=2), "/posts/y/", excerpt="").pk,
    ]
    read = told(jana, later(hours=3))
    Notice.objects.filter(pk=read.pk).update(read_at=timezone.now())
    assert [mailing.run(key, later(hours=4)) for key in keys] == [False] * 3
    assert mailing.next_at() == berlin(26, "07:30")
    assert [mailing.run(key, berlin(26, "07:30")) for key in keys] == [True, False, False]
    text = str(mail.outbox[0].body)
    assert len(mail.outbox) == 1 and mail.outbox[0].subject.startswith("3 ") and f"/notices/{read.pk}/" not in text
    assert "> Danke für alles\n" in text and "{%" not in text and "{{" not in text
    assert text.index(f"/notices/{keys[1]}/") < text.index(f"/notices/{keys[2]}/") < text.index(f"/notices/{keys[0]}/")


def test_a_second_digest_comes_on_the_next_working_day_and_names_what_is_old(people: Cast) -> None:
    jana = digest_person(people)
    first = told(jana, NOON)
    assert mailing.run(first.pk, berlin(26, "07:30"))
    second = told(jana, berlin(26, "09:00"), key="b")
    assert not mailing.run(second.pk, berlin(26, "09:00"))
    assert Notice.objects.get(pk=second.pk).mail_again_at == berlin(27, "07:30")
    Person.objects.filter(pk=jana.pk).update(digest_at="12:00")  # moved later on the same day: still one a day
    assert not mailing.run(second.pk, berlin(27, "07:30"))
    assert mailing.run(second.pk, berlin(27, "12:00")) and len(mail.outbox) == 2
    assert f"/notices/{first.pk}/" not in str(mail.outbox[1].body) and "1 " in str(mail.outbox[1].body)


def test_no_digest_when_everything_was_read(people: Cast) -> None:
    notice = told(digest_person(people), NOON)
    assert not mailing.run(notice.pk, NOON)
    Notice.objects.update(read_at=timezone.now())
    assert mailing.next_at() is None and not mailing.run(notice.pk, berlin(26, "07:30")) and not mail.outbox


def test_the_digest_speaks_the_readers_language(people: Cast) -> None:
    notice = told(digest_person(people, language="sv"), NOON)
    assert mailing.run(notice.pk, berlin(26, "07:30"))
    assert mail.outbox[0].subject == "1 notis från Theke" and "Inkorg" in str(mail.outbox[0].body)


def test_a_digest_time_in_the_quiet_hours_waits_for_their_end(people: Cast) -> None:
    jana = digest_person(people, digest_at="05:00")
    assert digest_after(jana, NOON, None) == berlin(26, "07:00")


def test_a_digest_of_friday_evening_comes_on_monday(people: Cast) -> None:
    assert digest_after(digest_person(people), berlin(27, "16:00"), None) == berlin(30, "07:30")


def test_who_changes_to_a_digest_is_not_mailed_at_once_any_more(people: Cast) -> None:
    notice = said(people)
    digest_person(people)
    assert not mailing.run(notice.pk, NOON) and not mail.outbox
