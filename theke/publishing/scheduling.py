"""Hands a post over to the ledger, takes it back, moves it. The only maker of deliveries that publish."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.channels.budgeting import NO_BUDGET
from theke.channels.models import Channel
from theke.guidelines.knowing import may_publish
from theke.guidelines.rules.base import Finding
from theke.jobs import sources
from theke.media.models import Asset
from theke.media.ordering import order
from theke.networks.base import JSON, Ref
from theke.people.access import may
from theke.people.models import HistoryEntry, Person
from theke.posts.approving import needed, seal_of, stands
from theke.posts.checking import hindrances
from theke.posts.models import Post, Version
from theke.publishing import paying
from theke.publishing.fixing import payloads_of
from theke.publishing.models import Delivery, Kind, State, Urgent
from theke.publishing.planning import NotPlanned, check_moment, wall_of
from theke.publishing.telling import no_longer_asks

UNDO_FOR = timedelta(seconds=10)
"""Published at once means: in ten seconds, so that it can be taken back."""

NO_CHANNEL = gettext_noop("Choose at least one channel.")
UNDER_WAY = gettext_noop("This post has already been handed over.")
NOT_CONNECTED = gettext_noop("%(channel)s is not connected. Connect it again or take it out.")
CANNOT_ANSWER = gettext_noop("One cannot answer here from the desk.")
NOT_OPEN = gettext_noop("%(channel)s is not open to you. Take it out, or ask the editorial group.")
NOT_APPROVED = gettext_noop("%(channels)s asks for a second pair of eyes. Hand the post in first.")
NOT_YET = gettext_noop(
    "Your library asks everybody to confirm the guideline and to be introduced before they publish. Open the guideline, "
    "and ask the editorial group if something is missing."
)


class Hindered(NotPlanned):
    """The guideline stands in the way: `findings` are the blocks, and the warnings that nobody has confirmed."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(gettext_noop("The guideline stands in the way."))
        self.findings = list(findings)


class NotApproved(NotPlanned):
    """Nobody else has looked yet at what is stored now: `channels` are those that ask for it."""

    def __init__(self, channels: Sequence[Channel], words: str = NOT_APPROVED) -> None:
        super().__init__(words, channels=", ".join(channel.name for channel in channels))
        self.channels = list(channels)


@transaction.atomic
def schedule(
    post: Post, *, at: datetime | None, by: Person, undo: timedelta = timedelta(0), replies_to: Ref | None = None
) -> list[Delivery]:
    """Hand a draft over: one delivery for each version, or several for a chain, all in one transaction.

    `at` is the moment (aware), None for now; `undo` puts it off so that it can be taken back. Raises `Hindered` when a check
    stands in the way, `NotApproved` where a channel asks for a second pair of eyes and nobody has approved just this text, and
    `NotPlanned` for a moment or a channel that is not possible. A post is handed over once: a second call raises `NotPlanned`.
    """
    now = timezone.now()
    if at is not None:
        check_moment(at, now)
    versions = list(post.versions.select_related("post__sender__home_branch", "post__library", "channel__branch"))
    _check(post, versions, at, by)
    due_at = (at or now) + undo
    _release(post, due_at, by, planned=at is not None)
    made = [one for version in versions for one in _deliveries(version, due_at, by, replies_to)]
    _write_history(
        "planned" if at else gettext_noop("released"), post, by, [version.channel.name for version in versions], due_at
    )
    sources.wake()
    return made


def _check(post: Post, versions: list[Version], at: datetime | None, by: Person) -> None:
    check_ready(post, versions, at)
    check_duties(post, by)
    for version in versions:
        if post.form == Post.Form.POST and not may(by, "publish", version.channel):
            raise NotPlanned(NOT_OPEN, channel=version.channel.name)
    asking = needed(post, by, at)
    if asking and not stands(post) and not _is_urgent(post):
        raise NotApproved(asking)


def _is_urgent(post: Post) -> bool:
    """Whether just this text may go out before anybody else has looked; somebody looks afterwards."""
    return Urgent.objects.open().filter(post=post, seal=seal_of(post)).exists()


def check_duties(post: Post, by: Person) -> None:
    """Raise `NotPlanned` for somebody who has not done what the library asks for first (A03).

    For the sender the guideline itself says so (R61); this is for whoever lets it out or changes it.
    """
    if may_publish(by, post.library):
        return
    if not may_publish(by, post.library, channels=[one.channel for one in post.versions.select_related("channel")]):
        raise NotPlanned(NOT_YET)


def check_ready(post: Post, versions: Sequence[Version], at: datetime | None) -> None:
    """Raise `NotPlanned` for a post that cannot go out whoever sends it, `Hindered` where the guideline stands in the way."""
    if not versions:
        raise NotPlanned(NO_CHANNEL)
    for version in versions:
        if not version.channel.connected:
            raise NotPlanned(NOT_CONNECTED, channel=version.channel.name)
        if paying.unpaid(version.channel):
            raise NotPlanned(NO_BUDGET, channel=version.channel.name)
        if post.form == Post.Form.REPLY and "reply" not in version.channel.limits.can:
            raise NotPlanned(version.channel.facts.cannot.get("reply", CANNOT_ANSWER))
    found = hindrances(post, at)
    if found:
        raise Hindered(found)


def _release(post: Post, due_at: datetime, by: Person, *, planned: bool) -> None:
    fields: JSON = {
        "released_at": timezone.now(),
        "released_by": by,
        "planned_wall": wall_of(due_at, post.library.zone) if planned else "",
        "planned_zone": post.library.time_zone if planned else "",
    }
    if not Post.objects.filter(pk=post.pk, released_at=None, binned_at=None).update(**fields):
        raise NotPlanned(UNDER_WAY)
    for name, value in fields.items():
        setattr(post, name, value)


def _deliveries(version: Version, due_at: datetime, by: Person, replies_to: Ref | None) -> list[Delivery]:
    made: list[Delivery] = []
    for part, payload in enumerate(payloads_of(version)):
        made.append(
            Delivery.objects.create(
                post=version.post,
                channel=version.channel,
                part=part,
                follows=made[-1] if made else None,
                payload=payload,
                target=replies_to.as_json() if replies_to and not made else {},
                key=uuid4().hex,
                by=by,
                due_at=due_at,
                late=version.post.late,
                late_at=due_at + timedelta(minutes=version.post.late_after),
            )
        )
    order_pictures(made)
    return made


def order_pictures(made: Sequence[Delivery]) -> None:
    """Have the renditions made in good time, off the path of the delivery."""
    pictures = [one for delivery in made for one in delivery.payload.get("media", [])]
    for asset in Asset.objects.filter(pk__in={one["asset"] for one in pictures}) if pictures else ():
        order(asset, [one["spec"] for one in pictures if one["asset"] == asset.pk])


def undo(post: Post, *, by: Person) -> bool:
    """Take back what has not left yet; True, and the post is a draft again, when nothing had left.

    Whatever is still due is cancelled even when something else has left already: then it gives False.
    """
    return _take_back(post, by, gettext_noop("undone"))


def cancel(post: Post, *, by: Person) -> bool:
    """Take a planned post out of the plan; like `undo`."""
    return _take_back(post, by, "cancelled")


@transaction.atomic
def _take_back(post: Post, by: Person, verb: str) -> bool:
    posts = Delivery.objects.filter(post=post, kind=Kind.POST).exclude(state=State.CANCELLED)
    # The raised fence stops a worker that has claimed the row and is still preparing.
    taken = posts.filter(state=State.DUE).update(state=State.CANCELLED, fence=F("fence") + 1, lease_until=None)
    whole = taken > 0 and not posts.exists()
    if whole:
        back_to_draft(post)
    if taken:
        _write_history(verb, post, by, [], None)
    return whole


def back_to_draft(post: Post) -> None:
    """Give the post back to its author."""
    fields: JSON = {"released_at": None, "released_by": None, "planned_wall": "", "planned_zone": ""}
    Post.objects.filter(pk=post.pk).update(**fields)
    undone = Urgent.objects.open().filter(post=post)
    no_longer_asks(undone.values_list("pk", flat=True))
    undone.update(verdict=Urgent.Verdict.UNDONE, decided_at=timezone.now())
    for name, value in fields.items():
        setattr(post, name, value)


@transaction.atomic
def move(post: Post, *, at: datetime, by: Person) -> bool:
    """Move a planned post to another moment (aware); False when something of it has left already.

    An approval holds for the text and not for the time, so an approved post may be moved. What waits for a person's word keeps
    waiting: a new time is no such word.
    Raises `NotPlanned` for a moment that is not possible, `Hindered` when the guideline says no to the new one.
    """
    check_moment(at, timezone.now())
    found = hindrances(post, at)
    if found:
        raise Hindered(found)
    posts = Delivery.objects.filter(post=post, kind=Kind.POST).exclude(state=State.CANCELLED)
    late_at = at + timedelta(minutes=post.late_after)
    due: JSON = {
        "due_at": at,
        "late_at": late_at,
        "retry_at": None,
        "lease_until": None,
        "fence": F("fence") + 1,
    }
    posts.filter(state=State.DUE, held_at=None).update(trouble={})
    count, moved = posts.count(), posts.filter(state=State.DUE).update(**due)
    if moved < count or not moved:
        transaction.set_rollback(True)
        return False
    zone = post.library.zone
    Post.objects.filter(pk=post.pk).update(planned_wall=wall_of(at, zone), planned_zone=post.library.time_zone)
    _write_history(gettext_noop("moved"), post, by, [], at)
    sources.wake()
    return True


def _write_history(verb: str, post: Post, by: Person, channels: list[str], at: datetime | None) -> None:
    details: JSON = {"channels": channels} if channels else {}
    if at:
        details["at"] = at.isoformat()
    HistoryEntry.write(verb, post, by=by, library=post.library, **details)
