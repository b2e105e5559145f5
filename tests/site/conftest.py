"""Where a walk through the desk begins."""

import pytest
from django.urls import reverse

from tests import factories
from tests.inbox.saying import conversation_about, published
from tests.people import Cast


@pytest.fixture
def starts(people: Cast) -> list[str]:
    """Pages of a library in which there is one thing of each kind."""
    channel = factories.channel(people.library)
    draft = factories.post(people.maria, channel)
    delivery = published(people.maria, channel)
    conversation = conversation_about(delivery)
    return [
        "/",
        reverse("inbox:conversation", args=[conversation.uuid]),
        reverse("posts:edit", args=[draft.uuid]),
        reverse("publishing:page", args=[delivery.post.uuid]),
        reverse("publishing:changes", args=[delivery.post.uuid]),
        reverse("publishing:removals", args=[delivery.post.uuid]),
        reverse("channels:edit", args=[channel.pk]),
        reverse("channels:connect"),
        "/settings/",
        "/practice/",
    ]
