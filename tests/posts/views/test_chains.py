"""A text that is too long is offered to be split, and is one text again by one button (E6)."""

from django.urls import reverse

from tests import factories
from tests.people import Cast
from tests.posts.sheets import desk_of, sent
from theke.channels.models import Channel
from theke.posts.models import Post

LONG = "Am Samstag lesen wir im Hafen vor. " * 12


def chained(people: Cast) -> Channel:
    return factories.channel(people.library, limits_read={"text_max": 100, "can": ["text", "thread"]})


def test_the_offer_says_how_many_posts_it_will_be(people: Cast) -> None:
    post = factories.post(people.jana, chained(people), text=LONG)
    answer = desk_of(people.jana).get(reverse("posts:edit", args=[post.uuid]))
    (one,) = answer.context["review"].too_long
    assert one.count == 6
    assert "Auf 6 Beiträge aufteilen" in answer.content.decode()


def test_no_offer_where_the_channel_knows_no_chains_or_the_text_fits(people: Cast) -> None:
    single = factories.channel(people.library, limits_read={"text_max": 100, "can": ["text"]})
    for post in (factories.post(people.jana, single, text=LONG), factories.post(people.jana, chained(people))):
        assert desk_of(people.jana).get(reverse("posts:edit", args=[post.uuid])).context["review"].too_long == []


def test_splitting_and_going_back_by_the_buttons(people: Cast) -> None:
    channel = chained(people)
    post = factories.post(people.jana, channel, text=LONG)
    answer = sent(people.jana, post, channel, split=str(channel.pk), numbered="1")
    assert answer["Location"].endswith(f"#tab-{channel.pk}")
    own = post.versions.get().own_text or ""
    assert own.count("---") == 5 and "(1/6)" in own
    page = desk_of(people.jana).get(reverse("posts:edit", args=[post.uuid]))
    assert page.context["tabs"][0].chained and page.context["review"].clear
    assert len(page.context["review"].previews[0].bodies) == 6, "each post by itself"
    stored = Post.objects.get(pk=post.pk)
    sent(people.jana, stored, channel, join=str(channel.pk), **{f"own-{channel.pk}": own})
    assert post.versions.get().own_text is None


def test_junk_splits_nothing(people: Cast) -> None:
    channel = chained(people)
    post = factories.post(people.jana, channel, text=LONG)
    for value in ("junk", "999", "\x00", "9" * 40):
        assert sent(people.jana, Post.objects.get(pk=post.pk), channel, split=value).status_code == 302
    assert post.versions.get().own_text is None
