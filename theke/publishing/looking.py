"""Looks on the network for a write whose outcome nobody recorded. Nothing is ever sent again without this."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.networks.base import Absent, Account, Facts, Found, Op, Unknown
from theke.networks.registry import network
from theke.publishing import paying
from theke.publishing.claiming import (
    Claim,
    close_attempt,
    intend,
    needs_preparing,
    put,
    release_channel,
    renew,
    settle_late,
    settle_unpaid,
    too_late,
)
from theke.publishing.models import Attempt, State
from theke.publishing.recording import Result, record
from theke.publishing.turns import turn
from theke.publishing.weighing import weigh_failed_look

SKEW = timedelta(seconds=5)
CANNOT_TELL = gettext_noop("We cannot tell whether it is there. Look on the channel and decide.")
NOT_THERE_YET = gettext_noop("It is not there so far. We look once more before sending it again.")
TOO_DEAR = gettext_noop(
    "Looking whether it is there would cost more than is left of this month's budget. Look on the channel and decide."
)
NOT_THERE = gettext_noop("It is not there.")
NOT_THERE_ASK = gettext_noop(
    "It does not seem to be there, but this network gives no certainty. Look on the channel and decide."
)


def look(claim: Claim, account: Account, op: Op) -> State | None:
    """Look once. Gives the state in which the delivery now stands; `due` means that it is proven absent and to be sent again.

    Raises `Fenced` when the delivery is no longer ours.
    """
    facts = claim.delivery.channel.facts
    if not paying.pay_look(claim.delivery):
        return record(claim, Result(Attempt.Outcome.UNSURE, State.ASK, {"words": TOO_DEAR}))
    try:
        verdict = _ask(claim, account, op)
    except Exception as trouble:  # noqa: BLE001 -- a look changes nothing: whatever went wrong, we look again
        paying.pay_back_look(claim.delivery, trouble)
        return record(claim, weigh_failed_look(trouble, claim.delivery.looks, _failed_looks(claim)))
    if isinstance(verdict, Found):
        return record(claim, Result(Attempt.Outcome.FOUND, State.SENT, remote=verdict.ref.as_json(), url=verdict.url))
    if isinstance(verdict, Unknown):
        return record(claim, Result(Attempt.Outcome.UNSURE, State.ASK, {"words": verdict.why or CANNOT_TELL}))
    return absent(claim, facts, certain=verdict.certain)


def _ask(claim: Claim, account: Account, op: Op) -> Found | Absent | Unknown:
    publish = network(claim.delivery.channel.network_key).publish
    find = getattr(publish, "find", None)
    if find is None:
        return Unknown()
    verdict: Found | Absent | Unknown = find(account, op)
    return verdict


def absent(claim: Claim, facts: Facts, *, certain: bool = False) -> State | None:
    """Decide what a look that found nothing means, by what the network declares."""
    looks = claim.delivery.looks + (1 if _settled(claim, facts) else 0)
    safe = certain or facts.resend == "after_looking"
    if facts.resend == "always" or (looks >= facts.looks and safe):
        return _send_again(claim)
    if looks >= facts.looks:
        return record(claim, Result(Attempt.Outcome.ABSENT, State.ASK, {"words": NOT_THERE_ASK}, looks=looks))
    words = {"words": NOT_THERE_YET}
    return record(claim, Result(Attempt.Outcome.ABSENT, State.SENDING, words, again_in=facts.settle_seconds, looks=looks))


def _settled(claim: Claim, facts: Facts) -> bool:
    """Whether the last try is so long ago that it would show by now."""
    tried = claim.delivery.attempts.filter(step=Attempt.Step.SEND).order_by("-at").first()
    if tried is None:
        return True
    since = timezone.now() - (tried.ended_at or tried.at)
    # A try in the future was made before the clock was set back; the wait before this look has passed all the same.
    return since >= timedelta(seconds=facts.settle_seconds) or since < -SKEW


def _failed_looks(claim: Claim) -> int:
    return claim.delivery.attempts.filter(step=Attempt.Step.FIND, outcome=Attempt.Outcome.LATER).count()


def _send_again(claim: Claim) -> State | None:
    """Proven absent: what was in doubt is due again, in the same claim; or it is too late by now."""
    with turn():
        close_attempt(claim, Attempt.Outcome.ABSENT, {"words": NOT_THERE})
        claim.attempt = None
        renew(claim)
        put(claim, state=State.DUE)
        claim.state = State.DUE
        if too_late(claim.delivery, timezone.now()):
            return settle_late(claim).state
        if not paying.pay(claim.delivery):
            release_channel(claim)
            return settle_unpaid(claim).state
        if not needs_preparing(claim.delivery):
            intend(claim)
    return State.DUE
