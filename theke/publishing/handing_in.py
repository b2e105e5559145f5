"""From a request for approval to the plan: handed in, let out by somebody else, or its moment passes."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.jobs.sources import Source, wake
from theke.people.models import Person
from theke.posts import approving, telling
from theke.posts.approving import Declined, lapse
from theke.posts.models import Approval, Post
from theke.publishing.models import Delivery
from theke.publishing.planning import NotPlanned, check_moment
from theke.publishing.scheduling import UNDO_FOR, cancel, check_ready, schedule

REMIND_BEFORE = timedelta(hours=1)
GRACE = timedelta(seconds=5)
"""How long after the ten seconds an undo may still arrive, because it was pressed in time."""

SENDER_LEFT = gettext_noop("%(name)s, who was to send this, has left the library. Give it back, and somebody else takes it on.")
UNDO_OVER = gettext_noop("The ten seconds are over. You can still take the post out of the plan.")
IN_THE_BIN = gettext_noop("This draft has been put in the bin meanwhile.")


@transaction.atomic
def hand_in(post: Post, *, by: Person, at: datetime | None, word: str = "") -> Approval:
    """Ask for approval of a post that could go out, at `at` (aware) or as soon as it is approved.

    Raises `NotPlanned` and its kin for what could not be planned either, `Declined` where nobody could approve it.
    """
    now = timezone.now()
    if at is not None:
        check_moment(at, now)
    check_ready(post, list(post.versions.select_related("channel")), at)
    made = approving.hand_in(post, by=by, at=at, word=word, now=now)
    if at is not None and at - now <= REMIND_BEFORE:  # asking now is reminding
        Approval.objects.filter(pk=made.pk, reminded_at=None).update(reminded_at=now)
    wake()
    return made


@transaction.atomic
def let_out(approval: Approval, *, by: Person, answer: str = "") -> list[Delivery]:
    """Approve, and plan or publish in the same transaction. The author stays the sender.

    Raises `Declined` for who may not and for what is settled or changed, `NotPlanned` and its kin for what can not go out.
    """
    post = approval.post
    if post.binned_at is not None:
        raise Declined(IN_THE_BIN)
    if post.sender.left_at is not None:
        raise NotPlanned(SENDER_LEFT, name=post.sender.name)
    approving.approve(approval, by=by, answer=answer)
    return schedule(post, at=approval.for_at, by=by, undo=UNDO_FOR if approval.for_at is None else UNDO_FOR * 0)


@transaction.atomic
def take_back(approval: Approval, *, by: Person) -> bool:
    """Undo an approval within its ten seconds: out of the plan, and waiting again. False when something has left already.

    Raises `Declined` later than that, and for anybody else.
    """
    in_time = approval.decided_at is not None and timezone.now() - approval.decided_at <= UNDO_FOR + GRACE
    if not in_time or approval.decided_by_id != by.pk or approval.state != Approval.State.APPROVED:
        raise Declined(UNDO_OVER)
    if not cancel(approval.post, by=by):
        return False
    return approving.ask_again(approval, by=by)


def _timed() -> "QuerySet[Approval]":
    return Approval.objects.waiting().filter(for_at__isnull=False)


def due(most: int) -> list[int]:
    """The requests whose moment has come, or comes within the hour without anybody having been reminded."""
    now = timezone.now()
    ripe = Q(for_at__lte=now) | Q(for_at__lte=now + REMIND_BEFORE, reminded_at=None)
    return list(_timed().filter(ripe).order_by("for_at", "pk").values_list("pk", flat=True)[:most])


def next_at() -> datetime | None:
    """When the next of them has to be looked at."""
    first = _timed().order_by("for_at").values_list("for_at", flat=True).first()
    unreminded = _timed().filter(reminded_at=None).order_by("for_at").values_list("for_at", flat=True).first()
    moments = [first, unreminded - REMIND_BEFORE if unreminded else None]
    return min((moment for moment in moments if moment is not None), default=None)


@transaction.atomic
def run(pk: int) -> bool:
    """Remind of one request, or let it lapse; False when there is nothing to do."""
    now = timezone.now()
    found = _timed().select_related("post__library", "post__sender", "asked_by").filter(pk=pk).first()
    if found is None or found.for_at is None:
        return False
    if found.for_at <= now:
        return lapse(found, now=now)
    unreminded = Approval.objects.filter(pk=pk, state=Approval.State.ASKED, reminded_at=None)
    if found.for_at - now > REMIND_BEFORE or not unreminded.update(reminded_at=now):
        return False
    if found.asked_by is not None:
        approvers = approving.approvers_of(found.post, found.asked_by)
        telling.tell_all(found, approvers, telling.SOON)
    return True


SOURCE = Source("approvals", due, next_at, run)
