"""Slots that come back: A12, B10."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.calendar.diary import BERLIN, day, on, slot
from tests.people import Cast
from theke.calendar.beginning import begin_for_slot
from theke.calendar.models import SlotDay
from theke.calendar.narrowing import Filters
from theke.calendar.shading import Mark, Shades
from theke.calendar.slotting import (
    Around,
    Place,
    PlaceState,
    bring_back,
    days_of,
    leave_out,
    places_of,
    posts_in,
    slots_between,
)
from theke.posts.composing import begin
from theke.posts.models import Post, Starter, Topic
from theke.publishing.planning import NotPlanned

OPEN = Shades({})


def places(people: Cast, shades: Shades = OPEN, first: date | None = None, last: date | None = None) -> list[Place]:
    first, last = first or day(0), last or day(6)
    found = list(slots_between(people.library, first, last, Filters()))
    posts = {post.pk: post for post in Post.objects.filter(pk__in=posts_in(found))}
    today = timezone.now().astimezone(BERLIN).date()
    return places_of(found, first, last, Around(posts, shades, today, BERLIN))


@pytest.mark.parametrize(
    ("every", "starts", "ends", "days"),
    [
        (1, date(2027, 3, 2), None, [2, 9, 16, 23, 30]),
        (2, date(2027, 3, 3), None, [9, 23]),
        (2, date(2027, 3, 2), date(2027, 3, 16), [2, 16]),
        (3, date(2026, 12, 29), None, [2, 23]),
    ],
)
def test_it_comes_every_n_weeks_from_its_first_day_to_its_last(
    people: Cast, every: int, starts: date, ends: date | None, days: list[int]
) -> None:
    story_time = slot(people.library, every=every, starts=starts, ends=ends)
    found = list(days_of(story_time, date(2027, 3, 1), date(2027, 3, 31)))
    assert [one.day for one in found] == days


def test_the_rhythm_is_the_same_wherever_one_begins_to_look(people: Cast) -> None:
    story_time = slot(people.library, every=3, starts=date(2026, 1, 1))
    whole = set(days_of(story_time, date(2026, 1, 1), date(2027, 12, 31)))
    looked = {
        one
        for n in range(0, 700, 7)
        for first in [date(2026, 1, 1) + timedelta(days=n)]
        for one in days_of(story_time, first, first + timedelta(days=6))
    }
    assert looked == {one for one in whole if one < date(2026, 1, 1) + timedelta(days=700)}


def test_it_keeps_its_wall_time_when_the_clocks_change(people: Cast) -> None:
    slot(people.library, weekday=6, at=time(16))
    found = places(people, first=date(2027, 3, 21), last=date(2027, 3, 28))
    assert [place.at.astimezone(BERLIN).hour for place in found] == [16, 16]
    assert found[1].at - found[0].at == timedelta(days=7, hours=-1)


def test_a_free_place_is_left_out_and_brought_back(people: Cast) -> None:
    story_time = slot(people.library)
    assert [place.state for place in places(people)] == [PlaceState.FREE]
    leave_out(story_time, day(1), by=people.anna)
    assert [place.state for place in places(people)] == [PlaceState.LEFT_OUT]
    bring_back(story_time, day(1))
    assert [place.state for place in places(people)] == [PlaceState.FREE]


def test_on_a_closing_day_of_its_branch_it_is_not_free(people: Cast) -> None:
    slot(people.library, branch=people.harbour)
    shut = {"harbour": people.harbour.pk, "south": people.south.pk, "all": None}
    found = {name: places(people, Shades({day(1): [Mark("zu", branch=key)]}))[0].state for name, key in shut.items()}
    assert found == {"harbour": PlaceState.CLOSED, "south": PlaceState.FREE, "all": PlaceState.CLOSED}


def test_a_place_in_the_past_is_free_no_more(people: Cast) -> None:
    slot(people.library)
    assert {place.state for place in places(people, first=date(2026, 1, 5), last=date(2026, 1, 11))} == {PlaceState.PAST}


def test_a_begun_post_is_filled_from_the_slot_and_takes_its_place(people: Cast) -> None:
    channel = factories.channel(people.library)
    topic = Topic.objects.create(library=people.library, name="Lesen")
    starter = Starter.objects.create(
        library=people.library, name="Vorlesen", title="Heute wird vorgelesen", text="Um 16 Uhr: …"
    )
    story_time = slot(people.library, channels=[channel], topic=topic, starter=starter)
    post = begin_for_slot(story_time, day(1), by=people.tom, now=timezone.now())
    assert (post.text, post.title, post.wished_at) == ("Um 16 Uhr: …", "Heute wird vorgelesen", on(1, "16:00"))
    assert [version.channel for version in post.versions.all()] == [channel]
    assert list(post.topics.all()) == [topic]
    assert [place.state for place in places(people)] == [PlaceState.FILLED]


def test_without_a_template_the_draft_is_called_like_the_slot_and_is_no_empty_one(people: Cast) -> None:
    post = begin_for_slot(slot(people.library), day(1), by=people.tom, now=timezone.now())
    assert post.title == "Vorlesestunde"
    assert begin(people.tom) != post


def test_two_who_press_the_same_place_meet_in_one_draft(people: Cast) -> None:
    story_time = slot(people.library)
    first = begin_for_slot(story_time, day(1), by=people.tom, now=timezone.now())
    assert begin_for_slot(story_time, day(1), by=people.jana, now=timezone.now()) == first
    assert Post.objects.count() == 1


def test_a_post_that_was_moved_away_is_told_and_the_place_is_not_offered_again(people: Cast) -> None:
    story_time = slot(people.library)
    post = begin_for_slot(story_time, day(1), by=people.tom, now=timezone.now())
    Post.objects.filter(pk=post.pk).update(wished_at=on(3))
    place = places(people)[0]
    assert (place.state, place.moved_to) == (PlaceState.MOVED, on(3))


def test_a_place_is_free_again_when_its_draft_is_thrown_away(people: Cast) -> None:
    story_time = slot(people.library)
    post = begin_for_slot(story_time, day(1), by=people.tom, now=timezone.now())
    Post.objects.filter(pk=post.pk).update(binned_at=timezone.now())
    assert [place.state for place in places(people)] == [PlaceState.FREE]
    assert begin_for_slot(story_time, day(1), by=people.jana, now=timezone.now()) != post


@pytest.mark.parametrize(("days", "wanted"), [(2, "not its weekday"), (-21, "past")])
def test_a_day_that_is_not_its_own_or_past_is_refused(people: Cast, days: int, wanted: str) -> None:
    story_time = slot(people.library, weekday=0)
    with pytest.raises(NotPlanned):
        begin_for_slot(story_time, day(days), by=people.tom, now=timezone.now())
    assert not SlotDay.objects.exists() and not Post.objects.exists(), wanted


def test_all_slots_and_what_became_of_them_cost_one_question(people: Cast, django_assert_num_queries: object) -> None:
    for number in range(3):
        leave_out(slot(people.library, weekday=number), day(number), by=people.anna)
    now = datetime.now(BERLIN)
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = list(slots_between(people.library, day(0), day(6), Filters()))
        assert len(places_of(found, day(0), day(6), Around({}, OPEN, now.date(), BERLIN))) == 3
