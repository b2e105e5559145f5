"""What goes out today and this week."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q
from django.db.models.functions import TruncDate
from django.utils import timezone

from theke.calendar.gathering import HELD
from theke.channels.models import Channel
from theke.people.models import Library, Person
from theke.posts.models import Post
from theke.publishing.models import Delivery, Kind, State

SHOWN = (State.DUE, State.SENDING, State.SENT, State.FAILED, State.ASK, State.LATE, State.HAND)


@dataclass
class Going:
    """A post that goes out, or went out, at one time on some channels."""

    at: datetime
    post: Post
    channels: list[Channel] = field(default_factory=list)
    states: set[str] = field(default_factory=set)

    @property
    def out(self) -> bool:
        """Whether it is out on every channel."""
        return self.states == {State.SENT}

    @property
    def held(self) -> bool:
        """Whether it waits for a person's word."""
        return HELD in self.states

    @property
    def troubled(self) -> bool:
        """Whether somebody must look."""
        return bool(self.states & {State.FAILED, State.ASK, State.LATE, State.HAND})


@dataclass(frozen=True)
class Day:
    """One day of the week strip."""

    day: date
    posts: int
    is_today: bool


def _midnight(library: Library, day: date) -> datetime:
    return datetime.combine(day, time(), library.zone)


def _posts(library: Library, first: date, days: int) -> Q:
    starts, ends = _midnight(library, first), _midnight(library, first + timedelta(days))
    return Q(
        post__library=library,
        post__form=Post.Form.POST,
        kind=Kind.POST,
        part=0,
        state__in=SHOWN,
        due_at__gte=starts,
        due_at__lt=ends,
    )


def going_out(person: Person, library: Library, day: date) -> list[Going]:
    """The posts of a day, by time."""
    found = Delivery.objects.visible_to(person).filter(_posts(library, day, 1))
    rows: dict[tuple[int, datetime], Going] = {}
    for one in found.select_related("post", "channel__branch").order_by("due_at", "channel__position", "pk"):
        row = rows.setdefault((one.post_id, one.due_at), Going(one.due_at, one.post))
        row.channels.append(one.channel)
        row.states.add(HELD if one.is_held else one.state)
    return list(rows.values())


def week(person: Person, library: Library, today: date) -> list[Day]:
    """The seven days from Monday on, with their number of posts."""
    monday = today - timedelta(today.weekday())
    found = Delivery.objects.visible_to(person).filter(_posts(library, monday, 7))
    by_day = found.annotate(day=TruncDate("due_at", tzinfo=library.zone)).values("day").annotate(n=Count("post", distinct=True))
    counts: Counter[date] = Counter({row["day"]: row["n"] for row in by_day.order_by()})
    return [Day(d, counts[d], d == today) for d in (monday + timedelta(n) for n in range(7))]


def next_one(person: Person) -> Delivery | None:
    """The next post that will go out; none of those that wait for a person's word."""
    planned = {"kind": Kind.POST, "state": State.DUE, "held_at": None}
    found = Delivery.objects.visible_to(person).filter(due_at__gte=timezone.now(), **planned)
    return found.select_related("post").oldest_first().first()
