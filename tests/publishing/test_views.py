"""The pages of the way out, tried by everyone: A02, A12, B02, B13."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.publishing.conftest import World
from tests.publishing.network import answers
from theke.people.models import Person
from theke.posts.models import Post
from theke.publishing.models import Delivery, Kind, State
from theke.publishing.planning import wall_of
from theke.publishing.scheduling import UNDO_FOR, schedule
from theke.publishing.sending import deliver
from theke.publishing.showing import ICONS
from theke.ui.icons import svg

pytestmark = pytest.mark.django_db


def browser(person: Person | None) -> Client:
    client = Client()
    if person:
        client.force_login(person)
    return client


def released(world: World, **fields: Any) -> Post:
    delivery = world.delivery(**fields)
    deliver(delivery.pk)
    return delivery.post


def test_publish_now_waits_ten_seconds_and_can_be_taken_back(world: World) -> None:
    post, jana = world.post(), browser(world.people.jana)
    answer = jana.post(reverse("publishing:release", args=[post.uuid]), {"when": "now"})
    assert answer["Location"] == reverse("publishing:page", args=[post.uuid])
    assert "undo-bar" in jana.get(answer["Location"]).content.decode()
    delivery = Delivery.objects.get()
    assert timedelta(seconds=8) < delivery.due_at - delivery.created_at <= UNDO_FOR
    back = jana.post(reverse("publishing:undo", args=[post.uuid]))
    assert back["Location"] == reverse("posts:edit", args=[post.uuid])


def test_pressing_twice_publishes_once(world: World) -> None:
    post, jana = world.post(), browser(world.people.jana)
    for _press in range(2):
        jana.post(reverse("publishing:release", args=[post.uuid]), {"when": "now"})
    assert Delivery.objects.count() == 1


def test_planning_takes_the_librarys_wall_time(world: World, now: datetime) -> None:
    post = world.post()
    wall = wall_of(now + timedelta(days=2), world.people.library.zone)
    browser(world.people.jana).post(reverse("publishing:release", args=[post.uuid]), {"when": "at", "at": wall, "late": "drop"})
    delivery = Delivery.objects.get()
    assert wall_of(delivery.due_at, world.people.library.zone) == wall
    assert delivery.late == Post.Late.DROP


@pytest.mark.parametrize("wall", ["", "gestern", "2020-01-01T10:00", "\x00", "9" * 5000])
def test_an_impossible_time_comes_back_in_words_and_plans_nothing(world: World, wall: str) -> None:
    post, jana = world.post(), browser(world.people.jana)
    answer = jana.post(reverse("publishing:release", args=[post.uuid]), {"when": "at", "at": wall})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text and 'id="at-error"' in answer.text
    assert answer.context["proposed"] == wall[:40]
    assert not Delivery.objects.exists()


def test_a_time_that_comes_twice_is_asked_about_and_answered(world: World, now: datetime) -> None:
    post, jana = world.post(), browser(world.people.jana)
    given = {"when": "at", "at": "2027-10-31T02:30"}
    asked = jana.post(reverse("publishing:release", args=[post.uuid]), given)
    assert asked.status_code == 409
    jana.post(reverse("publishing:release", args=[post.uuid]), given | {"fold": "1"})
    assert Delivery.objects.get().due_at.isoformat() == "2027-10-31T01:30:00+00:00"


def test_what_the_guideline_blocks_goes_back_to_the_composer(world: World) -> None:
    post = world.post(text="x" * 9000)
    world.channel.limits_read["text_max"] = 500
    world.channel.save()
    answer = browser(world.people.jana).post(reverse("publishing:release", args=[post.uuid]), {"when": "now"})
    assert answer["Location"] == reverse("posts:edit", args=[post.uuid]) + "?hindered=1"


def test_who_is_let_in(world: World) -> None:
    people, post = world.people, released(world)
    delivery = Delivery.objects.get()
    doors: dict[str, list[Any]] = {
        "page": [post.uuid],
        "delivery": [delivery.pk],
        "changes": [post.uuid],
        "removals": [post.uuid],
    }
    expected = {
        people.jana: (200, 200),
        people.tom: (200, 403),
        people.anna: (200, 200),
        people.maria: (200, 200),
        people.stranger: (404, 404),
    }
    for person, (look, change) in expected.items():
        client = browser(person)
        for name, arguments in doors.items():
            status = client.get(reverse(f"publishing:{name}", args=arguments)).status_code
            assert status == (look if name in ("page", "delivery") else change), (person.name, name)
    for name, arguments in doors.items():
        assert browser(None).get(reverse(f"publishing:{name}", args=arguments)).status_code == 302


def test_a_colleague_and_a_stranger_cannot_send_take_back_or_decide(world: World) -> None:
    post = world.post()
    schedule(post, at=None, by=world.people.jana, undo=UNDO_FOR)
    delivery = Delivery.objects.get()
    Delivery.objects.update(state=State.ASK)
    acts: dict[str, tuple[list[Any], dict[str, str]]] = {
        "release": ([post.uuid], {"when": "now"}),
        "undo": ([post.uuid], {}),
        "removals": ([post.uuid], {"reason": "x"}),
        "decision": ([delivery.pk], {"decision": "resend"}),
    }
    for name, (arguments, data) in acts.items():
        assert browser(world.people.tom).post(reverse(f"publishing:{name}", args=arguments), data).status_code == 403
        assert browser(world.people.stranger).post(reverse(f"publishing:{name}", args=arguments), data).status_code == 404
    assert Delivery.objects.get().state == State.ASK


def test_the_page_answers_htmx_with_what_moves_and_with_nothing_while_nothing_has(world: World) -> None:
    post, jana = world.post(), browser(world.people.jana)
    delivery = schedule(post, at=None, by=world.people.jana)[0]
    address = reverse("publishing:page", args=[post.uuid])
    first = jana.get(address, headers={"HX-Request": "true"})
    mark = first.context["shown"].mark
    assert jana.get(f"{address}?seen={mark}", headers={"HX-Request": "true"}).status_code == 204
    deliver(delivery.pk)
    after = jana.get(f"{address}?seen={mark}", headers={"HX-Request": "true"}).content.decode()
    assert "every 1s" not in after
    assert 'hx-swap-oob="true"' in after
    assert "<html" not in after


@pytest.mark.parametrize(
    ("state", "words"),
    [(State.ASK, "Nicht da, noch einmal senden"), (State.FAILED, "Erneut versuchen"), (State.LATE, "Jetzt senden")],
)
def test_each_trouble_has_the_button_that_mends_it(world: World, state: State, words: str) -> None:
    post = released(world)
    Delivery.objects.update(state=state)
    address = reverse("publishing:page", args=[post.uuid])
    assert words in browser(world.people.jana).get(address).content.decode()
    assert words not in browser(world.people.tom).get(address).content.decode()


def test_a_dead_token_offers_to_reconnect(world: World) -> None:
    delivery = world.delivery()
    world.network.next_writes = [answers(401)]
    deliver(delivery.pk)
    page = browser(world.people.jana).get(reverse("publishing:page", args=[delivery.post.uuid])).content.decode()
    assert reverse("channels:page", args=[world.channel.pk]) in page


def test_the_decision_needs_a_web_address_and_a_known_choice(world: World) -> None:
    delivery = world.delivery()
    Delivery.objects.update(state=State.ASK)
    jana, address = browser(world.people.jana), reverse("publishing:decision", args=[delivery.pk])
    assert jana.post(address, {"decision": "explode"}).status_code == 404
    jana.post(address, {"decision": "there", "url": "javascript:alert(1)"})
    assert Delivery.objects.get().state == State.ASK
    jana.post(address, {"decision": "there", "url": "https://example.org/1"})
    assert Delivery.objects.get().state == State.SENT


def test_a_change_is_checked_and_sent_and_what_was_typed_is_kept(world: World) -> None:
    post, jana = released(world), browser(world.people.jana)
    world.channel.limits_read["text_max"] = 200
    world.channel.save()
    address = reverse("publishing:changes", args=[post.uuid])
    refused = jana.post(address, {"text": "y" * 400})
    assert refused.status_code == 422
    assert "y" * 400 in refused.content.decode()
    post.refresh_from_db()
    assert post.text == "Am Samstag wird vorgelesen."
    assert jana.post(address, {"text": "Am Sonntag.\x00"}).status_code == 302
    assert Delivery.objects.get(kind=Kind.EDIT).payload["text"].startswith("Am Sonntag.\n")


@pytest.mark.parametrize("text", ["", "a\u202eb", "x" * 200_000])
def test_bad_texts_are_refused_at_the_field(world: World, text: str) -> None:
    post = released(world)
    answer = browser(world.people.jana).post(reverse("publishing:changes", args=[post.uuid]), {"text": text})
    assert answer.status_code == 422
    assert not Delivery.objects.filter(kind=Kind.EDIT).exists()


def test_a_removal_asks_a_reason(world: World) -> None:
    post, jana = released(world), browser(world.people.jana)
    address = reverse("publishing:removals", args=[post.uuid])
    assert jana.post(address, {"channels": [world.channel.pk], "reason": " "}).status_code == 422
    assert jana.post(address, {"channels": [999_999], "reason": "x"}).status_code == 422
    assert jana.post(address, {"channels": [world.channel.pk], "reason": "Falsches Datum"}).status_code == 302
    assert Delivery.objects.filter(kind=Kind.REMOVE).count() == 1


def test_a_plan_is_moved_and_taken_back(world: World, now: datetime) -> None:
    delivery, jana = world.delivery(at=now + timedelta(days=1)), browser(world.people.jana)
    address = reverse("publishing:plan", args=[delivery.post.uuid])
    assert jana.get(address).status_code == 200
    wall = wall_of(now + timedelta(days=3), world.people.library.zone)
    assert jana.post(address, {"act": "move", "at": "2020-01-01T10:00"}).status_code == 422
    jana.post(address, {"act": "move", "at": wall})
    delivery.refresh_from_db()
    assert wall_of(delivery.due_at, world.people.library.zone) == wall
    jana.post(address, {"act": "cancel"})
    delivery.refresh_from_db()
    assert delivery.state == State.CANCELLED


@pytest.mark.parametrize("show", ["planned", "published", "needs", "drafts", "nonsense"])
def test_the_list_asks_the_database_as_often_for_three_posts_as_for_one(
    world: World, show: str, django_assert_max_num_queries: Any, now: datetime
) -> None:
    def fill() -> None:
        released(world)
        world.delivery(at=now + timedelta(days=1))
        failed = world.delivery()
        Delivery.objects.filter(pk=failed.pk).update(state=State.FAILED)
        world.post()

    jana, counts = browser(world.people.jana), []
    for _round in range(2):
        fill()
        with django_assert_max_num_queries(40) as asked:
            page = jana.get(reverse("publishing:list"), {"show": show, "of": "all"})
        counts.append(len(asked.captured_queries))
        assert "vorgelesen" in page.content.decode()
        fill()
    assert counts[0] == counts[1]


def test_mine_are_mine_and_all_are_the_librarys(world: World) -> None:
    released(world)
    address = reverse("publishing:list") + "?show=published"
    assert "vorgelesen" not in browser(world.people.tom).get(address).content.decode()
    assert "vorgelesen" in browser(world.people.tom).get(address + "&of=all").content.decode()
    assert "vorgelesen" not in browser(world.people.stranger).get(address + "&of=all").content.decode()


def test_the_delivery_page_shows_every_attempt_and_no_secret(world: World) -> None:
    channel = world.channel_of(secret={"token": "sehr-geheim"})
    delivery = world.deliveries(channel)[0]
    world.network.next_writes = [answers(422, {"error": "Zu lang"})]
    deliver(delivery.pk)
    page = browser(world.people.jana).get(reverse("publishing:delivery", args=[delivery.pk])).content.decode()
    assert "422" in page
    assert "Zu lang" in page
    assert "sehr-geheim" not in page


def test_every_state_has_an_icon_that_exists() -> None:
    assert all("<svg" in svg(ICONS[state]) for state in State)
