"""What the servers of the family do differently, as recorded, and what we make of it."""

from pathlib import Path
from typing import Any

import pytest

from tests.networks.recorded import TEXT, account, op, picture, playing
from theke.networks.base import Absent, Draft, Found, Later, Reconnect, Ref, Refused, Unknown, Unsure
from theke.networks.mastodon import publish


def test_the_key_chosen_once_goes_with_every_try() -> None:
    with playing("mastodon", "key_ignored") as tape:
        publish.send(account(), op())
        publish.send(account(), op())
    assert [c.headers["idempotency-key"] for c in tape.calls] == ["key-1", "key-1"]


def test_a_picture_that_the_server_cannot_process_is_refused_in_words(tmp_path: Path) -> None:
    bad = op(draft=Draft(TEXT, media=(picture(tmp_path),)))
    with playing("mastodon", "media_failed"), pytest.raises(Refused, match="could not process"):
        publish.prepare(account(), bad, lambda name, value: None)


def test_an_old_server_takes_pictures_at_the_old_place(tmp_path: Path) -> None:
    kept: dict[str, Any] = {}
    with playing("mastodon", "media_old_server"):
        publish.prepare(account(), op(draft=Draft(TEXT, media=(picture(tmp_path),))), kept.__setitem__)
    assert kept["m1"]["id"] == "m9"


def test_pictures_that_already_belong_to_a_post_make_it_a_doubt(tmp_path: Path) -> None:
    draft, state = Draft(TEXT, media=(picture(tmp_path),)), {"m1": {"id": "m9", "ready": True}}
    with playing("mastodon", "media_already_attached"):
        with pytest.raises(Unsure):
            publish.send(account(), op(draft=draft, state=state))
        with pytest.raises(Refused):
            publish.send(account(), op())


def test_a_post_before_its_pictures_are_ready_waits() -> None:
    with playing("mastodon", "not_finished_processing"), pytest.raises(Later):
        publish.send(account(), op())


def test_too_few_scopes_ask_to_connect_again() -> None:
    with playing("mastodon", "scopes_too_few"), pytest.raises(Reconnect):
        publish.send(account(), op())


def test_a_server_that_keeps_no_source_is_read_as_people_read_it() -> None:
    with playing("mastodon", "no_source"):
        assert isinstance(publish.find(account(), op()), Found)


@pytest.mark.parametrize(
    "other",
    [
        {"draft": Draft("Am Sonntag wird vorgelesen.")},
        {"draft": Draft(TEXT, warning="Achtung")},
        {"draft": Draft(TEXT, reply_to=Ref("55"))},
    ],
)
def test_a_look_takes_no_other_post_for_ours(other: dict[str, Any]) -> None:
    with playing("mastodon", "answer_lost"):
        assert publish.find(account(), op(**other)) == Absent()


def test_the_same_text_of_last_week_is_not_taken_for_ours() -> None:
    with playing("mastodon", "same_text_long_ago"):
        assert publish.find(account(), op()) == Absent()


def test_a_private_message_that_is_not_listed_leaves_it_to_a_person() -> None:
    with playing("mastodon", "never_left"):
        assert isinstance(publish.find(account(), op(draft=Draft(TEXT, audience="direct"))), Unknown)


def test_an_edit_sends_every_field_and_keeps_the_pictures(tmp_path: Path) -> None:
    change = op("edit", target=Ref("111", {"media": ["m9"]}), draft=Draft(TEXT, lang="de", media=(picture(tmp_path),)))
    with playing("mastodon", "edited") as tape:
        sent = publish.send(account(), change)
        assert isinstance(publish.find(account(), change), Found)
    assert '"media_ids": ["m9"]' in tape.written
    assert '"description": "Ein Regal am Hafen"' in tape.written
    assert sent.ref.extra == {"media": ["m9"]}
    with playing("mastodon", "not_edited_yet"):
        assert publish.find(account(), change) == Absent()


def test_a_server_that_deletes_slowly_is_asked_again_without_harm() -> None:
    with playing("mastodon", "removed_slowly"):
        publish.send(account(), op("remove"))
        assert publish.find(account(), op("remove")) == Absent()
        publish.send(account(), op("remove"))
        assert isinstance(publish.find(account(), op("remove")), Found)


def test_an_answer_names_whom_it_answers_once() -> None:
    lost = Ref("201", {"handle": "@lesemaus@other.example"})
    with playing("mastodon", "published") as tape:
        publish.send(account(), op(draft=Draft("Gern!", reply_to=lost)))
        publish.send(account(), op(draft=Draft("Gern, @lesemaus@other.example!", reply_to=lost)))
    assert '"status": "@lesemaus@other.example Gern!"' in tape.written
    assert '"status": "Gern, @lesemaus@other.example!"' in tape.written
    assert tape.written.count('"in_reply_to_id": "201"') == 2
