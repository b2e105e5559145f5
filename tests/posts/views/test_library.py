"""Pictures of the library in a draft: several at once, with description and credit (E7; A12)."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.media.test_finding import kept
from tests.people import Cast
from tests.posts.sheets import QUIETLY, desk_of, sent
from theke.posts.approving import asked, hand_in
from theke.posts.illustrating import MOST_PICTURES
from theke.posts.models import Post


@pytest.fixture
def draft(people: Cast) -> Post:
    return factories.post(people.jana, factories.channel(people.library))


def address(post: Post) -> str:
    return reverse("posts:library", args=[post.uuid])


def test_the_composers_button_saves_and_leads_there(people: Cast, draft: Post) -> None:
    answer = sent(people.jana, draft, draft.versions.get().channel, text="Neu", library="1")
    draft.refresh_from_db()
    assert (answer["Location"], draft.text) == (address(draft), "Neu")


def test_several_are_taken_with_description_and_credit(people: Cast, draft: Post) -> None:
    one, two = kept(people.tom, 1, alt="Ein Regal", credit="Foto: Tom"), kept(people.tom, 2)
    answer = desk_of(people.jana).post(address(draft), {"pictures": [one.pk, two.pk]})
    assert answer["Location"].endswith("#pictures")
    first = draft.attachments.get(asset=one)
    assert (first.alt, first.asset.credit, draft.attachments.count()) == ("Ein Regal", "Foto: Tom", 2)


def test_a_script_gets_the_items_or_the_reason(people: Cast, draft: Post) -> None:
    one, desk = kept(people.tom, 1), desk_of(people.jana)
    assert desk.post(address(draft), {}, headers=QUIETLY).status_code == 422
    answer = desk.post(address(draft), {"pictures": one.pk}, headers=QUIETLY)
    assert f'id="picture-{draft.attachments.get().pk}"' in answer.text
    assert desk.post(address(draft), {"pictures": one.pk}, headers=QUIETLY).status_code == 422, "it is in the draft already"


def test_what_is_ticked_stays_ticked_while_one_searches(people: Cast, draft: Post) -> None:
    one, two = kept(people.tom, 1, alt="Ein Regal"), kept(people.tom, 2, alt="Ein Fenster")
    headers = QUIETLY | {"HX-Target": "picker-grid"}
    part = desk_of(people.jana).get(address(draft), {"q": "fenster", "pictures": str(one.pk)}, headers=headers).text
    assert part.index(f'id="pick-{one.pk}"') < part.index(f'id="pick-{two.pk}"')
    assert part.split(f'value="{one.pk}"')[1].lstrip().startswith("checked")
    assert "<form" not in part, "the field that is typed in is not swapped"


@pytest.mark.parametrize("keys", [["x"], ["9" * 40], ["-1"], ["0"], ["\u0663"]])
def test_crafted_keys_take_nothing(people: Cast, draft: Post, keys: list[str]) -> None:
    desk_of(people.jana).post(address(draft), {"pictures": keys})
    assert desk_of(people.jana).get(address(draft), {"pictures": keys}).status_code == 200
    assert not draft.attachments.exists()


def test_another_librarys_pictures_and_drafts_are_not_there(people: Cast, draft: Post) -> None:
    theirs = kept(people.stranger, 1)
    desk_of(people.jana).post(address(draft), {"pictures": theirs.pk})
    assert not draft.attachments.exists()
    assert desk_of(people.stranger).get(address(draft)).status_code == 404


def test_no_more_than_a_post_takes(people: Cast, draft: Post) -> None:
    keys = [kept(people.tom, number).pk for number in range(MOST_PICTURES)]
    desk = desk_of(people.jana)
    desk.post(address(draft), {"pictures": keys[:15]})
    desk.post(address(draft), {"pictures": [*keys[15:], kept(people.tom, 99).pk]})
    assert draft.attachments.count() == MOST_PICTURES


def test_taking_a_picture_ends_a_request_for_approval(people: Cast, draft: Post) -> None:
    hand_in(draft, by=people.jana)
    desk_of(people.anna).post(address(draft), {"pictures": kept(people.tom, 1).pk})
    draft.refresh_from_db()
    assert asked(draft) is None
    assert people.anna.pk in draft.written_by


def test_what_was_handed_over_takes_none(people: Cast, draft: Post) -> None:
    Post.objects.update(released_at=timezone.now())
    assert desk_of(people.jana).post(address(draft), {"pictures": kept(people.tom, 1).pk}).status_code in (302, 403)
    assert not draft.attachments.exists()
