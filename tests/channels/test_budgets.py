"""The page where a manager reads the costs and sets a budget."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.people import Cast
from theke.channels.models import Budget, Channel
from theke.people.models import HistoryEntry, Person


@pytest.fixture
def channel(people: Cast) -> Channel:
    return factories.channel(people.library, network_key="x", name="X Hafen")


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_a_manager_reads_ticks_and_sets(people: Cast, channel: Channel) -> None:
    client, url = as_(people.maria), reverse("channels:budget", args=[channel.pk])
    assert client.get(url).status_code == 200
    assert client.post(url, {"dollars": "5.50"}).status_code == 422
    assert client.post(url, {"dollars": "-1", "read": "on"}).status_code == 422
    assert not Budget.objects.exists()
    assert client.post(url, {"dollars": "5.50", "read": "on"}).status_code == 302
    kept = Budget.objects.get(channel=channel)
    assert (kept.cents, kept.by) == (550, people.maria)
    assert kept.confirmed
    assert HistoryEntry.objects.about(channel).filter(verb="budget set").exists()


def test_everybody_sees_what_is_left_and_only_managers_decide(people: Cast, channel: Channel) -> None:
    url = reverse("channels:budget", args=[channel.pk])
    for person, status in ((people.jana, 403), (people.tom, 403), (people.maria, 200)):
        assert as_(person).get(url).status_code == status
        page = as_(person).get(reverse("channels:page", args=[channel.pk])).content.decode()
        assert 'id="money"' in page
        assert (url in page) == (status == 200)


def test_a_channel_that_costs_nothing_has_no_budget(people: Cast) -> None:
    free = factories.channel(people.library)
    assert as_(people.maria).get(reverse("channels:budget", args=[free.pk])).status_code == 404
    assert 'id="money"' not in as_(people.maria).get(reverse("channels:page", args=[free.pk])).content.decode()
