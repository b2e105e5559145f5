"""The desk itself with a profile on the stand-in: its ledger, its collector and its daily check."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.people import Cast
from tests.servers.graph import APP, Graph
from theke.channels import watching
from theke.channels.models import Channel, Credential
from theke.channels.sealing import unseal
from theke.inbox.collecting import collect
from theke.inbox.models import Collection, Message
from theke.networks import net
from theke.networks.threads.limits import DEFAULT
from theke.publishing.models import Delivery, State
from theke.publishing.sending import deliver


@pytest.fixture
def graph() -> Iterator[Graph]:
    stands = Graph()
    with net.use_transport(stands):
        yield stands
    assert stands.broken == []


@pytest.fixture
def channel(people: Cast, graph: Graph) -> Channel:
    return factories.channel(
        people.library,
        network_key="threads",
        address="https://graph.threads.net",
        remote_id="44",
        secret={"token": "threads-token", "answers": APP},
        limits_read=DEFAULT.as_json(),
        # Meta's moments are whole seconds: what is said in the second of the connection may seem older.
        connected_at=timezone.now() - timedelta(minutes=1),
    )


def again(pk: int) -> State | None:
    """One more step, without waiting for its moment."""
    Delivery.objects.filter(pk=pk).update(retry_at=None)
    Channel.objects.update(not_before=None, budget_left=10)
    return deliver(pk)


def test_a_post_is_prepared_in_its_time_published_and_answered(people: Cast, channel: Channel, graph: Graph) -> None:
    made = factories.delivery(factories.post(people.jana, channel), channel, payload=_payload(), state=State.DUE)
    assert deliver(made.pk) == State.DUE, "Meta is still processing it"
    assert again(made.pk) == State.SENT
    made.refresh_from_db()
    assert made.remote["id"] == graph.of("media")[0]["id"]
    graph.said(made.remote["id"], "Habt ihr Krimis?")
    Collection.objects.create(channel=channel, next_at=timezone.now() - timedelta(seconds=1))
    assert collect(channel.pk) == 1
    assert Message.objects.get().text == "Habt ihr Krimis?"


def test_a_lost_answer_is_looked_up_and_nothing_stands_there_twice(people: Cast, channel: Channel, graph: Graph) -> None:
    graph.polls_until_finished = 0
    made = factories.delivery(factories.post(people.jana, channel), channel, payload=_payload(), state=State.DUE)
    graph.fault("lost", "/44/threads_publish")
    assert deliver(made.pk) == State.SENDING
    assert again(made.pk) == State.SENT
    assert len(graph.of("media")) == 1


def test_the_daily_check_renews_a_sign_in_that_soon_runs_out(channel: Channel, graph: Graph) -> None:
    Credential.objects.filter(channel=channel).update(expires_at=timezone.now() + timedelta(days=10))
    watching.check(channel.pk)
    kept = Credential.objects.get(channel=channel)
    assert unseal(kept.sealed)["token"] != "threads-token"
    assert unseal(kept.sealed)["answers"] == APP
    assert kept.expires_at is not None
    assert kept.expires_at > timezone.now() + timedelta(days=50)
    channel.refresh_from_db()
    assert (channel.token_state, channel.handle) == (Channel.Token.WORKS, "@hafen")


def _payload() -> dict[str, object]:
    plain = {"title": "", "warning": "", "lang": "de", "audience": "public", "kind": "post", "media": [], "options": {}}
    return {"text": "Am Samstag wird vorgelesen.", **plain}
