"""What the channels have had lately (R55)."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.media.test_comparing import as_jpeg, photo
from tests.people import Cast
from tests.posts.sheets import illustrated
from theke.media.receiving import receive
from theke.posts.illustrating import attach
from theke.posts.models import Post
from theke.posts.recalling import recent

TEXT = "Am Samstag um elf Uhr liest Mara im Hafen aus neuen Bilderbüchern vor."


@pytest.mark.parametrize(("days", "found"), [(1, True), (13, True), (15, False), (-1, False)])
def test_texts_of_the_last_two_weeks_on_the_same_channels_are_recalled(people: Cast, days: int, found: bool) -> None:
    channel, other = factories.channel(people.library), factories.channel(people.library)
    now = timezone.now()
    for one in (channel, other):
        factories.post(people.tom, one, text=TEXT, released_at=now - timedelta(days=days))
    draft = factories.post(people.jana, channel, text=TEXT)
    assert [one.text for one in recent(draft, [channel], now)] == ([TEXT] if found else [])


def test_drafts_answers_and_the_post_itself_are_not(people: Cast) -> None:
    channel, now = factories.channel(people.library), timezone.now()
    factories.post(people.tom, channel, text=TEXT)
    factories.post(people.tom, channel, text=TEXT, form=Post.Form.REPLY, released_at=now)
    sent = factories.post(people.jana, channel, text=TEXT, released_at=now)
    assert recent(sent, [channel], now) == ()


def test_the_composer_says_that_it_was_there(people: Cast, client: Client) -> None:
    channel = factories.channel(people.library)
    factories.post(people.tom, channel, text=TEXT, released_at=timezone.now() - timedelta(days=2))
    draft = factories.post(people.jana, channel, text=TEXT, revision=1)
    client.force_login(people.jana)
    assert "Nicht zweimal gesagt" in client.get(reverse("posts:edit", args=[draft.uuid])).text


@pytest.mark.parametrize("same", [True, False])
def test_the_composer_says_that_the_picture_was_there(people: Cast, client: Client, same: bool) -> None:
    channel = factories.channel(people.library)
    shown = factories.post(people.tom, channel, text="Etwas anderes.", released_at=timezone.now() - timedelta(days=2))
    one = illustrated(shown)
    draft = factories.post(people.jana, channel, text=TEXT, revision=1)
    attach(draft, one.asset) if same else illustrated(draft, width=90)
    client.force_login(people.jana)
    page = client.get(reverse("posts:edit", args=[draft.uuid])).text
    assert ("Ein Bild, das diesem gleicht" in " ".join(page.split())) is same


@pytest.mark.parametrize(("seed", "found"), [(1, True), (2, False)])
def test_the_composer_knows_a_picture_again_that_was_saved_anew(people: Cast, client: Client, seed: int, found: bool) -> None:
    channel = factories.channel(people.library)
    shown = factories.post(people.tom, channel, text="Etwas anderes.", released_at=timezone.now() - timedelta(days=2))
    draft = factories.post(people.jana, channel, text=TEXT, revision=1)
    for post, data in ((shown, as_jpeg(photo(1), 90)), (draft, as_jpeg(photo(seed).resize((300, 225)), 60))):
        attach(post, receive(BytesIO(data), library=people.library, by=people.jana))
    client.force_login(people.jana)
    page = client.get(reverse("posts:edit", args=[draft.uuid])).text
    assert ("Ein Bild, das diesem gleicht" in " ".join(page.split())) is found
