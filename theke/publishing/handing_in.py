"""From a request for approval to the plan: handed in, let out by somebody else, or its moment passes."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.jobs.sources import Source, wake
from theke.people.models import Person
from theke.people.working import working_time_after
from theke.posts import approving, telling
from theke.posts.approving import Declined, lapse
from theke.posts.models import Approval, Post
from theke.publishing.models import Delivery
from theke.publishing.planning import NotPlanned, check_moment
from theke.publishing.scheduling import UNDO_FOR, cancel, check_ready, schedule

REMIND_BEFORE = timedelta(hours=1)
REMIND_AFTER = timedelta(hours=4)
"""Opening hours after which those who could approve are reminded of what is to go out as soon as they do: half a working day."""
GRACE = timedelta(seconds=5)
"""How long after the ten seconds an undo may still arrive, because it was pressed in time."""

SENDER_LEFT = gettext_noop("%(name)s, who was to send this, has left the library. Give it back, and somebody else takes it on.")
UNDO_OVER = gettext_noop("The ten seconds are over. You can still take the post out of the plan.")
IN_THE_BIN = gettext_noop("This draft has been put in the bin meanwhile.")


@transaction.atomic
def hand_in(post: Post, *, by: Person, at: datetime | None, word: str = "", now: datetime | None = None) -> Approval:
    """Ask for approval of a post that could go out, at `at` (aware) or as soon as it is approved.

    Raises `NotPlanned` and its kin for what could not be planned either, `Declined` where nobody could approve it.
    """
    now = now or timezone.now()
    if at is not None:
        check_moment(at, now)
    check_ready(post, list(post.versions.select_related("channel")), at)
    remind_at = at - REMIND_BEFORE if at else working_time_after(post.library, post.sender.home_branch, now, REMIND_AFTER)
    made = approving.hand_in(post, by=by, remind_at=remind_at, at=at, word=word, now=now)
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


def due(most: int, now: datetime | None = None) -> list[int]:
    """The requests whose moment has come, and those of which nobody has been reminded although it is time."""
    now = now or timezone.now()
    ripe = Q(for_at__lte=now) | Q(remind_at__lte=now, reminded_at=None)
    return list(Approval.objects.waiting().filter(ripe).order_by("asked_at", "pk").values_list("pk", flat=True)[:most])


def next_at() -> datetime | None:
    """When the next of them has to be looked at."""
    waiting = Approval.objects.waiting().order_by()
    unreminded = waiting.filter(reminded_at=None)
    moments = (waiting.aggregate(first=Min("for_at")), unreminded.aggregate(first=Min("remind_at")))
    return min((found["first"] for found in moments if found["first"] is not None), default=None)


@transaction.atomic
def run(pk: int, now: datetime | None = None) -> bool:
    """Remind of one request, or let it lapse; False when there is nothing to do."""
    now = now or timezone.now()
    found = Approval.objects.waiting().select_related("post__library", "post__sender", "asked_by").filter(pk=pk).first()
    if found is None:
        return False
    if found.for_at is not None and found.for_at <= now:
        return lapse(found, now=now)
    unreminded = Approval.objects.waiting().filter(pk=pk, remind_at__lte=now, reminded_at=None)
    if not unreminded.update(reminded_at=now):
        return False
    if found.asked_by is not None:
        approvers = approving.approvers_of(found.post, found.asked_by)
        telling.tell_all(found, approvers, telling.SOON if found.for_at else telling.STILL)
    return True


SOURCE = Source("approvals", due, next_at, run)
