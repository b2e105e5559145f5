"""What is X's own: doubles refused, a sign-in that is renewed on the way, refusals in plain words, prices."""

from typing import Any

import pytest

from tests.networks.recorded import account, op, playing
from tests.networks.x.case import SIGNED_IN
from theke.networks.base import Counts, Draft, Reconnect, Ref, Refused
from theke.networks.x import api, costs, inbox, insights, limits, moderate, publish


def test_a_text_that_x_has_seen_is_looked_for_by_its_full_addresses() -> None:
    with playing("x", "duplicate_there"):
        sent = publish.send(account(), op(draft=Draft("Mehr: bib.example/a")))
    assert sent.ref == Ref("111")


def test_a_text_that_x_has_seen_elsewhere_is_refused_in_plain_words() -> None:
    with playing("x", "duplicate_elsewhere"), pytest.raises(Refused) as caught:
        publish.send(account(), op())
    assert caught.value.words == publish.DUPLICATE


@pytest.mark.parametrize(("situation", "words"), [("no_credit", api.NO_CREDIT), ("no_right", api.NO_RIGHT)])
def test_a_refusal_says_what_is_wrong(situation: str, words: str) -> None:
    with playing("x", situation), pytest.raises(Refused) as caught:
        publish.send(account(), op())
    assert caught.value.words == words


def test_a_sign_in_that_ran_out_is_renewed_and_the_call_made_again() -> None:
    kept: list[Any] = []

    def renewed(used: Any, fetch: Any) -> Any:
        kept.append(fetch(used).secret)
        return used | kept[-1]

    with playing("x", "renewed") as tape:
        publish.send(account(secret=SIGNED_IN, renewed=renewed), op())
    assert kept == [{"token": "new", "refresh": "newer"}]
    assert tape.calls[-1].headers["authorization"] == "Bearer new"


def test_a_sign_in_that_cannot_be_renewed_asks_for_a_person() -> None:
    with playing("x", "not_renewed"), pytest.raises(Reconnect):
        publish.send(account(secret=SIGNED_IN), op())


def test_made_with_ai_is_said_only_when_it_is() -> None:
    for said in (True, False):
        with playing("x", "published") as tape:
            publish.send(account(), op(draft=Draft("Hallo", options={"made_with_ai": said})))
        assert ("made_with_ai" in tape.written) == said


def test_mentions_are_read_from_where_we_stopped() -> None:
    with playing("x", "inbox") as tape:
        page = inbox.poll(account(), {"since": "100"}, [])
        inbox.poll(account(), page.cursor, [])
    assert [item.kind for item in page.items] == ["reply", "mention"]
    assert "https://other.example/long" in page.items[0].text
    assert [call.url.params["since_id"] for call in tape.calls] == ["100", "203"]


def test_figures_profile_and_hiding() -> None:
    with playing("x", "counted"):
        assert insights.counts(account(), [Ref("111"), Ref("9")]) == {"111": Counts(3, 1, 2)}
    with playing("x", "probed"):
        assert limits.probe(account())[0].links == ("https://bib.example",)
    with playing("x", "hidden") as tape:
        moderate.act(account(), "hide", Ref("201"))
    assert '"hidden": true' in tape.written
    with pytest.raises(Refused):
        moderate.act(account(), "remove", Ref("201"))


@pytest.mark.parametrize("text", ["Mehr: https://bib.example/a", "Mehr: bib.example"])
def test_a_link_makes_a_post_dearer(text: str) -> None:
    assert costs.of_write(Draft(text)) == costs.of_write(Draft("Hallo")) - costs.POST + costs.POST_WITH_LINK
