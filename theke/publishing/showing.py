"""What the pages show of the ledger: a line per channel, its state in words, and the one act that mends it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from theke.channels.budgeting import Cost
from theke.channels.models import Channel
from theke.networks.base import JSON
from theke.people.models import Person
from theke.posts.models import Post
from theke.publishing.deciding import may_decide
from theke.publishing.models import NEEDS_A_PERSON, ON_THE_WAY, Delivery, DeliveryQuerySet, Kind, State
from theke.publishing.paying import costs_of, for_money
from theke.publishing.scheduling import UNDO_FOR

SOON = timedelta(seconds=30)
KINDS = {
    State.SENT: "ok",
    State.FAILED: "danger",
    State.ASK: "warn",
    State.LATE: "warn",
    State.HAND: "warn",
    State.DROPPED: "warn",
}
ICONS = {
    State.DUE: "clock",
    State.SENDING: "loader",
    State.SENT: "check",
    State.FAILED: "circle-alert",
    State.ASK: "circle-question-mark",
    State.LATE: "clock-alert",
    State.HAND: "hand",
    State.DROPPED: "clock-alert",
    State.CANCELLED: "circle-x",
}


@dataclass(frozen=True)
class Line:
    """One delivery as a page shows it. `mend` is the one act offered: reconnect, resend, ask, late, hand, or nothing."""

    delivery: Delivery
    attempts: int
    words: str
    tag: str
    icon: str
    mend: str
    removed: bool
    costs: tuple[Cost, ...] = ()
    """What mending costs at most, where a call costs money."""

    @property
    def channel(self) -> Channel:
        """Where it goes."""
        return self.delivery.channel


@dataclass
class Shown:
    """A post with its deliveries, as its page shows it."""

    post: Post
    lines: list[Line] = field(default_factory=list)
    undo_until: datetime | None = None
    planned_for: datetime | None = None
    held: bool = False
    """Whether it waits for a person's word."""
    held_why: JSON = field(default_factory=dict)
    """Why it waits, in words; empty after a pause."""

    @property
    def moving(self) -> bool:
        """Whether something happens within the next moments, so that the page keeps looking."""
        soon = timezone.now() + SOON
        return any(
            one.delivery.state in ON_THE_WAY and not one.delivery.held_at and one.delivery.due_at < soon for one in self.lines
        )

    @property
    def mark(self) -> str:
        """Changes whenever the page would look different."""
        return "-".join(
            f"{one.delivery.pk}.{one.delivery.state}.{one.attempts}{'h' if one.delivery.is_held else ''}" for one in self.lines
        )

    @property
    def undo_seconds(self) -> int:
        """How long it can still be taken back."""
        return max(0, round((self.undo_until - timezone.now()).total_seconds())) if self.undo_until else 0

    @property
    def out(self) -> bool:
        """Whether it stands somewhere."""
        return any(
            one.delivery.state == State.SENT and one.delivery.kind == Kind.POST and not one.removed for one in self.lines
        )


def shown(post: Post, person: Person) -> Shown:
    """What the page of this post shows to this person."""
    rows = list(_rows(post))
    removed = {one.original_id for one in rows if one.kind == Kind.REMOVE and one.state == State.SENT}
    made = Shown(post, [_line(one, person, one.pk in removed) for one in rows])
    made.held = any(one.is_held for one in rows)
    made.held_why = next((one.trouble for one in rows if one.is_held and one.trouble), {})
    waiting = [one for one in rows if one.state == State.DUE and one.kind == Kind.POST and one.due_at > timezone.now()]
    if waiting:
        first = min(one.due_at for one in waiting)
        planned = bool(post.planned_wall)
        made.planned_for = first if planned else None
        made.undo_until = first if not planned and not made.held and first - timezone.now() <= UNDO_FOR else None
    return made


def _rows(post: Post) -> DeliveryQuerySet:
    """The deliveries of a post, channel by channel; those taken back before they left are not worth a line."""
    told = Delivery.objects.filter(post=post).exclude(state=State.CANCELLED, tries=0)
    joined = told.select_related("channel__branch", "post", "post__library").annotate(attempts_made=Count("attempts"))
    return joined.order_by("channel__position", "channel__name", "channel", "part", "pk")


def state_words(delivery: Delivery) -> str:
    """The state of a delivery in words, by what it does."""
    if delivery.is_held:
        return _("paused")
    if delivery.kind == Kind.EDIT:
        words = {
            State.SENT: _("changed"),
            State.FAILED: _("not changed"),
            State.SENDING: _("being changed"),
            State.DUE: _("change waits"),
            State.HAND: _("to be changed by hand"),
        }
    elif delivery.kind == Kind.REMOVE:
        words = {
            State.SENT: _("removed"),
            State.FAILED: _("not removed"),
            State.SENDING: _("being removed"),
            State.DUE: _("removal waits"),
            State.HAND: _("to be removed by hand"),
        }
    else:
        words = {}
    return words.get(State(delivery.state), delivery.get_state_display())


def tag_of(delivery: Delivery) -> str:
    """The colour of its state, as a class of the tag; the words say the same."""
    return "warn" if delivery.is_held else KINDS.get(State(delivery.state), "")


def mend_of(delivery: Delivery, person: Person) -> str:
    """The one act that mends this delivery and that this person may do; empty for none."""
    if delivery.state not in (*NEEDS_A_PERSON, State.DROPPED) or not may_decide(person, delivery):
        return ""
    if delivery.state in (State.ASK, State.HAND):
        return str(delivery.state)
    if delivery.state in (State.LATE, State.DROPPED):
        return "late"
    if for_money(delivery):
        return "budget"
    return "reconnect" if delivery.channel.token_state == Channel.Token.DEAD or not delivery.channel.connected else "resend"


def costs_to_mend(delivery: Delivery, mend: str) -> tuple[Cost, ...]:
    """What another try costs at most; nothing where none is offered."""
    return tuple(costs_of([[delivery]], removal=delivery.kind == Kind.REMOVE)) if mend else ()


def _line(delivery: Delivery, person: Person, removed: bool) -> Line:
    mend = mend_of(delivery, person)
    return Line(
        delivery,
        delivery.__dict__["attempts_made"],
        state_words(delivery),
        tag_of(delivery),
        ICONS[State(delivery.state)],
        mend,
        removed,
        costs_to_mend(delivery, mend),
    )
