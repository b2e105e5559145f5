"""Changes and removes what is out: deliveries of their own kind, with a result for each channel."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.channels.models import Channel
from theke.jobs import sources
from theke.networks.base import JSON
from theke.people.access import may
from theke.people.models import HistoryEntry, Person
from theke.posts.approving import involved, needed
from theke.posts.checking import hindrances
from theke.posts.models import Post, Version
from theke.publishing.fixing import payloads_of
from theke.publishing.models import ON_THE_WAY, Delivery, Kind, State
from theke.publishing.planning import NotPlanned
from theke.publishing.scheduling import Hindered, NotApproved, check_duties, order_pictures

CANNOT_EDIT = gettext_noop("%(network)s cannot change a post. Remove it and publish it again.")
CANNOT_REMOVE = gettext_noop("%(network)s cannot remove a post from here. Remove it there by hand.")
NO_REFERENCE = gettext_noop("A colleague entered it by hand, so the desk cannot change it there.")
DISCONNECTED = gettext_noop("%(channel)s is not connected.")
NOT_YOURS = gettext_noop(
    "%(channels)s asks for a second pair of eyes, so a change comes from somebody who has not written the post. "
    "Please ask the editorial group."
)
NOTHING = gettext_noop("Nothing has changed, or no channel can change it.")
NOTHING_TO_REMOVE = gettext_noop("There is nothing here that could be removed.")


@dataclass(frozen=True)
class Possibility:
    """What can be done with a post on one channel. Words, `{"words", "params"}`, say why not; empty where it can."""

    channel: Channel
    deliveries: list[Delivery]
    edit: JSON
    remove: JSON


def may_change(person: Person, post: Post) -> bool:
    """Whether this person changes or removes this post: its sender, or the editorial group."""
    if not may(person, "publish", post):
        return False
    return post.sender_id == person.pk or may(person, "recall", post)


def possible(post: Post) -> list[Possibility]:
    """For each channel on which the post stands, what can be done there, before anyone tries."""
    standing = Delivery.objects.filter(post=post).standing().select_related("channel", "channel__branch", "post")
    by_channel: dict[int, list[Delivery]] = {}
    for delivery in standing.prefetch_related("changes").order_by("channel__position", "channel__name", "part"):
        by_channel.setdefault(delivery.channel_id, []).append(delivery)
    return [_possibility(parts) for parts in by_channel.values()]


def _possibility(parts: list[Delivery]) -> Possibility:
    channel = parts[0].channel
    return Possibility(channel, parts, _why_not(parts, "edit", CANNOT_EDIT), _why_not(parts, "remove", CANNOT_REMOVE))


def _why_not(parts: list[Delivery], ability: str, cannot: str) -> JSON:
    channel = parts[0].channel
    if not channel.connected:
        return {"words": DISCONNECTED, "params": {"channel": channel.name}}
    if ability not in channel.limits.can:
        return {"words": channel.facts.cannot.get(ability, cannot), "params": {"network": channel.facts.label}}
    return {"words": NO_REFERENCE} if any(not one.remote for one in parts) and not channel.facts.by_hand else {}


@transaction.atomic
def edit(post: Post, *, by: Person) -> list[Delivery]:
    """Bring every channel on which the post stands, and which can, up to the post's present text.

    Raises `Hindered` when a check stands in the way, `NotApproved` for somebody whose change on one of its channels another pair
    of eyes would have to see, `NotPlanned` when there is nothing to do.
    """
    check_duties(post, by)
    found = [one for one in hindrances(post) if one.rule != "R51"]  # what stands may be put right while all else is paused
    if found:
        raise Hindered(found)
    asking = asked_for(post, by)
    if asking:
        raise NotApproved(asking, NOT_YOURS)
    made = [one for here in possible(post) if not here.edit for one in _edits(post, here, by)]
    if not made:
        raise NotPlanned(NOTHING)
    order_pictures(made)
    _write_history("edited", post, by, made)
    sources.wake()
    return made


def asked_for(post: Post, by: Person) -> list[Channel]:
    """The channels on which this person may not change the post alone: a second pair of eyes is asked for, and they are the first."""
    if may(by, "approve", post) and by.pk not in involved(post):
        return []
    standing = set(Delivery.objects.filter(post=post).standing().values_list("channel_id", flat=True))
    return [channel for channel in needed(post, by) if channel.pk in standing]


def _edits(post: Post, here: Possibility, by: Person) -> list[Delivery]:
    version = Version.objects.select_related("post__sender__home_branch", "channel__branch").get(
        post=post, channel=here.channel
    )
    payloads = payloads_of(version)
    if any(one.get("below") for one in payloads):
        # What stands below a post may have failed, or be gone: each is changed by its own words.
        payloads = [payloads[one.part] for one in here.deliveries if one.part < len(payloads)]
    elif len(payloads) != len(here.deliveries):
        payloads = [{**payloads[0], "text": "\n\n".join(one["text"] for one in payloads)}]
    pairs = zip(here.deliveries, payloads, strict=False)
    return [_change(original, Kind.EDIT, payload, by) for original, payload in pairs if payload != _last_wish(original)]


def _last_wish(original: Delivery) -> JSON:
    """What was last asked for, whether or not it was carried out yet."""
    wishes = [one for one in original.changes.all() if one.kind == Kind.EDIT and one.state in (*ON_THE_WAY, State.SENT)]
    payload: JSON = max(wishes, key=lambda one: one.pk).payload if wishes else original.payload
    return payload


def _change(original: Delivery, kind: Kind, payload: JSON, by: Person) -> Delivery:
    """Write the delivery of a change. One that has not begun is replaced; one under way is waited for."""
    changes = Delivery.objects.filter(original=original)
    changes.filter(state=State.DUE, tries=0).update(state=State.CANCELLED, fence=F("fence") + 1, lease_until=None)
    before = changes.filter(state__in=ON_THE_WAY).order_by("-pk").first()
    return Delivery.objects.create(
        post=original.post,
        channel=original.channel,
        kind=kind,
        purpose=f"{kind}:{changes.count() + 1}",
        part=original.part,
        follows=before,
        original=original,
        payload=payload,
        staged=original.staged,
        key=uuid4().hex,
        by=by,
        due_at=timezone.now(),
        late=Post.Late.SEND,
    )


@transaction.atomic
def remove(post: Post, *, by: Person, reason: str = "", channels: Collection[Channel] | None = None) -> list[Delivery]:
    """Remove the post from the channels given, or from all on which it stands and which can; what is still due is cancelled.

    The reason is kept in the history. Raises `NotPlanned` when there is nothing to remove.
    """
    chosen = None if channels is None else {channel.pk for channel in channels}
    waiting = Delivery.objects.filter(post=post, kind=Kind.POST, state=State.DUE)
    if chosen is not None:
        waiting = waiting.filter(channel__in=chosen)
    cancelled = waiting.update(state=State.CANCELLED, fence=F("fence") + 1, lease_until=None)
    places = [here for here in possible(post) if not here.remove and (chosen is None or here.channel.pk in chosen)]
    # From the end of a chain to its beginning, so that no part hangs in the air.
    made = [_change(one, Kind.REMOVE, {"reason": reason}, by) for here in places for one in reversed(here.deliveries)]
    if not made and not cancelled:
        raise NotPlanned(NOTHING_TO_REMOVE)
    _write_history("removed", post, by, made, reason=reason)
    sources.wake()
    return made


def _write_history(verb: str, post: Post, by: Person, made: list[Delivery], **details: str) -> None:
    names = list(dict.fromkeys(one.channel.name for one in made))
    HistoryEntry.write(verb, post, by=by, library=post.library, channels=names, **details)
