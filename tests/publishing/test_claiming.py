"""One worker at a time, one call at a time, in order, within the budget: B02."""

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import httpx2
import pytest
from django.db import connection
from django.utils import timezone

from tests.publishing.conftest import World
from tests.publishing.network import Killed, accepts, answers, dies_after, dies_before, loses_the_answer
from theke.channels.models import Channel
from theke.networks.registry import network as network_of
from theke.posts.models import Post
from theke.publishing import claiming, queueing, sending, timing
from theke.publishing.models import Attempt, Delivery, State
from theke.publishing.sending import deliver

pytestmark = pytest.mark.django_db(transaction=True)
Pass = Callable[[float], None]


def in_threads(*acts: Callable[[], object]) -> None:
    def run(act: Callable[[], object]) -> None:
        act()
        connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_of_many_workers_one_sends(world: World) -> None:
    delivery = world.delivery()
    in_threads(*[lambda: deliver(delivery.pk)] * 6)
    assert len(world.network.texts) == 1
    assert delivery.attempts.count() == 1


def test_a_channel_has_one_call_in_flight(world: World) -> None:
    together: list[int] = []
    most: list[int] = []

    def slow(request: httpx2.Request, carry_out: Callable[[], httpx2.Response]) -> httpx2.Response:
        together.append(1)
        most.append(len(together))
        time.sleep(0.05)
        together.pop()
        return carry_out()

    deliveries = [world.delivery() for _number in range(4)]
    world.network.next_writes = [slow] * 4
    in_threads(*[lambda pk=one.pk: deliver(pk) for one in deliveries])
    assert max(most) == 1
    queueing.run(world.channel.pk)
    assert len(world.network.texts) == 4


def test_a_channels_queue_goes_out_in_due_order(world: World, now: datetime) -> None:
    texts = [f"Beitrag {number}" for number in range(5)]
    made = [world.delivery(text=text) for text in texts]
    for number, one in enumerate(made):
        Delivery.objects.filter(pk=one.pk).update(due_at=now - timedelta(minutes=number))
    assert queueing.run(world.channel.pk)
    assert [text.split("\n")[0] for text in world.network.texts] == texts[::-1]


def test_the_queue_names_each_ready_channel_once_and_the_next_moment(world: World, now: datetime) -> None:
    other = world.channel_of()
    world.deliveries(world.channel, other)
    world.delivery()
    later = world.delivery(at=now + timedelta(hours=1))
    assert set(queueing.due(9)) == {world.channel.pk, other.pk}
    assert queueing.next_at() == later.due_at
    for pk in queueing.due(9):
        queueing.run(pk)
    assert queueing.due(9) == []
    assert not queueing.run(world.channel.pk)


def test_what_must_wait_is_not_due_and_its_moment_is_known(world: World) -> None:
    delivery = world.delivery()
    world.network.next_writes = [loses_the_answer]
    deliver(delivery.pk)
    delivery.refresh_from_db()
    assert queueing.due(9) == []
    assert queueing.next_at() == delivery.retry_at


def test_an_empty_budget_makes_the_channel_wait(world: World) -> None:
    facts = world.channel.facts
    Channel.objects.filter(pk=world.channel.pk).update(budget_left=1, budget_at=timezone.now() + timedelta(seconds=30))
    first, second = world.delivery(), world.delivery()
    assert deliver(first.pk) == State.SENT
    Channel.objects.filter(pk=world.channel.pk).update(budget_at=timezone.now() + timedelta(seconds=30))
    assert deliver(second.pk) is None
    world.channel.refresh_from_db()
    assert world.channel.not_before
    assert world.channel.not_before - timezone.now() < timedelta(seconds=1 / facts.refill + 0.5)
    second.refresh_from_db()
    assert (second.state, second.lease_until) == (State.DUE, None)


def test_a_full_budget_is_not_more_than_the_network_allows(world: World) -> None:
    Channel.objects.filter(pk=world.channel.pk).update(budget_left=10**9)
    deliver(world.delivery().pk)
    world.channel.refresh_from_db()
    assert world.channel.budget_left <= world.channel.facts.burst - 1


def test_a_worker_frozen_longer_than_its_lease_before_the_check_does_not_send(world: World, pass_time: Pass) -> None:
    """The zombie: it wakes after another worker has found nothing and sent."""
    delivery = world.delivery()
    zombie = claiming.claim(delivery.pk)
    assert zombie
    pass_time(91)
    assert deliver(delivery.pk) == State.SENT
    zombie.ends = time.monotonic() - 1
    assert sending.on_the_wire(zombie, sending.account_for(zombie), network_of("practice").publish) is None
    assert len(world.network.texts) == 1
    delivery.refresh_from_db()
    assert delivery.state == State.SENT


def test_control_the_same_zombie_with_time_left_would_send_a_second_post(world: World, pass_time: Pass) -> None:
    """What remains: frozen between check and socket on a network without keys. The attempt shows that it happened."""
    delivery = world.delivery()
    zombie = claiming.claim(delivery.pk)
    assert zombie
    pass_time(91)
    deliver(delivery.pk)
    assert sending.on_the_wire(zombie, sending.account_for(zombie), network_of("practice").publish) is None
    assert len(world.network.texts) == 2
    remotes = {one.remote.get("id") for one in delivery.attempts.filter(outcome=Attempt.Outcome.DONE)}
    assert remotes == {"1", "2"}


def test_a_write_with_an_old_fence_changes_nothing(world: World) -> None:
    delivery = world.delivery()
    held = claiming.claim(delivery.pk)
    assert held
    Delivery.objects.filter(pk=delivery.pk).update(fence=99)
    with pytest.raises(claiming.Fenced):
        claiming.put(held, state=State.SENT)
    delivery.refresh_from_db()
    assert delivery.state == State.SENDING


def test_a_lease_outlasts_two_calls() -> None:
    assert timing.lease().total_seconds() >= 2 * timing.call() + timing.MARGIN


@pytest.mark.parametrize(
    ("policy", "state"), [(Post.Late.ASK, State.LATE), (Post.Late.DROP, State.DROPPED), (Post.Late.SEND, State.SENT)]
)
def test_too_late_is_handled_as_the_post_says(world: World, pass_time: Pass, policy: str, state: State) -> None:
    delivery = world.delivery(late=policy, late_after=60)
    pass_time(3700)
    assert deliver(delivery.pk) == state
    assert len(world.network.texts) == (1 if state == State.SENT else 0)


def test_not_yet_late_is_sent_whatever_the_policy(world: World, pass_time: Pass) -> None:
    delivery = world.delivery(late=Post.Late.DROP, late_after=60)
    pass_time(3500)
    assert deliver(delivery.pk) == State.SENT


def test_what_may_be_out_is_looked_for_even_when_it_is_late(world: World, pass_time: Pass) -> None:
    found, absent = world.delivery(late=Post.Late.DROP), world.delivery(late=Post.Late.DROP)
    for one, fault in ((found, dies_after), (absent, dies_before)):
        world.network.next_writes = [fault]
        with pytest.raises(Killed):
            deliver(one.pk)
        pass_time(100)
    pass_time(7200)
    assert deliver(found.pk) == State.SENT
    assert deliver(absent.pk) == State.DROPPED


def test_a_chain_goes_on_where_it_stopped(world: World, pass_time: Pass) -> None:
    first, second, third = world.deliveries(text="Eins\n---\nZwei\n---\nDrei")
    world.network.next_writes = [accepts, dies_after]
    deliver(first.pk)
    assert deliver(third.pk) is None, "a part waits for the one before it"
    with pytest.raises(Killed):
        deliver(second.pk)
    assert deliver(third.pk) is None
    pass_time(91)
    assert queueing.run(world.channel.pk)
    assert [s["reply_to"] for s in world.network.statuses] == [None, "1", "2"]


def test_a_failed_part_holds_back_the_rest_and_a_binned_post_goes_nowhere(world: World) -> None:
    first, second = world.deliveries(text="Eins\n---\nZwei")
    world.network.next_writes = [answers(422)]
    assert deliver(first.pk) == State.FAILED
    assert deliver(second.pk) is None
    binned = world.delivery()
    Post.objects.filter(pk=binned.post_id).update(binned_at=timezone.now())
    assert deliver(binned.pk) == State.CANCELLED
    assert world.network.texts == []
