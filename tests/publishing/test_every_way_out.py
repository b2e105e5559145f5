"""No word leaves without the check: each way by which something goes out is tried with what must not go out (Issue 5)."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import theke
from tests.inbox.saying import conversation_about, published
from tests.publishing.conftest import World
from theke.calendar import moving
from theke.inbox.answering import keep, send
from theke.media.models import Asset
from theke.networks import facebook
from theke.posts.checking import findings
from theke.posts.duplicating import duplicate
from theke.posts.models import Attachment, Override, Post
from theke.publishing.changing import edit
from theke.publishing.deciding import decide
from theke.publishing.handing_in import hand_in
from theke.publishing.models import Delivery, State
from theke.publishing.scheduling import Hindered, cancel, move, schedule

pytestmark = pytest.mark.django_db

BLOCKED = {
    "IBAN": "Spenden bitte an DE89 3704 0044 0532 0130 00.",
    "personnummer": "Hör av dig till 811218-9876.",
}
WARNED = "Mehr unter http://bib.example/lesung"
"""Not encrypted (R32): a warning."""
MAKERS = {"publishing/scheduling.py", "publishing/changing.py", "site/demo/telling.py"}
"""The demo tells of posts that went out long ago; they are never sent."""
BAD = [*BLOCKED.values(), WARNED]


def all_made() -> set[int]:
    return set(Delivery.objects.values_list("pk", flat=True))


def hindered(act: Callable[[], Any]) -> None:
    """The act is refused by the guideline, and no delivery comes of it."""
    before = all_made()
    with pytest.raises(Hindered):
        act()
    assert all_made() == before


def browser(world: World) -> Client:
    client = Client()
    client.force_login(world.people.jana)
    return client


def planned(world: World, **fields: Any) -> Post:
    return world.delivery(at=timezone.now() + timedelta(days=2), **fields).post


def test_only_two_modules_make_deliveries_and_only_known_ones_fix_what_they_say() -> None:
    root = Path(theke.__file__).parent
    makes = re.compile(
        r"\bDelivery\(|Delivery\.objects\.(?:\w*create\w*)\(|deliveries\.(?:\w*create\w*|add)\(|\bpayload=|\.payload(?:\[[^]]*\])? = "
    )
    found = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if "migrations" not in path.parts and makes.search(path.read_text().replace("class Delivery(", ""))
    }
    assert found == MAKERS


def test_whoever_makes_one_asks_the_guideline_first() -> None:
    root = Path(theke.__file__).parent
    for maker in MAKERS - {"site/demo/telling.py"}:
        assert "hindrances(post" in (root / maker).read_text()


@pytest.mark.parametrize("text", BAD)
def test_now_planned_and_handed_in(world: World, text: str) -> None:
    post, tomorrow = world.post(text=text), timezone.now() + timedelta(days=1)
    hindered(lambda: schedule(post, at=None, by=world.people.jana))
    hindered(lambda: schedule(post, at=tomorrow, by=world.people.jana))
    hindered(lambda: hand_in(post, by=world.people.jana, at=None))
    hindered(lambda: moving.put_back(post, tomorrow, by=world.people.jana))


@pytest.mark.parametrize("text", BAD)
def test_the_form_and_whatever_is_sent_to_its_address(world: World, text: str) -> None:
    post, client = world.post(text=text), browser(world)
    tomorrow = f"{timezone.now() + timedelta(days=1):%Y-%m-%dT12:00}"
    for given in ({}, {"when": "now", "confirm": "all"}, {"when": "plan", "at": tomorrow}, {"force": "1", "text": "Gut"}):
        client.post(reverse("publishing:release", args=[post.uuid]), given)
    client.post(reverse("posts:save", args=[post.uuid]), {"revision": 0, "text": text, "act": "publish"})
    client.post(reverse("calendar:move", args=[post.uuid]), {"at": tomorrow})
    client.post(reverse("publishing:hand_in", args=[post.uuid]), {"when": "now"})
    assert not all_made()


def test_a_reason_opens_the_way_for_that_warning_alone(world: World) -> None:
    post = world.post(text=WARNED)
    (found,) = findings(post)
    Override.objects.create(post=post, finding=found.fingerprint, rule=found.rule, reason="Nur so", by=world.people.jana)
    Post.objects.filter(pk=post.pk).update(text=f"{WARNED} und http://andere.example/")
    post.refresh_from_db()
    hindered(lambda: schedule(post, at=None, by=world.people.jana))
    Post.objects.filter(pk=post.pk).update(text=WARNED)
    post.refresh_from_db()
    assert schedule(post, at=None, by=world.people.jana)


def test_no_reason_opens_the_way_for_a_block(world: World) -> None:
    post = world.post(text=BLOCKED["IBAN"])
    for found in findings(post):
        Override.objects.create(post=post, finding=found.fingerprint, rule=found.rule, reason="Doch", by=world.people.jana)
    hindered(lambda: schedule(post, at=None, by=world.people.jana))


@pytest.mark.parametrize("text", BAD)
def test_a_published_post_that_is_changed(world: World, text: str) -> None:
    post = published(world.people.jana, world.channel).post
    post.text = text
    post.save()
    hindered(lambda: edit(post, by=world.people.jana))
    answer = browser(world).post(reverse("publishing:changes", args=[post.uuid]), {"text": text})
    assert answer.status_code == 422 and Delivery.objects.count() == 1


@pytest.mark.parametrize("text", BAD)
def test_a_version_of_its_own_and_a_later_part_of_a_chain(world: World, text: str) -> None:
    post = world.post()
    post.versions.update(own_text=f"Gut.\n---\n{text}")
    hindered(lambda: schedule(post, at=None, by=world.people.jana))


@pytest.mark.parametrize("text", BLOCKED.values())
def test_title_warning_and_description_of_a_picture(world: World, text: str) -> None:
    for fields in ({"title": text}, {"warning": text}):
        post = world.post(**fields)
        hindered(lambda post=post: schedule(post, at=None, by=world.people.jana))  # type: ignore[misc]
    post = world.post()
    asset = Asset.objects.create(library=post.library, sha256="0" * 64, mime="image/jpeg", width=9, height=9, size=9)
    Attachment.objects.create(post=post, asset=asset, alt=f"Ein Zettel, darauf: {text}")
    hindered(lambda: schedule(post, at=None, by=world.people.jana))


@pytest.mark.parametrize("text", BAD)
def test_the_first_comment_below_a_post(world: World, text: str) -> None:
    page = world.channel_of(network_key="facebook")
    assert any(one.below for one in facebook.FACTS.options)
    post = world.post(page)
    post.versions.update(options={"first_comment": text})
    hindered(lambda: schedule(post, at=None, by=world.people.jana))
    (found,) = [one for one in findings(post) if one.severity != "hint"]
    assert (found.channel, found.seen in text) == (str(page.pk), True)


@pytest.mark.parametrize("text", BAD)
def test_an_answer_written_sent_and_held_and_sent_later(world: World, text: str) -> None:
    conversation = conversation_about(published(world.people.jana, world.channel))
    before = all_made()
    address = reverse("inbox:answers", args=[conversation.uuid])
    for _again in range(2):
        seen = {"seen_message": conversation.messages.get().pk, "seen_answer": 0}
        assert browser(world).post(address, {"text": text} | seen).status_code == 422
    answer = keep(conversation, text, by=world.people.jana)
    hindered(lambda: send(answer, by=world.people.jana))
    assert all_made() == before


@pytest.mark.parametrize("text", BAD)
def test_what_was_planned_and_is_moved_or_used_again(world: World, text: str) -> None:
    post = planned(world)
    Post.objects.filter(pk=post.pk).update(text=text)
    post.refresh_from_db()
    was = post.deliveries.get().due_at
    hindered(lambda: move(post, at=timezone.now() + timedelta(days=5), by=world.people.jana))
    assert post.deliveries.get().due_at == was
    hindered(lambda: schedule(duplicate(post, by=world.people.jana), at=None, by=world.people.jana))
    assert cancel(post, by=world.people.jana)
    hindered(lambda: schedule(post, at=None, by=world.people.jana))


def test_a_reason_does_not_go_along_when_a_post_is_used_again(world: World) -> None:
    post = world.post(text=WARNED)
    (found,) = findings(post)
    Override.objects.create(post=post, finding=found.fingerprint, rule=found.rule, reason="Nur so", by=world.people.jana)
    hindered(lambda: schedule(duplicate(post, by=world.people.jana), at=None, by=world.people.jana))


@pytest.mark.parametrize("state", [State.FAILED, State.LATE, State.DROPPED, State.ASK])
@pytest.mark.parametrize("text", BAD)
def test_what_did_not_leave_is_looked_at_again_before_it_is_sent_again(world: World, text: str, state: State) -> None:
    """The guideline, the day, and what is ours may have changed since it was planned."""
    post = planned(world)
    Post.objects.filter(pk=post.pk).update(text=text)
    Delivery.objects.filter(post=post).update(state=state)
    delivery = Delivery.objects.select_related("post", "channel").get(post=post)
    with pytest.raises(Hindered):
        decide(delivery, "resend", by=world.people.jana)
    browser(world).post(reverse("publishing:decision", args=[delivery.pk]), {"decision": "resend"})
    delivery.refresh_from_db()
    assert delivery.state == state
