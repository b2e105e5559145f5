"""What somebody is writing does not go out over their head (E32)."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.people import Cast
from theke.posts.locking import hold
from theke.posts.models import Post
from theke.publishing.models import Delivery


@pytest.mark.parametrize("name", ["release", "hand_in"])
def test_e32_a_draft_that_a_colleague_writes_is_shown_instead_of_sent(people: Cast, name: str) -> None:
    post = factories.post(people.jana, factories.channel(people.library))
    hold(post, by=people.jana)
    client = Client()
    client.force_login(people.anna)
    answer = client.post(reverse(f"publishing:{name}", args=[post.uuid]), {"when": "now"})
    assert answer["Location"] == reverse("posts:edit", args=[post.uuid])
    assert not Delivery.objects.exists() and not post.approvals.exists()
    assert Post.objects.get(pk=post.pk).released_at is None


def test_the_one_who_writes_sends(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library))
    hold(post, by=people.jana)
    client = Client()
    client.force_login(people.jana)
    client.post(reverse("publishing:release", args=[post.uuid]), {"when": "now"})
    assert Delivery.objects.filter(post=post).exists()


def test_e2_handing_in_says_in_one_sentence_what_is_to_go_out(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library))
    client = Client()
    client.force_login(people.jana)
    page = client.get(reverse("publishing:hand_in", args=[post.uuid])).content.decode()
    assert "1 Kanal, gezeichnet Jana Berg, Hafen" in page
