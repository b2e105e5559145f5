"""The right to publish can hang on confirmation and introduction; then no way out escapes (A03)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.guidelines.documents import in_force, today
from tests.people import Cast
from theke.guidelines.confirming import confirm
from theke.guidelines.models import OwnThings
from theke.people.introducing import introduce
from theke.people.models import Person
from theke.posts.models import Post, Version
from theke.publishing.changing import edit
from theke.publishing.models import Delivery
from theke.publishing.planning import NotPlanned
from theke.publishing.scheduling import schedule


def asks(people: Cast, **duties: bool) -> None:
    row = OwnThings.of(people.library)
    for name, value in duties.items():
        setattr(row, name, value)
    row.save()
    OwnThings.touch(people.library)


def draft(people: Cast, **channel: str) -> Post:
    return factories.post(people.jana, factories.channel(people.library, **channel))


def test_nothing_is_asked_for_by_default(people: Cast) -> None:
    in_force(people)
    assert schedule(draft(people), at=None, by=people.jana)


@pytest.mark.parametrize("at", [None, timedelta(days=1)])
@pytest.mark.parametrize("form", ["post", "reply"])
def test_who_has_not_confirmed_sends_nothing_now_or_later(people: Cast, at: timedelta | None, form: str) -> None:
    edition = in_force(people)
    asks(people, asks_confirmation=True)
    post = draft(people)
    Post.objects.filter(pk=post.pk).update(form=form)
    post.refresh_from_db()
    moment = timezone.now() + at if at else None
    with pytest.raises(NotPlanned):
        schedule(post, at=moment, by=people.jana)
    assert not Delivery.objects.exists()
    confirm(people.jana, [edition.pk], today(people.library))
    assert schedule(post, at=moment, by=people.jana)


def test_the_introduction_can_be_asked_for_too(people: Cast) -> None:
    asks(people, asks_introduction=True)
    post = draft(people, network_key="website")
    with pytest.raises(NotPlanned):
        schedule(post, at=None, by=people.jana)
    introduce(people.jana, by=people.anna)
    assert schedule(post, at=None, by=people.jana)


def test_who_is_not_introduced_yet_may_try_where_only_colleagues_see_it(people: Cast) -> None:
    """The first week asks for three tasks on the practice network; a post for both places is for the public."""
    asks(people, asks_introduction=True)
    both = draft(people)
    Version.objects.create(post=both, channel=factories.channel(people.library, network_key="website", name="Website"))
    with pytest.raises(NotPlanned):
        schedule(both, at=None, by=people.jana)
    assert schedule(draft(people), at=None, by=people.jana)


@pytest.mark.parametrize(("who", "sent"), [("jana", False), ("maria", True)])
def test_whoever_lets_it_out_or_changes_it_must_have_done_so_too(people: Cast, who: str, sent: bool) -> None:
    edition = in_force(people)
    post, by = draft(people), getattr(people, who)
    (made,) = schedule(post, at=None, by=people.jana)
    asks(people, asks_confirmation=True)
    for one in (people.maria, people.jana) if sent else (people.maria,):
        confirm(one, [edition.pk], today(people.library))
    Delivery.objects.update(state="sent", remote={"id": "1"}, sent_at=timezone.now())
    Post.objects.filter(pk=made.post_id).update(text="Am Sonntag wird vorgelesen.")
    post.refresh_from_db()
    if sent:
        assert edit(post, by=by)
    else:
        with pytest.raises(NotPlanned):
            edit(post, by=by)


def test_an_editor_who_has_not_confirmed_lets_nothing_out_for_others(people: Cast) -> None:
    edition = in_force(people)
    asks(people, asks_confirmation=True)
    confirm(people.jana, [edition.pk], today(people.library))
    with pytest.raises(NotPlanned):
        schedule(draft(people), at=None, by=people.anna)


def test_drafting_and_suggesting_stay_free(people: Cast) -> None:
    """A15: nobody needs permission to suggest a post."""
    in_force(people)
    asks(people, asks_confirmation=True, asks_introduction=True)
    assert isinstance(draft(people).sender, Person)
