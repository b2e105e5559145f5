"""What a homeserver answers, as recorded by the specification, and what we make of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.networks.matrix.case import account, op
from tests.networks.recorded import TEXT, TOKEN, picture, playing
from theke.networks.base import Account, BadField, Connected, Draft, Found, Ref, Refused
from theke.networks.matrix import connect, inbox, limits, moderate, publish

FORM = {"address": "bib.example", "room": "#hafen:bib.example", "user": "hafen", "password": "geheim-am-hafen"}


def test_the_pictures_go_first_and_the_text_last_each_with_its_own_key(tmp_path: Path) -> None:
    kept: dict[str, Any] = {}
    post = op(draft=Draft(TEXT, media=(picture(tmp_path),)), state=kept)
    with playing("matrix", "published") as tape:
        publish.prepare(account(), post, kept.__setitem__)
        sent = publish.send(account(), post)
        assert publish.send(account(), post) == sent
    assert sent.ref == Ref("$111", {"media": ["$110"]})
    assert [path.rsplit("/", 1)[1] for path in tape.made] == ["upload", "key-1-1", "key-1", "key-1-1", "key-1"]


def test_a_look_finds_the_text_and_its_pictures_by_their_keys() -> None:
    with playing("matrix", "answer_lost"):
        found = publish.find(account(), op())
    assert isinstance(found, Found)
    assert found.ref == Ref("$111", {"media": ["$110"]})


def test_what_looks_like_html_is_escaped() -> None:
    with playing("matrix", "published") as tape:
        publish.send(account(), op(draft=Draft("1 < 2\n<b>")))
    assert json.loads(tape.calls[0].content)["formatted_body"] == "1 &lt; 2<br>&lt;b&gt;"


def test_a_change_names_what_it_changes_and_is_found() -> None:
    with playing("matrix", "edited") as tape:
        assert publish.send(account(), op("edit")).ref == Ref("$111")
        assert isinstance(publish.find(account(), op("edit")), Found)
    assert json.loads(tape.calls[0].content)["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$111"}


def test_an_answer_stays_in_its_thread_and_names_its_reader() -> None:
    answered = Ref("$201", {"author": "@lesemaus:other.example", "thread": "$111"})
    with playing("matrix", "published") as tape:
        publish.send(account(), op(draft=Draft("Um drei.", reply_to=answered)))
    said = json.loads(tape.calls[0].content)
    assert said["m.relates_to"]["event_id"] == "$111"
    assert said["m.relates_to"]["m.in_reply_to"] == {"event_id": "$201"}
    assert said["m.mentions"] == {"user_ids": ["@lesemaus:other.example"]}


def test_a_missing_right_is_said_in_plain_words() -> None:
    with playing("matrix", "forbidden"), pytest.raises(Refused, match="does not allow this account"):
        publish.send(account(), op())


def test_answers_mentions_changes_and_removals_come_in_and_our_own_do_not() -> None:
    with playing("matrix", "inbox"):
        page = inbox.poll(account(), {}, [Ref("$111")])
    assert [(i.id, i.kind, i.text, i.state) for i in page.items] == [
        ("$201", "reply", "Wann?", ""),
        ("$202", "mention", "@hafen:bib.example Hallo!", ""),
        ("$203", "comment", "Guten Tag!", ""),
        ("$190", "comment", "Muss man sich vorher anmelden?", ""),
        ("$199", "comment", "", "removed"),
    ]
    assert page.items[0].on == Ref("$111")
    assert page.cursor == {"from": "t9"}


@pytest.mark.parametrize(("situation", "can"), [("probed", True), ("probed_writer", False)])
def test_others_messages_can_be_removed_only_by_who_has_the_right(situation: str, can: bool) -> None:
    with playing("matrix", situation):
        profile, told = limits.probe(account())
    assert profile.name == "Bibliothek Hafen"
    assert told.image_bytes == 1_000_000
    assert ("moderate:remove" in told.can) is can


def test_a_room_that_was_encrypted_after_connecting_is_told_at_the_daily_look() -> None:
    with playing("matrix", "encrypted"), pytest.raises(Refused, match="is encrypted"):
        limits.probe(account())


@pytest.mark.parametrize(("user", "can"), [("@hafen:bib.example", True), ("@gast:bib.example", False)])
def test_who_made_a_newer_room_may_do_everything_there_although_no_level_says_so(user: str, can: bool) -> None:
    with playing("matrix", "made_by_us"):
        there = account(remote_id=f"{user}|!raumohneserver")
        assert (limits.may_send(there), limits.may_remove(there)) == (can, can)


def test_only_removing_is_known_to_a_room() -> None:
    with playing("matrix", "moderated") as tape:
        moderate.act(account(), "remove", Ref("$201"))
        with pytest.raises(Refused):
            moderate.act(account(), "hide", Ref("$201"))
    assert len(tape.calls) == 1


def test_the_password_is_used_once_and_not_kept() -> None:
    with playing("matrix", "connected"):
        got = connect.begin(Account(""), FORM, "https://theke.example/back")
    expected = Connected("https://matrix.bib.example", "@hafen:bib.example|!raum:bib.example", {"token": TOKEN})
    assert got == expected


@pytest.mark.parametrize(("situation", "words"), [("may_not_write", "may not write"), ("encrypted", "is encrypted")])
def test_a_room_that_cannot_be_used_is_refused_before_anything_is_connected(situation: str, words: str) -> None:
    with playing("matrix", situation), pytest.raises(BadField, match=words):
        connect.begin(Account(""), FORM, "https://theke.example/back")
