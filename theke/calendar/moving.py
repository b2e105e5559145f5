"""Moves what stands in the calendar, takes it out, puts it back. Planned posts go through the ledger; drafts move their wish."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.people.models import Person
from theke.posts.locking import holder_of, is_held_from
from theke.posts.models import Approval, Post
from theke.publishing import scheduling
from theke.publishing.changing import may_change
from theke.publishing.models import Delivery, Kind, State
from theke.publishing.planning import NotPlanned, check_moment

TOO_LATE = gettext_noop("It was too late: the post has left already.")
WAITS = gettext_noop("It waits for approval. Withdraw it first, then move it.")
HELD = gettext_noop("%(name)s is writing this draft now. Try again in a moment.")
UNDER_WAY = gettext_noop("This post has already been handed over.")


def moment_of(post: Post) -> datetime | None:
    """When it is due; of a draft the moment that its author has in mind."""
    if post.released_at is None:
        return post.wished_at
    waiting = Delivery.objects.filter(post=post, kind=Kind.POST, state=State.DUE)
    return waiting.order_by("due_at").values_list("due_at", flat=True).first()


def went_out_at(post: Post) -> datetime | None:
    """When it was due, and so where it stands in the calendar, after nothing of it waits any more; None for a draft."""
    return Delivery.objects.filter(post=post, kind=Kind.POST).order_by("due_at").values_list("due_at", flat=True).first()


def move(post: Post, at: datetime, *, by: Person, back: bool = False) -> None:
    """Move a post to another moment (aware). `back` undoes a move, so that a wish may lie in the past again.

    Raises `NotPlanned` and its kin with the reason why not, PermissionDenied for a colleague's planned post.
    """
    if post.released_at is None:
        check_free(post, by=by)
        _wish(post, at, back)
        return
    _check_right(by, post)
    if not scheduling.move(post, at=at, by=by):
        raise NotPlanned(TOO_LATE)


def check_free(post: Post, *, by: Person) -> None:
    """Raise `NotPlanned` while somebody else writes it: their next save would say the opposite."""
    if is_held_from(by, post):
        raise NotPlanned(HELD, name=holder_of(post))


def _wish(post: Post, at: datetime, back: bool) -> None:
    now = timezone.now()
    check_moment(max(at, now) if back else at, now)
    if Approval.objects.waiting().filter(post=post).exists():
        raise NotPlanned(WAITS)
    if not Post.objects.filter(pk=post.pk, released_at=None, binned_at=None).update(wished_at=at):
        raise NotPlanned(UNDER_WAY)


def _check_right(by: Person, post: Post) -> None:
    if not may_change(by, post):
        raise PermissionDenied


@transaction.atomic
def take_out(post: Post, *, by: Person) -> datetime:
    """Take a planned post out of the plan; it stays in the calendar as a draft for the same moment, which is given back.

    Raises `NotPlanned` when something of it has left, PermissionDenied for a colleague's post.
    """
    _check_right(by, post)
    at = moment_of(post)
    if post.released_at is None or at is None or not scheduling.cancel(post, by=by):
        raise NotPlanned(TOO_LATE)
    Post.objects.filter(pk=post.pk).update(wished_at=at)
    return at


def put_back(post: Post, at: datetime, *, by: Person) -> None:
    """Plan it again for the moment (aware) at which it was planned. Raises as `schedule` does, and PermissionDenied."""
    _check_right(by, post)
    scheduling.schedule(post, at=at, by=by)
