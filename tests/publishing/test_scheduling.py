"""From draft to ledger and back: A02, A12, B02, B07."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from tests import factories
from tests.publishing.conftest import World
from theke.channels.models import Channel
from theke.networks.base import Limits, Ref
from theke.people.models import HistoryEntry
from theke.publishing.claiming import claim
from theke.publishing.models import Delivery, State
from theke.publishing.planning import NotPlanned
from theke.publishing.scheduling import UNDO_FOR, Hindered, cancel, move, schedule, undo
from theke.publishing.sending import deliver

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_delivery_per_channel_with_everything_fixed(world: World, now: datetime) -> None:
    other = world.channel_of(name="Blog", signature=Channel.Signature.INITIALS_BRANCH)
    post = world.post(world.channel, other, warning="Spoiler", lang="sv")
    made = schedule(post, at=now + timedelta(days=1), by=world.people.jana)
    assert {one.payload["text"].rsplit("\n", 1)[-1] for one in made} == {"– Jana Berg, Hafen", "^jb Hafen"}
    assert all((one.payload["warning"], one.payload["lang"]) == ("Spoiler", "sv") for one in made)
    assert len({one.key for one in made}) == 2
    post.refresh_from_db()
    assert post.released_at
    assert post.planned_zone == "Europe/Berlin"
    assert len(post.planned_wall) == 16


def test_the_payload_does_not_follow_what_happens_later(world: World, now: datetime) -> None:
    delivery = world.delivery(at=now + timedelta(seconds=1))
    delivery.post.text = "Etwas anderes"
    delivery.post.save()
    world.people.jana.name = "Anders"
    world.people.jana.save()
    Delivery.objects.update(due_at=now)
    deliver(delivery.pk)
    assert world.network.texts == ["Am Samstag wird vorgelesen.\n\n– Jana Berg, Hafen"]


def test_what_the_guideline_blocks_makes_no_delivery(world: World) -> None:
    post = world.post(text="x" * 6000)
    limited = world.channel
    limited.limits_read = Limits(text_max=500).as_json()
    limited.save()
    with pytest.raises(Hindered) as hindered:
        schedule(post, at=None, by=world.people.jana)
    assert hindered.value.findings[0].severity == "block"
    assert not Delivery.objects.exists()
    post.refresh_from_db()
    assert post.released_at is None


def test_a_post_is_handed_over_once_however_often_the_button_is_pressed(world: World) -> None:
    post = world.post()
    schedule(post, at=None, by=world.people.jana)
    with pytest.raises(NotPlanned):
        schedule(post, at=None, by=world.people.jana)
    assert Delivery.objects.count() == 1


def test_past_times_no_channel_and_closed_channels_are_refused(world: World, now: datetime) -> None:
    closed = world.channel_of(publishers=Channel.Publishers.EDITORS)
    gone = world.channel_of(disconnected_at=now)
    nowhere = factories.post(world.people.jana)
    for post, at in [
        (world.post(), now - timedelta(hours=1)),
        (nowhere, None),
        (world.post(closed), None),
        (world.post(gone), None),
    ]:
        with pytest.raises(NotPlanned):
            schedule(post, at=at, by=world.people.jana)
    assert not Delivery.objects.exists()


def test_within_ten_seconds_it_is_taken_back_and_a_draft_again(world: World) -> None:
    post = world.post()
    delivery = schedule(post, at=None, by=world.people.jana, undo=UNDO_FOR)[0]
    assert deliver(delivery.pk) is None, "not due before the ten seconds are over"
    assert undo(post, by=world.people.jana)
    post.refresh_from_db()
    assert post.released_at is None
    assert not world.network.calls
    again = schedule(post, at=None, by=world.people.jana)[0]
    assert deliver(again.pk) == State.SENT
    assert HistoryEntry.objects.filter(verb="undone").exists()


def test_undo_after_it_left_changes_nothing(world: World) -> None:
    delivery = world.delivery()
    deliver(delivery.pk)
    assert not undo(delivery.post, by=world.people.jana)
    delivery.refresh_from_db()
    assert delivery.state == State.SENT


def test_undo_stops_what_can_be_stopped_when_a_part_has_left(world: World) -> None:
    first, second = world.deliveries(world.channel, world.channel_of(position=9))
    deliver(first.pk)
    assert not undo(first.post, by=world.people.jana)
    assert deliver(second.pk) is None
    assert len(world.network.texts) == 1


def test_undo_stops_a_worker_that_has_claimed_but_not_yet_written_its_intent(world: World) -> None:
    delivery = world.delivery()
    Delivery.objects.filter(pk=delivery.pk).update(payload=delivery.payload | {"media": [{"asset": 0}]})
    held = claim(delivery.pk)
    assert held
    assert held.state == State.DUE
    assert undo(delivery.post, by=world.people.jana)
    delivery.refresh_from_db()
    assert delivery.state == State.CANCELLED
    assert delivery.fence > held.delivery.fence


def test_a_cancelled_plan_never_goes_out(world: World, now: datetime, pass_time: Callable[[float], None]) -> None:
    delivery = world.delivery(at=now + timedelta(hours=1))
    assert cancel(delivery.post, by=world.people.jana)
    pass_time(7200)
    assert deliver(delivery.pk) is None
    assert not world.network.calls


def test_a_moved_post_goes_out_at_its_new_time_only(world: World, now: datetime, pass_time: Callable[[float], None]) -> None:
    delivery = world.delivery(at=now + timedelta(hours=1))
    assert move(delivery.post, at=now + timedelta(hours=3), by=world.people.jana)
    pass_time(3660)
    assert deliver(delivery.pk) is None
    pass_time(7200)
    assert deliver(delivery.pk) == State.SENT
    assert not move(delivery.post, at=now + timedelta(hours=5), by=world.people.jana)


def test_an_answer_carries_what_it_answers(world: World) -> None:
    post = world.post(form="reply")
    delivery = schedule(post, at=None, by=world.people.jana, replies_to=Ref("77", {"handle": "@lea"}))[0]
    deliver(delivery.pk)
    assert world.network.statuses[0]["reply_to"] == "77"


def test_a_text_with_break_lines_becomes_a_chain_of_replies(world: World) -> None:
    made = world.deliveries(text="Eins\n---\nZwei\n---\nDrei")
    for one in made:
        deliver(one.pk)
    assert [(s["text"].split("\n")[0], s["reply_to"]) for s in world.network.statuses] == [
        ("Eins", None),
        ("Zwei", "1"),
        ("Drei", "2"),
    ]
    assert "Jana Berg" in world.network.texts[-1]


def test_a_channel_without_chains_gets_one_post(world: World) -> None:
    channel = world.channel_of(limits=Limits(can=frozenset({"text"})))
    assert [one.payload["text"] for one in world.deliveries(channel, text="Eins\n---\nZwei")] == [
        "Eins\n\nZwei\n\n– Jana Berg, Hafen"
    ]
