"""Slots that come back: on which days, which of these are free, and what fills the others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.db.models import F, FilteredRelation, Q, QuerySet

from theke.calendar.models import Slot, SlotDay
from theke.calendar.narrowing import Filters
from theke.calendar.shading import Shades
from theke.calendar.spanning import moment_at, monday_of
from theke.people.models import Library, Person
from theke.posts.models import Post

WEEK = timedelta(days=7)


class PlaceState(StrEnum):
    """What became of a slot on one day."""

    FREE = "free"
    FILLED = "filled"
    MOVED = "moved"
    LEFT_OUT = "left_out"
    CLOSED = "closed"
    PAST = "past"


@dataclass(frozen=True)
class Around:
    """What is to be known to say what became of a slot: the posts begun for slots, by key, and the days that are not like others."""

    posts: Mapping[int, Post]
    shades: Shades
    today: date
    zone: ZoneInfo


@dataclass
class Place:
    """A slot on one day, with the post that was begun for it."""

    slot: Slot
    day: date
    at: datetime
    state: PlaceState = PlaceState.FREE
    post: Post | None = None
    moved_to: datetime | None = None
    is_place = True


def days_of(slot: Slot, first: date, last: date) -> Iterator[date]:
    """The days of a slot from `first` to `last`, both included: every n weeks from the week of its first day on."""
    begins = slot.starts + timedelta(days=(slot.weekday - slot.starts.weekday()) % 7)
    end = min(last, slot.ends) if slot.ends else last
    weeks = max(0, (monday_of(first) - monday_of(begins)).days // 7)
    day = begins + WEEK * (weeks // slot.every * slot.every)
    while day <= end:
        if day >= first:
            yield day
        day += WEEK * slot.every


def slots_between(library: Library, first: date, last: date, filters: Filters) -> QuerySet[Slot]:
    """The slots that may have a day there, once for each day of theirs of which something is known.

    Each row carries that day as `known_day`, `known_skipped` and `known_post`; one question to the database.
    """
    wanted = Slot.objects.filter(Q(ends=None) | Q(ends__gte=first), _narrowed(filters), library=library, starts__lte=last)
    known = FilteredRelation("days", condition=Q(days__day__gte=first, days__day__lte=last))
    return wanted.annotate(
        known=known, known_day=F("known__day"), known_skipped=F("known__skipped"), known_post=F("known__post")
    ).select_related("branch")


def _narrowed(filters: Filters) -> Q:
    wanted = Q()
    if branches := filters.keys("branch"):
        wanted &= Q(branch__in=branches) | Q(branch=None)
    if topics := filters.keys("topic"):
        wanted &= Q(topic__in=topics)
    if channels := filters.keys("channel"):
        through = Slot.channels.through.objects
        wanted &= Q(pk__in=through.filter(channel_id__in=channels).values("slot_id")) | ~Q(pk__in=through.values("slot_id"))
    if filters.keys("person"):
        wanted &= Q(pk__in=[])  # a free place is nobody's
    return wanted


def posts_in(slots: Iterable[Slot]) -> set[int]:
    """The keys of the posts that were begun for these slots."""
    return {key for slot in slots if (key := slot.__dict__["known_post"]) is not None}


def places_of(slots: Iterable[Slot], first: date, last: date, around: Around) -> list[Place]:
    """The slots on the days from `first` to `last`, in the order of time."""
    known: dict[tuple[int, date], Slot] = {}
    by_key: dict[int, Slot] = {}
    for row in slots:
        by_key.setdefault(row.pk, row)
        if row.__dict__["known_day"]:
            known[row.pk, row.__dict__["known_day"]] = row
    places = [
        _place(slot, day, known.get((slot.pk, day)), around) for slot in by_key.values() for day in days_of(slot, first, last)
    ]
    return sorted(places, key=lambda place: (place.at, place.slot.pk))


def _place(slot: Slot, day: date, known: Slot | None, around: Around) -> Place:
    place = Place(slot, day, moment_at(day, slot.at, around.zone))
    post = around.posts.get(known.__dict__["known_post"] or 0) if known else None
    if post is not None and post.binned_at is None:
        place.post, at = post, moment_of_post(post, around.zone)
        moved = at is not None and at.astimezone(around.zone).date() != day
        place.state, place.moved_to = (PlaceState.MOVED, at) if moved else (PlaceState.FILLED, None)
    elif known and known.__dict__["known_skipped"]:
        place.state = PlaceState.LEFT_OUT
    elif around.shades.is_closed(day, slot.branch_id):
        place.state = PlaceState.CLOSED
    elif day < around.today:
        place.state = PlaceState.PAST
    return place


def moment_of_post(post: Post, zone: ZoneInfo) -> datetime | None:
    """When a post goes out or went out, as planned; of a draft the moment that its author has in mind."""
    if post.planned_wall:
        wall = datetime.fromisoformat(post.planned_wall)
        return moment_at(wall.date(), wall.time(), zone)
    return post.released_at or post.wished_at


def has_day(slot: Slot, day: date) -> bool:
    """Whether the slot comes on this day."""
    return day in days_of(slot, day, day)


@transaction.atomic
def leave_out(slot: Slot, day: date, *, by: Person) -> None:
    """Make an exception: no post is wanted on this day."""
    SlotDay.objects.update_or_create(slot=slot, day=day, defaults={"skipped": True, "by": by})


@transaction.atomic
def bring_back(slot: Slot, day: date) -> None:
    """Take the exception back."""
    SlotDay.objects.filter(slot=slot, day=day).update(skipped=False)


def filling(slot: Slot, day: date) -> Post | None:
    """The post that was begun for the slot on this day and is not in the bin."""
    found = SlotDay.objects.filter(slot=slot, day=day, post__isnull=False, post__binned_at=None).select_related("post").first()
    return found.post if found else None


def fill(slot: Slot, day: date, post: Post, *, by: Person) -> bool:
    """Put a post into a place; False when a colleague was faster."""
    try:
        with transaction.atomic():
            known, _made = SlotDay.objects.select_for_update().get_or_create(slot=slot, day=day)
            if filling(slot, day) is not None:
                return False
            SlotDay.objects.filter(pk=known.pk).update(post=post, skipped=False, by=by)
    except IntegrityError:  # both made the row in the same moment
        return False
    return True


def free_days(slot: Slot, first: date, last: date, shades: Shades) -> Iterator[date]:
    """The days on which the slot is free."""
    taken = set(
        SlotDay.objects.filter(slot=slot, day__gte=first, day__lte=last)
        .filter(Q(skipped=True) | Q(post__isnull=False, post__binned_at=None))
        .values_list("day", flat=True)
    )
    return (day for day in days_of(slot, first, last) if day not in taken and not shades.is_closed(day, slot.branch_id))
