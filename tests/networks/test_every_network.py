"""One suite over every network: the same promises, whatever it is called.

What a network keeps in the desk's own ledger, such as a crash between commit and send, stands in `test_every_network_in_the_desk.py`.
What a network lacks is named in `LACKS` of its `case.py`, with the reason, and a test holds that nothing else is left out.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.networks import recorded
from tests.networks.recorded import (
    TEXT,
    TOKEN,
    Tape,
    account,
    case,
    op,
    picture,
    playing,
    signed_with,
    situations,
    write_of,
)
from tests.networks.test_measuring import VECTORS
from theke.networks.base import (
    ACTIONS,
    Absent,
    Draft,
    Exchange,
    Found,
    Later,
    Limits,
    Measure,
    NotSent,
    Op,
    Reconnect,
    Ref,
    Refused,
    Sent,
    Unsure,
)
from theke.networks.registry import KEYS, network

ON_THE_WIRE = [key for key in KEYS if network(key).publish and not network(key).facts.own_pages]
EVERY = ("published", "answer_lost", "never_left", "too_many", "dead_token", "junk", "removed_twice", "inbox")
WHERE_IT_CAN_BE = ("ready_later", "expired", "repeat_400", "renewed")
"""Pictures accepted and ready later, what was prepared has ended, a repeat answered by a no, a sign-in that runs out."""
every = pytest.mark.parametrize("key", ON_THE_WIRE)


def where(situation: str) -> Any:
    """Every network on which this can be."""
    return pytest.mark.parametrize("key", [key for key in ON_THE_WIRE if situation in situations(key)])


def publish(key: str) -> Any:
    return network(key).publish


@pytest.mark.parametrize("key", KEYS)
def test_the_facts_are_whole(key: str) -> None:
    facts = network(key).facts
    assert facts.key == key
    assert 2 <= len(facts.code) <= 3
    assert facts.about
    assert facts.resend != "always" or facts.own_pages
    assert network(key).connect is not None


@pytest.mark.parametrize("key", KEYS)
def test_what_it_says_it_can_is_there(key: str) -> None:
    of = network(key)
    assert of.limits is not None
    can = of.limits.DEFAULT.can
    assert ("inbox" in can) == (of.inbox is not None)
    assert ("counts" in can) == (of.insights is not None)
    assert any(f"moderate:{one}" in can for one in ACTIONS) == (of.moderate is not None)
    assert Limits.from_json(of.limits.DEFAULT.as_json()) == of.limits.DEFAULT


@every
def test_every_situation_is_recorded(key: str) -> None:
    assert set(EVERY) <= situations(key)


@every
@pytest.mark.parametrize("situation", WHERE_IT_CAN_BE)
def test_what_cannot_be_on_a_network_is_named_with_its_reason(key: str, situation: str) -> None:
    assert (situation in situations(key)) != bool(case(key).LACKS.get(situation)), "either recorded, or named in LACKS"
    assert set(case(key).LACKS) <= set(WHERE_IT_CAN_BE)


def test_networks_that_no_call_goes_out_to_are_few_and_say_why() -> None:
    others = [network(key).facts for key in KEYS if key not in ON_THE_WIRE]
    assert len(others) == 2
    assert all(facts.own_pages or facts.by_hand for facts in others)


@pytest.mark.parametrize("key", KEYS)
def test_its_way_of_counting_is_held_to_vectors(key: str) -> None:
    measure = network(key).limits.DEFAULT.measure  # type: ignore[union-attr]
    assert [one for one in VECTORS if Measure(**one["measure"]) == measure]


@every
def test_text_signature_language_description_and_focus_are_on_the_wire(key: str, tmp_path: Path) -> None:
    kept: dict[str, Any] = {}
    whole = case(key).op(draft=Draft(TEXT, lang="de", media=(picture(tmp_path),)), state=kept)
    with playing(key, "published") as tape:
        publish(key).prepare(case(key).account(), whole, kept.__setitem__)
        sent = publish(key).send(case(key).account(), whole)
    assert isinstance(sent, Sent)
    assert sent.ref.id
    assert sent.url.startswith("http")
    can = network(key).limits.DEFAULT.can  # type: ignore[union-attr]
    expected = {"text": "– Jana Berg, Hafen", "image": case(key).PICTURE, "alt": "Ein Regal am Hafen", "language": '"de"'}
    for ability, said in (expected | {"focus": "0.50"}).items():
        assert said in tape.written or ability not in can


@every
def test_pictures_that_are_uploaded_are_not_uploaded_again(key: str, tmp_path: Path) -> None:
    kept: dict[str, Any] = {}
    whole = case(key).op(draft=Draft(TEXT, media=(picture(tmp_path),)), state=kept)
    with playing(key, "published") as tape:
        publish(key).prepare(case(key).account(), whole, kept.__setitem__)
        publish(key).prepare(case(key).account(), whole, kept.__setitem__)
    assert uploads(key, tape) == 1


def uploads(key: str, tape: Tape) -> int:
    """How often the picture was brought to the network."""
    upload = getattr(case(key), "UPLOAD", recorded.UPLOAD)
    return sum(upload.encode() in call.content for call in tape.calls)


def prepare_until_ready(key: str, whole: Op) -> int:
    """Prepare as the desk does, again and again; how often the network was not ready."""
    for waited in range(20):
        try:
            publish(key).prepare(case(key).account(), whole, whole.state.__setitem__)
        except Later:
            continue
        return waited
    raise AssertionError("never ready")


@where("ready_later")
def test_pictures_accepted_but_not_ready_are_waited_for_and_brought_once(key: str, tmp_path: Path) -> None:
    whole = case(key).op(draft=Draft(TEXT, lang="de", media=(picture(tmp_path),)), state={})
    with playing(key, "ready_later") as tape:
        assert prepare_until_ready(key, whole) >= 1
        assert not [call for call in tape.made if write_of(key).fullmatch(call)], "nothing goes out before all is ready"
        assert isinstance(publish(key).send(case(key).account(), whole), Sent)
    assert uploads(key, tape) == 1


@where("expired")
def test_what_has_ended_between_two_steps_is_made_anew_and_the_post_goes_out_once(key: str, tmp_path: Path) -> None:
    whole = case(key).worn(picture(tmp_path))
    with playing(key, "expired") as tape:
        prepare_until_ready(key, whole)
        assert isinstance(publish(key).send(case(key).account(), whole), Sent)
    assert uploads(key, tape) == 1
    assert len([call for call in tape.accepted if write_of(key).fullmatch(call)]) == 1


def settled(key: str, whole: Op) -> Ref:
    """Send, and look where it is not plain what became of it; where the post stands."""
    try:
        sent: Sent = publish(key).send(case(key).account(), whole)
    except (Unsure, Later):
        found = publish(key).find(case(key).account(), whole)
        assert isinstance(found, Found)
        return found.ref
    return sent.ref


@every
def test_a_repeat_answered_by_an_error_of_the_server_is_looked_up(key: str) -> None:
    with playing(key, "answer_lost"):
        there = settled(key, case(key).op())
    with playing(key, "answer_lost") as tape:
        for answers in tape.answers.values():
            answers[:] = [{"status": 500, "json": {"error": "oops"}} if "lost" in one else one for one in answers]
        assert settled(key, case(key).op()) == there


@where("repeat_400")
def test_a_repeat_answered_by_a_no_is_looked_up(key: str) -> None:
    with playing(key, "answer_lost"):
        there = settled(key, case(key).op())
    with playing(key, "repeat_400"):
        assert settled(key, case(key).op()) == there


@every
def test_an_answer_lost_after_acceptance_is_a_doubt_and_the_look_finds_the_post(key: str) -> None:
    with playing(key, "answer_lost"):
        with pytest.raises(Unsure):
            publish(key).send(case(key).account(), case(key).op())
        assert isinstance(publish(key).find(case(key).account(), case(key).op()), Found)


@every
def test_what_never_left_may_be_tried_again_and_the_look_finds_nothing(key: str) -> None:
    with playing(key, "never_left"):
        with pytest.raises(NotSent):
            publish(key).send(case(key).account(), case(key).op())
        assert publish(key).find(case(key).account(), case(key).op()) == Absent()


@every
def test_a_network_that_asks_to_wait_is_waited_for(key: str) -> None:
    with playing(key, "too_many"), pytest.raises(Later) as caught:
        publish(key).send(case(key).account(), case(key).op())
    assert caught.value.again_in == 120


@every
def test_a_dead_sign_in_asks_for_a_person_everywhere(key: str) -> None:
    with playing(key, "dead_token"):
        with pytest.raises(Reconnect):
            publish(key).send(case(key).account(), case(key).op())
        with pytest.raises(Reconnect):
            network(key).limits.probe(case(key).account())  # type: ignore[union-attr]


@every
def test_a_yes_that_makes_no_sense_is_a_doubt(key: str) -> None:
    with playing(key, "junk"):
        for _answer in range(3):
            with pytest.raises(Unsure):
                publish(key).send(case(key).account(), case(key).op())


@every
def test_removing_twice_is_as_good_as_once_or_honestly_refused(key: str) -> None:
    if "remove" not in network(key).limits.DEFAULT.can:  # type: ignore[union-attr]
        with (
            playing(key, "removed_twice") as tape,
            pytest.raises(Refused, match=re.escape(network(key).facts.cannot["remove"])),
        ):
            publish(key).send(case(key).account(), case(key).op("remove"))
        assert tape.calls == []
        return
    with playing(key, "removed_twice"):
        assert publish(key).send(case(key).account(), case(key).op("remove")) == publish(key).send(
            case(key).account(), case(key).op("remove")
        )
        assert isinstance(publish(key).find(case(key).account(), case(key).op("remove")), Found)


@every
def test_polls_that_overlap_give_the_same_messages_with_the_same_ids(key: str) -> None:
    inbox: Any = network(key).inbox
    with playing(key, "inbox"):
        page = inbox.poll(case(key).account(), {}, [])
    with playing(key, "inbox"):
        again = inbox.poll(case(key).account(), {}, [])
    assert page.items
    assert page == again
    assert list(page.items) == sorted(page.items, key=lambda i: i.at)
    assert len({i.id for i in page.items}) == len(page.items)


@every
@pytest.mark.parametrize("situation", ["published", "answer_lost", "dead_token", "junk"])
def test_no_secret_in_the_journal_or_in_what_is_raised(key: str, situation: str, tmp_path: Path) -> None:
    kept: list[Exchange] = []
    said = ""
    with playing(key, situation) as tape:
        try:
            publish(key).send(case(key).account(journal=kept.append), case(key).op())
        except (Unsure, Reconnect) as trouble:
            said = str(trouble) + repr(trouble)
    assert any(TOKEN in signed_with(call) for call in tape.calls)
    assert TOKEN not in str(kept) + said + repr(case(key).account())
    assert kept


def test_the_own_pages_send_nothing_over_the_wire_and_repeat_themselves() -> None:
    own: Any = publish(next(key for key in KEYS if network(key).facts.own_pages))
    here = account(settings={"post_url": "https://theke.example/w/seeborn/{id}/"})
    sent = own.send(here, op())
    assert sent == own.send(here, op())
    assert sent.url == "https://theke.example/w/seeborn/d-1/"
    assert own.find(here, op()) == Found(sent.ref, sent.url)
    assert own.send(here, op("remove", target=sent.ref)).ref == sent.ref


def test_a_recording_without_its_answer_fails_loudly() -> None:
    with playing(ON_THE_WIRE[0], "junk"), pytest.raises(KeyError):
        publish(ON_THE_WIRE[0]).find(account(), recorded.op())


def test_a_network_that_is_gone_has_a_name_and_no_capability() -> None:
    gone = network("my_old_network")
    assert gone.gone
    assert gone.facts.label == "My Old Network"
    assert [gone.connect, gone.limits, gone.publish, gone.inbox, gone.insights, gone.moderate] == [None] * 6
