"""What the lists show of posts whose deliveries are prefetched."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from theke.channels.models import Channel
from theke.guidelines.rules.base import Finding
from theke.posts.models import Approval, Post
from theke.publishing.models import ON_THE_WAY, Delivery, Kind, State
from theke.publishing.showing import ICONS, KINDS
from theke.ui.templatetags.ui import when
from theke.ui.wording import worded

register = template.Library()
WORST_FIRST = (State.FAILED, State.ASK, State.LATE, State.HAND, State.DROPPED, State.SENDING, State.DUE, State.SENT)


@dataclass(frozen=True)
class Sign:
    """A state with the number of channels in it."""

    kind: str
    icon: str
    words: str


@register.filter
def states(post: Post) -> list[Sign]:
    """The states of a post's deliveries, the worst first, each once."""
    told = [one for one in post.deliveries.all() if one.kind == Kind.POST or one.state != State.SENT]
    held = [one for one in told if one.is_held]
    found = [State(one.state) for one in told if not one.is_held]
    counted = [(state, found.count(state)) for state in WORST_FIRST if state in found]
    kinds = len(counted) + bool(held)
    waits = [Sign("warn", "circle-pause", _counted(_("paused"), len(held), kinds))] if held else []
    return waits + [Sign(KINDS.get(one, ""), ICONS[one], _counted(str(one.label), n, kinds)) for one, n in counted]


def _counted(words: str, count: int, kinds: int) -> str:
    return f"{count} {words}" if kinds > 1 else words


def channels_of(post: Post) -> list[Channel]:
    """Where it goes or went; for a draft, where it is meant to go."""
    sent = [one.channel for one in post.deliveries.all()]
    return list(dict.fromkeys(sent or [version.channel for version in post.versions.all()]))


@register.filter
def first_channel(post: Post) -> Channel | None:
    """The first of its channels."""
    return next(iter(channels_of(post)), None)


@register.simple_tag
def channel_names(post: Post) -> str:
    """The names of its channels, one after the other."""
    return ", ".join(channel.name for channel in channels_of(post)) or _("no channel yet")


@register.simple_tag
def row_moment(post: Post) -> str:
    """The moment that matters in a list: when it goes, went, or was saved."""
    rows = post.deliveries.all()
    ahead: list[datetime] = [one.due_at for one in rows if one.state in ON_THE_WAY]
    behind: list[datetime] = [one.sent_at for one in rows if one.sent_at]
    return when(min(ahead, default=None) or min(behind, default=None) or post.saved_at, "near")


APPROVAL_KINDS = {"asked": "brand-tag", "approved": "ok", "returned": "warn", "lapsed": "warn"}


@register.simple_tag
def approval_kind(approval: Approval) -> str:
    """The colour of a request's state, as a class of the tag; the words say the same."""
    return APPROVAL_KINDS.get(approval.state, "")


@register.simple_tag
def finding_words(finding: Finding) -> str:
    """What a rule says, in the reader's language."""
    return worded(finding.words, finding.params)


@register.simple_tag
def reason_given(reasons: Mapping[str, str], finding: Finding) -> str:
    """The reason that was typed for this finding, so that it is not lost."""
    return reasons.get(f"reason-{finding.fingerprint}", "")


@dataclass(frozen=True)
class Taken:
    """A picture to be taken along by hand."""

    url: str
    name: str
    alt: str


@register.filter
def pictures_to_take(delivery: Delivery) -> list[Taken]:
    """The pictures of a delivery that a person publishes."""
    chosen = delivery.payload.get("media") or []
    return [
        Taken(reverse("media:picture", args=[one["asset"], "view"]), f"{place}.jpg", one["alt"])
        for place, one in enumerate(chosen, 1)
    ]
