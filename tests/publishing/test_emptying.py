"""After thirty days the bin is really emptied, row and file, and nothing that is needed goes (E23; B27)."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone

from tests import factories
from tests.media.pictures import drawn, encoded
from tests.people import Cast
from tests.publishing.conftest import World
from theke.media.models import Asset
from theke.media.receiving import receive
from theke.media.rendering import render
from theke.people.models import Library, Person
from theke.posts.binning import KEPT_FOR, fetch_back, put_in_bin
from theke.posts.illustrating import attach
from theke.posts.models import Post
from theke.publishing import emptying

pytestmark = pytest.mark.django_db(transaction=True)

OVER = KEPT_FOR + timedelta(minutes=1)


def picture(by: Person, width: int = 60) -> Asset:
    assert by.library
    made = receive(BytesIO(encoded(drawn((width, 40)))), library=by.library, by=by)
    render(made, "thumb")
    return made


def throw_away(asset: Asset, ago: timedelta = OVER) -> None:
    Asset.objects.filter(pk=asset.pk).update(binned_at=timezone.now() - ago)


def test_a_draft_goes_after_thirty_days_and_not_before(people: Cast) -> None:
    old = factories.post(people.jana, factories.channel(people.library), binned_at=timezone.now() - OVER)
    new = factories.post(people.jana, binned_at=timezone.now() - timedelta(days=29))
    factories.post(people.jana)
    assert emptying.due_drafts(5) == [old.pk]
    assert emptying.delete_draft(old.pk)
    assert not emptying.delete_draft(new.pk), "a key that is not due deletes nothing"
    assert emptying.next_draft_at() == new.binned_at + KEPT_FOR  # type: ignore[operator]
    assert Post.objects.count() == 2


def test_what_was_ever_handed_over_is_a_record_and_stays(world: World) -> None:
    post = world.post(binned_at=timezone.now() - OVER)
    factories.delivery(post, world.channel, state="cancelled")
    assert emptying.due_drafts(5) == []
    assert not emptying.delete_draft(post.pk)


def test_a_draft_that_was_fetched_back_stays(people: Cast) -> None:
    post = factories.post(people.jana, binned_at=timezone.now() - OVER)
    fetch_back(post)
    assert not emptying.delete_draft(post.pk)
    assert Post.objects.exists()


def test_a_picture_goes_with_its_files(people: Cast) -> None:
    made = picture(people.jana)
    paths = [made.path, *(one.path for one in made.renditions.all())]
    throw_away(made)
    assert emptying.due_pictures(5) == [made.pk]
    assert emptying.delete_picture(made.pk)
    assert not Asset.objects.exists()
    assert [path.exists() for path in paths] == [False] * len(paths)


def test_a_file_that_another_library_has_too_stays(people: Cast) -> None:
    ours, theirs = picture(people.jana), picture(people.stranger)
    assert ours.path == theirs.path
    throw_away(ours)
    emptying.delete_picture(ours.pk)
    assert theirs.path.exists()
    assert all(one.path.exists() for one in theirs.renditions.all())


def test_the_emblem_of_a_library_stays(people: Cast) -> None:
    made = picture(people.jana)
    Library.objects.filter(pk=people.library.pk).update(emblem=made.sha256)
    throw_away(made)
    emptying.delete_picture(made.pk)
    assert made.path.exists()


def test_a_picture_that_any_post_has_stays_as_long_as_the_post(people: Cast) -> None:
    made, post = picture(people.jana), factories.post(people.jana)
    attach(post, made)
    throw_away(made)
    assert emptying.due_pictures(5) == []
    assert not emptying.delete_picture(made.pk)
    Post.objects.update(binned_at=timezone.now() - OVER)
    emptying.delete_draft(post.pk)
    assert emptying.due_pictures(5) == [made.pk]


def test_a_draft_that_comes_back_brings_its_pictures(people: Cast) -> None:
    made, post = picture(people.jana), factories.post(people.jana)
    attach(post, made)
    assert put_in_bin(post, by=people.jana)
    assert not put_in_bin(post, by=people.jana)
    throw_away(made, timedelta(days=1))
    fetch_back(post)
    made.refresh_from_db()
    assert made.binned_at is None


def test_an_empty_bin_has_nothing_to_do(people: Cast) -> None:
    assert (emptying.next_draft_at(), emptying.next_picture_at()) == (None, None)
    assert (emptying.due_drafts(5), emptying.due_pictures(5)) == ([], [])
