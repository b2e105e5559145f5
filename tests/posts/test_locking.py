"""One person writes a draft at a time (E10, E32)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests import factories
from tests.people import Cast
from theke.posts import locking
from theke.posts.composing import Changes, Held, composed, save
from theke.posts.locking import LASTS, hold, holder_of, let_go, take_over, writer
from theke.posts.models import Post, Writing

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_e32_the_second_person_does_not_get_the_draft_until_the_first_lets_go(people: Cast) -> None:
    post = factories.post(people.jana)
    assert hold(post, by=people.jana, now=NOON)
    assert not hold(post, by=people.tom, now=NOON + LASTS - timedelta(seconds=1))
    let_go(post, by=people.jana)
    assert hold(post, by=people.tom, now=NOON)


def test_a_page_that_gives_no_sign_of_life_holds_nobody_up(people: Cast) -> None:
    post = factories.post(people.jana)
    hold(post, by=people.jana, now=NOON)
    assert writer(post, NOON + LASTS) is None
    assert hold(post, by=people.tom, now=NOON + LASTS)


def test_every_sign_of_life_renews_the_hold(people: Cast) -> None:
    post = factories.post(people.jana)
    for minutes in range(3):
        assert hold(post, by=people.jana, now=NOON + timedelta(seconds=30 * minutes))
    assert not hold(post, by=people.tom, now=NOON + timedelta(seconds=90))


def test_taking_over_gives_it_to_the_other_and_the_first_is_refused(people: Cast) -> None:
    post = factories.post(people.jana)
    hold(post, by=people.jana)
    take_over(post, by=people.tom)
    assert holder_of(post) == "Tom Ritter"
    assert not hold(post, by=people.jana)


@pytest.mark.parametrize(("other", "got"), [("jana", True), ("tom", False)])
def test_a_hold_that_comes_into_being_meanwhile_is_still_ones_own(
    people: Cast, monkeypatch: pytest.MonkeyPatch, other: str, got: bool
) -> None:
    """The last save of a page that was closed may arrive while the same person opens the draft again."""
    post, renewed = factories.post(people.jana), locking._renewed

    def too_early(*given: Any) -> bool:
        monkeypatch.setattr(locking, "_renewed", renewed)
        hold(post, by=getattr(people, other), page="closed")
        return False

    monkeypatch.setattr(locking, "_renewed", too_early)
    assert hold(post, by=people.jana, page="") is got
    assert Writing.objects.filter(post=post).count() == 1


def test_a_closed_page_lets_go_only_of_what_it_holds_itself(people: Cast) -> None:
    post = factories.post(people.jana)
    hold(post, by=people.jana, page="new")
    let_go(post, by=people.jana, page="old")
    assert writer(post) is not None
    let_go(post, by=people.tom, page="new")
    assert writer(post) is not None
    let_go(post, by=people.jana, page="new")
    assert writer(post) is None


def test_the_same_person_in_a_second_tab_goes_on_there(people: Cast) -> None:
    post = factories.post(people.jana)
    hold(post, by=people.jana, page="one")
    assert hold(post, by=people.jana, page="two")


def test_who_has_left_holds_nothing(people: Cast) -> None:
    post = factories.post(people.jana)
    hold(post, by=people.jana)
    people.jana.left_at = factories.soon()
    people.jana.save()
    assert writer(post) is None
    assert hold(post, by=people.tom)


def test_a_save_without_the_hold_is_refused_whoever_asks_for_it(people: Cast) -> None:
    """The page does not offer it; the function refuses it too."""
    post = factories.post(people.jana, text="von Jana")
    hold(post, by=people.jana)
    with pytest.raises(Held) as refused:
        save(composed(post, Changes({"text": "von Tom"}, [])), revision=0, by=people.tom)
    assert refused.value.holder == "Jana Berg"
    assert Post.objects.get(pk=post.pk).text == "von Jana"
