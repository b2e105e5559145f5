"""Moving, taking out, putting back, each with its undo: A12, A15, E22, E24."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.calendar.diary import browser, day, on, planned
from tests.people import Cast
from theke.channels.models import Channel
from theke.posts.locking import hold
from theke.posts.models import Approval, Post
from theke.publishing.models import Delivery, State
from theke.ui.undoing import Undo, offered


@pytest.fixture
def channel(people: Cast) -> Channel:
    return factories.channel(people.library)


def undo_of(answer: Any) -> Undo:
    found = [offered(message) for message in get_messages(answer.wsgi_request)]
    assert found and found[0]
    return found[0]


def to(post: Post, act: str = "move") -> str:
    return reverse(f"calendar:{act}", args=[post.uuid])


def test_dragging_changes_the_day_and_keeps_the_time_of_day(people: Cast, channel: Channel) -> None:
    """E24."""
    post = planned(people.jana, channel, on(1, "16:30"))
    answer = browser(people.jana).post(to(post), {"day": day(4)}, headers={"HX-Request": "true"})
    assert answer.status_code == 204
    assert Delivery.objects.get(post=post).due_at == on(4, "16:30")


def test_dragging_over_the_change_of_the_clocks_keeps_the_time_on_the_wall(people: Cast, channel: Channel) -> None:
    winter = datetime(2027, 3, 26, 15, tzinfo=UTC)  # 16:00 in Berlin
    post = planned(people.jana, channel, winter)
    browser(people.jana).post(to(post), {"day": "2027-03-29"})
    assert Delivery.objects.get(post=post).due_at == datetime(2027, 3, 29, 14, tzinfo=UTC)
    post.refresh_from_db()
    assert post.planned_wall == "2027-03-29T16:00"


def test_moving_by_the_form_takes_a_day_and_a_time_and_comes_back_to_the_page(people: Cast, channel: Channel) -> None:
    """E24: the same without dragging."""
    post = planned(people.jana, channel, on(1))
    back = reverse("calendar:month", args=[day(0)])
    answer = browser(people.jana).post(to(post), {"day": day(2), "time": "18:15", "back": back})
    assert answer["Location"] == back
    assert Delivery.objects.get(post=post).due_at == on(2, "18:15")


def test_a_move_is_undone(people: Cast, channel: Channel) -> None:
    """E22."""
    post, jana = planned(people.jana, channel, on(1)), browser(people.jana)
    undo = undo_of(jana.post(to(post), {"day": day(2), "time": "18:15"}))
    jana.post(undo.url, undo.fields)
    assert Delivery.objects.get(post=post).due_at == on(1)


def test_a_draft_moves_its_wish_and_whoever_writes_may_move_it(people: Cast, channel: Channel) -> None:
    """A15: drafts are everybody's."""
    post = factories.post(people.jana, channel, wished_at=on(1))
    browser(people.tom).post(to(post), {"day": day(5)})
    post.refresh_from_db()
    assert post.wished_at == on(5)
    assert not Delivery.objects.exists()


def test_the_undo_of_a_moved_wish_may_lead_into_the_past(people: Cast) -> None:
    past = timezone.now() - timedelta(days=3)
    post, tom = factories.post(people.jana, wished_at=past.replace(second=0, microsecond=0)), browser(people.tom)
    undo = undo_of(tom.post(to(post), {"day": day(5)}))
    tom.post(undo.url, undo.fields)
    post.refresh_from_db()
    assert post.wished_at == past.replace(second=0, microsecond=0)


def test_a_colleagues_planned_post_is_not_mine_to_move(people: Cast, channel: Channel) -> None:
    post = planned(people.jana, channel, on(1))
    for act, data in (("move", {"day": day(2)}), ("take_out", {}), ("put_back", {"day": day(1), "time": "10:00"})):
        assert browser(people.tom).post(to(post, act), data).status_code == 403
        assert browser(people.stranger).post(to(post, act), data).status_code == 404
    assert Delivery.objects.get(post=post, state=State.DUE).due_at == on(1)
    assert browser(people.anna).post(to(post), {"day": day(2)}).status_code == 302


def test_a_move_into_the_past_is_refused_and_says_why(people: Cast, channel: Channel) -> None:
    """The entry returns, and the alert says why."""
    post = planned(people.jana, channel, on(1))
    answer = browser(people.jana).post(to(post), {"day": "2020-01-01"}, headers={"HX-Request": "true"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text and "Diese Zeit ist schon vorbei." in answer.text
    assert Delivery.objects.get(post=post).due_at == on(1)


@pytest.mark.parametrize(
    "data",
    [
        {"day": "", "time": ""},
        {"day": "gestern", "time": "bald"},
        {"day": "2020-01-01", "time": "10:00"},
        {"day": "9999-12-31", "time": "10:00"},
        {"day": "\x00", "time": "9" * 400},
        {"day": "2027-03-28", "time": "02:30"},
    ],
)
def test_an_impossible_time_comes_back_at_the_field_with_what_was_typed(
    people: Cast, channel: Channel, data: dict[str, str]
) -> None:
    post = planned(people.jana, channel, on(1))
    answer = browser(people.jana).post(to(post), data)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert Delivery.objects.get(post=post).due_at == on(1)


def test_a_time_that_comes_twice_is_asked_about(people: Cast, channel: Channel) -> None:
    post, jana = planned(people.jana, channel, on(1)), browser(people.jana)
    asked = jana.post(to(post), {"day": "2027-10-31", "time": "02:30"})
    assert asked.status_code == 422 and asked.text.count('name="fold"') == 2
    jana.post(to(post), {"day": "2027-10-31", "time": "02:30", "fold": "1"})
    assert Delivery.objects.get(post=post).due_at == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


def test_what_waits_for_approval_stays_until_it_is_withdrawn(people: Cast) -> None:
    post = factories.post(people.jana, wished_at=on(1))
    Approval.objects.create(post=post, revision=0, asked_by=people.jana, for_at=on(1))
    answer = browser(people.jana).post(to(post), {"day": day(3)}, headers={"HX-Request": "true"})
    assert answer.status_code == 422 and "Freigabe" in answer.text
    post.refresh_from_db()
    assert post.wished_at == on(1)


def test_what_has_left_is_not_moved(people: Cast, channel: Channel) -> None:
    post = planned(people.jana, channel, on(1))
    Delivery.objects.update(state=State.SENT)
    answer = browser(people.jana).post(to(post), {"day": day(3), "time": "10:00"})
    assert answer.status_code == 422
    assert Delivery.objects.get(post=post).due_at == on(1)


def test_taken_out_of_the_plan_it_stays_in_the_calendar_as_a_draft_and_is_put_back(people: Cast, channel: Channel) -> None:
    """E22."""
    post, jana = planned(people.jana, channel, on(1)), browser(people.jana)
    undo = undo_of(jana.post(to(post, "take_out")))
    post.refresh_from_db()
    assert (post.released_at, post.wished_at) == (None, on(1))
    jana.post(undo.url, undo.fields)
    assert Delivery.objects.get(post=post, state=State.DUE).due_at == on(1)


def test_putting_back_twice_plans_once(people: Cast, channel: Channel) -> None:
    post, jana = planned(people.jana, channel, on(1)), browser(people.jana)
    undo = undo_of(jana.post(to(post, "take_out")))
    for _press in range(2):
        assert jana.post(undo.url, undo.fields).status_code == 302
    assert Delivery.objects.filter(post=post, state=State.DUE).count() == 1


def test_a_draft_is_thrown_away_and_fetched_back(people: Cast) -> None:
    """E22, E23."""
    post, tom = factories.post(people.jana, wished_at=on(1)), browser(people.tom)
    undo = undo_of(tom.post(to(post, "throw_away")))
    assert Post.objects.filter(binned_at__isnull=False).count() == 1
    tom.post(undo.url, undo.fields)
    post.refresh_from_db()
    assert post.binned_at is None and post.wished_at == on(1)


def test_what_a_colleague_writes_just_now_is_neither_moved_nor_thrown_away(people: Cast) -> None:
    """E32: their next save would say the opposite."""
    post, tom = factories.post(people.jana, wished_at=on(1)), browser(people.tom)
    assert hold(post, by=people.jana)
    answer = tom.post(to(post), {"day": day(3)}, headers={"HX-Request": "true"})
    assert answer.status_code == 422 and "Jana Berg schreibt gerade an diesem Entwurf." in answer.text
    tom.post(to(post, "throw_away"))
    post.refresh_from_db()
    assert (post.wished_at, post.binned_at) == (on(1), None)
    assert browser(people.jana).post(to(post), {"day": day(3)}).status_code == 302


def test_throwing_away_takes_the_request_for_approval_back(people: Cast) -> None:
    post = factories.post(people.jana, wished_at=on(1))
    request = Approval.objects.create(post=post, revision=0, asked_by=people.jana, for_at=on(1))
    browser(people.jana).post(to(post, "throw_away"))
    request.refresh_from_db()
    assert request.state == Approval.State.WITHDRAWN


def test_a_planned_post_cannot_be_thrown_away(people: Cast, channel: Channel) -> None:
    post = planned(people.jana, channel, on(1))
    browser(people.jana).post(to(post, "throw_away"))
    post.refresh_from_db()
    assert post.binned_at is None


@pytest.mark.parametrize(
    "back", ["https://evil.example/calendar/", "//evil.example", "/posts/", "javascript:alert(1)", "\x00", "x" * 5000]
)
def test_the_way_back_leads_nowhere_but_into_the_calendar(people: Cast, back: str) -> None:
    post = factories.post(people.jana, wished_at=on(1))
    answer = browser(people.jana).post(to(post), {"day": day(2), "back": back})
    assert answer["Location"] == reverse("calendar:week")


def test_what_is_offered_depends_on_whose_it_is(people: Cast, channel: Channel) -> None:
    post = planned(people.jana, channel, on(1))
    address = reverse("calendar:entry", args=[post.uuid])
    assert to(post) in browser(people.jana).get(address).text
    toms = browser(people.tom).get(address).text
    assert to(post) not in toms and to(post, "take_out") not in toms
    assert browser(people.stranger).get(address).status_code == 404
