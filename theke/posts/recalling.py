"""What the channels have had lately, so that nothing is said twice without meaning to (R55)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from theke.channels.models import Channel
from theke.guidelines.rules.base import Recent
from theke.posts.models import Attachment, Post, Version

LATELY = timedelta(days=14)
MOST = 60
"""Texts looked at, the newest first."""


def look_of(sha256: str) -> int:
    """What marks a picture by its file: the same one has the same 64 bits, of two others about half of them differ."""
    return int(sha256[:16], 16)


def recent(post: Post, channels: Iterable[Channel], at: datetime, *, pictures: bool = False) -> tuple[Recent, ...]:
    """The texts that were handed over for these channels in the two weeks before `at` (aware), in one query.

    With `pictures` what they showed, too, which costs another one.
    """
    there = Version.objects.filter(channel__in=[channel.pk for channel in channels], post__form=Post.Form.POST)
    lately = there.filter(post__released_at__gt=at - LATELY, post__released_at__lte=at).exclude(post=post.pk)
    newest = lately.order_by("-post__released_at")
    rows = list(newest.values_list("channel", "post__released_at", "own_text", "post__text", "post")[:MOST])
    looks = _looks({pk for *_said, pk in rows}) if pictures else {}
    return tuple(
        Recent(str(channel), released, text if own is None else own, looks.get(pk, ()))
        for channel, released, own, text, pk in rows
        if released
    )


def _looks(posts: set[int]) -> dict[int, tuple[int, ...]]:
    shown: dict[int, tuple[int, ...]] = {}
    for pk, sha256 in Attachment.objects.filter(post__in=posts).values_list("post", "asset__sha256"):
        shown[pk] = (*shown.get(pk, ()), look_of(sha256))
    return shown
