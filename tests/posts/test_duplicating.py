"""Duplicate and use again (E31)."""

from tests import factories
from tests.people import Cast
from tests.posts.sheets import illustrated
from theke.posts.duplicating import duplicate, twin_of
from theke.posts.models import Authorship, Override, Post, Remark, Version
from theke.posts.topics import topics_of

TEXT = "Am Samstag wird im Hafen vorgelesen."


def full(people: Cast) -> Post:
    """A published post with everything a post can have."""
    shared, own = factories.channel(people.library, position=1), factories.channel(people.library, position=2)
    post = factories.post(
        people.jana, shared, text=TEXT, title="Vorlesen", wished_at=factories.soon(), released_at=factories.soon()
    )
    Version.objects.create(post=post, channel=own, own_text="Nur hier.")
    picture = illustrated(post)
    picture.alt = "Eine Frau liest vor."
    picture.save()
    post.topics.add(topics_of(people.library)[0])
    Authorship.objects.create(post=post, person=people.tom)
    Override.objects.create(post=post, rule="R38", finding="f", reason="Zitat", by=people.jana)
    Remark.objects.create(post=post, by=people.anna, text="schön")
    return post


def test_e31_a_copy_has_what_is_said_and_nothing_of_how_it_went(people: Cast) -> None:
    post = full(people)
    made = duplicate(post, by=people.anna)
    assert (made.text, made.title, made.sender, made.library) == (TEXT, "Vorlesen", people.anna, people.library)
    assert [version.own_text for version in made.versions.all()] == [None, "Nur hier."]
    assert [one.alt for one in made.attachments.all()] == ["Eine Frau liest vor."]
    assert list(made.topics.all()) == list(post.topics.all())
    assert [one.person for one in made.authorships.all()] == [people.tom]
    assert (made.wished_at, made.released_at, made.revision) == (None, None, 0)
    assert made.written_by == sorted([people.jana.pk, people.anna.pk]), "whoever wrote it has written this one, too"
    assert not made.overrides.exists() and not made.remarks.exists() and not made.approvals.exists()


def test_a_copy_leaves_behind_what_is_no_longer_there(people: Cast) -> None:
    post = full(people)
    people.tom.left_at = factories.soon()
    people.tom.save()
    gone = post.versions.first()
    assert gone is not None
    gone.channel.disconnected_at = factories.soon()
    gone.channel.save()
    made = duplicate(post, by=people.jana)
    assert [version.own_text for version in made.versions.all()] == ["Nur hier."]
    assert not made.authorships.exists()


def test_the_same_text_is_found_where_it_is_planned_or_out(people: Cast) -> None:
    post = full(people)
    draft = factories.post(people.tom, text=TEXT)
    assert twin_of(draft, TEXT) == post
    assert twin_of(draft, TEXT + "!") is None
    Post.objects.filter(pk=post.pk).update(released_at=None)
    assert twin_of(draft, TEXT) is None, "another draft is no hint"


def test_a_short_text_and_another_librarys_text_are_no_twins(people: Cast) -> None:
    factories.post(people.jana, text="Danke!", released_at=factories.soon())
    factories.post(people.stranger, text=TEXT, released_at=factories.soon())
    assert twin_of(factories.post(people.tom), "Danke!") is None
    assert twin_of(factories.post(people.tom), TEXT) is None
