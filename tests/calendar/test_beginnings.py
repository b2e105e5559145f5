"""Writing for a day: A12, E26; and the next free place: E27."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.calendar.diary import browser, day, on, planned, slot
from tests.people import Cast
from theke.calendar.beginning import proposed
from theke.calendar.models import SlotDay
from theke.calendar.seeking import next_free
from theke.people.models import Closing, OpeningHours
from theke.posts.models import Post, Version
from theke.publishing.planning import NotPlanned

WRITE = reverse("calendar:write_for")
FREE = reverse("calendar:next_free")
SATURDAY = datetime(2027, 6, 12, 10, 20, tzinfo=UTC)
"""12:20 in Berlin; the Monday after is an ordinary one."""


def test_the_plus_of_a_day_begins_a_draft_for_ten_o_clock_and_goes_to_it(people: Cast) -> None:
    """E26."""
    answer = browser(people.jana).post(WRITE, {"day": day(2)})
    post = Post.objects.get()
    assert answer["Location"] == reverse("posts:edit", args=[post.uuid])
    assert (post.sender, post.wished_at) == (people.jana, on(2))


def test_pressing_twice_and_going_back_leaves_one_empty_draft(people: Cast) -> None:
    jana = browser(people.jana)
    for days in (2, 2, 3):
        jana.post(WRITE, {"day": day(days)})
    assert [post.wished_at for post in Post.objects.all()] == [on(3)]
    jana.get(reverse("posts:new"))
    assert Post.objects.get(wished_at=None).sender == people.jana, "New post takes no wish over"


@pytest.mark.parametrize(
    ("now", "opens", "hour"),
    [
        (datetime(2027, 6, 14, 6, 20, tzinfo=UTC), None, "2027-06-14T10:00"),
        (datetime(2027, 6, 14, 9, 20, tzinfo=UTC), None, "2027-06-14T12:00"),
        (datetime(2027, 6, 14, 21, 40, tzinfo=UTC), None, "2027-06-14T23:40"),
        (datetime(2027, 6, 13, 9, 20, tzinfo=UTC), time(14), "2027-06-14T14:00"),
    ],
    ids=["in the morning", "today at the next full hour", "late at night", "when the branch opens"],
)
def test_the_time_that_is_proposed(people: Cast, now: datetime, opens: time | None, hour: str) -> None:
    at = proposed(people.library, date(2027, 6, 14), now, opens)
    assert f"{people.library.local(at):%Y-%m-%dT%H:%M}" == hour


def test_where_one_branch_is_looked_at_its_opening_is_proposed(people: Cast) -> None:
    OpeningHours.objects.create(branch=people.harbour, weekday=2, opens=time(13), closes=time(18))
    jana = browser(people.jana)
    jana.get(reverse("calendar:week"), {"branch": people.harbour.pk})
    jana.post(WRITE, {"day": day(2)})
    assert Post.objects.get().wished_at == on(2, "13:00")


@pytest.mark.parametrize("text", ["", "gestern", "2026-99-99", "\x00", "9" * 400, "2020-01-01"])
def test_an_impossible_or_past_day_begins_nothing(people: Cast, text: str) -> None:
    assert browser(people.jana).post(WRITE, {"day": text})["Location"] == reverse("calendar:week")
    assert not Post.objects.exists()
    with pytest.raises(NotPlanned):
        proposed(people.library, date(2020, 1, 1), timezone.now())


def test_a_free_place_is_written_for(people: Cast) -> None:
    story_time = slot(people.library)
    browser(people.tom).post(f"{WRITE}?slot={story_time.pk}", {"day": day(1)})
    assert SlotDay.objects.get().post == Post.objects.get()


def test_who_comes_second_is_told_who_was_first(people: Cast) -> None:
    story_time = slot(people.library)
    for person in (people.tom, people.jana):
        answer = browser(person).post(WRITE, {"day": day(1), "slot": story_time.pk}, follow=True)
    assert "Tom Ritter hat diesen Beitrag schon begonnen." in answer.text
    assert Post.objects.count() == 1


@pytest.mark.parametrize("junk", ["999999", "9" * 400, "-1", "x", "²"])
def test_a_slot_that_is_not_there_or_anothers_is_not_found(people: Cast, junk: str) -> None:
    assert browser(people.jana).post(WRITE, {"day": day(1), "slot": junk}).status_code == 404
    ours = slot(people.library)
    assert browser(people.stranger).post(WRITE, {"day": day(1), "slot": ours.pk}).status_code == 404


def free(people: Cast, post: Post, now: datetime = SATURDAY) -> tuple[str, str] | None:
    found = next_free(post, now)
    return found and (f"{people.library.local(found.at):%Y-%m-%dT%H:%M}", found.slot.name if found.slot else "")  # type: ignore[return-value]


def test_the_next_slot_that_fits_comes_first(people: Cast) -> None:
    """E27."""
    channel, other = factories.channel(people.library), factories.channel(people.library)
    slot(people.library, name="Fremd", weekday=0, channels=[other])
    slot(people.library, name="Süd", weekday=0, branch=people.south)
    fits = slot(people.library, name="Passt", weekday=1, channels=[channel])
    post = factories.post(people.jana, channel)
    assert free(people, post) == ("2027-06-15T16:00", "Passt")
    SlotDay.objects.create(slot=fits, day=date(2027, 6, 15), skipped=True)
    assert free(people, post) == ("2027-06-22T16:00", "Passt")


def test_without_a_slot_it_is_the_next_quiet_hour_of_a_working_day(people: Cast) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel)
    assert free(people, post) == ("2027-06-14T10:00", "")
    nine = datetime(2027, 6, 14, 7, tzinfo=UTC)
    factories.delivery(factories.post(people.tom, channel), channel, due_at=nine + timedelta(hours=1, minutes=30))
    assert free(people, post) == ("2027-06-14T13:00", "")
    meant = factories.post(people.tom, channel, wished_at=nine + timedelta(hours=5))
    assert free(people, post) == ("2027-06-14T16:00", "")
    Version.objects.filter(post=meant).delete()
    assert free(people, post) == ("2027-06-14T13:00", "")


def test_only_its_own_channels_count_and_not_itself(people: Cast) -> None:
    channel, other = factories.channel(people.library), factories.channel(people.library)
    ten = datetime(2027, 6, 14, 8, tzinfo=UTC)
    factories.delivery(factories.post(people.tom, other), other, due_at=ten)
    post = factories.post(people.jana, channel, wished_at=ten)
    assert free(people, post) == ("2027-06-14T10:00", "")


def test_holidays_closing_days_and_opening_hours_are_kept(people: Cast) -> None:
    people.library.jurisdiction = "DE-NW"
    people.library.save()
    Closing.objects.create(library=people.library, branch=people.harbour, day=date(2027, 6, 14))
    for weekday in range(5):
        OpeningHours.objects.create(branch=people.harbour, weekday=weekday, opens=time(14, 30), closes=time(18))
    post = factories.post(people.jana, factories.channel(people.library))
    assert free(people, post) == ("2027-06-15T15:00", "")
    corpus_christi_eve = datetime(2027, 5, 26, 20, tzinfo=UTC)
    assert free(people, post, corpus_christi_eve) == ("2027-05-28T15:00", "")


def test_where_all_is_full_it_says_so(people: Cast) -> None:
    OpeningHours.objects.create(branch=people.harbour, weekday=6, opens=time(10), closes=time(12))
    post = factories.post(people.jana, factories.channel(people.library))
    assert free(people, post) is None
    answer = browser(people.jana).get(FREE, {"post": str(post.uuid)}).json()
    assert answer == {"at": "", "words": "In den nächsten sechs Wochen kein freier Platz."}


def test_the_composer_gets_wall_time_and_words(people: Cast) -> None:
    """E27: the contract with the composer."""
    channel = factories.channel(people.library)
    slot(people.library, weekday=0, starts=day(0))
    post = factories.post(people.jana, channel)
    planned(people.jana, channel, on(1))
    answer: dict[str, Any] = browser(people.jana).get(FREE, {"post": str(post.uuid)}).json()
    assert answer["at"] == f"{day(0)}T16:00"
    assert "freier Platz „Vorlesestunde“" in answer["words"] and "Montag" in answer["words"]


@pytest.mark.parametrize("junk", ["", "x", "\x00", "9" * 400, "00000000-0000-0000-0000-000000000000"])
def test_no_place_is_looked_for_without_a_post_of_ours(people: Cast, junk: str) -> None:
    assert browser(people.jana).get(FREE, {"post": junk}).status_code == 404
    post = factories.post(people.jana)
    assert browser(people.stranger).get(FREE, {"post": str(post.uuid)}).status_code == 404
