"""The whole way against a strict stand-in that refuses whatever the documentation does not allow."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.networks.instagram import case
from tests.networks.recorded import playing
from tests.servers.graph import APP, Graph
from theke.networks import net
from theke.networks.base import (
    Absent,
    Account,
    Connected,
    Draft,
    Found,
    Later,
    Media,
    Op,
    Reconnect,
    Ref,
    Refused,
    Unknown,
    Unsure,
)
from theke.networks.instagram import connect, inbox, insights, limits, moderate, publish

BACK = "https://theke.example/channels/connect/return/"
PUBLISH = "/43/media_publish"


@pytest.fixture
def graph() -> Iterator[Graph]:
    stands = Graph()
    with net.use_transport(stands):
        yield stands
    assert stands.broken == []


@pytest.fixture
def account(graph: Graph) -> Account:
    return Account("https://graph.instagram.com", "43", {"token": "ig-token", "answers": APP}, limits.DEFAULT)


def shot(key: str) -> Media:
    url = f"https://theke.example/media/lent/{key}.jpg"
    return Media(key, Path("x.jpg"), "image/jpeg", 40, 30, f"Bild {key}", public_url=url)


def op(text: str, count: int = 1, **other: Any) -> Op:
    now, key = datetime.now(UTC), str(uuid4())
    draft = Draft(text, media=tuple(shot(f"m{one}") for one in range(count)))
    given: dict[str, Any] = {"id": key, "kind": "post", "key": key, "at": now, "tried_at": now, "draft": draft, "state": {}}
    return Op(**given | other)


def prepared(account: Account, post: Op) -> int:
    """Prepare until it is ready, as the desk does; how often Meta was still at it."""
    for waited in range(20):
        try:
            publish.prepare(account, post, post.state.__setitem__)
        except Later:
            continue
        return waited
    raise AssertionError("never ready")


def container(post: Op) -> str:
    return str(post.state["container"]["id"])


def test_a_code_becomes_a_token_of_sixty_days(graph: Graph) -> None:
    went = connect.begin(Account(""), APP, BACK)
    assert went.url.startswith("https://www.instagram.com/oauth/authorize?client_id=123456789&")
    got = connect.finish(Account(""), went.pending, {"state": went.pending["state"], "code": "good-code#_"})
    assert isinstance(got, Connected)
    assert (got.address, got.remote_id) == ("https://graph.instagram.com", "43")
    assert got.secret == {"token": "ig-token", "answers": APP}
    assert got.expires is not None
    assert timedelta(days=59) < got.expires - datetime.now(UTC) < timedelta(days=61)


def test_a_token_is_renewed_ahead_and_one_that_has_run_out_asks_for_a_person(graph: Graph, account: Account) -> None:
    fresh = connect.renew(account)
    assert fresh.secret["answers"] == APP
    assert graph.tokens[fresh.secret["token"]] == ("instagram", "43")
    assert limits.probe(replace(account, secret=fresh.secret))[0].handle == "@hafen"
    with pytest.raises(Reconnect):
        connect.renew(replace(account, secret={"token": "run-out"}))


def test_two_who_renew_at_once_renew_once(graph: Graph, account: Account) -> None:
    stored, lease = {"secret": account.secret}, threading.Lock()

    def renewed(used: Any, fetch: Any) -> Any:
        with lease:
            if stored["secret"] == used:
                stored["secret"] = fetch(used).secret
            return stored["secret"]

    shared = replace(account, renewed=renewed)

    def go() -> None:
        shared.renewed(account.secret, lambda secret: connect.renew(replace(account, secret=secret)))

    workers = [threading.Thread(target=go) for _one in range(4)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert graph.calls.count("GET /refresh_access_token") == 1


@pytest.mark.parametrize("count", [1, 3])
def test_pictures_with_descriptions_are_prepared_and_published_once(graph: Graph, account: Account, count: int) -> None:
    post = op("Neu am Hafen", count)
    assert prepared(account, post) >= 1
    sent = publish.send(account, post)
    assert sent.url == f"https://instagram.example/p/{sent.ref.id}"
    assert [one["alts"] for one in graph.of("media")] == [[f"Bild m{one}" for one in range(count)]]


def test_a_first_comment_is_looked_for_before_it_is_written_again(graph: Graph, account: Account) -> None:
    post = op("Neu")
    prepared(account, post)
    sent = publish.send(account, post)
    comment = op("", draft=Draft("Bis 18 Uhr.", reply_to=sent.ref, root=sent.ref))
    assert publish.find(account, comment) == Absent()
    graph.fault("lost", f"{sent.ref.id}/comments")
    with pytest.raises(Unsure):
        publish.send(account, comment)
    assert isinstance(publish.find(account, comment), Found)
    assert [(one["text"], one["on"]) for one in graph.of("comment")] == [("Bis 18 Uhr.", sent.ref.id)]


def test_an_answer_lost_after_acceptance_is_found_by_words_and_time_and_never_the_first_of_the_list(
    graph: Graph, account: Account
) -> None:
    post, other = op("Einmal"), op("Etwas anderes")
    prepared(account, post)
    graph.fault("lost", PUBLISH)
    with pytest.raises(Unsure):
        publish.send(account, post)
    prepared(account, other)
    newest = publish.send(account, other)
    found = publish.find(account, post)
    assert isinstance(found, Found)
    assert found.ref != newest.ref
    assert graph.things[found.ref.id]["text"] == "Einmal"


def test_what_is_published_already_is_not_offered_again(graph: Graph, account: Account) -> None:
    post = op("Einmal")
    prepared(account, post)
    graph.fault("lost", PUBLISH)
    with pytest.raises(Unsure):
        publish.send(account, post)
    prepared(account, post)
    with pytest.raises(Unsure):
        publish.send(account, post)
    assert len(graph.of("media")) == 1
    assert sum(call.endswith(PUBLISH) for call in graph.calls) == 1


def test_an_answer_lost_before_acceptance_is_absent_and_sent_again_with_the_same_container(
    graph: Graph, account: Account
) -> None:
    post = op("Nie angekommen")
    prepared(account, post)
    first = container(post)
    graph.fault("500", PUBLISH)
    with pytest.raises(Unsure):
        publish.send(account, post)
    assert publish.find(account, post) == Absent()
    prepared(account, post)
    assert container(post) == first
    publish.send(account, post)
    assert len(graph.of("media")) == 1


def test_a_container_that_has_expired_is_made_anew(graph: Graph, account: Account) -> None:
    post = op("Lange gewartet", 2)
    prepared(account, post)
    first = container(post)
    for one in graph.of("container"):
        one["state"] = "EXPIRED"
    assert publish.find(account, post) == Absent()
    prepared(account, post)
    assert container(post) != first
    publish.send(account, post)
    assert len(graph.of("media")) == 1


def test_a_container_that_is_stuck_is_waited_for(graph: Graph, account: Account) -> None:
    graph.polls_until_finished = 10**6
    post = op("Hängt")
    for _turn in range(3):
        with pytest.raises(Later):
            publish.prepare(account, post, post.state.__setitem__)
    with pytest.raises(Later):
        publish.find(account, post)
    assert len(graph.of("container")) == 1


def test_a_picture_that_meta_cannot_make_a_post_of_is_tried_twice_and_told(graph: Graph, account: Account) -> None:
    graph.polls_until_finished = 10**6
    post = op("Kaputt")
    with pytest.raises(Later):
        publish.prepare(account, post, post.state.__setitem__)
    graph.things[container(post)] |= {"state": "ERROR", "why": "Error: Media download has failed."}
    with pytest.raises(Later):
        publish.prepare(account, post, post.state.__setitem__)
    graph.things[container(post)] |= {"state": "ERROR", "why": "Error: Media download has failed."}
    with pytest.raises(Refused, match="download has failed"):
        publish.prepare(account, post, post.state.__setitem__)
    assert len(graph.of("container")) == 2


def test_a_desk_that_cannot_be_reached_says_so_before_anything_is_sent(graph: Graph, account: Account) -> None:
    post = op("Lokal", draft=Draft("Lokal", media=(replace(shot("m0"), public_url="http://localhost:8000/m0.jpg"),)))
    with pytest.raises(Refused, match="no address"):
        publish.prepare(account, post, post.state.__setitem__)
    assert graph.calls == []


def test_rates_and_a_dead_token(graph: Graph, account: Account) -> None:
    post = op("Zu schnell")
    prepared(account, post)
    graph.fault("rate", PUBLISH)
    with pytest.raises(Later) as caught:
        publish.send(account, post)
    assert caught.value.again_in == 180
    with pytest.raises(Reconnect):
        publish.send(replace(account, secret={"token": "run-out"}), post)


def test_the_public_comments_and_is_answered_hidden_and_removed(graph: Graph, account: Account) -> None:
    post = op("Fragt uns etwas")
    prepared(account, post)
    sent = publish.send(account, post)
    question = graph.said(sent.ref.id, "Habt ihr Krimis?")
    deeper = graph.said(question, "Das frage ich auch.", "Ole")
    first = inbox.poll(account, {}, [sent.ref])
    assert [(one.id, one.on, one.extra["top"]) for one in first.items] == [
        (question, sent.ref, question),
        (deeper, sent.ref, question),
    ]
    answer = op("", draft=Draft("Ja!", reply_to=Ref(deeper, first.items[1].extra)))
    graph.fault("lost", f"{question}/replies")
    with pytest.raises(Unsure):
        publish.send(account, answer)
    assert isinstance(publish.find(account, answer), Found)
    assert inbox.poll(account, first.cursor, [sent.ref]).items == ()
    moderate.act(account, "hide", Ref(question))
    assert [(one.id, one.state) for one in inbox.poll(account, first.cursor, []).items] == [(question, "hidden")]
    moderate.act(account, "show", Ref(question))
    moderate.act(account, "remove", Ref(deeper))
    moderate.act(account, "remove", Ref(deeper))
    assert deeper not in graph.things
    assert insights.counts(account, [sent.ref, Ref("1")])[sent.ref.id].likes == 4
    with pytest.raises(Refused):
        moderate.act(account, "spam", Ref(question))


def test_what_is_out_but_not_listed_is_left_to_a_person() -> None:
    for situation in ("out_but_not_listed", "forgotten"):
        with playing("instagram", situation):
            assert isinstance(publish.find(case.account(), case.op()), Unknown)


@pytest.mark.parametrize(("situation", "rest"), [("quota", 3600), ("not_ready", 30)])
def test_what_passes_is_waited_for(situation: str, rest: float) -> None:
    with playing("instagram", situation), pytest.raises(Later) as caught:
        publish.send(case.account(), case.op())
    assert caught.value.again_in == rest
