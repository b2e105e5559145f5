"""What people decide: doubt, and what came too late (B02)."""

from collections.abc import Callable

import pytest

from tests.publishing.conftest import World
from tests.publishing.network import answers
from theke.publishing.deciding import decide, may_decide
from theke.publishing.models import Attempt, Delivery, State
from theke.publishing.sending import deliver

pytestmark = pytest.mark.django_db(transaction=True)


def doubtful(world: World) -> Delivery:
    delivery = world.delivery()
    Delivery.objects.filter(pk=delivery.pk).update(state=State.ASK, tries=1, fence=3)
    delivery.refresh_from_db()
    return delivery


def test_it_is_there_settles_it_with_its_address_and_makes_no_call(world: World) -> None:
    delivery = doubtful(world)
    assert decide(delivery, "there", by=world.people.jana, url="https://example.org/1")
    delivery.refresh_from_db()
    assert (delivery.state, delivery.url, delivery.decided_by) == (State.SENT, "https://example.org/1", world.people.jana)
    assert deliver(delivery.pk) is None
    assert not world.network.calls
    assert delivery.attempts.get().step == Attempt.Step.PERSON


def test_not_there_sends_it_again_with_the_same_key(world: World) -> None:
    delivery = doubtful(world)
    assert decide(delivery, "resend", by=world.people.jana)
    assert deliver(delivery.pk) == State.SENT
    assert world.network.statuses[0]["key"] == delivery.key


def test_giving_up_what_never_left_gives_the_draft_back(world: World) -> None:
    delivery = world.delivery()
    world.network.next_writes = [answers(422)]
    deliver(delivery.pk)
    delivery.refresh_from_db()
    assert decide(delivery, "give_up", by=world.people.jana)
    delivery.post.refresh_from_db()
    assert delivery.post.released_at is None


def test_giving_up_a_doubtful_post_keeps_it_handed_over_and_drops_what_follows(world: World) -> None:
    first, second = world.deliveries(text="Eins\n---\nZwei")
    Delivery.objects.filter(pk=first.pk).update(state=State.ASK, tries=1)
    first.refresh_from_db()
    decide(first, "give_up", by=world.people.jana)
    second.refresh_from_db()
    assert second.state == State.CANCELLED
    first.post.refresh_from_db()
    assert first.post.released_at


def test_a_late_post_can_still_be_sent_or_dropped(world: World, pass_time: Callable[[float], None]) -> None:
    first, second = world.delivery(), world.delivery()
    pass_time(4000)
    for one in (first, second):
        assert deliver(one.pk) == State.LATE
        one.refresh_from_db()
    assert decide(first, "resend", by=world.people.jana)
    assert decide(second, "give_up", by=world.people.jana)
    assert deliver(first.pk) == State.SENT
    assert deliver(second.pk) is None


def test_of_two_people_only_the_first_decides(world: World) -> None:
    mine = doubtful(world)
    theirs = Delivery.objects.get(pk=mine.pk)
    assert decide(mine, "there", by=world.people.jana)
    assert not decide(theirs, "resend", by=world.people.anna)
    assert deliver(mine.pk) is None


def test_what_is_sent_or_on_its_way_cannot_be_decided(world: World) -> None:
    delivery = world.delivery()
    assert not decide(delivery, "resend", by=world.people.jana)
    deliver(delivery.pk)
    delivery.refresh_from_db()
    assert not decide(delivery, "give_up", by=world.people.jana)


def test_the_sender_and_the_editorial_group_decide(world: World) -> None:
    people, delivery = world.people, doubtful(world)
    everyone = (people.jana, people.tom, people.anna, people.maria, people.stranger)
    assert [one.name for one in everyone if may_decide(one, delivery)] == ["Jana Berg", "Anna Weiß", "Maria Sander"]
