"""A text in parts on one channel, and one text again."""

from tests import factories
from tests.people import Cast
from theke.channels.models import Channel
from theke.posts.chaining import join_again, split_for
from theke.posts.composing import adapt
from theke.posts.models import Post

LONG = "Wir lesen vor. " * 20


def chained(people: Cast, **limits: object) -> Channel:
    return factories.channel(people.library, limits_read={"text_max": 100, "can": ["text", "thread"]} | limits)


def own_text(post: Post) -> str | None:
    return post.versions.get().own_text


def test_a_split_becomes_the_channels_own_text_and_goes_back_to_the_shared_one(people: Cast) -> None:
    channel = chained(people)
    post = factories.post(people.jana, channel, text=LONG)
    assert split_for(post, channel.pk, numbered=True)
    made = own_text(post) or ""
    assert made.count("\n---\n") >= 2 and "(1/" in made
    assert Post.objects.get(pk=post.pk).text == LONG
    join_again(Post.objects.get(pk=post.pk), channel.pk)
    assert own_text(post) is None


def test_an_own_text_comes_back_just_as_it_was(people: Cast) -> None:
    channel = chained(people)
    post = factories.post(people.jana, channel, text=LONG)
    adapt(post, channel.pk)
    split_for(post, channel.pk)
    join_again(Post.objects.get(pk=post.pk), channel.pk)
    assert own_text(post) == LONG


def test_parts_that_were_written_on_are_joined_with_every_word(people: Cast) -> None:
    channel = chained(people)
    post = factories.post(people.jana, channel, text=LONG)
    split_for(post, channel.pk)
    post.versions.update(own_text="Eins. (1/2)\n---\nZwei, geändert. (2/2)")
    join_again(Post.objects.get(pk=post.pk), channel.pk)
    assert own_text(post) == "Eins.\n\nZwei, geändert."


def test_what_needs_no_chain_or_cannot_be_one_is_left_alone(people: Cast) -> None:
    """Whatever the page does not offer is refused here, too."""
    channel = chained(people)
    short = factories.post(people.jana, channel, text="Kurz.")
    assert not split_for(short, channel.pk)
    assert not split_for(short, 999)
    single = chained(people, can=["text"])
    post = factories.post(people.jana, single, text=LONG)
    assert not split_for(post, single.pk)
    endless = chained(people, text_max=None)
    assert not split_for(factories.post(people.jana, endless, text=LONG), endless.pk)
