"""From work to private, and never back (B26)."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.publishing.conftest import World
from theke.guidelines.policies import answer
from theke.posts.models import Post
from theke.publishing.models import Delivery
from theke.publishing.sending import deliver
from theke.publishing.sharing import LONGEST, to_share
from theke.publishing.showing import shown

pytestmark = pytest.mark.django_db


def answered(world: World, option: str) -> None:
    day = timezone.localdate()
    answer(world.people.library, "accounts", option, words="", decided_on=day, review_on=day, by=world.people.maria)


def released(world: World, text: str = "", title: str = "") -> Post:
    delivery = world.delivery()
    if text or title:
        Post.objects.filter(pk=delivery.post_id).update(text=text, title=title)
    deliver(delivery.pk)
    return Post.objects.get(pk=delivery.post_id)


def test_b26_a_published_post_can_be_told_of_where_the_library_lets_it(world: World) -> None:
    post = released(world)
    client = Client()
    client.force_login(world.people.tom)
    page = reverse("publishing:page", args=[post.uuid])
    assert "share-text" not in client.get(page).text, "strictly separate as long as nobody has answered"
    answered(world, "one_way")
    there = Delivery.objects.get(post=post).url
    found = client.get(page)
    assert there and found.context["sharing"].url == there
    assert f"{world.people.library.name}: {there}" in found.text


@pytest.mark.parametrize(
    ("text", "title", "begins"),
    [
        ("Kurz. L" + "ang " * 60 + ".", "", "Kurz."),
        ("lang " * 60, "", ("lang " * 60)[: LONGEST - 1].rstrip() + "…"),
        ("Egal", "Lesung am Hafen", "Lesung am Hafen"),
    ],
)
def test_whole_sentences_are_quoted_or_the_title(world: World, text: str, title: str, begins: str) -> None:
    answered(world, "open")
    found = to_share(shown(released(world, text, title), world.people.jana))
    assert found and found.text.split("\n\n")[0] == begins


def test_what_is_not_public_or_no_longer_out_is_not_told_of(world: World) -> None:
    answered(world, "open")
    post = released(world)
    assert to_share(shown(post, world.people.jana))
    Post.objects.filter(pk=post.pk).update(audience="direct")
    assert to_share(shown(Post.objects.get(pk=post.pk), world.people.jana)) is None
    Post.objects.filter(pk=post.pk).update(audience="public", form=Post.Form.REPLY)
    assert to_share(shown(Post.objects.get(pk=post.pk), world.people.jana)) is None
    Post.objects.filter(pk=post.pk).update(form=Post.Form.POST)
    Delivery.objects.filter(post=post).update(url="")
    assert to_share(shown(Post.objects.get(pk=post.pk), world.people.jana)) is None
