"""The crisis switch: all that is planned waits, and each post is asked about before it goes on (R51, A33)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.publishing.conftest import World
from tests.publishing.network import Killed, dies_before
from theke.networks.base import Ref
from theke.notices.models import Notice
from theke.people.models import HistoryEntry, Person
from theke.posts.checking import findings
from theke.posts.models import Post
from theke.publishing import queueing
from theke.publishing.changing import edit, remove
from theke.publishing.health import overdue
from theke.publishing.models import Delivery, State
from theke.publishing.pausing import end, held, hold, pause, resume, to_draft
from theke.publishing.planning import NotPlanned, wall_of
from theke.publishing.scheduling import Hindered, move, schedule
from theke.publishing.sending import deliver
from theke.publishing.views.pausing import MOST

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "Unglück am Hafen"


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def stop_all(world: World) -> None:
    assert pause(world.people.library, by=world.people.anna, why=WHY)


def go_on(world: World) -> None:
    assert end(world.people.library, by=world.people.anna)


def fresh(delivery: Delivery) -> Delivery:
    return Delivery.objects.select_related("post__library", "post__sender").get(pk=delivery.pk)


def test_nothing_planned_goes_out_during_a_pause(world: World, now: datetime, pass_time: Callable[[float], None]) -> None:
    delivery = world.delivery(at=now + timedelta(hours=1))
    stop_all(world)
    pass_time(3660)
    assert queueing.due(9) == []
    assert deliver(delivery.pk) is None
    assert not world.network.texts
    assert fresh(delivery).is_held
    assert not overdue(timezone.now()).exists()


def test_without_a_pause_the_same_post_goes_out(world: World, now: datetime, pass_time: Callable[[float], None]) -> None:
    delivery = world.delivery(at=now + timedelta(hours=1))
    pass_time(3660)
    assert deliver(delivery.pk) == State.SENT


def test_what_slipped_past_the_mark_is_held_when_it_is_claimed(world: World) -> None:
    stop_all(world)
    delivery = factories.delivery(world.post(), world.channel)
    assert queueing.due(9) == [world.channel.pk]
    queueing.run(world.channel.pk)
    assert not world.network.texts
    assert fresh(delivery).is_held
    assert queueing.due(9) == []


def test_a_worker_that_has_claimed_it_and_still_prepares_is_stopped(world: World) -> None:
    delivery = world.delivery()
    fence = delivery.fence
    stop_all(world)
    assert fresh(delivery).fence > fence


def test_what_was_under_way_when_a_worker_died_is_brought_to_its_end(world: World, pass_time: Callable[[float], None]) -> None:
    delivery = world.delivery()
    world.network.next_writes = [dies_before]
    with pytest.raises(Killed):
        deliver(delivery.pk)
    assert fresh(delivery).state == State.SENDING
    stop_all(world)
    for _number in range(6):
        pass_time(600)
        queueing.run(world.channel.pk)
    assert not fresh(delivery).is_held
    assert fresh(delivery).state != State.SENDING


def test_a_chain_that_has_begun_ends(world: World) -> None:
    post = world.post()
    first = factories.delivery(post, world.channel, state="sent")
    second = factories.delivery(post, world.channel, part=1, follows=first)
    stop_all(world)
    assert not fresh(second).is_held


def test_answers_removals_and_changes_still_go(world: World) -> None:
    out = world.delivery()
    deliver(out.pk)
    stop_all(world)
    answer = world.post(form=Post.Form.REPLY)
    assert [one.severity for one in findings(answer) if one.rule == "R51"] == ["hint"]
    made = schedule(answer, at=None, by=world.people.jana, replies_to=Ref("1", {}))
    assert not fresh(made[0]).is_held
    post = fresh(out).post
    post.text = "Am Sonntag wird vorgelesen."
    post.save()
    assert edit(post, by=world.people.jana)
    assert remove(post, by=world.people.jana)
    queueing.run(world.channel.pk)
    assert fresh(made[0]).state == State.SENT


def test_nothing_new_is_handed_over_and_the_guideline_says_why(world: World, now: datetime) -> None:
    stop_all(world)
    for at in (None, now + timedelta(days=1)):
        with pytest.raises(Hindered) as told:
            schedule(world.post(), at=at, by=world.people.maria)
        assert [one.rule for one in told.value.findings] == ["R51"]


def test_nothing_goes_out_by_itself_when_the_pause_is_over(
    world: World, now: datetime, pass_time: Callable[[float], None]
) -> None:
    early, late = world.delivery(at=now + timedelta(hours=1)), world.delivery(at=now + timedelta(hours=5))
    stop_all(world)
    go_on(world)
    pass_time(10 * 3600)
    assert queueing.due(9) == []
    assert [post.pk for post in held(world.people.library)] == [early.post_id, late.post_id]
    assert not world.network.texts


def test_a_post_is_sent_as_planned_or_now_where_its_time_is_past(
    world: World, now: datetime, pass_time: Callable[[float], None]
) -> None:
    past, coming = world.delivery(at=now + timedelta(hours=1)), world.delivery(at=now + timedelta(days=1))
    stop_all(world)
    pass_time(7200)
    go_on(world)
    planned = fresh(coming).due_at
    resume(fresh(past).post, by=world.people.jana)
    resume(fresh(coming).post, by=world.people.jana)
    assert deliver(past.pk) == State.SENT  # and is not called late
    assert fresh(coming).due_at == planned
    assert not fresh(coming).is_held


def test_a_post_is_put_off_or_becomes_a_draft(world: World, now: datetime) -> None:
    moved, draft = world.delivery(at=now + timedelta(hours=1)), world.delivery(at=now + timedelta(hours=2))
    stop_all(world)
    go_on(world)
    at = now + timedelta(days=2)
    resume(fresh(moved).post, by=world.people.jana, at=at)
    assert fresh(moved).due_at == at
    assert fresh(moved).post.planned_wall == wall_of(at, world.people.library.zone)
    assert to_draft(fresh(draft).post, by=world.people.jana)
    assert fresh(draft).post.released_at is None
    assert fresh(draft).post.wished_at == now + timedelta(hours=2), "it keeps its place in the calendar"
    assert not held(world.people.library).exists()


def test_a_post_that_is_moved_in_the_calendar_still_waits_for_a_word(
    world: World, now: datetime, pass_time: Callable[[float], None]
) -> None:
    delivery = world.delivery(at=now + timedelta(hours=1))
    stop_all(world)
    go_on(world)
    assert move(fresh(delivery).post, at=now + timedelta(days=1), by=world.people.jana)
    local = world.people.library.local
    day = f"{local(now + timedelta(days=2)):%Y-%m-%d}"
    browser(world.people.jana).post(reverse("calendar:move", args=[delivery.post.uuid]), {"day": day})
    assert local(fresh(delivery).due_at).date().isoformat() == day
    assert fresh(delivery).is_held
    pass_time(3 * 86400)
    assert queueing.due(9) == []
    resume(fresh(delivery).post, by=world.people.jana)
    assert deliver(delivery.pk) == State.SENT


def test_the_list_says_that_it_waits(world: World, now: datetime) -> None:
    world.delivery(at=now + timedelta(hours=1))
    client, page = browser(world.people.jana), reverse("publishing:list") + "?show=planned"
    assert "angehalten" not in client.get(page).text
    stop_all(world)
    go_on(world)
    assert "angehalten" in client.get(page).text


def test_none_goes_on_while_the_pause_lasts_and_none_twice(world: World, now: datetime) -> None:
    delivery = world.delivery(at=now + timedelta(hours=1))
    stop_all(world)
    with pytest.raises(NotPlanned):
        resume(fresh(delivery).post, by=world.people.anna)
    assert fresh(delivery).is_held
    go_on(world)
    resume(fresh(delivery).post, by=world.people.anna)
    with pytest.raises(NotPlanned):
        resume(fresh(delivery).post, by=world.people.anna)


def test_another_librarys_posts_go_out(world: World) -> None:
    stranger, strangers = world.people.stranger, world.people.stranger.library
    assert strangers
    delivery = factories.delivery(factories.post(stranger), factories.channel(strangers, budget_left=1000))
    stop_all(world)
    hold(world.people.library, timezone.now())
    assert not fresh(delivery).is_held
    with pytest.raises(PermissionDenied):
        end(world.people.library, by=stranger)


def test_people_of_posts_that_wait_are_told_and_history_is_written(world: World, now: datetime) -> None:
    world.delivery(at=now + timedelta(hours=1))
    stop_all(world)
    assert not pause(world.people.library, by=world.people.maria, why="noch einmal")
    go_on(world)
    assert Notice.objects.filter(person=world.people.jana, path=reverse("publishing:pause")).count() == 2
    assert not Notice.objects.filter(person=world.people.tom).exists()
    verbs = list(HistoryEntry.objects.filter(kind="people.library").values_list("verb", flat=True))
    assert verbs == ["ended the pause", "paused all that is planned"]


@pytest.mark.parametrize("who", ["jana", "tom"])
def test_crafted_requests_by_employees_are_refused(world: World, now: datetime, who: str) -> None:
    person = getattr(world.people, who)
    assert browser(person).post(reverse("publishing:pause_start"), {"why": WHY}).status_code == 403
    stop_all(world)
    assert browser(person).post(reverse("publishing:pause_end")).status_code == 403
    world.people.library.refresh_from_db()
    assert world.people.library.paused_at
    with pytest.raises(PermissionDenied):
        pause(world.people.library, by=person, why=WHY)


def test_a_colleague_decides_about_their_own_posts_only(world: World, now: datetime) -> None:
    delivery = world.delivery(at=now + timedelta(hours=1))
    stop_all(world)
    go_on(world)
    here = reverse("publishing:pause_decision", args=[delivery.post.uuid])
    for act in ("send", "draft", "move"):
        assert browser(world.people.tom).post(here, {"act": act, "at": "2030-01-01T10:00"}).status_code == 403
        assert browser(world.people.stranger).post(here, {"act": act}).status_code == 404
    assert fresh(delivery).is_held
    assert browser(world.people.jana).post(here, {"act": "send"}).status_code == 302
    assert not fresh(delivery).is_held


@pytest.mark.parametrize("who", ["jana", "anna", "maria"])
def test_every_page_says_it_while_it_lasts(world: World, who: str) -> None:
    client = browser(getattr(world.people, who))
    assert WHY not in client.get(reverse("desk:settings")).content.decode()
    stop_all(world)
    for name in ("today", "desk:settings", "publishing:list", "inbox:list", "publishing:pause"):
        assert WHY in client.get(reverse(name)).content.decode(), name


def test_the_switch_is_worked_in_the_browser(world: World, now: datetime) -> None:
    delivery = world.delivery(at=now + timedelta(hours=1))
    client, page = browser(world.people.anna), reverse("publishing:pause")
    assert client.post(reverse("publishing:pause_start"), {"why": " "}).status_code == 422
    assert client.post(reverse("publishing:pause_start"), {"why": WHY}).status_code == 302
    during = client.get(page).content.decode()
    assert 'id="end-pause"' in during
    assert 'value="send"' not in during
    client.post(reverse("publishing:pause_end"))
    assert 'value="send"' in client.get(page).content.decode()
    assert reverse("publishing:pause") in client.get(reverse("today")).content.decode()
    here = reverse("publishing:pause_decision", args=[delivery.post.uuid])
    wrong = client.post(here, {"act": "move", "at": "2020-01-01T10:00"})
    assert wrong.status_code == 422
    assert "2020-01-01T10:00" in wrong.content.decode()
    assert client.post(here, {"act": uuid4().hex}).status_code == 422
    assert client.post(here, {"act": "move", "at": f"{now + timedelta(days=3):%Y-%m-%dT10:00}"}).status_code == 302
    assert not fresh(delivery).is_held


def test_a_long_list_says_that_more_wait(world: World, now: datetime) -> None:
    """The first sixty are shown, and that there are others; none is passed over in silence."""
    words = "Es warten noch mehr"
    for _ in range(MOST):
        world.delivery(at=now + timedelta(hours=1))
    stop_all(world)
    page = reverse("publishing:pause")
    assert words not in browser(world.people.anna).get(page).content.decode()
    go_on(world)
    world.delivery(at=now + timedelta(hours=1))
    stop_all(world)
    assert words in browser(world.people.anna).get(page).content.decode()
