"""Begins a draft for a day, or for a slot on a day."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext_noop

from theke.calendar.models import Slot
from theke.calendar.slotting import fill, filling, has_day
from theke.calendar.spanning import moment_at
from theke.people.models import Library, Person
from theke.posts.composing import begin
from theke.posts.models import Post, Version
from theke.publishing.planning import PAST, NotPlanned

TEN = time(10)
NO_SUCH_DAY = gettext_noop("This slot does not come on that day.")


def proposed(library: Library, day: date, now: datetime, opens: time | None = None) -> datetime:
    """When something for this day might go out: at ten, or when the branch opens; today at the next full hour.

    Raises `NotPlanned` for a day that is past.
    """
    local = library.local(now)
    if day < local.date():
        raise NotPlanned(PAST)
    wished = moment_at(day, opens or TEN, library.zone)
    if wished > now:
        return wished
    full = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return full if library.local(full).date() == day else now


@transaction.atomic
def begin_for(at: datetime, *, by: Person) -> Post:
    """An empty draft with this wish. The last one that was begun so is taken up again while nothing stands in it."""
    mine = Post.objects.posts().drafts().filter(sender=by, library=by.library, text="", title="", revision=1)
    post = mine.filter(wished_at__isnull=False, attachments=None, slot_days=None).first() or begin(by)
    return _with_wish(post, at)


def _with_wish(post: Post, at: datetime) -> Post:
    # Revision 1: a draft with a wish is not the empty one that "Write" takes up again.
    Post.objects.filter(pk=post.pk).update(wished_at=at, revision=1)
    post.wished_at, post.revision = at, 1
    return post


def begin_for_slot(slot: Slot, day: date, *, by: Person, now: datetime) -> Post:
    """The draft for a slot on this day: filled from its template, or the one that a colleague has begun already.

    Raises `NotPlanned` for a day that is past or not one of the slot's.
    """
    if not has_day(slot, day):
        raise NotPlanned(NO_SUCH_DAY)
    if day < slot.library.local(now).date():
        raise NotPlanned(PAST)
    begun = filling(slot, day)
    return begun or _begun(slot, day, by, now)


@transaction.atomic
def _begun(slot: Slot, day: date, by: Person, now: datetime) -> Post:
    at = moment_at(day, slot.at, slot.library.zone)
    post = _from_starter(slot, max(at, now), by)
    if fill(slot, day, post, by=by):
        return post
    post.delete()
    return filling(slot, day) or _begun(slot, day, by, now)


def _from_starter(slot: Slot, at: datetime, by: Person) -> Post:
    starter = slot.starter
    post = Post.objects.create(
        library=slot.library,
        sender=by,
        saved_by=by,
        lang=slot.library.language,
        title=(starter.title if starter else "") or slot.name,
        text=starter.text if starter else "",
        wished_at=at,
        revision=1,
    )
    for channel in list(slot.channels.all()) or (list(starter.channels.all()) if starter else []):
        Version.objects.create(post=post, channel=channel)
    post.topics.set({*(starter.topics.all() if starter else ()), *([slot.topic] if slot.topic else [])})
    return post
