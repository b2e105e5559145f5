"""What the public says, how often it answers, and hiding."""

import json
from typing import Any

import pytest

from tests.networks.bluesky.case import DID, READER, account, uri
from tests.networks.recorded import playing
from theke.networks.base import Counts, Item, Ref, Refused
from theke.networks.bluesky import inbox, insights, moderate

OURS = Ref(uri(), {"cid": "bafyreiours"})


def polled(situation: str, watching: list[Ref], cursor: dict[str, Any] | None = None) -> dict[str, Item]:
    with playing("bluesky", situation):
        return {item.text: item for item in inbox.poll(account(), cursor or {}, watching).items}


def test_answers_mentions_and_quotes_come_with_what_an_answer_needs() -> None:
    found = polled("inbox", [])
    assert [item.kind for item in found.values()] == ["reply", "mention", "quote"]
    reply, mention, quote = found.values()
    assert reply.extra == {"cid": "bafyreireply", "root": {"uri": uri(), "cid": "bafyreiours"}}
    assert mention.extra == {"cid": "bafyreimention"}
    assert (reply.on, mention.on, quote.on) == (OURS, None, Ref(uri()))
    assert (reply.author.handle, reply.author.id, reply.lang) == ("@lesemaus.bsky.social", READER, "de")


def test_the_thread_shows_what_no_notification_told() -> None:
    found = polled("thread", [OURS])
    assert set(found) == {"Muss man sich anmelden?", "Danke!", "Da war ich:", "Billige Uhren"}
    assert found["Da war ich:"].images == ("https://cdn.example/thumb/1",)
    assert (found["Billige Uhren"].state, found["Danke!"].state) == ("hidden", "")
    assert found["Danke!"].on == OURS
    assert found["Danke!"].parent == Ref(uri("3m6bours2222c"), {"cid": "bafyreianswer"})


def test_what_we_said_ourselves_is_no_message() -> None:
    assert not any(item.author.id == DID for item in polled("thread", [OURS]).values())


def test_a_thread_that_is_gone_leaves_the_others() -> None:
    assert "Danke!" in polled("thread_gone", [Ref(uri("3m6gone22222c")), OURS])


def test_reading_goes_back_to_what_is_known_and_never_over_it() -> None:
    cursor: dict[str, Any] = {"since": "2026-11-22T14:30:00.000Z"}
    texts: list[str] = []
    with playing("bluesky", "many_notifications") as tape:
        while True:
            page = inbox.poll(account(), cursor, [])
            texts += [item.text for item in page.items]
            cursor = page.cursor
            if not page.more:
                break
    assert len(tape.calls) == 7
    assert {f"Frage {number}-{i}" for number in range(7) for i in (1, 2)} == set(texts)
    assert cursor == {"since": "2026-11-22T20:02:00.000Z"}


def test_the_first_look_reads_one_page() -> None:
    with playing("bluesky", "many_notifications") as tape:
        page = inbox.poll(account(), {}, [])
    assert len(tape.calls) == 1
    assert (page.more, page.cursor) == (False, {"since": "2026-11-22T20:02:00.000Z"})


def test_responses_are_counted_and_a_quote_passes_on() -> None:
    with playing("bluesky", "counted"):
        assert insights.counts(account(), [OURS, Ref(uri("3m6gone22222c"))]) == {uri(): Counts(7, 3, 3)}


def test_counting_asks_for_twenty_five_at_once() -> None:
    with playing("bluesky", "counted") as tape:
        insights.counts(account(), [Ref(uri(f"3m6{number:010d}")) for number in range(60)])
    assert [len(call.url.params.get_list("uris")) for call in tape.calls] == [25, 25, 10]


def spam(key: str = "3m6bspam2222c") -> Ref:
    return Ref(uri(key, READER), {"cid": "bafyreispam", "root": {"uri": uri(), "cid": "bafyreiours"}})


def test_hiding_makes_the_gate_only_where_there_is_none() -> None:
    with playing("bluesky", "hidden_first") as tape:
        moderate.act(account(), "hide", spam())
    given = json.loads(tape.calls[-1].content)
    assert (given["collection"], given["rkey"], given["swapRecord"]) == ("app.bsky.feed.threadgate", "3m6ai4aaaab2c", None)
    assert given["record"]["hiddenReplies"] == [spam().id]
    assert "allow" not in given["record"]


def test_hiding_keeps_what_the_gate_says_and_gives_way_to_a_change_meanwhile() -> None:
    with playing("bluesky", "hidden_more") as tape:
        moderate.act(account(), "hide", spam())
    given = json.loads(tape.calls[-1].content)
    assert given["record"]["hiddenReplies"] == [uri("3m6bhidden22c", READER), spam().id]
    assert given["record"]["allow"]
    assert given["swapRecord"] == "bafyreigate"
    assert len(tape.calls) == 4


def test_what_is_hidden_is_hidden_and_can_be_shown_again() -> None:
    with playing("bluesky", "hidden_more") as tape:
        moderate.act(account(), "hide", spam("3m6bhidden22c"))
        assert len(tape.calls) == 1
        moderate.act(account(), "show", spam("3m6bhidden22c"))
    assert json.loads(tape.calls[-1].content)["record"]["hiddenReplies"] == []


def test_elsewhere_and_otherwise_nothing_can_be_done() -> None:
    theirs = Ref(uri("3m6bspam2222c", READER), {"root": {"uri": uri("3m6theirs222c", READER), "cid": "x"}})
    for action, ref in (("hide", theirs), ("remove", spam())):
        with playing("bluesky", "hidden_more") as tape, pytest.raises(Refused):
            moderate.act(account(), action, ref)  # type: ignore[arg-type]
        assert not tape.calls
