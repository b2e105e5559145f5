"""The whole way against a strict stand-in that refuses whatever the documentation does not allow."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PIL import Image

from tests.servers.graph import APP, Graph, running, stand_ins, written
from theke.networks import net
from theke.networks.base import (
    Absent,
    Account,
    Choose,
    Connected,
    Draft,
    Found,
    GoTo,
    Later,
    Media,
    NotSent,
    Op,
    Reconnect,
    Ref,
    Refused,
    Unsure,
)
from theke.networks.facebook import connect, inbox, insights, limits, moderate, publish

BACK = "https://theke.example/channels/return/"


@pytest.fixture
def graph() -> Iterator[Graph]:
    stands = Graph()
    with net.use_transport(stands):
        yield stands
    assert stands.broken == []


def linked(pending: dict[str, Any]) -> Connected | Choose:
    return connect.finish(Account(""), pending, {"state": pending["state"], "code": "good-code"})


@pytest.fixture
def account(graph: Graph) -> Account:
    return Account("https://graph.facebook.com", "42", {"token": "page-token", "answers": APP}, limits.DEFAULT)


def op(text: str, kind: Any = "post", **other: Any) -> Op:
    now, key = datetime.now(UTC), str(uuid4())
    return Op(**{"id": key, "kind": kind, "key": key, "at": now, "tried_at": now, "draft": Draft(text), "state": {}} | other)


def shot(folder: Path, key: str) -> Media:
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(data, "JPEG")
    (folder / f"{key}.jpg").write_bytes(data.getvalue())
    return Media(key, folder / f"{key}.jpg", "image/jpeg", 40, 30, f"Bild {key}: ein Regal am Hafen")


def test_the_person_is_sent_to_metas_page_and_chooses_the_page_of_the_library(graph: Graph) -> None:
    went = connect.begin(Account(""), APP, BACK)
    assert isinstance(went, GoTo)
    assert went.url.startswith("https://www.facebook.com/v25.0/dialog/oauth?client_id=123456789&")
    assert APP["app_secret"] not in went.url
    asked = linked(went.pending)
    assert isinstance(asked, Choose)
    assert asked.options == (("42", "Bibliothek Hafen"), ("46", "Kinderbibliothek Hafen"))
    got = connect.chosen(Account(""), asked.pending, "42")
    assert (got.remote_id, got.secret) == ("42", {"token": "page-token", "answers": APP})
    assert got.expires == datetime.fromtimestamp(1_803_000_000, UTC)
    with pytest.raises(Refused):
        connect.chosen(Account(""), asked.pending, "47")


def test_who_connects_again_is_not_asked_which_page(graph: Graph) -> None:
    went = connect.begin(Account(""), APP | {"identity": "46"}, BACK)
    got = linked(went.pending)
    assert isinstance(got, Connected)
    assert (got.remote_id, got.secret["token"]) == ("46", "kids-token")


def test_an_answer_for_somebody_else_and_a_no_connect_nothing(graph: Graph) -> None:
    went = connect.begin(Account(""), APP, BACK)
    for query in ({"state": "other", "code": "good-code"}, {"state": went.pending["state"], "error": "access_denied"}):
        with pytest.raises(Refused):
            connect.finish(Account(""), went.pending, query)
    assert graph.calls == []


def test_a_person_without_a_page_is_told_who_gives_access(graph: Graph) -> None:
    graph.pages.clear()
    with pytest.raises(Refused, match="opens no Page"):
        linked(connect.begin(Account(""), APP, BACK).pending)


def test_two_pictures_with_descriptions_go_out_once(graph: Graph, account: Account, tmp_path: Path) -> None:
    draft = Draft("Neu am Hafen", media=(shot(tmp_path, "a"), shot(tmp_path, "b")))
    post = op("", draft=draft)
    publish.prepare(account, post, post.state.__setitem__)
    sent = publish.send(account, post)
    assert publish.find(account, post) == Found(sent.ref, f"https://www.facebook.com/{sent.ref.id}")
    assert [len(one["photos"]) for one in graph.of("post")] == [2]
    assert "Bild b: ein Regal am Hafen" in written(graph, "photo")


def test_a_first_comment_is_looked_for_before_it_is_written_again(graph: Graph, account: Account) -> None:
    sent = publish.send(account, op("Neu am Hafen"))
    comment = op("", draft=Draft("Bis 18 Uhr.", reply_to=sent.ref, root=sent.ref))
    assert publish.find(account, comment) == Absent(certain=True)
    graph.fault("lost", f"{sent.ref.id}/comments")
    with pytest.raises(Unsure):
        publish.send(account, comment)
    assert isinstance(publish.find(account, comment), Found)
    assert [(one["text"], one["on"]) for one in graph.of("comment")] == [("Bis 18 Uhr.", sent.ref.id)]


def test_a_link_in_the_text_makes_the_preview(graph: Graph, account: Account) -> None:
    publish.send(account, op("Programm: https://bib.example/programm."))
    assert graph.of("post")[0]["link"] == "https://bib.example/programm"


def test_an_answer_lost_after_acceptance_is_found_and_the_post_stands_there_once(graph: Graph, account: Account) -> None:
    graph.fault("lost", "/42/feed")
    post = op("Einmal, nicht zweimal")
    with pytest.raises(Unsure):
        publish.send(account, post)
    assert isinstance(publish.find(account, post), Found)
    assert len(graph.of("post")) == 1


def test_control_without_the_look_it_would_stand_there_twice(graph: Graph, account: Account) -> None:
    graph.fault("lost", "/42/feed")
    post = op("Zweimal")
    with pytest.raises(Unsure):
        publish.send(account, post)
    publish.send(account, post)
    assert len(graph.of("post")) == 2


@pytest.mark.parametrize(("how", "means"), [("500", Unsure), ("rate", Later), ("dead", Reconnect), ("never_left", NotSent)])
def test_each_trouble_means_what_it_means(graph: Graph, account: Account, how: str, means: type[Exception]) -> None:
    graph.fault(how, "POST /v25.0/42/feed")
    with pytest.raises(means) as caught:
        publish.send(account, op("Nichts passiert"))
    assert graph.of("post") == []
    assert getattr(caught.value, "again_in", 180) in (180, 30)


def test_the_public_comments_and_is_answered_hidden_and_removed(graph: Graph, account: Account) -> None:
    sent = publish.send(account, op("Fragt uns etwas"))
    question = graph.said(sent.ref.id, "Habt ihr Krimis?")
    deeper = graph.said(question, "Das frage ich auch.", "Ole")
    first = inbox.poll(account, {}, [sent.ref])
    assert [(one.id, one.on) for one in first.items] == [(question, sent.ref), (deeper, sent.ref)]
    answer = op("Ja!", draft=Draft("Ja!", reply_to=Ref(deeper, first.items[1].extra)))
    said = publish.send(account, answer)
    assert graph.things[said.ref.id]["on"] == question
    assert isinstance(publish.find(account, answer), Found)
    moderate.act(account, "hide", Ref(question))
    changed = inbox.poll(account, first.cursor, [sent.ref])
    assert [(one.id, one.state) for one in changed.items] == [(question, "hidden")]
    moderate.act(account, "show", Ref(question))
    moderate.act(account, "remove", Ref(deeper))
    moderate.act(account, "remove", Ref(deeper))
    assert deeper not in graph.things
    assert insights.counts(account, [sent.ref])[sent.ref.id].likes == 4


def test_a_post_is_changed_and_removed_also_twice(graph: Graph, account: Account) -> None:
    sent = publish.send(account, op("Alt"))
    publish.send(account, op("Neu", "edit", target=sent.ref))
    assert graph.of("post")[0]["text"] == "Neu"
    away = op("", "remove", target=sent.ref)
    assert publish.send(account, away) == publish.send(account, away)
    assert isinstance(publish.find(account, away), Found)


def test_a_text_that_is_too_long_would_be_refused_by_the_stand_in(graph: Graph, account: Account) -> None:
    with pytest.raises(Refused):
        publish.send(account, op("x" * (limits.DEFAULT.text_max or 0) + "y"))
    assert len(graph.broken) == 1
    graph.broken.clear()


def test_a_call_without_the_proof_of_the_apps_secret_is_refused(graph: Graph, account: Account) -> None:
    with pytest.raises(Refused):
        publish.send(replace(account, secret={"token": "page-token"}), op("Ohne Beweis"))
    assert "appsecret_proof" in graph.broken.pop()


def test_over_a_real_line_the_stand_in_is_reached_only_where_private_addresses_are_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stands = Graph()
    far = Account("https://graph.facebook.com", "42", {"token": "page-token", "answers": APP}, private_ok=True, deadline=5)
    with running(stands) as address:
        monkeypatch.setenv("THEKE_STAND_INS", stand_ins(address))
        assert limits.probe(far)[0].name == "Bibliothek Hafen"
        with pytest.raises(Refused):
            limits.probe(replace(far, private_ok=False))
        went = connect.begin(Account(""), APP, BACK)
        assert went.url.startswith(f"{address}/v25.0/dialog/oauth?")
    assert stands.calls == ["GET /v25.0/42"]
    assert stands.broken == []
