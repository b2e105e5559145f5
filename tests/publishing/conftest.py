"""The world of the ledger's tests: a fake network, a channel on it, and a post ready to go."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests import factories
from tests.people import Cast
from tests.publishing.network import FakeNetwork
from theke.channels.models import Channel
from theke.networks import net
from theke.networks.base import Limits
from theke.posts.models import Post
from theke.publishing.models import Delivery
from theke.publishing.scheduling import schedule

CAN = frozenset({"text", "title", "image", "alt", "thread", "edit", "remove", "reply"})


@dataclass
class World:
    """What a test starts from."""

    people: Cast
    network: FakeNetwork
    channel: Channel

    def channel_of(self, **fields: Any) -> Channel:
        limits = fields.pop("limits", Limits(can=CAN)).as_json()
        return factories.channel(self.people.library, limits_read=limits, budget_left=1000, **fields)

    def post(self, *channels: Channel, **fields: Any) -> Post:
        return factories.post(self.people.jana, *(channels or (self.channel,)), **fields)

    def deliveries(self, *channels: Channel, at: datetime | None = None, **fields: Any) -> list[Delivery]:
        return schedule(self.post(*channels, **fields), at=at, by=self.people.jana)

    def delivery(self, at: datetime | None = None, **fields: Any) -> Delivery:
        return self.deliveries(at=at, **fields)[0]


@pytest.fixture
def network() -> Iterator[FakeNetwork]:
    fake = FakeNetwork()
    with net.use_transport(fake):
        yield fake


@pytest.fixture
def world(people: Cast, network: FakeNetwork) -> World:
    made = World(people, network, None)  # type: ignore[arg-type]
    made.channel = made.channel_of()
    return made


@pytest.fixture
def pass_time() -> Callable[[float], None]:
    """Let seconds pass for the ledger: every moment it waits for comes that much closer."""

    def shift(seconds: float) -> None:
        by = timedelta(seconds=seconds)
        for one in Delivery.objects.all():
            for name in ("due_at", "late_at", "retry_at", "lease_until", "intent_at"):
                moment = getattr(one, name)
                setattr(one, name, moment - by if moment else None)
            one.save()
            for attempt in one.attempts.all():
                attempt.at -= by
                attempt.ended_at = attempt.ended_at - by if attempt.ended_at else None
                attempt.save()
        for channel in Channel.objects.all():
            for name in ("busy_until", "not_before", "budget_at"):
                moment = getattr(channel, name)
                setattr(channel, name, moment - by if moment else None)
            channel.save()

    return shift


@pytest.fixture
def now() -> datetime:
    return timezone.now()
