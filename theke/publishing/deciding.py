"""A person decides what no machine can: whether a doubtful post is there, and whether a late one should still go out."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.jobs import sources
from theke.networks.base import JSON
from theke.people.access import may
from theke.people.models import HistoryEntry, Person
from theke.posts.checking import hindrances
from theke.publishing.models import Attempt, Delivery, Kind, State
from theke.publishing.scheduling import Hindered, back_to_draft

WORDS = {
    "there": gettext_noop("%(person)s looked: it is there."),
    "resend": gettext_noop("%(person)s decided: send it."),
    "give_up": gettext_noop("%(person)s decided: do not send it any more."),
}
DEEDS = {
    "there": gettext_noop("found to be there"),
    "resend": gettext_noop("sent again by decision"),
    "give_up": gettext_noop("given up by decision"),
}
BY_HAND = gettext_noop("%(person)s did it by hand.")
DONE_BY_HAND = gettext_noop("done by hand")
POSSIBLE: dict[str, frozenset[State]] = {
    "there": frozenset({State.ASK, State.HAND}),
    "resend": frozenset({State.ASK, State.FAILED, State.LATE, State.DROPPED}),
    "give_up": frozenset({State.ASK, State.FAILED, State.LATE, State.HAND}),
}


def may_decide(person: Person, delivery: Delivery) -> bool:
    """Whether this person decides about this delivery: one's own, the editorial group all."""
    own = person.pk in (delivery.post.sender_id, delivery.by_id)
    return may(person, "decide_doubt", delivery.post) and (own or may(person, "recall", delivery.post))


@transaction.atomic
def decide(delivery: Delivery, decision: str, *, by: Person, url: str = "") -> bool:
    """Carry out `there` (with the address where it is, if known), `resend` or `give_up`.

    False when the delivery is no longer in a state in which that can be decided, for example because a colleague was faster.
    Raises `Hindered` where the guideline says no to sending it now: the day and what is known may have changed meanwhile.
    """
    if State(delivery.state) not in POSSIBLE[decision]:
        return False
    if decision == "resend" and delivery.kind != Kind.REMOVE:
        _check(delivery)
    row = Delivery.objects.filter(pk=delivery.pk, state=delivery.state, fence=delivery.fence)
    if not row.update(**_fields(delivery, decision, by, url), fence=F("fence") + 1):
        return False
    _write(delivery, decision, by)
    if decision == "give_up":
        _drop_followers(delivery)
        _perhaps_a_draft_again(delivery)
    sources.wake()
    return True


def _check(delivery: Delivery) -> None:
    """What stands in the way elsewhere only, such as a channel that is not connected, does not keep it from going out here."""
    here = {"", str(delivery.channel_id)}
    found = [one for one in hindrances(delivery.post) if one.channel in here]
    if found:
        raise Hindered(found)


def _fields(delivery: Delivery, decision: str, by: Person, url: str) -> dict[str, Any]:
    settled: dict[str, Any] = {"decided_by": by, "trouble": {}, "lease_until": None, "retry_at": None}
    if decision == "there":
        return settled | {"state": State.SENT, "sent_at": delivery.intent_at or timezone.now(), "url": url or delivery.url}
    if decision == "give_up":
        return settled | {"state": State.DROPPED if delivery.state == State.LATE else State.CANCELLED}
    # A person has said that it is not there, or it never left: it starts anew, and is not late any more.
    return settled | {"state": State.DUE, "due_at": timezone.now(), "late_at": None, "looks": 0, "tries": 0, "intent_at": None}


def _write(delivery: Delivery, decision: str, by: Person) -> None:
    now = timezone.now()
    by_hand = delivery.state == State.HAND and decision == "there"
    words: JSON = {"words": BY_HAND if by_hand else WORDS[decision], "params": {"person": by.name}}
    Attempt.objects.create(
        delivery=delivery,
        fence=delivery.fence + 1,
        step=Attempt.Step.PERSON,
        outcome=Attempt.Outcome.DONE,
        words=words,
        at=now,
        ended_at=now,
    )
    post = delivery.post
    HistoryEntry.write(
        DONE_BY_HAND if by_hand else DEEDS[decision], post, by=by, library=post.library, channel=delivery.channel.name
    )


def _drop_followers(delivery: Delivery) -> None:
    """The parts of a chain that would have followed do not go out either."""
    waiting = list(Delivery.objects.filter(follows=delivery, state=State.DUE))
    for one in waiting:
        Delivery.objects.filter(pk=one.pk).update(state=State.CANCELLED, fence=F("fence") + 1)
        _drop_followers(one)


def _perhaps_a_draft_again(delivery: Delivery) -> None:
    """When nothing of the post has ever left, its author has it back as a draft."""
    posts = Delivery.objects.filter(post=delivery.post, kind=Kind.POST)
    left = posts.exclude(state__in=[State.CANCELLED, State.DROPPED]) | posts.filter(tries__gt=0)
    if not left.exists():
        posts.filter(state=State.DROPPED).update(state=State.CANCELLED)
        back_to_draft(delivery.post)
