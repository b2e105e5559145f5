"""What the channels have had lately, so that nothing is said twice without meaning to (R55)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from theke.channels.models import Channel
from theke.guidelines.rules.base import Recent
from theke.posts.models import Post, Version

LATELY = timedelta(days=14)
MOST = 60
"""Texts looked at, the newest first."""


def recent(post: Post, channels: Iterable[Channel], at: datetime) -> tuple[Recent, ...]:
    """The texts that were handed over for these channels in the two weeks before `at` (aware), in one query."""
    there = Version.objects.filter(channel__in=[channel.pk for channel in channels], post__form=Post.Form.POST)
    lately = there.filter(post__released_at__gt=at - LATELY, post__released_at__lte=at).exclude(post=post.pk)
    rows = lately.order_by("-post__released_at").values_list("channel", "post__released_at", "own_text", "post__text")
    return tuple(
        Recent(str(channel), released, text if own is None else own) for channel, released, own, text in rows[:MOST] if released
    )
