"""The practice network over its API, called by its own adapter (B29)."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from PIL import Image

from tests import factories
from tests.networks.bridge import account_for, practice_network
from tests.people import Cast
from theke.networks.base import Absent, Account, Draft, Found, Later, Media, NotSent, Op, Reconnect, Ref, Refused, Unsure
from theke.networks.practice import inbox, insights, limits, publish
from theke.practice.models import Faults, Picture, PracticeAccount, Status
from theke.practice.opening import open_account
from theke.practice.playing import comment, speak, write_to


@pytest.fixture
def practice(people: Cast) -> PracticeAccount:
    return open_account(people.library, "Bibliothek Seeborn", branch=people.harbour)


@pytest.fixture
def account(practice: PracticeAccount) -> Iterator[Account]:
    with practice_network():
        yield account_for(practice)


def op(text: str = "Am Samstag wird vorgelesen.", **fields: Any) -> Op:
    given: dict[str, Any] = {
        "id": "1",
        "kind": "post",
        "key": "key-1",
        "at": timezone.now(),
        "draft": Draft(text, lang="de"),
    } | fields
    return Op(**given)


def test_a_post_appears_once_and_is_found_by_its_key(account: Account) -> None:
    assert publish.find(account, op()) == Absent()
    sent = publish.send(account, op())
    assert publish.find(account, op()) == Found(sent.ref, sent.url)
    assert Status.objects.get().text == "Am Samstag wird vorgelesen."


def test_a_blind_repeat_really_makes_a_second_status(account: Account) -> None:
    publish.send(account, op())
    publish.send(account, op())
    assert Status.objects.count() == 2


def test_pictures_are_uploaded_once_with_their_description_and_focus(account: Account, tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    Image.new("RGB", (20, 10), "teal").save(tmp_path / "a.jpg")
    media = Media("m1", tmp_path / "a.jpg", "image/jpeg", 20, 10, "Ein Regal", (0.5, -0.25))
    kept: dict[str, Any] = {}
    with_picture = op(draft=Draft("Bild", media=(media,)), state=kept)
    publish.prepare(account, with_picture, kept.__setitem__)
    publish.prepare(account, with_picture, kept.__setitem__)
    publish.send(account, with_picture)
    picture = Picture.objects.get()
    assert (picture.alt, picture.focus_x, picture.focus_y) == ("Ein Regal", 0.5, -0.25)
    assert picture.status == Status.objects.get()


def test_an_edit_and_a_removal_are_found_and_a_second_removal_does_no_harm(account: Account) -> None:
    ref = publish.send(account, op()).ref
    change = op("Am Sonntag wird vorgelesen.", kind="edit", target=ref)
    assert publish.find(account, change) == Absent()
    publish.send(account, change)
    assert isinstance(publish.find(account, change), Found)
    assert Status.objects.get().edited_at is not None
    away = op(kind="remove", target=ref, draft=None)
    assert publish.find(account, away) == Absent()
    publish.send(account, away)
    publish.send(account, away)
    assert isinstance(publish.find(account, away), Found)


def test_what_the_public_says_comes_in_oldest_first_and_once(account: Account, practice: PracticeAccount) -> None:
    ref = publish.send(account, op()).ref
    post = Status.objects.get()
    first = comment(post, "Muss man sich anmelden?", "Lesemaus")
    write_to(practice, "Danke!", "Oma Liest", private=True)
    page = inbox.poll(account, {}, [ref])
    assert [(i.kind, i.direct) for i in page.items] == [("comment", False), ("direct", True)]
    assert page.items[0].on == ref
    assert page.items[0].author.name == "Lesemaus"
    assert inbox.poll(account, page.cursor, []).items == ()
    comment(first, "Ja, am Tresen.", "Krimifan")
    assert [i.parent for i in inbox.poll(account, page.cursor, []).items] == [Ref(str(first.pk))]


def test_our_answer_stands_below_the_comment_in_the_same_thread(account: Account) -> None:
    publish.send(account, op())
    said = comment(Status.objects.get(), "Kostet das etwas?", "Lesemaus")
    sent = publish.send(account, op("Nein, nichts.", key="key-2", draft=Draft("Nein, nichts.", reply_to=Ref(str(said.pk)))))
    answer = Status.objects.get(pk=int(sent.ref.id))
    assert answer.parent == said
    assert answer.root == said.root


def test_a_private_answer_stays_private(account: Account, practice: PracticeAccount) -> None:
    letter = write_to(practice, "Unter uns", "Oma Liest", private=True)
    publish.send(account, op(draft=Draft("Gern.", audience="direct", reply_to=Ref(str(letter.pk)))))
    assert Status.objects.get(account=practice).private


def test_figures_are_told_for_each_status(account: Account) -> None:
    ref = publish.send(account, op()).ref
    comment(Status.objects.get(), "Schön!", "Lesemaus")
    Status.objects.filter(account__isnull=False).update(likes=3)
    told = insights.counts(account, [ref])[ref.id]
    assert (told.likes, told.shares, told.replies) == (3, 0, 1)


def test_the_account_tells_who_it_is_and_what_it_may_send(account: Account) -> None:
    profile, may = limits.probe(account)
    assert (profile.name, profile.handle) == ("Bibliothek Seeborn", "@bibliothek_seeborn")
    assert may == limits.DEFAULT


@pytest.mark.parametrize(
    ("fault", "error", "stored"),
    [("busy", Later, 0), ("away", Unsure, 0), ("broken", Unsure, 1), ("lost", Unsure, 1), ("dropped", Unsure, 0)],
)
def test_each_difficulty_is_honest(account: Account, people: Cast, fault: str, error: type[Exception], stored: int) -> None:
    Faults.objects.create(library=people.library, **{fault: 100})
    with pytest.raises(error):
        publish.send(account, op())
    assert Status.objects.count() == stored
    Faults.objects.all().delete()
    assert isinstance(publish.find(account, op()), Found) is bool(stored)


def test_a_refused_sign_in_asks_for_a_person(account: Account, people: Cast) -> None:
    Faults.objects.create(library=people.library, token_refused=True)
    with pytest.raises(Reconnect):
        limits.probe(account)
    Faults.objects.all().delete()
    with pytest.raises(Reconnect):
        limits.probe(replace(account, secret={"token": "another"}))


@pytest.mark.parametrize("body", [b"", b"[]", b'{"text": 5}', b'{"text": "a\\u0000b"}', b'{"text": "x", "media": ["nope"]}'])
def test_junk_is_refused_in_words(client: Any, practice: PracticeAccount, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {practice.new_token()}"}
    got = client.generic("POST", "/practice/api/statuses", body, "application/json", headers=headers)
    assert got.status_code == 422
    assert got.json()["error"]


def test_a_text_that_is_too_long_is_refused_with_the_reason(account: Account) -> None:
    with pytest.raises(Refused, match="longer than 500"):
        publish.send(account, op("a" * 501))


def test_another_account_cannot_change_a_status(account: Account) -> None:
    ref = publish.send(account, op()).ref
    stranger = account_for(open_account(factories.library(), "Andere"))
    with pytest.raises(Refused):
        publish.send(stranger, op("Übernommen", kind="edit", target=ref))


def test_the_public_speaks_by_itself_in_the_language_of_the_post(account: Account, people: Cast) -> None:
    rng, now = random.Random(1), timezone.now()
    assert speak(people.library, rng, now) is None
    publish.send(account, op())
    said = [speak(people.library, rng, now + timedelta(seconds=n)) for n in range(60)]
    texts = [one.text for one in said if one]
    assert len(texts) == len(set(texts)) > 10


def test_a_dead_server_is_simply_not_reached(practice: PracticeAccount) -> None:
    with pytest.raises(NotSent):
        publish.send(replace(account_for(practice), address="http://127.0.0.1:9"), op())
