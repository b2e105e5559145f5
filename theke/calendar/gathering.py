"""Finds what stands in the calendar between two moments: light rows first, so that a full month costs no more than an empty one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, OuterRef

from theke.calendar.narrowing import Filters
from theke.people.models import Library
from theke.posts.models import Approval, Post
from theke.publishing.models import Delivery, Kind, State

DRAFT, ASKED, HELD, REMOVED = "draft", "asked", "held", "removed"
WORST_FIRST = (
    State.FAILED,
    State.ASK,
    State.LATE,
    State.HAND,
    HELD,
    State.DROPPED,
    State.SENDING,
    State.DUE,
    State.SENT,
    REMOVED,
    ASKED,
    DRAFT,
)
RANK = {str(state): rank for rank, state in enumerate(WORST_FIRST)}
GROUP = {
    State.DUE: "planned",
    State.SENDING: "planned",
    State.SENT: "published",
    REMOVED: "published",
    ASKED: "asked",
    DRAFT: "draft",
}
"""Under which filter a state falls; what is missing here needs somebody."""
IN_CALENDAR = [state for state in State if state != State.CANCELLED]


@dataclass
class Row:
    """A post at one moment: its key, the channels it goes to then, and the state of each delivery."""

    post: int
    at: datetime
    states: list[str] = field(default_factory=list)
    channels: list[int] = field(default_factory=list)

    @property
    def state(self) -> str:
        """The state that matters most."""
        return min(self.states, key=RANK.__getitem__)

    @property
    def group(self) -> str:
        """The filter under which it falls."""
        return GROUP.get(self.state, "trouble")

    def add(self, state: str, channel: int | None) -> None:
        """Take in one more delivery or version."""
        self.states.append(state)
        if channel is not None and channel not in self.channels:
            self.channels.append(channel)


def rows_between(library: Library, start: datetime, end: datetime, filters: Filters) -> list[Row]:
    """Everything from `start` to before `end` that the filters let through, by time. Two questions to the database."""
    found = [*_deliveries(library, start, end, filters), *_drafts(library, start, end, filters)]
    return sorted((row for row in found if filters.shows(row.group)), key=lambda row: (row.at, row.post))


def _deliveries(library: Library, start: datetime, end: datetime, filters: Filters) -> Iterable[Row]:
    removed = Delivery.objects.filter(original=OuterRef("pk"), kind=Kind.REMOVE, state=State.SENT)
    posts = Delivery.objects.filter(
        filters.on_posts("post__", "channel"),
        kind=Kind.POST,
        state__in=IN_CALENDAR,
        due_at__gte=start,
        due_at__lt=end,
        post__library=library,
        post__form=Post.Form.POST,
        post__binned_at=None,
    )
    light = posts.annotate(removed=Exists(removed)).order_by("due_at", "pk")
    rows: dict[tuple[int, datetime], Row] = {}
    named = light.values_list("post_id", "due_at", "channel_id", "state", "held_at", "removed")
    for post, at, channel, state, held_at, is_removed in named:
        minute = at.replace(second=0, microsecond=0)
        rows.setdefault((post, minute), Row(post, at)).add(_state(state, held_at, is_removed), channel)
    return rows.values()


def _state(state: str, held_at: datetime | None, removed: bool) -> str:
    if removed:
        return REMOVED
    return HELD if state == State.DUE and held_at is not None else state


def _drafts(library: Library, start: datetime, end: datetime, filters: Filters) -> Iterable[Row]:
    asked = Approval.objects.waiting().filter(post=OuterRef("pk"))
    drafts = (
        Post.objects.posts()
        .drafts()
        .filter(filters.on_posts("", "versions__channel"), library=library, wished_at__gte=start, wished_at__lt=end)
        .exclude(text="", title="")
    )
    light = drafts.annotate(asked=Exists(asked)).order_by("wished_at", "pk", "versions__channel__position")
    rows: dict[int, Row] = {}
    for post, at, is_asked, channel in light.values_list("pk", "wished_at", "asked", "versions__channel"):
        if at is not None:
            rows.setdefault(post, Row(post, at)).add(ASKED if is_asked else DRAFT, channel)
    return rows.values()
