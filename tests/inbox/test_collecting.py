"""Collecting polls with a cursor and stores each message once, whatever happens between two polls."""

from collections.abc import Iterator
from datetime import timedelta

import httpx2
import pytest
from django.utils import timezone

from tests import factories
from tests.networks.bridge import ADDRESS, practice_network
from tests.people import Cast
from theke.channels.models import Channel
from theke.inbox.collecting import LEASE, collect
from theke.inbox.models import Collection, Message
from theke.inbox.work import _due, _next_at
from theke.networks import net
from theke.practice.models import PracticeAccount
from theke.practice.opening import open_account
from theke.practice.playing import write_to


@pytest.fixture
def practice(people: Cast) -> PracticeAccount:
    return open_account(people.library, "Seeborn")


@pytest.fixture
def channel(people: Cast, practice: PracticeAccount) -> Channel:
    secret = {"token": practice.new_token()}
    return factories.channel(people.library, address=ADDRESS, remote_id=str(practice.pk), secret=secret)


@pytest.fixture
def network() -> Iterator[None]:
    with practice_network():
        yield


def due_now(channel: Channel) -> Collection:
    collection, _made = Collection.objects.get_or_create(channel=channel)
    Collection.objects.filter(pk=collection.pk).update(next_at=timezone.now() - timedelta(seconds=1))
    collection.refresh_from_db()
    return collection


@pytest.mark.usefixtures("network")
def test_what_the_public_says_arrives_once(channel: Channel, practice: PracticeAccount) -> None:
    write_to(practice, "Wann ist offen?", "Karin")
    due_now(channel)
    assert collect(channel.pk) == 1
    due_now(channel)
    assert collect(channel.pk) == 0
    assert Message.objects.get().author.name == "Karin"


@pytest.mark.usefixtures("network")
def test_a_cursor_that_was_lost_stores_nothing_twice(channel: Channel, practice: PracticeAccount) -> None:
    write_to(practice, "Wann ist offen?", "Karin")
    due_now(channel)
    collect(channel.pk)
    Collection.objects.update(cursor={})
    due_now(channel)
    assert collect(channel.pk) == 0
    assert Message.objects.count() == 1


@pytest.mark.usefixtures("network")
def test_two_workers_do_not_collect_one_channel_together(channel: Channel, practice: PracticeAccount) -> None:
    write_to(practice, "Hallo", "Karin")
    collection = due_now(channel)
    Collection.objects.filter(pk=collection.pk).update(lease_until=timezone.now() + LEASE)
    assert collect(channel.pk) == 0
    Collection.objects.update(lease_until=timezone.now() - timedelta(seconds=1))  # control: the lease was what kept it away
    assert collect(channel.pk) == 1


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize("moment", ["next_at", "lease_until"])
def test_a_clock_set_back_an_hour_does_not_silence_the_public_for_an_hour(
    moment: str, channel: Channel, practice: PracticeAccount
) -> None:
    write_to(practice, "Hallo", "Karin")
    due_now(channel)
    Collection.objects.update(**{moment: timezone.now() + timedelta(minutes=3)})  # control: nobody collects before it is time
    assert (_due(5), collect(channel.pk)) == ([], 0)
    Collection.objects.update(**{moment: timezone.now() + timedelta(minutes=63)})
    assert (_due(5), collect(channel.pk)) == ([channel.pk], 1)


@pytest.mark.usefixtures("network")
def test_more_than_a_helping_is_fetched_at_once_one_after_the_other(channel: Channel, practice: PracticeAccount) -> None:
    for number in range(45):
        write_to(practice, f"Frage {number}", f"Person {number}")
    collection = due_now(channel)
    collect(channel.pk)
    collection.refresh_from_db()
    assert collection.next_at < timezone.now() + timedelta(seconds=5)
    due_now(channel)
    collect(channel.pk)
    assert Message.objects.count() == 45


@pytest.mark.usefixtures("network")
def test_what_was_said_before_the_connection_is_passed_over_the_first_time(channel: Channel, practice: PracticeAccount) -> None:
    long_ago = timezone.now() - timedelta(days=30)
    write_to(practice, "Alte Frage", "Karin", at=long_ago)
    due_now(channel)
    assert collect(channel.pk) == 0
    write_to(practice, "Alte Uhr, neue Frage", "Karin", at=long_ago)  # later on, the network's cursor alone decides
    due_now(channel)
    assert collect(channel.pk) == 1


def test_a_network_that_is_down_is_asked_ever_more_seldom_and_nothing_is_lost(
    channel: Channel, practice: PracticeAccount
) -> None:
    write_to(practice, "Hallo", "Karin")
    pauses = []
    for _try in range(3):
        collection = due_now(channel)
        with net.use_transport(down):
            assert collect(channel.pk) == 0
        collection.refresh_from_db()
        pauses.append(collection.next_at - timezone.now())
    assert pauses[0] < pauses[1] < pauses[2]
    channel.refresh_from_db()
    assert channel.last_trouble["words"]
    due_now(channel)
    with practice_network():
        assert collect(channel.pk) == 1


def down(request: httpx2.Request) -> httpx2.Response:
    raise httpx2.ConnectError("no route", request=request)


def junk(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, text="<html>" + "x" * 5_000_000)


def test_junk_moves_no_cursor(channel: Channel) -> None:
    collection = due_now(channel)
    Collection.objects.update(cursor={"since": "7"})
    with net.use_transport(junk):
        assert collect(channel.pk) == 0
    collection.refresh_from_db()
    assert collection.cursor == {"since": "7"} and collection.failures == 1


def refused(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(401, json={"error": "no"})


def test_a_dead_token_is_noted_on_the_channel(channel: Channel) -> None:
    due_now(channel)
    with net.use_transport(refused):
        collect(channel.pk)
    channel.refresh_from_db()
    assert channel.token_state == Channel.Token.DEAD


def test_the_engine_is_told_of_a_new_channel_at_once(channel: Channel) -> None:
    next_at = _next_at()
    assert next_at is not None and next_at <= timezone.now()
    assert _due(10) == [channel.pk]


def test_a_disconnected_channel_is_left_alone(channel: Channel) -> None:
    Channel.objects.update(disconnected_at=timezone.now())
    assert _due(10) == []
