"""Drafts are never lost."""

from datetime import UTC, datetime

import pytest

from tests import factories
from tests.people import Cast
from theke.posts.composing import Changes, Older, adapt, begin, composed, keep_replaced, save, share
from theke.posts.locking import take_over
from theke.posts.models import Post


def written(post: Post, text: str, *channels: object, **more: object) -> Changes:
    return Changes({"text": text}, list(channels), **more)  # type: ignore[arg-type]


def test_beginning_twice_without_a_word_is_one_draft(people: Cast) -> None:
    first = begin(people.jana)
    assert begin(people.jana) == first
    assert begin(people.tom) != first
    save(composed(first, written(first, "Hallo")), revision=0, by=people.jana)
    assert begin(people.jana) != first


def test_the_only_connected_channel_is_chosen_already(people: Cast) -> None:
    only = factories.channel(people.library)
    factories.channel(people.library, disconnected_at=factories.soon())
    post = begin(people.jana)
    assert begin(people.jana) == post
    assert [version.channel for version in post.versions.all()] == [only]


def test_among_several_channels_none_is_chosen_for_you(people: Cast) -> None:
    factories.channel(people.library)
    factories.channel(people.library)
    assert not begin(people.jana).versions.exists()


def test_every_save_raises_the_revision_and_says_when_and_who(people: Cast) -> None:
    post, at = begin(people.jana), datetime(2026, 11, 22, 13, 32, tzinfo=UTC)
    save(composed(post, written(post, "Hallo")), revision=0, by=people.tom, now=at)
    stored = Post.objects.get(pk=post.pk)
    assert (stored.text, stored.revision, stored.saved_at, stored.saved_by) == ("Hallo", 1, at, people.tom)
    assert stored.sender == people.jana


def test_a_save_of_an_older_revision_is_refused_and_writes_nothing(people: Cast) -> None:
    post, channel = begin(people.jana), factories.channel(people.library)
    save(composed(post, written(post, "von Jana", channel)), revision=0, by=people.jana)
    late = Post.objects.get(pk=post.pk)
    with pytest.raises(Older):
        save(composed(late, written(late, "von Tom")), revision=0, by=people.tom)
    stored = Post.objects.get(pk=post.pk)
    assert (stored.text, stored.versions.count()) == ("von Jana", 1)


def test_what_a_deliberate_save_replaces_stays_readable(people: Cast) -> None:
    post = begin(people.jana)
    save(composed(post, written(post, "von Jana")), revision=0, by=people.jana)
    mine = Post.objects.get(pk=post.pk)
    take_over(mine, by=people.tom)
    keep_replaced(mine)
    save(composed(mine, written(mine, "von Tom")), revision=1, by=people.tom)
    stored = Post.objects.get(pk=post.pk)
    assert (stored.text, stored.set_aside["replaced"]["text"]) == ("von Tom", "von Jana")


def test_what_has_been_handed_over_or_thrown_away_is_not_saved(people: Cast) -> None:
    for field in ("released_at", "binned_at"):
        post = factories.post(people.jana, **{field: factories.soon()})
        with pytest.raises(Older):
            save(composed(post, written(post, "anders")), revision=0, by=people.jana)


def test_an_own_text_starts_from_the_shared_one_and_comes_back_when_asked_for_again(people: Cast) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel, text="für alle")
    adapt(post, channel.pk)
    version = post.versions.get()
    assert version.text == "für alle"
    save(composed(post, written(post, "für alle", channel, own={channel.pk: "nur hier"})), revision=0, by=people.jana)
    share(post, channel.pk)
    assert post.versions.get().text == "für alle"
    adapt(post, channel.pk)
    assert post.versions.get().text == "nur hier"


def test_an_own_text_outlives_its_channel_being_taken_out(people: Cast) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel)
    adapt(post, channel.pk)
    save(composed(post, written(post, "x", channel, own={channel.pk: "nur hier"})), revision=0, by=people.jana)
    save(composed(post, written(post, "x")), revision=1, by=people.jana)
    assert not post.versions.exists()
    save(composed(post, written(post, "x", channel)), revision=2, by=people.jana)
    assert post.versions.get().own_text == "nur hier"


def test_a_page_whose_answer_was_lost_goes_on_saving(people: Cast) -> None:
    post = begin(people.jana)
    save(composed(post, written(post, "erst")), revision=0, by=people.jana, page="p1")
    late = Post.objects.get(pk=post.pk)
    save(composed(late, written(late, "dann")), revision=0, by=people.jana, page="p1")
    assert Post.objects.get(pk=post.pk).text == "dann"
    with pytest.raises(Older):
        save(composed(late, written(late, "fremd")), revision=0, by=people.tom, page="p2")
    with pytest.raises(Older):
        save(composed(late, written(late, "ohne Namen")), revision=0, by=people.tom)


def test_saying_again_what_is_stored_is_no_conflict(people: Cast) -> None:
    post = begin(people.jana)
    save(composed(post, written(post, "gleich")), revision=0, by=people.jana, page="p1")
    again = Post.objects.get(pk=post.pk)
    assert save(composed(again, written(again, "gleich")), revision=0, by=people.jana, page="p2").revision == 1
    channel = factories.channel(people.library)
    with pytest.raises(Older):
        save(composed(again, written(again, "gleich", channel)), revision=0, by=people.jana, page="p2")


def test_a_post_without_words_has_a_name_all_the_same(people: Cast) -> None:
    assert Post(library=people.library, sender=people.jana).headline == "Ohne Text"
