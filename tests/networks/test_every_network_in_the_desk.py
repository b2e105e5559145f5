"""One suite over every network, in the desk's own ledger: whatever dies, is lost or refused, the network holds each post once."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import httpx2
import pytest
from django.db import connections
from django.utils import timezone

from tests import factories
from tests.media.pictures import drawn, encoded
from tests.networks.recorded import (
    TEXT,
    TOKEN,
    TRIED,
    case,
    playing,
    response,
    rows_of,
    signed_with,
    situations,
    tape_of,
    write_of,
)
from tests.networks.settling import HOUR, settled
from tests.people import Cast
from tests.publishing.network import Killed
from theke.channels import budgeting, renewing
from theke.channels.models import Channel, Credential
from theke.channels.sealing import unseal
from theke.inbox.collecting import collect
from theke.inbox.models import Collection, Message
from theke.media.receiving import receive
from theke.media.rendering import spec_for
from theke.networks import net
from theke.networks.base import Unsure
from theke.networks.registry import KEYS, network
from theke.publishing.models import Delivery, State
from theke.publishing.sending import deliver

ON_THE_WIRE = [key for key in KEYS if network(key).publish and not network(key).facts.own_pages]
REPEATS = [(key, "500") for key in ON_THE_WIRE] + [(key, "no") for key in ON_THE_WIRE if "repeat_400" in situations(key)]
RENEWS = [key for key in ON_THE_WIRE if "renewed" in situations(key)]
every = pytest.mark.parametrize("key", ON_THE_WIRE)


class Line:
    """A network of recorded answers that counts the posts it holds. `plan` says what becomes of the first calls that write:

    `dies`: the worker's process ends before the call. `taken, dies`: it ends after the network has taken the post. `taken, lost`: the
    answer is lost, and the post not listed before the next call. `500` and `no`: what a repeat is answered by.
    """

    def __init__(self, key: str, *plan: str) -> None:
        self.key, self.plan, self.write = key, list(plan), write_of(key)
        self.there, self.missing, self.usual = (tape_of(key, one) for one in ("answer_lost", "never_left", "published"))
        self.holds, self.listed = 0, False
        self.written: list[bytes] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        line = f"{request.method} {request.url.path}"
        if self.write.fullmatch(line):
            self.written.append(request.content)
            return self._taken(request, self.plan.pop(0) if self.plan else "")
        shown = self.there if self.listed else self.missing
        return shown(request) if line in shown.answers else self.usual(request)

    def _taken(self, request: httpx2.Request, plan: str) -> httpx2.Response:
        self.listed = plan not in ("dies", "taken, lost")
        if plan in ("500", "no"):
            return self._refused(plan)
        self.holds += plan != "dies"
        if "dies" in plan:
            raise Killed
        if plan:
            raise httpx2.ReadTimeout("lost on the way", request=request)
        return self.usual(request)

    def _refused(self, plan: str) -> httpx2.Response:
        if plan == "500":
            return httpx2.Response(500, json={"error": "oops"})
        rows = rows_of(self.key, "repeat_400")
        return response(next(row["answers"][0] for row in rows if self.write.fullmatch(row["on"])))


def channel_of(people: Cast, key: str) -> Channel:
    """A channel on this network, as its case has it; where calls cost money, a manager has allowed them."""
    seen = case(key).account()
    limits = network(key).limits.DEFAULT  # type: ignore[union-attr]
    made = factories.channel(
        people.library,
        network_key=key,
        address=seen.address,
        remote_id=seen.remote_id,
        secret=seen.secret,
        settings=seen.settings,
        limits_read=limits.as_json(),
        connected_at=TRIED - timedelta(days=365),
    )
    if budgeting.costs_money(made):
        budgeting.decide(made, cents=10_000, read="It costs.", by=people.maria)
    return made


def delivery_of(people: Cast, channel: Channel) -> Delivery:
    """A delivery whose first try was when the recordings say; with a picture where the network wants one."""
    plain = {"title": "", "warning": "", "lang": "de", "audience": "public", "kind": "post", "options": {}}
    return factories.delivery(
        factories.post(people.jana, channel),
        channel,
        payload=plain | {"text": TEXT, "media": _pictures(people, channel)},
        key="key-1",
        state=State.DUE,
        intent_at=TRIED,
        staged=case(channel.network_key).op().state,
    )


def _pictures(people: Cast, channel: Channel) -> list[dict[str, Any]]:
    if not channel.limits.media_required:
        return []
    asset = receive(BytesIO(encoded(drawn())), library=people.library, by=people.jana, name="regal.jpg")
    return [{"asset": asset.pk, "spec": spec_for(channel.limits), "alt": "Ein Regal", "focus": [0, 0], "credit": ""}]


def asks(key: str) -> bool:
    """Whether only a person sends again on this network after a doubt."""
    return network(key).facts.resend == "never"


@every
def test_after_a_crash_between_commit_and_send_the_same_goes_out_once(people: Cast, key: str) -> None:
    made = delivery_of(people, channel_of(people, key))
    line = Line(key, "dies")
    with net.use_transport(line):
        with pytest.raises(Killed):
            deliver(made.pk)
        made.refresh_from_db()
        assert (made.state, line.holds) == (State.SENDING, 0), "the intent is committed, and nothing has left"
        assert settled(made) == (State.ASK if asks(key) else State.SENT)
    assert line.holds == (0 if asks(key) else 1)
    assert len(set(line.written)) == 1, "the very same is sent"


@every
def test_after_a_crash_between_send_and_commit_it_is_found_and_not_sent_again(people: Cast, key: str) -> None:
    made = delivery_of(people, channel_of(people, key))
    line = Line(key, "taken, dies")
    with net.use_transport(line):
        with pytest.raises(Killed):
            deliver(made.pk)
        assert settled(made) == State.SENT
    assert (line.holds, len(line.written)) == (1, 1)


@every
def test_control_sent_again_without_a_look_it_is_counted_twice(key: str) -> None:
    publish: Any = network(key).publish
    line = Line(key, "taken, lost")
    with net.use_transport(line):
        with pytest.raises(Unsure):
            publish.send(case(key).account(), case(key).op())
        publish.send(case(key).account(), case(key).op())
    assert line.holds == 2


@pytest.mark.parametrize(("key", "repeat"), REPEATS)
def test_a_repeat_that_is_refused_because_the_post_is_there_already_ends_as_sent_once(
    people: Cast, key: str, repeat: str
) -> None:
    made = delivery_of(people, channel_of(people, key))
    line = Line(key, "taken, lost", repeat)
    with net.use_transport(line):
        assert deliver(made.pk) == State.SENDING
        assert settled(made) == (State.ASK if asks(key) else State.SENT)
    assert line.holds == 1


@every
def test_polls_that_overlap_store_each_message_once(people: Cast, key: str) -> None:
    channel = channel_of(people, key)
    Collection.objects.create(channel=channel, next_at=timezone.now() - HOUR)
    with playing(key, "inbox"):
        first = collect(channel.pk)
    Collection.objects.update(cursor={}, next_at=timezone.now() - HOUR, lease_until=None)
    with playing(key, "inbox"):
        assert collect(channel.pk) == 0
    assert Message.objects.count() == first > 0


class Renewal:
    """Refuses the old sign-in, and gives a new one for it when a second caller has been refused, too."""

    def __init__(self, key: str) -> None:
        rows = rows_of(key, "renewed")
        self.refusal, self.path, self.fresh = rows[0]["answers"][0], rows[-1]["on"], rows[-1]["answers"][0]
        self.inbox = tape_of(key, "inbox")
        self.asked = self.refused = 0
        self.begun, self.may_end = threading.Event(), threading.Event()

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        if f"{request.method} {request.url.path}" == self.path:
            self.asked += 1
            self.begun.set()
            self.may_end.wait(10)
            return response(self.fresh)
        if TOKEN in signed_with(request):
            self.refused += 1
            if self.refused > 1:
                self.may_end.set()
            return response(self.refusal)
        return self.inbox(request)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("key", RENEWS)
def test_of_two_workers_whose_sign_in_runs_out_at_once_one_renews_it_for_both(people: Cast, key: str) -> None:
    channel = channel_of(people, key)
    line = Renewal(key)
    ahead = hasattr(network(key).connect, "renew")
    Credential.objects.update(expires_at=timezone.now() + timedelta(days=2) if ahead else None)
    done: list[str] = []
    first, second = (_worker(done, _ahead(channel) if ahead else _on_the_way(channel)) for _one in range(2))
    with net.use_transport(line):
        first.start()
        assert line.begun.wait(10)
        second.start()
        if ahead:
            time.sleep(0.3)  # nobody is refused here: the second one waits for the first
            line.may_end.set()
        first.join(20)
        second.join(20)
    assert (line.asked, done) == (1, ["done", "done"])
    assert TOKEN not in str(unseal(Credential.objects.get().sealed))


def _ahead(channel: Channel) -> Callable[[], object]:
    return lambda: renewing.renew_ahead(channel, timezone.now())


def _on_the_way(channel: Channel) -> Callable[[], object]:
    inbox: Any = network(channel.network_key).inbox
    return lambda: inbox.poll(renewing.calling(channel), {}, [])


def _worker(done: list[str], work: Callable[[], object]) -> threading.Thread:
    def run() -> None:
        try:
            work()
            done.append("done")
        finally:
            connections.close_all()

    return threading.Thread(target=run)
