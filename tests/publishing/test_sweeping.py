"""Clocks set back, and what is overdue (B02)."""

from datetime import datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.publishing.conftest import World
from tests.publishing.network import loses_the_answer
from theke.channels.models import Channel
from theke.publishing import claiming, timing
from theke.publishing.health import health, overdue
from theke.publishing.models import Delivery, State
from theke.publishing.sending import deliver
from theke.publishing.sweeping import Sweeper

pytestmark = pytest.mark.django_db(transaction=True)
HOUR = timedelta(hours=1)
LEASE = timing.LEASE_CALLS * 30.0


def clock_back(world: World) -> Delivery:
    """A claimed delivery whose lease, after the clock was set back an hour, ends in an hour and a half minute."""
    delivery = world.delivery()
    held = claiming.claim(delivery.pk)
    assert held
    for rows, name in ((Delivery.objects.all(), "lease_until"), (Channel.objects.all(), "busy_until")):
        row = rows.get()
        rows.update(**{name: getattr(row, name) + HOUR})
    return delivery


def test_a_lease_in_the_far_future_is_freed_once_its_holder_must_be_dead(world: World) -> None:
    delivery, sweeper = clock_back(world), Sweeper()
    sweeper.sweep(1000.0, 0.0)
    sweeper.sweep(1000.0 + LEASE - 1, LEASE - 1)
    assert deliver(delivery.pk) is None, "its holder may still be alive"
    sweeper.sweep(1000.0 + LEASE + 1, LEASE + 1)
    assert deliver(delivery.pk) == State.SENDING, "and then it is looked for, not sent again"
    assert world.network.writes == 0


def test_a_holder_that_wakes_after_that_is_fenced(world: World) -> None:
    delivery = world.delivery()
    held = claiming.claim(delivery.pk)
    assert held
    Delivery.objects.filter(pk=delivery.pk).update(lease_until=held.delivery.post.created_at + HOUR)
    sweeper = Sweeper()
    for moment in (1000.0, 1000.0 + LEASE + 1):
        sweeper.sweep(moment, moment)
    with pytest.raises(claiming.Fenced):
        claiming.put(held, looks=0)


def test_a_lease_that_moves_on_is_left_alone(world: World) -> None:
    delivery, sweeper = clock_back(world), Sweeper()
    sweeper.sweep(1000.0, 0.0)
    row = Delivery.objects.get()
    Delivery.objects.update(lease_until=(row.lease_until or row.due_at) + timedelta(seconds=5))
    sweeper.sweep(1000.0 + LEASE + 1, LEASE + 1)
    delivery.refresh_from_db()
    assert delivery.lease_until


def test_an_ordinary_lease_is_never_swept(world: World) -> None:
    delivery = world.delivery()
    claiming.claim(delivery.pk)
    sweeper = Sweeper()
    for moment in (1000.0, 1000.0 + 10 * LEASE):
        sweeper.sweep(moment, moment)
    delivery.refresh_from_db()
    assert delivery.lease_until


def test_what_waits_for_a_retry_does_not_wait_an_hour_longer(world: World) -> None:
    delivery = world.delivery()
    world.network.next_writes = [loses_the_answer]
    deliver(delivery.pk)
    before = Delivery.objects.get().retry_at
    assert before
    Delivery.objects.update(retry_at=before + HOUR)
    sweeper = Sweeper()
    sweeper.sweep(1000.0, 50_000.0)
    sweeper.sweep(1030.0, 50_030.0 - 3600)
    after = Delivery.objects.get().retry_at
    assert after
    assert abs(after - before) < timedelta(seconds=1)


def test_what_is_two_minutes_overdue_is_named(
    world: World, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    delivery = world.delivery()
    assert not overdue(now + timedelta(seconds=100)).exists()
    assert overdue(now + timedelta(seconds=130)).get() == delivery
    with django_assert_num_queries(1):
        told = health(now + timedelta(seconds=130))
    assert (told.alive, told.overdue) == (False, 1)


def test_a_part_that_waits_for_another_is_not_overdue_itself(world: World, now: datetime) -> None:
    first, _second = world.deliveries(text="Eins\n---\nZwei")
    assert overdue(now + timedelta(hours=1)).get() == first


def test_what_has_begun_and_what_goes_at_once_does_not_wait_until_the_clock_has_caught_up(world: World, now: datetime) -> None:
    begun, at_once = world.delivery(), world.delivery()
    planned = world.delivery(at=now + 2 * HOUR)
    Delivery.objects.filter(pk=begun.pk).update(state=State.SENDING, due_at=now + HOUR)
    Delivery.objects.filter(pk__in=[at_once.pk, planned.pk]).update(created_at=now + HOUR)
    Delivery.objects.filter(pk=at_once.pk).update(due_at=now + HOUR)
    Channel.objects.update(budget_at=now + HOUR)
    Sweeper().sweep(1000.0, 50_000.0)
    soon = now + timedelta(minutes=1)
    assert {one.pk for one in Delivery.objects.filter(due_at__lt=soon)} == {begun.pk, at_once.pk}
    assert Delivery.objects.get(pk=planned.pk).due_at == now + 2 * HOUR
    assert Channel.objects.get().budget_at < soon
