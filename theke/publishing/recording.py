"""Writes down what a step came to: attempt, delivery and channel in one transaction."""

import logging
import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, connection
from django.db.models.functions import Now

from theke.channels.alarming import tell_to_reconnect
from theke.channels.models import Channel
from theke.media.models import Asset
from theke.media.publicity import open_to_public, withdraw
from theke.networks.base import JSON
from theke.publishing import paying
from theke.publishing.claiming import Claim, close_attempt
from theke.publishing.models import Attempt, Delivery, Kind, State
from theke.publishing.telling import tell_of
from theke.publishing.turns import turn

log = logging.getLogger(__name__)
PAUSES = (0.05, 0.2, 0.5, 1.0, 2.0, 5.0)
OLDEST_FIRST = timedelta(seconds=0.2)
"""A channel that waits opens a moment after the delivery that made it wait, so that no younger one goes before it."""


@dataclass(frozen=True)
class Result:
    """What a step came to. `again_in` (seconds) is set when the delivery stays on its way."""

    outcome: Attempt.Outcome
    state: State
    words: JSON = field(default_factory=dict)
    again_in: float | None = None
    remote: JSON = field(default_factory=dict)
    url: str = ""
    looks: int = 0
    never_left: bool = False
    """The call was not made, or the network did nothing: the try does not count."""
    looked: bool = False
    """A look was made on the way: it stays paid, though the try does not count."""
    channel_waits: float | None = None
    dead_token: bool = False


def record(claim: Claim, result: Result) -> State | None:
    """Write the result down, however long the database takes, as long as the lease lasts.

    Gives the state in which the delivery now stands; None when it is no longer ours. Even then the attempt keeps what came
    back, so that a post that went out twice is at least seen. What cannot be written at all is found again by a later look.
    """
    for pause in (*PAUSES, *[PAUSES[-1]] * 1000):
        try:
            with turn():
                return _write(claim, result)
        except DatabaseError:
            log.warning("cannot record delivery %s yet", claim.delivery.pk, exc_info=True)
            connection.close()
        if claim.left < pause:
            break
        time.sleep(pause)
    log.error("delivery %s: the outcome %s could not be recorded", claim.delivery.pk, result.outcome)
    return None


def _write(claim: Claim, result: Result) -> State | None:
    if claim.attempt:
        close_attempt(claim, result.outcome, result.words, result.remote)
    Channel.objects.filter(pk=claim.delivery.channel_id, busy_with=claim.holder).update(**_health(result))
    row = Delivery.objects.filter(pk=claim.delivery.pk, fence=claim.delivery.fence)
    if not row.update(**_fields(claim.delivery, result)):
        log.warning("delivery %s: the lease was lost; outcome %s", claim.delivery.pk, result.outcome)
        return None
    claim.state = State(result.state)
    claim.delivery.state = result.state
    if result.never_left or (claim.attempt and claim.attempt.step == Attempt.Step.PREPARE):
        paying.pay_back(claim.delivery, looked=result.looked)
    _consequences(claim.delivery, result)
    return result.state


def _fields(delivery: Delivery, result: Result) -> dict[str, Any]:
    again = Now() + timedelta(seconds=result.again_in) if result.again_in is not None else None
    fields: dict[str, Any] = {
        "state": result.state,
        "lease_until": None,
        "retry_at": again,
        "looks": result.looks,
        "trouble": {} if result.state == State.SENT else result.words,
    }
    if result.state == State.SENT:
        fields |= {"remote": result.remote, "url": result.url[:500], "sent_at": Now()}
        fields["remote_id"] = str(result.remote.get("id", ""))[:300]
    if result.never_left:
        fields |= {"tries": max(0, delivery.tries - 1)} | ({"intent_at": None} if delivery.tries <= 1 else {})
    return fields


def _health(result: Result) -> dict[str, Any]:
    fields: dict[str, Any] = {"busy_until": None, "busy_with": ""}
    if result.state == State.SENT:
        return fields | {"last_success_at": Now(), "token_state": Channel.Token.WORKS}
    if result.outcome not in (Attempt.Outcome.ABSENT, Attempt.Outcome.REFUSED):
        fields |= {"last_trouble_at": Now(), "last_trouble": result.words}
    if result.channel_waits is not None:
        fields["not_before"] = Now() + timedelta(seconds=result.channel_waits) + OLDEST_FIRST
    if result.dead_token:
        fields["token_state"] = Channel.Token.DEAD
    return fields


def _consequences(delivery: Delivery, result: Result) -> None:
    if result.dead_token:
        tell_to_reconnect(delivery.channel)
    tell_of(delivery)
    if result.state == State.SENT and delivery.channel.facts.own_pages:
        _show_pictures(delivery)


def _show_pictures(delivery: Delivery) -> None:
    """Let the public fetch the pictures of what stands on our own pages, and no longer when it is removed."""
    shown = delivery.original or delivery
    for picture in (shown.payload if delivery.kind == Kind.REMOVE else delivery.payload).get("media", []):
        asset = Asset.objects.get(pk=picture["asset"])
        if delivery.kind == Kind.REMOVE:
            withdraw(asset, str(shown.uuid))
        else:
            open_to_public(asset, str(shown.uuid))
