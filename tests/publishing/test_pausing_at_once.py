"""The crisis switch while workers and colleagues act at the same moment; on PostgreSQL, too (R51)."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.publishing.conftest import World
from tests.publishing.test_claiming import in_threads
from tests.publishing.test_pausing import WHY, browser, fresh, go_on, stop_all
from theke.people.models import HistoryEntry
from theke.publishing import queueing
from theke.publishing.models import Delivery, State
from theke.publishing.pausing import RESUMED
from theke.publishing.sending import deliver

pytestmark = pytest.mark.django_db(transaction=True)


def test_pressed_while_workers_send_each_post_is_either_out_or_waits(world: World) -> None:
    """Nothing is lost between the two, and nothing leaves once the switch has answered and what was under way has ended."""
    made = [world.deliveries(world.channel_of())[0] for _number in range(8)]
    anna, start = browser(world.people.anna), reverse("publishing:pause_start")

    def press() -> None:
        anna.post(start, {"why": WHY})

    workers = [lambda pk=one.pk: deliver(pk) for one in made]
    in_threads(*workers[:4], press, *workers[4:])
    out = {one.pk for one in made if fresh(one).state == State.SENT}
    waits = {one.pk for one in made if fresh(one).is_held}
    assert out | waits == {one.pk for one in made} and not out & waits
    assert len(world.network.texts) == len(out)
    for one in made:
        queueing.run(one.channel_id)
    assert len(world.network.texts) == len(out)
    world.people.library.refresh_from_db()
    assert world.people.library.paused_at


def test_two_who_decide_at_once_let_it_go_once(world: World, now: datetime) -> None:
    delivery = world.delivery(at=now + timedelta(hours=1))
    stop_all(world)
    go_on(world)
    here = reverse("publishing:pause_decision", args=[delivery.post.uuid])
    codes: list[int] = []

    def press(client: Client) -> Callable[[], None]:
        return lambda: codes.append(client.post(here, {"act": "send"}).status_code)

    in_threads(press(browser(world.people.jana)), press(browser(world.people.anna)))
    assert sorted(codes) == [302, 422]
    assert not fresh(delivery).is_held
    assert HistoryEntry.objects.about(delivery.post).filter(verb=RESUMED).count() == 1
    Delivery.objects.filter(pk=delivery.pk).update(due_at=timezone.now())
    assert deliver(delivery.pk) == State.SENT
    assert len(world.network.texts) == 1


def test_the_page_lists_what_waits_in_the_order_of_its_times(world: World, now: datetime) -> None:
    late, early = (world.delivery(at=now + timedelta(hours=hours), text=f"In {hours} Stunden") for hours in (5, 1))
    stop_all(world)
    page = browser(world.people.anna).get(reverse("publishing:pause")).text
    assert page.index(f"held-{early.post.uuid}") < page.index(f"held-{late.post.uuid}")
