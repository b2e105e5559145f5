"""The page where a manager reads the costs and sets a budget."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.people import Cast
from tests.servers.x import APP, X
from theke.channels import budgeting, connecting
from theke.channels.models import Budget, Channel
from theke.channels.views.budgets import WHAT
from theke.networks import net
from theke.networks.base import Connected, Refused
from theke.networks.x import costs
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


@pytest.fixture
def server() -> Iterator[X]:
    made = X()
    with net.use_transport(made):
        yield made


def started(client: Client) -> Any:
    return client.post(reverse("channels:connect"), {"network": "x"})


def signed_in(client: Client) -> Any:
    """The two questions, the way to the network's own page, and back."""
    for answer in APP.values():
        client.post(reverse("channels:question"), {"answer": answer})
    url = client.get(reverse("channels:leave")).context["url"]
    state = dict(parse_qsl(urlsplit(url).query))["state"]
    return client.get(reverse("channels:return"), {"state": state, "code": "the-code"})


def test_nothing_is_connected_before_a_manager_has_read_the_costs_and_switched_it_on(people: Cast, server: X) -> None:
    client, costs_url = as_(people.maria), reverse("channels:costs")
    assert started(client)["Location"] == costs_url
    assert client.get(reverse("channels:question")).status_code == 200
    assert client.post(reverse("channels:question"), {"answer": "the-app"})["Location"] == costs_url
    for given in ({"dollars": "5"}, {"dollars": "0", "read": "on"}, {"dollars": "", "read": "on"}):
        assert client.post(costs_url, given).status_code == 422
    assert server.calls == []
    started(client)
    assert client.post(costs_url, {"dollars": "5", "read": "on"})["Location"] == reverse("channels:question")
    assert signed_in(client).status_code == 302
    channel = Channel.objects.get()
    budget = Budget.objects.get(channel=channel)
    assert (budget.cents, budget.by, bool(budget.confirmed)) == (500, people.maria, True)
    assert budgeting.spent(channel) == costs.CONNECTING + costs.of_read(1), "whose it is, and the profile"
    shown = client.get(reverse("channels:budget", args=[channel.pk])).context["expenses"]
    assert [what for _at, _dollars, what in shown] == [WHAT["look"], WHAT["connecting"]]


def test_an_account_that_is_switched_on_is_connected_again_without_asking(people: Cast, server: X) -> None:
    client = as_(people.maria)
    started(client)
    client.post(reverse("channels:costs"), {"dollars": "5", "read": "on"})
    signed_in(client)
    channel = Channel.objects.get()
    server.refresh = "refresh-7"
    assert client.post(reverse("channels:reconnect", args=[channel.pk]))["Location"] == reverse("channels:leave")
    Budget.objects.update(cents=0)
    got = client.post(reverse("channels:reconnect", args=[channel.pk]))
    assert got["Location"] == reverse("channels:costs")


def test_even_past_the_wizard_nothing_that_costs_is_entered_without_leave(people: Cast) -> None:
    got = Connected("https://api.x.com", "42", {"token": "t"})
    with pytest.raises(Refused):
        connecting.keep(people.library, "x", got, by=people.maria)
    assert not Channel.objects.exists()


def test_a_channel_that_costs_nothing_has_no_budget(people: Cast) -> None:
    free = factories.channel(people.library)
    assert as_(people.maria).get(reverse("channels:budget", args=[free.pk])).status_code == 404
    assert 'id="money"' not in as_(people.maria).get(reverse("channels:page", args=[free.pk])).content.decode()
