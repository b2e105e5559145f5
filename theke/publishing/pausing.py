"""The crisis switch (R51): all that is planned waits, and afterwards somebody says of each post what becomes of it.

A pause marks every delivery that has not begun (`held_at`); nothing with that mark is claimed, and what slipped past the mark is
marked when it is claimed. Only a person takes the mark away, one post at a time, when the pause is over.
"""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, F, Min, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.guidelines.rules.care import PAUSED
from theke.jobs import sources
from theke.networks.base import JSON
from theke.notices.telling import tell
from theke.people.access import EDITORS, may
from theke.people.models import HistoryEntry, Library, Person
from theke.posts.checking import hindrances
from theke.posts.models import Post
from theke.publishing.changing import may_change
from theke.publishing.guarding import NAMED
from theke.publishing.models import Delivery, Kind, State
from theke.publishing.planning import NotPlanned, check_moment
from theke.publishing.scheduling import Hindered, cancel, check_duties

STOPPED = gettext_noop("All that is planned is paused: posts of yours wait")
OVER = gettext_noop("The pause is over: please say which of your posts still go out")
NOT_HELD = gettext_noop("This post does not wait any more.")
A_WORD = gettext_noop("Please say in a few words why.")
PAUSE, GO_ON = gettext_noop("paused all that is planned"), gettext_noop("ended the pause")
RESUMED = gettext_noop("let go on after the pause")


def pause(library: Library, *, by: Person, why: str) -> bool:
    """Let all that is planned in the library wait; whether it did not already.

    What is under way ends; answers, changes and removals go on. Raises PermissionDenied for who may not, NotPlanned without a word.
    """
    _check(library, by)
    if not why.strip():
        raise NotPlanned(A_WORD)
    now = timezone.now()
    # Committed before the marks are set: what a worker reads after this, it marks itself; what it read before, is marked below.
    with transaction.atomic():
        rows = Library.objects.filter(pk=library.pk, paused_at=None)
        if not rows.update(paused_at=now, paused_by=by, paused_why=why.strip()[:200]):
            return False
        HistoryEntry.write(PAUSE, library, by=by, library=library, why=why.strip()[:200])
    hold(library, now)
    library.refresh_from_db()
    _tell_all(library, STOPPED, by, why.strip())
    return True


def hold(library: Library, now: datetime) -> int:
    """Mark all that has not begun, and give how many deliveries that are. A chain that has begun on a channel ends."""
    begun = Delivery.objects.filter(post=OuterRef("post"), channel=OuterRef("channel"), kind=Kind.POST)
    begun = begun.filter(state__in=[State.SENDING, State.SENT])
    fresh = Delivery.objects.filter(kind=Kind.POST, state=State.DUE, held_at=None, post__library=library)
    found = fresh.filter(~Exists(begun), post__form=Post.Form.POST)
    # Its state is asked once more outside: PostgreSQL looks at a row again that a worker has just taken, at a row within a list it does not.
    still = Delivery.objects.filter(pk__in=found.values("pk"), state=State.DUE, held_at=None)
    # The raised fence stops a worker that has claimed the row and is still preparing.
    return still.update(held_at=now, fence=F("fence") + 1, lease_until=None)


@transaction.atomic
def end(library: Library, *, by: Person) -> bool:
    """End the pause; whether there was one. Nothing goes out by that. Raises PermissionDenied for who may not."""
    _check(library, by)
    hold(library, timezone.now())
    rows = Library.objects.filter(pk=library.pk, paused_at__isnull=False)
    if not rows.update(paused_at=None, paused_by=None, paused_why=""):
        return False
    library.refresh_from_db()
    HistoryEntry.write(GO_ON, library, by=by, library=library)
    _tell_all(library, OVER, by, "")
    return True


def held(library: Library) -> "QuerySet[Post]":
    """The posts that wait, by the moment they were planned for (`due_at`)."""
    waiting = Post.objects.filter(library=library, deliveries__in=Delivery.objects.held())
    return waiting.annotate(due_at=Min("deliveries__due_at")).order_by("due_at", "pk")


def held_for(person: Person) -> "QuerySet[Delivery]":
    """What waits for this person's word: their own, and for the editorial group everything."""
    found = Delivery.objects.visible_to(person).held().filter(post__library__paused_at=None)
    return found if person.role in EDITORS else found.filter(post__sender=person)


@transaction.atomic
def resume(post: Post, *, by: Person, at: datetime | None = None) -> None:
    """Let a post that waits go on at `at` (aware); without, at the moment it was planned for, or now where that is past.

    The guideline is asked again. Raises `Hindered` when it says no, `NotPlanned` while the pause lasts, for a moment that is not
    possible and for a post that does not wait, PermissionDenied for who may not change it.
    """
    rows, now = _mine(post, by), timezone.now()
    if any(one.trouble.get("words") == NAMED for one in rows):
        raise NotPlanned(NAMED)
    if at is not None:
        check_moment(at, now)
    check_duties(post, by)
    due_at = max(at or rows.order_by("due_at").values_list("due_at", flat=True)[0], now)
    found = hindrances(post, due_at)
    if found:
        raise Hindered(found)
    late_at = due_at + timedelta(minutes=post.late_after)
    due: JSON = {"due_at": due_at, "late_at": late_at, "held_at": None, "retry_at": None, "trouble": {}, "lease_until": None}
    rows.update(fence=F("fence") + 1, **due)
    if post.planned_wall:
        Post.objects.filter(pk=post.pk).update(planned_wall=f"{post.library.local(due_at):%Y-%m-%dT%H:%M}")
    HistoryEntry.write(RESUMED, post, by=by, library=post.library, at=due_at.isoformat())
    sources.wake()


@transaction.atomic
def to_draft(post: Post, *, by: Person) -> bool:
    """Give a post that waits back to its author; False where a part of it is out already: then only the rest is cancelled.

    A moment that is still to come stays its wish, so that the calendar does not lose it. Raises like `resume`, but may be called while the pause lasts.
    """
    if not may_change(by, post):
        raise PermissionDenied
    at = Delivery.objects.held().filter(post=post).aggregate(at=Min("due_at"))["at"]
    if at is None:
        raise NotPlanned(NOT_HELD)
    whole = cancel(post, by=by)
    if whole and at > timezone.now():
        Post.objects.filter(pk=post.pk).update(wished_at=at)
    return whole


def _mine(post: Post, by: Person) -> "QuerySet[Delivery]":
    """What waits of a post, locked, if this person decides about it and the pause is over."""
    if not may_change(by, post):
        raise PermissionDenied
    if Library.objects.filter(pk=post.library_id, paused_at__isnull=False).exists():
        raise NotPlanned(PAUSED)
    rows = Delivery.objects.held().filter(post=post)
    if not list(rows.select_for_update()):
        raise NotPlanned(NOT_HELD)
    return rows


def _check(library: Library, by: Person) -> None:
    if by.library_id != library.pk or not may(by, "pause"):
        raise PermissionDenied


def _tell_all(library: Library, words: str, by: Person, why: str) -> None:
    """Tell everybody of whom a post waits, once, except whoever has just done it."""
    waiting = held(library).order_by().values("sender")
    for person in Person.objects.active().filter(pk__in=waiting).exclude(pk=by.pk):
        tell(person, words, reverse("publishing:pause"), excerpt=why, key=f"pause:{words[:40]}")
