"""A sign-in that runs out is renewed once, whoever notices and however many notice at once."""

import threading
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.channels import renewing
from theke.channels.models import Channel, Credential
from theke.channels.sealing import unseal
from theke.networks.base import JSON, Later, Reconnect, Renewed

OLD: JSON = {"token": "old", "refresh": "r1", "answers": {"client_id": "app-1"}}


@pytest.fixture
def channel(people: Cast) -> Channel:
    return factories.channel(people.library, secret=OLD)


def stored(channel: Channel) -> JSON:
    return unseal(Credential.objects.get(channel=channel).sealed)


def test_the_new_secret_is_sealed_and_the_answers_of_the_wizard_stay(channel: Channel) -> None:
    runs_out = timezone.now() + timedelta(days=60)
    got = renewing.renew(channel.pk, OLD, lambda secret: Renewed({"token": "new", "refresh": "r2"}, runs_out))
    assert got == stored(channel) == {"token": "new", "refresh": "r2", "answers": {"client_id": "app-1"}}
    assert Credential.objects.get(channel=channel).expires_at == runs_out
    assert Credential.objects.get(channel=channel).renewing_until is None


def test_whoever_used_an_older_secret_gets_the_newer_one_without_a_call(channel: Channel) -> None:
    def never(secret: JSON) -> Renewed:
        raise AssertionError("asked")

    assert renewing.renew(channel.pk, {"token": "older still"}, never) == OLD


def test_a_renewal_that_fails_gives_the_lease_back_and_keeps_what_there_was(channel: Channel) -> None:
    def dead(secret: JSON) -> Renewed:
        raise Reconnect("no longer")

    with pytest.raises(Reconnect):
        renewing.renew(channel.pk, OLD, dead)
    credential = Credential.objects.get(channel=channel)
    assert (credential.renewing_until, stored(channel)) == (None, OLD)


def test_a_lease_held_for_long_means_later_and_one_that_has_ended_is_taken_over(channel: Channel) -> None:
    Credential.objects.filter(channel=channel).update(renewing_until=timezone.now() + timedelta(seconds=60))
    with pytest.raises(Later):
        renewing.renew(channel.pk, OLD, lambda secret: Renewed({"token": "new"}), patience=0.0)
    Credential.objects.filter(channel=channel).update(renewing_until=timezone.now() - timedelta(seconds=1))
    assert renewing.renew(channel.pk, OLD, lambda secret: Renewed({"token": "new"}))["token"] == "new"


def test_a_disconnected_channel_has_nothing_to_renew(channel: Channel) -> None:
    Credential.objects.all().delete()
    with pytest.raises(Reconnect):
        renewing.renew(channel.pk, OLD, lambda secret: Renewed(secret))


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_asks_and_both_have_the_same(people: Cast) -> None:
    channel = factories.channel(people.library, secret=OLD)
    asked: list[JSON] = []
    begun, may_end = threading.Event(), threading.Event()
    got: list[JSON] = []

    def slow(secret: JSON) -> Renewed:
        asked.append(secret)
        begun.set()
        may_end.wait(10)
        return Renewed({"token": f"new-{len(asked)}"})

    def work() -> None:
        got.append(renewing.renew(channel.pk, OLD, slow))
        connections.close_all()

    first, second = threading.Thread(target=work), threading.Thread(target=work)
    first.start()
    assert begun.wait(10)
    second.start()
    may_end.set()
    first.join(20)
    second.join(20)
    assert len(asked) == 1
    assert [one["token"] for one in got] == ["new-1", "new-1"]
