"""One delivery, once: A02, B02. Every fault has its control."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.publishing.conftest import World
from tests.publishing.network import Killed, answers, cannot_be_reached, dies_after, dies_before, drops, loses_the_answer
from theke.channels.models import Channel
from theke.networks.base import Facts
from theke.networks.registry import network as network_of
from theke.notices.models import Notice
from theke.publishing import claiming, looking
from theke.publishing.models import Attempt, Delivery, State
from theke.publishing.sending import deliver

pytestmark = pytest.mark.django_db(transaction=True)
Pass = Callable[[float], None]
LEASE = 91


def outcomes(delivery: Delivery) -> list[tuple[str, str]]:
    return list(delivery.attempts.values_list("step", "outcome"))


def move_on(delivery: Delivery, pass_time: Pass, rounds: int = 6) -> Delivery:
    for _round in range(rounds):
        pass_time(LEASE)
        deliver(delivery.pk)
    delivery.refresh_from_db()
    return delivery


def test_a_due_delivery_goes_out_once_with_the_signature_of_its_sender(world: World) -> None:
    delivery = world.delivery()
    assert deliver(delivery.pk) == State.SENT
    assert deliver(delivery.pk) is None
    assert world.network.texts == ["Am Samstag wird vorgelesen.\n\n– Jana Berg, Hafen"]
    delivery.refresh_from_db()
    assert (delivery.state, delivery.url, delivery.remote_id) == (State.SENT, "http://127.0.0.1/practice/1/", "1")
    assert delivery.intent_at
    assert delivery.sent_at
    assert outcomes(delivery) == [("send", "done")]


def test_the_attempt_keeps_what_went_over_the_wire_without_the_secret(world: World) -> None:
    channel = world.channel_of(secret={"token": "sehr-geheim"})
    delivery = world.deliveries(channel)[0]
    deliver(delivery.pk)
    exchanges = delivery.attempts.get().exchanges
    assert exchanges[0]["status"] == 201
    assert "vorgelesen" in exchanges[0]["sent"]
    assert "sehr-geheim" not in str(exchanges)


def test_success_and_trouble_are_noted_on_the_channel(world: World) -> None:
    deliver(world.delivery().pk)
    world.channel.refresh_from_db()
    assert world.channel.last_success_at
    assert world.channel.token_state == Channel.Token.WORKS
    assert (world.channel.busy_until, world.channel.busy_with) == (None, "")


def test_killed_between_intent_and_wire_it_is_looked_for_and_then_sent(world: World, pass_time: Pass) -> None:
    delivery = world.delivery()
    world.network.next_writes = [dies_before]
    with pytest.raises(Killed):
        deliver(delivery.pk)
    delivery.refresh_from_db()
    assert delivery.state == State.SENDING
    assert deliver(delivery.pk) is None, "the lease still holds"
    assert move_on(delivery, pass_time).state == State.SENT
    assert len(world.network.texts) == 1
    assert outcomes(delivery) == [("send", "open"), ("find", "absent"), ("send", "done")]


def test_killed_after_acceptance_it_is_found_and_not_sent_again(world: World, pass_time: Pass) -> None:
    delivery = world.delivery()
    world.network.next_writes = [dies_after]
    with pytest.raises(Killed):
        deliver(delivery.pk)
    assert move_on(delivery, pass_time).state == State.SENT
    assert len(world.network.texts) == 1
    assert outcomes(delivery) == [("send", "open"), ("find", "found")]
    assert delivery.remote_id == "1"


@pytest.mark.parametrize(
    "fault",
    [loses_the_answer, drops, answers(503), answers(500), answers(200, [])],
    ids=["lost", "dropped", "503", "500", "junk"],
)
def test_whatever_the_doubt_it_goes_out_exactly_once(world: World, pass_time: Pass, fault: Any) -> None:
    delivery = world.delivery()
    world.network.next_writes = [fault]
    assert deliver(delivery.pk) == State.SENDING
    assert move_on(delivery, pass_time).state == State.SENT
    assert len(world.network.texts) == 1


def test_control_a_blind_resend_after_a_lost_answer_makes_two(world: World, pass_time: Pass) -> None:
    """The same fault, with a look that always says Absent: shows that the tests above have power."""
    delivery = world.delivery()
    world.network.next_writes = [dies_after]
    with pytest.raises(Killed):
        deliver(delivery.pk)
    world.network.next_reads = [answers(200, {"statuses": []})]
    move_on(delivery, pass_time)
    assert len(world.network.texts) == 2


def test_a_network_that_asks_us_to_wait_is_left_alone_until_then(world: World, pass_time: Pass) -> None:
    first, second = world.delivery(), world.delivery()
    world.network.next_writes = [answers(429, retry_after="40")]
    assert deliver(first.pk) == State.DUE
    assert deliver(second.pk) is None
    pass_time(30)
    assert deliver(second.pk) is None
    pass_time(12)
    assert deliver(second.pk) == State.SENT
    assert deliver(first.pk) == State.SENT
    assert len(world.network.texts) == 2


def test_an_unreachable_network_is_tried_again_without_a_look(world: World, pass_time: Pass) -> None:
    delivery = world.delivery()
    world.network.next_writes = [cannot_be_reached]
    assert deliver(delivery.pk) == State.DUE
    delivery.refresh_from_db()
    assert (delivery.tries, delivery.intent_at) == (0, None)
    assert move_on(delivery, pass_time).state == State.SENT
    assert [step for step, _outcome in outcomes(delivery)] == ["send", "send"]


def test_a_younger_post_waits_its_turn_while_the_network_is_away(world: World, pass_time: Pass) -> None:
    first, second = world.delivery(), world.delivery()
    world.network.next_writes = [cannot_be_reached]
    assert deliver(first.pk) == State.DUE
    assert deliver(second.pk) is None
    first.refresh_from_db()
    world.channel.refresh_from_db()
    assert first.retry_at and world.channel.not_before
    assert first.retry_at < world.channel.not_before, "the younger one could slip in between"
    pass_time(LEASE)
    assert [deliver(first.pk), deliver(second.pk)] == [State.SENT, State.SENT]


def test_a_refusal_fails_with_the_reason_and_a_notice_to_the_sender(world: World) -> None:
    delivery = world.delivery()
    world.network.next_writes = [answers(422, {"error": "Zu lang"})]
    assert deliver(delivery.pk) == State.FAILED
    delivery.refresh_from_db()
    assert delivery.trouble["words"]
    assert list(Notice.objects.values_list("person__name", flat=True)) == ["Jana Berg"]
    assert deliver(delivery.pk) is None


def test_a_dead_token_fails_the_delivery_and_tells_those_who_look_after_the_channel(world: World) -> None:
    Channel.objects.filter(pk=world.channel.pk).update(responsible=world.people.tom)
    delivery = world.delivery()
    world.network.next_writes = [answers(401)]
    assert deliver(delivery.pk) == State.FAILED
    world.channel.refresh_from_db()
    assert world.channel.token_state == Channel.Token.DEAD
    assert set(Notice.objects.values_list("person__name", flat=True)) == {"Jana Berg", "Tom Ritter"}


def test_a_disconnected_channel_fails_in_words_and_calls_nobody(world: World) -> None:
    delivery = world.delivery()
    Channel.objects.filter(pk=world.channel.pk).update(disconnected_at="2026-01-01T00:00Z")
    assert deliver(delivery.pk) == State.FAILED
    assert not world.network.calls


def test_a_look_that_fails_is_repeated_later_and_nothing_is_sent_meanwhile(world: World, pass_time: Pass) -> None:
    delivery = world.delivery()
    world.network.next_writes = [loses_the_answer]
    deliver(delivery.pk)
    world.network.next_reads = [cannot_be_reached, answers(502), answers(429, retry_after="60")]
    assert move_on(delivery, pass_time, rounds=3).state == State.SENDING
    assert world.network.writes == 1
    assert move_on(delivery, pass_time).state == State.SENT
    assert len(world.network.texts) == 1


def test_a_look_before_the_write_can_have_settled_proves_nothing(world: World) -> None:
    delivery = world.delivery()
    world.network.next_writes = [drops]
    deliver(delivery.pk)
    Delivery.objects.filter(pk=delivery.pk).update(retry_at=None)
    assert deliver(delivery.pk) == State.SENDING
    assert world.network.writes == 1


def test_a_try_of_before_the_clock_was_set_back_has_settled(world: World, now: datetime) -> None:
    delivery = world.delivery()
    world.network.next_writes = [drops]
    assert deliver(delivery.pk) == State.SENDING
    Delivery.objects.update(retry_at=now)
    delivery.attempts.update(at=now, ended_at=now + timedelta(seconds=2))  # control: clocks that differ a little
    assert deliver(delivery.pk) == State.SENDING
    Delivery.objects.update(retry_at=now)
    delivery.attempts.update(at=now + timedelta(hours=1), ended_at=now + timedelta(hours=1))
    assert deliver(delivery.pk) == State.SENT
    assert world.network.writes == 2


def test_where_looking_cannot_tell_a_person_is_asked(world: World, pass_time: Pass, monkeypatch: pytest.MonkeyPatch) -> None:
    delivery = world.delivery()
    world.network.next_writes = [loses_the_answer]
    deliver(delivery.pk)
    monkeypatch.delattr(network_of("practice").publish, "find")
    assert move_on(delivery, pass_time).state == State.ASK
    assert world.network.writes == 1
    assert Notice.objects.filter(person=world.people.jana).exists()


def test_where_a_resend_is_never_safe_absence_is_a_question_too(world: World, pass_time: Pass) -> None:
    delivery = world.delivery()
    world.network.next_writes = [drops]
    deliver(delivery.pk)
    pass_time(LEASE)
    claim = claiming.claim(delivery.pk)
    assert claim
    facts = Facts(key="x", label="x", code="XX", colour="grey", about="", resend="never", settle_seconds=1, looks=1)
    assert looking.absent(claim, facts) == State.ASK
    assert world.network.writes == 1


def test_what_the_adapter_did_not_foresee_counts_as_doubt(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(account: Any, op: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(network_of("practice").publish, "send", stumble)
    delivery = world.delivery()
    assert deliver(delivery.pk) == State.SENDING
    assert outcomes(delivery) == [("send", Attempt.Outcome.UNSURE)]
