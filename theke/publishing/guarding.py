"""Keeps back what may no longer be shown: a planned post whose picture has lost its licence or a consent since it was planned."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.media.models import Asset
from theke.networks.base import JSON
from theke.posts.checking import findings
from theke.posts.models import Post
from theke.publishing.models import Delivery, Kind, State
from theke.publishing.telling import tell_held

NOT_OUT = (State.DUE, State.HAND)
"""Planned, or waiting for somebody to publish it by hand."""
NAMED = gettext_noop(
    "This post names a private account whose owner no longer agrees to it. Make it a draft again, take the name out where it "
    "stands in the text, and plan it anew."
)
"""Why it waits until it has been a draft: what is fixed of it still holds the name, and the guideline no longer knows it."""
SHOWING = ("R13", "R14", "R15")
"""The rules that say whether a picture may be shown at all: consents, and whose it is."""


def why_barred(delivery: Delivery, at: datetime) -> JSON:
    """Why it may not be shown at `at` (aware), in words; empty where it may.

    The guideline is asked only where something has run out or was withdrawn: what is fixed at planning holds otherwise.
    """
    shown = [one["asset"] for one in delivery.payload.get("media", [])]
    if not shown:
        return {}
    over = Asset.objects.filter(pk__in=shown).exclude(pk__in=Asset.objects.showable(delivery.post.library.local(at).date()))
    return _blocked(delivery, at) if over.exists() else {}


def _blocked(delivery: Delivery, at: datetime) -> JSON:
    here = ("", str(delivery.channel_id))
    found = [one for one in findings(delivery.post, at) if one.rule in SHOWING and one.severity == "block"]
    return next(({"words": one.words, "params": one.params} for one in found if one.channel in here), {})


@transaction.atomic
def hold_back(asset: Asset) -> list[Post]:
    """Let every planned post wait that may no longer show the picture when its moment comes; gives those that wait by that now.

    A person says what becomes of each, as after a pause. What was to be published by hand waits in the desk again. Safe to call
    again: what waits already is left alone.
    """
    planned = Delivery.objects.filter(kind=Kind.POST, state__in=NOT_OUT, held_at=None, post__attachments__asset=asset)
    held: dict[int, Post] = {}
    for delivery in planned.select_related("post__library", "post__sender__home_branch", "channel").oldest_first():
        why = why_barred(delivery, max(delivery.due_at, timezone.now()))
        if why and hold(delivery, why):
            tell_held(delivery)
            held.setdefault(delivery.post_id, delivery.post)
    return list(held.values())


def hold(delivery: Delivery, why: JSON) -> bool:
    """Let one that has not gone out wait for a person's word, with the reason; False when it does not wait to go out any more."""
    # The raised fence stops a worker that has claimed the row and is still preparing.
    row = Delivery.objects.filter(pk=delivery.pk, state=delivery.state, held_at=None)
    return bool(row.update(state=State.DUE, held_at=timezone.now(), trouble=why, fence=F("fence") + 1, lease_until=None))
