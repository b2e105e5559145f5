"""The whole way against a strict stand-in that refuses whatever the documentation does not allow."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.networks.recorded import playing
from tests.networks.threads import case
from tests.servers.graph import APP, Graph
from theke.networks import net
from theke.networks.base import Absent, Account, Counts, Draft, Found, Later, Media, Op, Reconnect, Ref, Refused, Unsure
from theke.networks.measuring import length
from theke.networks.threads import connect, inbox, insights, limits, moderate, publish

BACK = "https://theke.example/channels/connect/return/"
PUBLISH = "/44/threads_publish"


@pytest.fixture
def graph() -> Iterator[Graph]:
    stands = Graph()
    with net.use_transport(stands):
        yield stands
    assert stands.broken == []


@pytest.fixture
def account(graph: Graph) -> Account:
    return Account("https://graph.threads.net", "44", {"token": "threads-token", "answers": APP}, limits.DEFAULT)


def shot(key: str) -> Media:
    url = f"https://theke.example/m/lent/{key}.jpg"
    return Media(key, Path("x.jpg"), "image/jpeg", 40, 30, f"Bild {key}", public_url=url)


def op(text: str, count: int = 0, **other: Any) -> Op:
    now, key = datetime.now(UTC), str(uuid4())
    draft = Draft(text, media=tuple(shot(f"m{one}") for one in range(count)))
    given: dict[str, Any] = {"id": key, "kind": "post", "key": key, "at": now, "tried_at": now, "draft": draft, "state": {}}
    return Op(**given | other)


def prepared(account: Account, post: Op) -> Op:
    """Prepare until it is ready, as the desk does."""
    for _turn in range(20):
        try:
            publish.prepare(account, post, post.state.__setitem__)
        except Later:
            continue
        return post
    raise AssertionError("never ready")


def container(post: Op) -> str:
    return str(post.state["container"]["id"])


def test_a_code_becomes_a_token_of_sixty_days_that_is_renewed(graph: Graph) -> None:
    went = connect.begin(Account(""), APP, BACK)
    assert went.url.startswith("https://threads.net/oauth/authorize?client_id=123456789&")
    got = connect.finish(Account(""), went.pending, {"state": went.pending["state"], "code": "good-code"})
    assert (got.address, got.remote_id) == ("https://graph.threads.net", "44")
    fresh = connect.renew(Account(got.address, got.remote_id, got.secret))
    assert fresh.secret["answers"] == APP
    profile, may = limits.probe(Account(got.address, got.remote_id, fresh.secret))
    assert (profile.handle, profile.followers, may) == ("@hafen", 321, limits.DEFAULT)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_text_and_pictures_with_descriptions_are_published_once(graph: Graph, account: Account, count: int) -> None:
    post = prepared(account, op("Neu am Hafen", count))
    sent = publish.send(account, post)
    assert sent.url.endswith(sent.ref.id)
    assert [one["alts"] for one in graph.of("media")] == [[f"Bild m{one}" for one in range(count)]]


def test_a_chain_and_a_topic(graph: Graph, account: Account) -> None:
    first = publish.send(account, prepared(account, op("", draft=Draft("Eins", options={"topic": "#Vorlesen."}))))
    assert graph.of("container")[0]["topic_tag"] == "Vorlesen"
    second = publish.send(account, prepared(account, op("", draft=Draft("Zwei", reply_to=first.ref, root=first.ref))))
    assert graph.things[second.ref.id]["on"] == first.ref.id


def test_the_length_is_counted_in_bytes_as_threads_counts_it(graph: Graph, account: Account) -> None:
    text = "ä" * 250
    assert length(text, limits.DEFAULT.measure) == limits.DEFAULT.text_max
    prepared(account, op(text))
    with pytest.raises(Refused):
        prepared(account, op(text + "!"))
    assert "at most 500" in graph.broken.pop()


def test_an_answer_lost_after_acceptance_is_found_and_nothing_is_offered_twice(graph: Graph, account: Account) -> None:
    post = prepared(account, op("Einmal"))
    graph.fault("lost", PUBLISH)
    with pytest.raises(Unsure):
        publish.send(account, post)
    found = publish.find(account, post)
    assert isinstance(found, Found)
    assert graph.things[found.ref.id]["text"] == "Einmal"
    prepared(account, post)
    with pytest.raises(Unsure):
        publish.send(account, post)
    assert len(graph.of("media")) == 1


def test_an_answer_to_somebody_that_is_lost_is_found_among_our_replies(graph: Graph, account: Account) -> None:
    root = publish.send(account, prepared(account, op("Fragt uns")))
    question = graph.said(root.ref.id, "Habt ihr Krimis?")
    answer = prepared(account, op("", draft=Draft("Ja!", reply_to=Ref(question))))
    graph.fault("lost", PUBLISH)
    with pytest.raises(Unsure):
        publish.send(account, answer)
    assert isinstance(publish.find(account, answer), Found)
    other = replace(answer, draft=Draft("Ja!", reply_to=Ref("999")))
    assert not isinstance(publish.find(account, other), Found)


def test_a_container_not_found_yet_is_offered_again_and_then_one_new_one(graph: Graph, account: Account) -> None:
    post = prepared(account, op("Noch nicht da"))
    first = container(post)
    graph.fault("4279009", PUBLISH, times=5)
    for offer in range(5):
        with pytest.raises(Later) as caught:
            publish.send(account, post)
        assert caught.value.again_in == 30
        prepared(account, post)
        assert (container(post) == first) == (offer < 2)
    publish.send(account, post)
    assert len(graph.of("media")) == 1
    assert len(graph.of("container")) == 2


def test_a_container_that_is_never_found_ends_in_plain_words(graph: Graph, account: Account) -> None:
    graph.fault("4279009", PUBLISH, times=6)
    post = prepared(account, op("Nie da"))
    with pytest.raises(Refused, match="several times"):
        for _offer in range(7):
            try:
                publish.send(account, post)
            except Later:
                prepared(account, post)
    assert graph.of("media") == []
    assert len(graph.of("container")) == 2


def test_a_container_that_has_expired_is_made_anew(graph: Graph, account: Account) -> None:
    post = prepared(account, op("Lange gewartet"))
    first = container(post)
    graph.things[first]["state"] = "EXPIRED"
    assert publish.find(account, post) == Absent()
    assert container(prepared(account, post)) != first
    publish.send(account, post)
    assert len(graph.of("media")) == 1


@pytest.mark.parametrize(("how", "means"), [("500", Unsure), ("rate", Later), ("dead", Reconnect)])
def test_each_trouble_means_what_it_means(graph: Graph, account: Account, how: str, means: type[Exception]) -> None:
    post = prepared(account, op("Nichts passiert"))
    graph.fault(how, PUBLISH)
    with pytest.raises(means):
        publish.send(account, post)
    assert publish.find(account, post) == Absent()
    assert graph.of("media") == []


def test_replies_come_in_are_hidden_and_counted(graph: Graph, account: Account) -> None:
    sent = publish.send(account, prepared(account, op("Fragt uns etwas")))
    question = graph.said(sent.ref.id, "Habt ihr Krimis?")
    deeper = graph.said(question, "Das frage ich auch.", "Ole")
    first = inbox.poll(account, {}, [sent.ref])
    assert [(one.id, one.on, one.parent) for one in first.items] == [
        (question, sent.ref, sent.ref),
        (deeper, sent.ref, Ref(question)),
    ]
    moderate.act(account, "hide", Ref(question))
    moderate.act(account, "hide", Ref(question))
    assert [(one.id, one.state) for one in inbox.poll(account, first.cursor, []).items] == [(question, "hidden")]
    moderate.act(account, "show", Ref(question))
    assert insights.counts(account, [sent.ref, Ref("1")]) == {sent.ref.id: Counts(4, 8, 4)}
    with pytest.raises(Refused):
        moderate.act(account, "remove", Ref(question))


def test_a_post_is_removed_also_twice_and_never_changed(graph: Graph, account: Account) -> None:
    sent = publish.send(account, prepared(account, op("Weg damit")))
    away = op("", kind="remove", target=sent.ref)
    assert publish.find(account, away) == Absent()
    assert publish.send(account, away) == publish.send(account, away)
    assert isinstance(publish.find(account, away), Found)
    with pytest.raises(Refused):
        publish.send(account, op("Neu", kind="edit", target=sent.ref))


def test_an_app_without_the_right_to_mentions_reads_the_replies() -> None:
    with playing("threads", "inbox_no_right_to_mentions"):
        assert [one.id for one in inbox.poll(case.account(), {}, []).items] == ["201"]


def test_hidden_replies_and_those_of_private_profiles_are_told_as_they_are() -> None:
    with playing("threads", "inbox"):
        items = {one.id: one for one in inbox.poll(case.account(), {}, []).items}
    assert set(items) == {"301", "201", "203"}
    assert (items["203"].state, items["203"].author.name) == ("hidden", "Threads")
    assert items["301"].kind == "mention"


def test_posts_with_replies_are_read_in_turn() -> None:
    posts = [str(one) for one in range(9)]
    read = [inbox._in_turn(posts, turn) for turn in range(3)]
    assert all(one[:2] == ["0", "1"] and len(one) == 5 for one in read)
    assert {each for one in read for each in one} == set(posts)
    assert inbox._in_turn([], 3) == []
    assert inbox._in_turn(["7"], 3) == ["7"]
