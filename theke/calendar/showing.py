"""What a page of the calendar shows: its days, and on them entries, free places, holidays and closing days."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from uuid import UUID

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from theke.calendar.gapping import Gap, gaps_of
from theke.calendar.gathering import ASKED, DRAFT, HELD, REMOVED, Row, rows_between
from theke.calendar.narrowing import Filters
from theke.calendar.shading import Mark, Shades, shades_of
from theke.calendar.slotting import Around, Place, PlaceState, places_of, posts_in, slots_between
from theke.calendar.spanning import Span
from theke.channels.models import Channel
from theke.people.models import Library, Person
from theke.posts.models import Approval, Post
from theke.publishing.changing import may_change
from theke.publishing.models import State
from theke.publishing.showing import ICONS, KINDS
from theke.ui.icons import svg

MOST = {"week": 10, "month": 3, "list": 6, "day": 200}
"""Entries of one day on the screen; the rest is a click away."""
MOST_ON_PAPER = 8
"""Entries of one day on paper, where nobody can click."""
WORDS: dict[str, Promise] = {
    DRAFT: _("draft"),
    ASKED: Approval.State.ASKED.label,
    HELD: _("paused"),
    REMOVED: _("removed"),
    **{str(state): state.label for state in State},
}
SIGNS: dict[str, str] = {
    DRAFT: "pencil",
    ASKED: "hourglass",
    HELD: "circle-pause",
    REMOVED: "eraser",
    **{str(state): name for state, name in ICONS.items()},
}
TONES: dict[str, str] = {
    DRAFT: "draft",
    ASKED: "asked",
    HELD: "held",
    REMOVED: "gone",
    State.DUE: "planned",
    State.SENDING: "planned",
}
NOBODY = UUID(int=0)
LEGEND = (DRAFT, ASKED, State.DUE, HELD, State.SENT, State.FAILED, State.ASK, State.LATE, State.HAND)


@dataclass(frozen=True)
class Sign:
    """A state as it is shown: never by its colour alone."""

    words: str
    drawn: SafeString
    tone: str


def sign_of(state: str) -> Sign:
    """How this state is shown."""
    tone = TONES.get(state) or KINDS.get(State(state), "")
    return Sign(str(WORDS[state]), svg(SIGNS[state]), tone)


@cache
def _pattern(name: str) -> str:
    return reverse(name, args=[NOBODY])


def _address(name: str, post: Post) -> str:
    """An address with the post's uuid. A page holds hundreds, so the pattern is looked up once."""
    return _pattern(name).replace(str(NOBODY), str(post.uuid))


def legend() -> list[Sign]:
    """The signs that a reader meets most."""
    return [sign_of(str(state)) for state in LEGEND]


@dataclass
class Entry:
    """A post at one moment."""

    row: Row
    post: Post
    at: datetime
    channels: list[Channel]
    spine: SafeString
    sign: Sign
    movable: bool
    slot: str = ""
    is_place = False

    @property
    def url(self) -> str:
        """Where it is read and written."""
        return _address("posts:edit" if self.post.released_at is None else "publishing:page", self.post)

    @property
    def acts(self) -> str:
        """Where it is moved, duplicated, taken out."""
        return _address("calendar:entry", self.post)

    @property
    def acts_label(self) -> str:
        """What its three dots are called."""
        return gettext("More for “%(title)s”") % {"title": self.post.headline}

    @property
    def clock(self) -> str:
        """The time on the library's clock."""
        return time_format(self.at)

    @property
    def others(self) -> int:
        """How many channels there are beside the one whose spine is shown."""
        return max(0, len(self.channels) - 1)

    @property
    def channel_names(self) -> str:
        """The names of its channels."""
        return ", ".join(channel.name for channel in self.channels)


@dataclass
class Day:
    """One day of the page."""

    date: date
    is_today: bool
    is_past: bool
    is_outside: bool
    marks: list[Mark]
    opening: str
    entries: list[Entry] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    more: int = 0

    @property
    def items(self) -> list[Entry | Place]:
        """Everything on it, by time."""
        return sorted([*self.places, *self.entries], key=lambda item: item.at)

    @property
    def spoken(self) -> str:
        """The day with its weekday."""
        return date_format(self.date, "WEEKDAY_DATE")

    @property
    def is_shaded(self) -> bool:
        """Whether it is a holiday, or the whole library is closed."""
        return any(mark.branch is None for mark in self.marks)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return not (self.entries or self.places)

    @property
    def week(self) -> int:
        """Its ISO week."""
        return self.date.isocalendar().week


@dataclass
class Page:
    """The whole page."""

    span: Span
    days: list[Day]
    gaps: list[Gap]

    @property
    def is_empty(self) -> bool:
        """Whether there is no entry at all."""
        return not any(day.entries for day in self.days)


def page_of(person: Person, library: Library, span: Span, filters: Filters, now: datetime, *, on_paper: bool = False) -> Page:
    """What this person sees of these days; on paper more of a full one."""
    most = max(MOST[span.look], MOST_ON_PAPER) if on_paper else MOST[span.look]
    start, end = span.bounds(library.zone)
    shades = shades_of(library, span.first, span.last, filters.keys("branch"))
    rows = _by_day(rows_between(library, start, end, filters), library)
    slots = list(slots_between(library, span.first, span.last, filters)) if filters.shows("free") else []
    wanted = {row.post for some in rows.values() for row in some[:most]} | posts_in(slots)
    posts = _posts(wanted)
    places = places_of(slots, span.first, span.last, Around(posts, shades, span.today, library.zone))
    entries = _Entries(person, library, posts, {place.post.pk: place.slot.name for place in places if place.post}, span, most)
    days = [entries.day(day, rows.get(day, []), [one for one in places if one.day == day], shades) for day in span.days]
    gaps = gaps_of(library, now, filters.keys("branch")) if span.is_now and span.look in ("week", "list") else []
    return Page(span, days, gaps)


def _by_day(rows: list[Row], library: Library) -> dict[date, list[Row]]:
    found: dict[date, list[Row]] = defaultdict(list)
    for row in rows:
        found[library.local(row.at).date()].append(row)
    return found


def _posts(wanted: set[int]) -> dict[int, Post]:
    posts = Post.objects.filter(pk__in=wanted).select_related("sender").defer("set_aside", "written_by") if wanted else ()
    return {post.pk: post for post in posts}


class _Entries:
    """Makes the entries of a page; the spine of a channel is drawn once."""

    def __init__(
        self, person: Person, library: Library, posts: dict[int, Post], slots: dict[int, str], span: Span, most: int
    ) -> None:
        self.person, self.library, self.posts, self.slots = person, library, posts, slots
        self.span, self.most = span, most
        channels = Channel.objects.filter(library=library).select_related("branch").defer("limits_read", "profile")
        self.channels = {channel.pk: channel for channel in channels}
        self.drawn: dict[int, SafeString] = {}
        self.signs: dict[str, Sign] = {}

    def day(self, day: date, rows: list[Row], places: list[Place], shades: Shades) -> Day:
        """One day with all that stands on it."""
        span = self.span
        return Day(
            day,
            is_today=day == span.today,
            is_past=day < span.today,
            is_outside=span.outside(day),
            marks=shades.of(day),
            opening=shades.opening(day),
            entries=[self.entry(row) for row in rows[: self.most] if row.post in self.posts],
            places=[place for place in places if place.state not in (PlaceState.FILLED, PlaceState.PAST)],
            more=max(0, len(rows) - self.most),
        )

    def entry(self, row: Row) -> Entry:
        """A post at one moment."""
        post = self.posts[row.post]
        channels = sorted((self.channels[key] for key in row.channels), key=lambda one: (one.position, one.name))
        wall = self.library.local(row.at)
        spine = self.spine(channels[0]) if channels else mark_safe("")
        movable = is_movable(self.person, post, row.state)
        return Entry(row, post, wall, channels, spine, self.sign(row.state), movable, self.slots.get(post.pk, ""))

    def sign(self, state: str) -> Sign:
        """How this state is shown."""
        if state not in self.signs:
            self.signs[state] = sign_of(state)
        return self.signs[state]

    def spine(self, channel: Channel) -> SafeString:
        """The spine label of a channel."""
        if channel.pk not in self.drawn:
            self.drawn[channel.pk] = render_to_string("ui/spine.html", {"channel": channel, "facts": channel.facts})
        return self.drawn[channel.pk]


def is_movable(person: Person, post: Post, state: str) -> bool:
    """Whether this person can move it: drafts are everybody's (A15), planned posts their sender's and the editorial group's."""
    return state == DRAFT or (state in (State.DUE, HELD) and may_change(person, post))
