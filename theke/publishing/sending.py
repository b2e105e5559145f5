"""Moves one delivery one step: claim, look if in doubt, prepare, write the intent, call once, record."""

import logging
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext_noop

from theke.channels.renewing import calling
from theke.networks.base import Account, Exchange, NotSent, Op, Reconnect, Refused, Sent
from theke.networks.registry import network
from theke.publishing import timing
from theke.publishing.claiming import Claim, Fenced, claim, close_attempt, intend, open_attempt, put, release_channel, renew
from theke.publishing.fixing import op_of
from theke.publishing.looking import look
from theke.publishing.models import Attempt, Delivery, Kind, State
from theke.publishing.recording import Result, record
from theke.publishing.turns import turn
from theke.publishing.weighing import CANNOT, HELD_UP, NO_PLACE, weigh_preparing, weigh_sent, weigh_trouble

log = logging.getLogger(__name__)
Outcome = State | None
"""The state in which a delivery stands after a step; None when nothing was to be done, or it belongs to someone else."""

DISCONNECTED = gettext_noop("This channel is not connected.")


def deliver(pk: int, row: Delivery | None = None) -> Outcome:
    """Send one delivery once and record what came of it.

    Safe to call at any time, from any number of workers: a row that is not due, already settled or claimed elsewhere is left
    alone. Raises nothing that a network or another worker causes; every failure is a state, and a line on the delivery's page.
    """
    mine = claim(pk, row)
    if mine is None or mine.state not in (State.DUE, State.SENDING):
        return mine.state if mine else None
    try:
        return _carry_out(mine)
    except Fenced:
        log.warning("delivery %s was taken over or changed meanwhile", pk)
        release_channel(mine)
        return None


def _carry_out(mine: Claim) -> Outcome:
    in_doubt = mine.attempt is not None and mine.attempt.step == Attempt.Step.FIND
    try:
        account = account_for(mine)
    except Reconnect as trouble:
        return record(mine, _without_account(trouble, in_doubt))
    if in_doubt:
        state = look(mine, account, op_of(mine.delivery))
        if state != State.DUE:
            return state
    return _send(mine, account)


def account_for(mine: Claim) -> Account:
    """The channel with its secret opened, for this claim; each exchange goes to its attempt. Raises Reconnect."""
    channel = mine.delivery.channel
    if not channel.connected:
        raise Reconnect(DISCONNECTED)

    def keep_journal(exchange: Exchange) -> None:
        mine.exchanges.append(asdict(exchange))

    return calling(channel, journal=keep_journal, deadline=timing.call())


def _without_account(trouble: Reconnect, in_doubt: bool) -> Result:
    result = weigh_trouble(trouble, settle=0)
    return Result(
        result.outcome, State.ASK if in_doubt else State.FAILED, result.words, never_left=not in_doubt, dead_token=True
    )


def _send(mine: Claim, account: Account) -> Outcome:
    publish: Any = network(mine.delivery.channel.network_key).publish
    if publish is None or not _able(mine, account):
        return record(mine, weigh_trouble(Refused(CANNOT), settle=0))
    if _hangs_in_the_air(mine.delivery):
        return record(mine, weigh_trouble(Refused(NO_PLACE), settle=0))
    if mine.attempt is None:
        prepared = _prepare(mine, account, publish)
        if prepared is not None:
            return prepared
    return on_the_wire(mine, account, publish)


def _able(mine: Claim, account: Account) -> bool:
    kind = mine.delivery.kind
    return kind == Kind.POST or str(kind) in account.limits.can


def _hangs_in_the_air(delivery: Delivery) -> bool:
    """Whether it belongs below a post of which nobody knows where it stands, because a person entered it."""
    return (
        bool(delivery.payload.get("below"))
        and delivery.kind == Kind.POST
        and not (delivery.follows and delivery.follows.remote)
    )


def _prepare(mine: Claim, account: Account, publish: Any) -> Outcome:
    """Upload what must be there first, keeping each remote id, then write the intent. None when all is ready."""
    open_attempt(mine, Attempt.Step.PREPARE)
    try:
        publish.prepare(account, op_of(mine.delivery), lambda name, value: _keep(mine, name, value))
    except Fenced:
        raise
    except Exception as trouble:
        log.info("delivery %s could not be prepared", mine.delivery.pk, exc_info=True)
        return record(mine, weigh_preparing(trouble, _failures(mine, Attempt.Step.PREPARE)))
    with turn():
        close_attempt(mine, Attempt.Outcome.DONE)
        renew(mine)
        intend(mine)
    return None


def _keep(mine: Claim, name: str, value: object) -> None:
    with turn():
        put(mine, staged=mine.delivery.staged | {name: value})
        renew(mine)


def _failures(mine: Claim, step: Attempt.Step) -> int:
    return mine.delivery.attempts.filter(step=step, outcome=Attempt.Outcome.LATER).count()


def on_the_wire(mine: Claim, account: Account, publish: Any) -> Outcome:
    """The one call. The intent is committed; from here on, whatever we do not know is looked for."""
    settle = mine.delivery.channel.facts.settle_seconds
    try:
        op = op_of(mine.delivery)
        sent = _call(mine, account, op, publish)
    except NotSent as trouble:
        result = weigh_trouble(trouble, settle=settle, failures=_failures(mine, Attempt.Step.SEND))
    except Exception as trouble:
        log.info("delivery %s: %s", mine.delivery.pk, type(trouble).__name__, exc_info=True)
        result = weigh_trouble(trouble, settle=settle)
    else:
        result = weigh_sent(sent)
    return record(mine, result)


def _call(mine: Claim, account: Account, op: Op, publish: Any) -> Sent:
    # A worker that was frozen here may have lost its lease: then it must not send. Measured on the monotonic clock, because
    # the wall clock may have been changed meanwhile.
    if mine.left < timing.call() + timing.MARGIN:
        raise NotSent(HELD_UP, again_in=0.0)
    sent: Sent = publish.send(account, op)
    return sent
