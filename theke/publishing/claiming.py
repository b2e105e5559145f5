"""Who may move a delivery: one worker at a time, by a lease and a fence, both on the database's clock."""

import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.channels.models import Channel
from theke.networks.base import JSON
from theke.posts.models import Post
from theke.publishing import paying, timing
from theke.publishing.guarding import why_barred
from theke.publishing.models import ON_THE_WAY, Attempt, Delivery, DeliveryQuerySet, Kind, State
from theke.publishing.telling import tell_held, tell_of
from theke.publishing.turns import turn

LATE_ASK = gettext_noop("It could not go out in time. Decide whether it still should.")
LATE_DROP = gettext_noop("It could not go out in time and was not sent, as planned for this case.")
SINCE_SETTLED = (State.SENT, State.FAILED, State.ASK, State.LATE, State.HAND, State.DROPPED, State.CANCELLED)


SPENT = ("busy_until", "not_before", "budget_left", "budget_at", "connected_at", "disconnected_at", "token_state")


class Fenced(Exception):
    """Another worker has taken the delivery over, or a person has changed it: stop."""


class NotNow(Exception):
    """The channel cannot take a call now; `wait` says for how long when that is known."""

    def __init__(self, wait: float = 0.0) -> None:
        super().__init__(wait)
        self.wait = wait


@dataclass
class Claim:
    """A delivery that belongs to this worker until `ends` on the monotonic clock."""

    delivery: Delivery
    ends: float
    attempt: Attempt | None = None
    exchanges: list[JSON] = field(default_factory=list)
    tries_before: int = 0
    state: State = State.DUE
    """Where it stands after the claim: due, sending (with or without an attempt of ours), or settled by the late policy."""

    @property
    def holder(self) -> str:
        """How the channel names us."""
        return holder_of(self.delivery)

    @property
    def left(self) -> float:
        """Seconds of the lease that are left."""
        return self.ends - time.monotonic()


def holder_of(delivery: Delivery) -> str:
    """How a channel names the delivery that keeps it busy."""
    return f"{delivery.pk}:{delivery.fence}"


def _passed(name: str) -> Q:
    return Q(**{name: None}) | Q(**{f"{name}__lte": Now()})


def claimable() -> DeliveryQuerySet:
    """What may be claimed as far as its own row says. Only columns of the row: PostgreSQL rechecks nothing else after a lock."""
    free = Delivery.objects.filter(_passed("retry_at"), _passed("lease_until"), held_at=None)
    return free.filter(state__in=ON_THE_WAY, due_at__lte=Now())


def ready() -> DeliveryQuerySet:
    """What may be claimed and would find its channel free and its predecessor done."""
    followed = Q(follows=None) | Q(kind=Kind.POST, follows__state=State.SENT)
    changes = Q(kind__in=[Kind.EDIT, Kind.REMOVE], follows__state__in=SINCE_SETTLED)
    return claimable().filter(followed | changes).filter(_passed("channel__busy_until"), _passed("channel__not_before"))


def put(claim: Claim, **fields: Any) -> None:
    """Write to the delivery as its holder. Raises `Fenced` when it is no longer ours."""
    row = Delivery.objects.filter(pk=claim.delivery.pk, fence=claim.delivery.fence)
    if not row.update(**fields):
        raise Fenced(claim.delivery.pk)
    for name, value in fields.items():
        setattr(claim.delivery, name, value)


def claim(pk: int, row: Delivery | None = None) -> Claim | None:
    """Take one delivery and its channel, in one short transaction; None when it is not to be had.

    `row` is the delivery as `readable` gave it a moment ago, to save reading it again: whatever has changed since, the claim fails.
    One that needs no preparing is marked `sending`, with an open attempt, in the same transaction. One found in `sending` comes
    back with an open look instead. One that is too late is settled as its post says, and comes back with that state.
    """
    ends = time.monotonic() + timing.lease().total_seconds()
    try:
        with turn():
            return _claim(pk, row, ends)
    except NotNow as busy:
        if busy.wait:
            _let_channel_wait(pk, busy.wait)
    return None


def _claim(pk: int, row: Delivery | None, ends: float) -> Claim | None:
    delivery = row or readable(claimable()).filter(pk=pk).first()
    if delivery is None:
        return None
    now = _lock_channel(delivery.channel)
    mine = Claim(delivery, ends, tries_before=delivery.tries, state=State(delivery.state))
    if not _may_follow(delivery):
        raise NotNow
    if delivery.__dict__["binned_at"]:
        return _settle(_seize(mine), State.CANCELLED, {})
    why = _kept_back(delivery, now)
    if why is not None:
        _hold(_seize(mine), why)
        return None
    if too_late(delivery, now):
        return settle_late(_seize(mine))
    if delivery.channel.facts.by_hand:
        return _settle(_seize(mine), State.HAND, {})
    if mine.state == State.DUE and not paying.pay(delivery, now):
        return settle_unpaid(_seize(mine))
    return _begin(mine, now)


def _begin(mine: Claim, now: datetime) -> Claim:
    """Take the row and its channel, and write what comes first: the look, the intent, or nothing yet."""
    delivery = mine.delivery
    if mine.state == State.SENDING:
        _occupy(_seize(mine).delivery, now)
        open_attempt(mine, Attempt.Step.FIND)
    elif needs_preparing(delivery):
        _occupy(_seize(mine).delivery, now)
    else:
        _occupy(_seize(mine, **_intent(mine)).delivery, now)
        _intended(mine)
    return mine


def readable(rows: DeliveryQuerySet) -> DeliveryQuerySet:
    """The rows with all that a claim wants to know of them."""
    told = {"binned_at": F("post__binned_at"), "paused_at": F("post__library__paused_at"), "form": F("post__form")}
    return rows.annotate(**told).select_related("channel")


def _kept_back(delivery: Delivery, now: datetime) -> JSON | None:
    """Why it waits for a person's word: a picture that may no longer be shown, or, without words, the pause. None for no reason."""
    if _stopped(delivery):
        return {}
    asks = delivery.kind == Kind.POST and delivery.state == State.DUE
    return (asks and why_barred(delivery, now)) or None


def _hold(mine: Claim, why: JSON) -> None:
    put(mine, held_at=Now(), lease_until=None, trouble=why)
    if why:
        tell_held(mine.delivery)


def _stopped(delivery: Delivery) -> bool:
    """Whether the library's pause stops it: a post of which nothing is under way here. Answers, changes and removals go on.

    A later part of a chain is ready only when the part before it is out: what is under way ends.
    """
    told = delivery.__dict__
    fresh = delivery.kind == Kind.POST and delivery.state == State.DUE and delivery.part == 0
    return fresh and told["paused_at"] is not None and told["form"] == Post.Form.POST


def _lock_channel(channel: Channel) -> datetime:
    """Lock the channel and read what is spent in the claim; gives the database's time.

    Channel before delivery, here and everywhere: two workers never wait for each other crosswise.
    """
    row = Channel.objects.select_for_update(no_key=True).annotate(db_now=Now()).filter(pk=channel.pk)
    told = row.values_list("db_now", *SPENT).get()
    for name, value in zip(SPENT, told[1:], strict=True):
        setattr(channel, name, value)
    now: datetime = told[0]
    return now


def _seize(mine: Claim, **fields: Any) -> Claim:
    """Raise the fence and set the lease: one UPDATE that only one worker can win."""
    delivery = mine.delivery
    # Not the fence alone: a worker that lost its lease may still record under the old one.
    as_read = {name: getattr(delivery, name) for name in ("pk", "fence", "state", "lease_until", "retry_at")}
    if not Delivery.objects.filter(**as_read).update(fence=delivery.fence + 1, lease_until=Now() + timing.lease(), **fields):
        raise NotNow
    delivery.fence += 1
    return mine


def _may_follow(delivery: Delivery) -> bool:
    if delivery.follows is None:
        return True
    return delivery.follows.state == State.SENT if delivery.kind == Kind.POST else delivery.follows.is_settled


def too_late(delivery: Delivery, now: datetime) -> bool:
    """Whether the late policy holds. Only for what is not in doubt: what may be out is looked for first."""
    waits = delivery.late != Post.Late.SEND and delivery.late_at is not None
    return waits and delivery.state == State.DUE and delivery.late_at is not None and now > delivery.late_at


def settle_late(claim: Claim) -> Claim:
    """Settle a delivery that is too late as its post says: ask, or drop."""
    dropped = claim.delivery.late == Post.Late.DROP
    return _settle(claim, State.DROPPED if dropped else State.LATE, {"words": LATE_DROP if dropped else LATE_ASK})


def settle_unpaid(claim: Claim) -> Claim:
    """Settle a delivery that would cost more than is left: a manager raises the budget, or a person gives up."""
    return _settle(claim, State.FAILED, paying.OVER)


def _settle(claim: Claim, state: State, trouble: JSON) -> Claim:
    put(claim, state=state, lease_until=None, retry_at=None, trouble=trouble)
    claim.state = state
    tell_of(claim.delivery)
    return claim


def needs_preparing(delivery: Delivery) -> bool:
    """Whether something comes before the call: pictures to upload, or whatever else the network asks for."""
    always = delivery.channel.facts.prepares == "always"
    return delivery.kind != Kind.REMOVE and (always or bool(delivery.payload.get("media")))


def intend(claim: Claim) -> None:
    """Write, before the wire, that the call is about to be made; the surrounding transaction commits it.

    From here on a crash leaves `sending` behind, and whoever finds it looks on the network first.
    """
    put(claim, **_intent(claim))
    _intended(claim)


def _intent(claim: Claim) -> dict[str, Any]:
    first = {} if claim.delivery.intent_at else {"intent_at": Now()}
    return {"state": State.SENDING, "tries": F("tries") + 1, "looks": 0, "retry_at": None, **first}


def _intended(claim: Claim) -> None:
    delivery = claim.delivery
    if not isinstance(delivery.intent_at, datetime):
        delivery.intent_at = None  # for the network it is the first try
    delivery.tries = claim.tries_before + 1
    delivery.state = claim.state = State.SENDING
    open_attempt(claim, Attempt.Step.SEND)


def open_attempt(claim: Claim, step: Attempt.Step) -> None:
    """Write that we are about to do this step; what came of it is filled in later."""
    claim.attempt = Attempt.objects.create(delivery=claim.delivery, fence=claim.delivery.fence, step=step)
    claim.exchanges = []


def close_attempt(claim: Claim, outcome: Attempt.Outcome, words: JSON | None = None, remote: JSON | None = None) -> None:
    """Fill in what came of the open attempt. The row is ours whatever has become of the delivery."""
    assert claim.attempt is not None  # noqa: S101 -- only called with an open attempt
    Attempt.objects.filter(pk=claim.attempt.pk).update(
        outcome=outcome, words=words or {}, remote=remote or {}, exchanges=claim.exchanges, ended_at=timezone.now()
    )


def renew(claim: Claim) -> None:
    """Begin the lease anew, of delivery and channel, because a part of the work is done. Raises `Fenced` if it was lost."""
    ends = time.monotonic() + timing.lease().total_seconds()
    Channel.objects.filter(pk=claim.delivery.channel_id, busy_with=claim.holder).update(busy_until=Now() + timing.lease())
    put(claim, lease_until=Now() + timing.lease())
    claim.ends = ends


def release_channel(claim: Claim) -> None:
    """Let the channel go; nothing happens if it has gone to another delivery."""
    Channel.objects.filter(pk=claim.delivery.channel_id, busy_with=claim.holder).update(busy_until=None, busy_with="")


def _occupy(delivery: Delivery, now: datetime) -> None:
    """Take the channel for one call and a token of its budget. The row is locked, so what we read is what we change."""
    channel = delivery.channel
    if (channel.busy_until and channel.busy_until > now) or (channel.not_before and channel.not_before > now):
        raise NotNow
    facts = channel.facts
    gained = max(0.0, (now - channel.budget_at).total_seconds()) * facts.refill
    left = min(float(facts.burst), channel.budget_left + gained)
    if left < 1:
        raise NotNow((1 - left) / facts.refill)
    Channel.objects.filter(pk=channel.pk).update(
        busy_until=Now() + timing.lease(), busy_with=holder_of(delivery), budget_left=left - 1, budget_at=now
    )


def _let_channel_wait(pk: int, seconds: float) -> None:
    Channel.objects.filter(deliveries=pk).update(not_before=Now() + timedelta(seconds=seconds))
