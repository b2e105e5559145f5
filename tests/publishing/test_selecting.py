"""Several posts at once, the filter that stays, and undo (E22, E28, E30, E31; A06, B13)."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.publishing.conftest import World
from theke.people.models import Person
from theke.posts.approving import hand_in
from theke.posts.locking import hold
from theke.posts.models import Authorship, Post, Topic
from theke.posts.topics import topics_of
from theke.publishing.models import Delivery, State
from theke.publishing.planning import wall_of
from theke.publishing.scheduling import schedule
from theke.publishing.selecting import planned_for
from theke.ui.undoing import Undo, offered

pytestmark = pytest.mark.django_db


def desk_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def select(desk: Client, act: str, *posts: Post, **fields: Any) -> Any:
    given = {"act": act, "posts": [str(post.uuid) for post in posts], "show": "drafts", "of": "all"} | fields
    return desk.post(reverse("publishing:selection"), given, follow=True)


def bar(answer: Any) -> Undo:
    """What the bar on this page offers to undo."""
    return next(one for message in answer.context["messages"] if (one := offered(message)))


def undo(desk: Client, answer: Any) -> Any:
    offer = bar(answer)
    return desk.post(offer.url, offer.fields, follow=True)


@pytest.fixture
def planned(world: World, now: datetime) -> Post:
    post = world.post()
    schedule(post, at=now + timedelta(days=2), by=world.people.jana)
    return post


def test_several_drafts_go_to_the_bin_and_come_back_by_the_bar(world: World) -> None:
    one, two, desk = world.post(text="Eins"), world.post(text="Zwei"), desk_of(world.people.jana)
    answer = select(desk, "bin", one, two)
    assert "2 Entwürfe" in answer.text
    assert not Post.objects.kept().exists()
    undo(desk, answer)
    assert Post.objects.kept().count() == 2


def test_what_could_not_be_done_is_said_for_each_with_the_reason(world: World, planned: Post) -> None:
    free, held = world.post(text="Frei"), world.post(text="In der Hand")
    hold(held, by=world.people.tom)
    page = select(desk_of(world.people.jana), "bin", free, held, planned).text
    assert "1 Entwurf" in page and "Tom Ritter" in page and "schon geplant" in page
    assert set(Post.objects.kept()) == {held, planned}


def test_planned_posts_move_to_another_day_at_the_same_time_and_back(world: World, planned: Post, now: datetime) -> None:
    before, zone = planned_for(planned), planned.library.zone
    assert before
    day = (before + timedelta(days=5)).astimezone(zone).date()
    desk = desk_of(world.people.jana)
    answer = select(desk, "move", planned, day=day.isoformat())
    after = planned_for(Post.objects.get(pk=planned.pk))
    assert after and (wall_of(after, zone)[:10], wall_of(after, zone)[11:]) == (day.isoformat(), wall_of(before, zone)[11:])
    undo(desk, answer)
    back = planned_for(planned)
    assert back and wall_of(back, zone) == wall_of(before, zone)


@pytest.mark.parametrize("day", ["", "gestern", "2020-01-01", "\x00", "9" * 50])
def test_an_impossible_day_moves_nothing(world: World, planned: Post, day: str) -> None:
    before = planned_for(planned)
    select(desk_of(world.people.jana), "move", planned, day=day)
    assert planned_for(planned) == before


@pytest.mark.parametrize(("who", "moves"), [("jana", True), ("tom", False), ("anna", True), ("stranger", False)])
def test_only_the_sender_and_the_editorial_group_move(
    world: World, planned: Post, who: str, moves: bool, now: datetime
) -> None:
    before = planned_for(planned)
    day = (now + timedelta(days=9)).date().isoformat()
    select(desk_of(getattr(world.people, who)), "move", planned, day=day)
    assert (planned_for(planned) != before) == moves


def test_topics_are_added_and_taken_away_again(world: World) -> None:
    topic, other = topics_of(world.people.library)[:2]
    had, has_not, desk = world.post(), world.post(), desk_of(world.people.tom)
    had.topics.add(topic)
    answer = select(desk, "topics", had, has_not, topics=[topic.pk])
    assert set(topic.posts.all()) == {had, has_not}
    undo(desk, answer)
    assert set(topic.posts.all()) == {had}, "what it had before stays"
    assert not other.posts.exists()


def test_a_crafted_undo_changes_nothing_of_a_colleagues_published_post(world: World, now: datetime) -> None:
    topic, post = topics_of(world.people.library)[0], world.post(released_at=now)
    post.topics.add(topic)
    given = {"act": "topics", "done": [f"{post.uuid} {topic.pk}", "unsinn", f"{post.uuid} x", ""]}
    for who in (world.people.tom, world.people.stranger):
        desk_of(who).post(reverse("publishing:selection_undo"), given)
    assert set(topic.posts.all()) == {post}


@pytest.mark.parametrize("act", ["bin", "move", "topics", "", "delete_all"])
@pytest.mark.parametrize("keys", [[], ["x"], ["\x00"], ["00000000-0000-0000-0000-000000000000"]])
def test_crafted_selections_do_nothing(world: World, act: str, keys: list[str]) -> None:
    world.post()
    answer = desk_of(world.people.jana).post(reverse("publishing:selection"), {"act": act, "posts": keys, "topics": ["9" * 40]})
    assert answer.status_code == 302
    assert Post.objects.kept().count() == 1


def test_another_librarys_posts_cannot_be_ticked(world: World) -> None:
    post = world.post()
    select(desk_of(world.people.stranger), "bin", post)
    assert Post.objects.kept().exists()


def shown(desk: Client, **query: Any) -> set[str]:
    page = desk.get(reverse("publishing:list"), {"show": "drafts", "of": "all"} | query)
    return {post.text for post in page.context["page"]}


def test_the_filter_stays_until_another_is_chosen(world: World) -> None:
    blog = world.channel_of(name="Blog", branch=world.people.south)
    topic: Topic = topics_of(world.people.library)[0]
    world.post(text="Jana")
    tom = factories.post(world.people.tom, blog, text="Tom")
    tom.topics.add(topic)
    Authorship.objects.create(post=tom, person=world.people.maria)
    desk = desk_of(world.people.anna)
    assert shown(desk) == {"Jana", "Tom"}
    for query in (
        {"channel": blog.pk},
        {"branch": world.people.south.pk},
        {"topic": topic.pk},
        {"person": world.people.maria.pk},
    ):
        assert shown(desk, **query) == {"Tom"}
        assert shown(desk) == {"Tom"}, "remembered"
    assert shown(desk_of(world.people.maria)) == {"Jana", "Tom"}, "each person their own"
    assert shown(desk, clear=1) == {"Jana", "Tom"}
    assert shown(desk) == {"Jana", "Tom"}


@pytest.mark.parametrize("name", ["channel", "branch", "topic", "person"])
@pytest.mark.parametrize("value", ["x", "-1", "9" * 60, "\x00", "\u0663"])
def test_junk_in_the_filter_shows_everything(world: World, name: str, value: str) -> None:
    world.post(text="Da")
    assert shown(desk_of(world.people.jana), **{name: value}) == {"Da"}


def test_what_waits_for_approval_has_a_tab_and_a_tag(world: World) -> None:
    hand_in(world.post(text="Bitte ansehen"), by=world.people.jana)
    page = desk_of(world.people.anna).get(reverse("publishing:list"), {"show": "approval"})
    assert "Bitte ansehen" in page.text and "wartet auf Freigabe" in page.text


def test_a_plan_taken_back_can_be_planned_again_by_the_bar(world: World, planned: Post) -> None:
    before, desk = planned_for(planned), desk_of(world.people.jana)
    assert before
    answer = desk.post(reverse("publishing:plan", args=[planned.uuid]), {"act": "cancel"}, follow=True)
    assert Post.objects.get(pk=planned.pk).released_at is None
    undo(desk, answer)
    again = planned_for(Post.objects.get(pk=planned.pk))
    assert again and wall_of(again, planned.library.zone) == wall_of(before, planned.library.zone)


def test_a_move_can_be_undone_by_the_bar(world: World, planned: Post, now: datetime) -> None:
    before, zone, desk = planned_for(planned), planned.library.zone, desk_of(world.people.jana)
    assert before
    address = reverse("publishing:plan", args=[planned.uuid])
    answer = desk.post(address, {"act": "move", "at": wall_of(now + timedelta(days=8), zone)}, follow=True)
    assert planned_for(planned) != before
    undo(desk, answer)
    back = planned_for(planned)
    assert back and wall_of(back, zone) == wall_of(before, zone)


def test_a_published_post_is_used_again_as_a_draft(world: World) -> None:
    """E31."""
    post = world.post(released_at=timezone.now())
    factories.delivery(post, world.channel, state=State.SENT)
    desk = desk_of(world.people.tom)
    assert 'id="use-again"' in desk.get(reverse("publishing:page", args=[post.uuid])).text
    assert f'id="again-{post.pk}"' in desk.get(reverse("publishing:list"), {"show": "published", "of": "all"}).text
    desk.post(reverse("posts:duplicate", args=[post.uuid]))
    made = Post.objects.get(released_at=None)
    assert (made.sender, made.text) == (world.people.tom, post.text)


@pytest.mark.parametrize("show", ["planned", "drafts", "published", "approval", "needs"])
def test_three_rows_cost_no_more_queries_than_one(
    world: World, show: str, django_assert_num_queries: Any, now: datetime
) -> None:
    state = {"planned": State.DUE, "published": State.SENT, "needs": State.FAILED}.get(show)
    client, address = desk_of(world.people.jana), reverse("publishing:list") + f"?show={show}&of=all"

    def one_more(number: int) -> None:
        post = world.post(text=str(number), released_at=now if state else None)
        if state:
            factories.delivery(post, world.channel, state=state)
        else:
            hand_in(post, by=world.people.jana)

    one_more(0)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    assert len(one.captured_queries) <= 12
    one_more(1)
    one_more(2)
    with django_assert_num_queries(len(one.captured_queries)):
        client.get(address)
    assert Delivery.objects.count() == (3 if state else 0)
