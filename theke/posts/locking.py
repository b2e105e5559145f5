"""One person writes a draft at a time: the others read, and may take it over."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from theke.people.models import Person
from theke.posts.models import Post, Writing

LASTS = timedelta(seconds=45)
"""How long a sign of life counts. An open page gives one every fifteen seconds."""

JUST_NOW = timedelta(seconds=5)


def writer(post: Post, now: datetime | None = None) -> Writing | None:
    """Who has the draft in hand now."""
    found = Writing.objects.select_related("person").filter(post=post).first()
    return found if found and is_fresh(found, now) else None


def is_fresh(writing: Writing, now: datetime | None = None) -> bool:
    """Whether the last sign of life still counts."""
    return writing.at > (now or timezone.now()) - LASTS and writing.person.left_at is None


def holder_of(post: Post) -> str:
    """The name of who writes it now; empty for nobody."""
    found = writer(post)
    return found.person.name if found else ""


def is_held_from(person: Person, post: Post) -> bool:
    """Whether somebody else writes it now, so that this person can read it only."""
    found = writer(post)
    return found is not None and found.person_id != person.pk


def hold(post: Post, *, by: Person, page: str | None = None, now: datetime | None = None) -> bool:
    """Take the draft in hand where it is free or one's own, and renew it; False while somebody else writes.

    `page` names the open page; None leaves it as it is.
    """
    at = now or timezone.now()
    if _renewed(post, by, page, at):
        return True
    try:
        with transaction.atomic():
            Writing.objects.create(post=post, person=by, page=page or "", at=at)
    except IntegrityError:  # somebody has it since a moment: another, or the same person's last save of a page that was closed
        return _renewed(post, by, page, at)
    return True


def _renewed(post: Post, by: Person, page: str | None, at: datetime) -> bool:
    free = Q(person=by) | Q(at__lte=at - LASTS) | Q(person__left_at__isnull=False)
    return bool(Writing.objects.filter(free, post=post).update(person=by, at=at, **({} if page is None else {"page": page})))


def take_over(post: Post, *, by: Person, page: str = "", now: datetime | None = None) -> None:
    """Take the draft in hand although somebody else writes. What they had not saved stays on their device."""
    Writing.objects.update_or_create(post=post, defaults={"person": by, "page": page, "at": now or timezone.now()})


def has_just_opened(post: Post, by: Person, now: datetime | None = None) -> bool:
    """Whether this person has taken the draft in hand by opening it a moment ago, so that nothing is to be written."""
    found: Writing | None = getattr(post, "writing", None)
    return bool(found and found.person_id == by.pk and not found.page and found.at > (now or timezone.now()) - JUST_NOW)


def let_go(post: Post, *, by: Person, page: str = "") -> None:
    """Lay the draft down. With `page` only if just that page writes: another page of the same person may be open."""
    mine = Writing.objects.filter(post=post, person=by)
    (mine.filter(page=page) if page else mine).delete()
