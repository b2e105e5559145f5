"""Pictures by picker, drop, paste and camera; described, ordered, taken out and put back."""

from typing import Any

import pytest
from django.urls import reverse

from tests import factories
from tests.people import Cast
from tests.posts.sheets import QUIETLY, desk_of, illustrated, sent, upload
from theke.media.models import Asset
from theke.posts.approving import Declined, approve, asked, hand_in
from theke.posts.checking import findings
from theke.posts.models import Post


def dropped(person: Any, post: Post, *files: Any) -> Any:
    path = reverse("posts:attachments", args=[post.uuid])
    return desk_of(person).post(path, {"files": list(files)}, headers=QUIETLY)


def test_a_dropped_picture_comes_back_as_an_item_to_describe(people: Cast) -> None:
    post = factories.post(people.jana)
    answer = dropped(people.jana, post, upload())
    picture = post.attachments.get()
    assert answer.status_code == 200
    assert f'name="picture-{picture.pk}-alt"' in answer.content.decode()


def test_what_is_no_picture_is_said_by_name_and_the_others_are_kept(people: Cast) -> None:
    post = factories.post(people.jana)
    answer = dropped(people.jana, post, upload("text.jpg", b"kein Bild"))
    assert answer.status_code == 422
    assert "text.jpg: Diese Datei ist kein Bild" in answer.content.decode()
    sent(people.jana, post, files=[upload("text.jpg", b"kein Bild"), upload()], text="Bleibt")
    post.refresh_from_db()
    assert (post.text, post.attachments.count()) == ("Bleibt", 1)


def test_the_description_is_kept_and_offered_when_the_picture_is_used_again(people: Cast) -> None:
    post = factories.post(people.jana)
    picture = illustrated(post)
    name = f"picture-{picture.pk}"
    said = {
        f"{name}-alt": "Eine Frau liest vor.",
        f"{name}-credit": "Foto: T. Ritter",
        f"{name}-focus_x": "0.5",
        f"{name}-focus_y": "-0.25",
    }
    sent(people.jana, post, **said)
    picture.refresh_from_db()
    assert picture.alt == "Eine Frau liest vor."
    assert (picture.asset.credit, picture.asset.focus_x, picture.asset.focus_y) == ("Foto: T. Ritter", 0.5, -0.25)
    other = factories.post(people.tom)
    dropped(people.tom, other, upload())
    assert other.attachments.get().alt == "Eine Frau liest vor."


def test_r39_the_words_in_it_are_asked_for_once_and_known_wherever_it_is_shown(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library))
    picture = illustrated(post)
    words = "Bilderbuchkino: Der kleine Wal, Samstag"
    sent(
        people.jana,
        post,
        *[one.channel for one in post.versions.all()],
        **{f"picture-{picture.pk}-wording": words, f"picture-{picture.pk}-alt": "Ein Plakat"},
    )
    picture.asset.refresh_from_db()
    assert picture.asset.wording == words
    page = desk_of(people.jana).get(reverse("posts:edit", args=[post.uuid])).text
    assert f">\n{words}</textarea>" in page and "Wörter in Bildern auch als Text" in page


@pytest.mark.parametrize(
    ("field", "value"),
    [("wording", "x" * 1001), ("focus_x", "7"), ("focus_y", "nan"), ("alt", "x" * 5001), ("licence", "x" * 61)],
)
def test_what_cannot_be_is_said_at_the_picture(people: Cast, field: str, value: str) -> None:
    post = factories.post(people.jana)
    name = f"picture-{illustrated(post).pk}"
    answer = sent(people.jana, post, text="Bleibt", **({f"{name}-alt": ""} | {f"{name}-{field}": value}))
    assert answer.status_code == 422
    assert f"id_{name}-{field}" in answer.content.decode()
    assert "Bleibt" in answer.content.decode()


def test_a_picture_is_taken_out_and_put_back_where_it_was(people: Cast) -> None:
    post = factories.post(people.jana)
    one, _two = illustrated(post, 50), illustrated(post, 60)
    one.alt = "Das Haus am Hafen"
    one.save()
    client = desk_of(people.jana)
    save = reverse("posts:save", args=[post.uuid])
    client.post(save, {"revision": 0, "text": "", "remove": one.pk})
    assert post.attachments.count() == 1
    assert Asset.objects.count() == 2
    assert 'name="restore"' in client.get(reverse("posts:edit", args=[post.uuid])).content.decode()
    client.post(save, {"revision": 1, "text": "", "restore": "1"})
    back = post.attachments.first()
    assert back is not None
    assert (back.asset, back.alt) == (one.asset, "Das Haus am Hafen")
    client.post(save, {"revision": 2, "text": "", "restore": "1"})
    assert post.attachments.count() == 2


@pytest.mark.parametrize("button", ["up", "down", "remove", "adapt", "share", "restore"])
@pytest.mark.parametrize("value", ["", "junk", "0", "-1", "9" * 30, "²", "\x00"])
def test_a_crafted_button_does_nothing(people: Cast, button: str, value: str) -> None:
    post = factories.post(people.jana)
    illustrated(post)
    assert sent(people.jana, post, **{button: value}).status_code == 302
    assert post.attachments.count() == 1


def test_another_posts_picture_is_out_of_reach(people: Cast) -> None:
    mine, other = factories.post(people.jana), factories.post(people.tom)
    theirs = illustrated(other)
    sent(people.jana, mine, remove=theirs.pk)
    assert other.attachments.count() == 1


def test_the_address_of_a_picture_leads_to_its_place_in_the_composer(people: Cast) -> None:
    picture = illustrated(factories.post(people.jana))
    answer = desk_of(people.tom).get(reverse("posts:attachment", args=[picture.pk]))
    assert answer["Location"].endswith(f"#picture-{picture.pk}")


def test_who_adds_a_picture_has_had_a_hand_in_it_and_ends_a_request(people: Cast) -> None:
    """E20: an editor who puts a picture into a draft that waits for approval cannot approve it any more."""
    post = factories.post(people.jana, factories.channel(people.library))
    hand_in(post, by=people.jana)
    desk_of(people.anna).post(reverse("posts:attachments", args=[post.uuid]), {"files": upload()})
    assert asked(post) is None
    again = hand_in(Post.objects.get(pk=post.pk), by=people.jana)
    with pytest.raises(Declined):
        approve(again, by=people.anna)


def test_who_can_be_recognised_is_said_at_the_picture_and_asks_for_a_consent(people: Cast) -> None:
    """A30, R13: the question stands beside the picture, not on another page."""
    post = factories.post(people.jana)
    picture = illustrated(post)
    name = f"picture-{picture.pk}"
    shown = desk_of(people.jana).get(reverse("posts:edit", args=[post.uuid])).content.decode()
    assert f'name="{name}-people"' in shown
    sent(
        people.jana,
        post,
        **{f"{name}-alt": "Ein Kind", f"{name}-people": "recognisable", f"{name}-minors": "on", f"{name}-shown": ""},
    )
    picture.asset.refresh_from_db()
    assert (picture.asset.people, picture.asset.minors) == ("recognisable", True)
    assert "R14" in {finding.rule for finding in findings(Post.objects.get(pk=post.pk))}


@pytest.mark.parametrize("page", [{"people": ""}, {"people": "none", "shown": "none"}])
def test_a_page_that_was_open_before_undoes_no_word_about_the_people(people: Cast, page: dict[str, str]) -> None:
    post = factories.post(people.jana)
    picture = illustrated(post)
    name = f"picture-{picture.pk}"
    Asset.objects.filter(pk=picture.asset_id).update(people="recognisable")
    sent(people.jana, post, **{f"{name}-alt": "Ein Kind"}, **{f"{name}-{key}": value for key, value in page.items()})
    picture.asset.refresh_from_db()
    assert picture.asset.people == "recognisable"
