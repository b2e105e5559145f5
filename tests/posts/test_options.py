"""What a network asks of a post beyond its text is asked per channel, kept, and goes out with it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.people import Cast
from theke.channels.models import Channel
from theke.networks.base import Option
from theke.posts import options
from theke.posts.approving import seal_of
from theke.posts.duplicating import duplicate
from theke.posts.models import Post, Version
from theke.publishing.fixing import op_of
from theke.publishing.scheduling import schedule

ASKED = [
    Option("category", "Category", kind="choice", choices=(("1", "News"), ("2", "Tips"))),
    Option("tags", "Tags", kind="choices", choices=(("7", "Hafen"), ("8", "Kinder"))),
    Option("excerpt", "Excerpt", kind="long", longest=20),
    Option("pinned", "Pinned", kind="flag"),
]


@pytest.fixture
def post(people: Cast, monkeypatch: pytest.MonkeyPatch) -> Post:
    monkeypatch.setattr(options, "options_of", lambda channel: ASKED)
    return factories.post(people.jana, factories.channel(people.library), title="")


def save(client: Client, post: Post, **said: Any) -> Any:
    channel = Channel.objects.get()
    given = {f"option-{channel.pk}-{name}": value for name, value in said.items()}
    base = {"revision": post.revision, "text": post.text, "channels": channel.pk, "details": "1"}
    return client.post(reverse("posts:save", args=[post.uuid]), base | given, headers={"HX-Request": "true"})


@pytest.fixture
def jana(people: Cast) -> Client:
    client = Client()
    client.force_login(people.jana)
    return client


def test_the_answers_are_kept_shown_again_and_fixed_with_the_delivery(post: Post, jana: Client, people: Cast) -> None:
    before = seal_of(post)
    got = save(jana, post, asked="1", category="2", tags=["7", "8"], excerpt="Kurz", pinned="on")
    assert got.status_code == 200
    kept = Version.objects.get().options
    assert kept == {"category": "2", "tags": ["7", "8"], "excerpt": "Kurz", "pinned": True}
    assert seal_of(post) != before, "an approval holds for what goes out"
    page = jana.get(reverse("posts:edit", args=[post.uuid])).content.decode()
    assert '<option value="2" selected>' in page
    post.refresh_from_db()
    delivery = schedule(Post.objects.get(pk=post.pk), at=None, by=people.jana)[0]
    draft = op_of(delivery).draft
    assert draft is not None
    assert draft.options == kept


def test_a_save_that_does_not_bring_them_leaves_them(post: Post, jana: Client) -> None:
    Version.objects.update(options={"category": "1"})
    assert save(jana, post).status_code == 200
    assert Version.objects.get().options == {"category": "1"}


def test_a_wrong_answer_is_said_at_its_field(post: Post, jana: Client) -> None:
    got = save(jana, post, asked="1", category="9", excerpt="x" * 21)
    assert got.status_code == 422
    assert {name.rsplit("-", 1)[-1] for name in got.json()["errors"]} == {"category", "excerpt"}


def test_what_is_no_longer_offered_is_not_dropped_without_a_word(post: Post, jana: Client) -> None:
    Version.objects.update(options={"category": "5"})
    assert '<option value="5" selected>' in jana.get(reverse("posts:edit", args=[post.uuid])).content.decode()


def test_the_same_again_takes_the_answers_along(post: Post, people: Cast) -> None:
    Version.objects.update(options={"category": "1"})
    again = duplicate(post, by=people.tom)
    assert Version.objects.get(post=again).options == {"category": "1"}
