"""What the channels have had lately, so that nothing is said twice without meaning to (R55)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from theke.channels.models import Channel
from theke.guidelines.rules.base import Recent
from theke.posts.models import Attachment, Post

LATELY = timedelta(days=14)
MOST = 60
"""Texts looked at, the newest first."""


def look_of(sha256: str, look: str | None) -> int:
    """256 bits: the same picture, though saved anew, differs in few of them (`media.comparing`).

    One that is too plain, or of which the look is not taken yet, is known by its file alone: of two others about half of the bits differ.
    """
    return int(look or sha256, 16)


def recent(post: Post, channels: Iterable[Channel], at: datetime, *, pictures: bool = False) -> tuple[Recent, ...]:
    """The texts that were handed over for these channels in the two weeks before `at` (aware), in one query.

    With `pictures` what they showed, too, which costs another one.
    """
    said = Post.objects.filter(library=post.library_id, form=Post.Form.POST, released_at__gt=at - LATELY, released_at__lte=at)
    there = said.filter(versions__channel__in=[channel.pk for channel in channels]).exclude(pk=post.pk)
    # From the posts, whose index begins with the newest: from the versions, every text that a channel ever had would be read.
    newest = there.order_by("-released_at")
    rows = list(newest.values_list("versions__channel", "released_at", "versions__own_text", "text", "pk")[:MOST])
    looks = _looks({pk for *_said, pk in rows}) if pictures else {}
    return tuple(
        Recent(str(channel), released, text if own is None else own, looks.get(pk, ()))
        for channel, released, own, text, pk in rows
        if released
    )


def _looks(posts: set[int]) -> dict[int, tuple[int, ...]]:
    shown: dict[int, tuple[int, ...]] = {}
    rows = Attachment.objects.filter(post__in=posts).values_list("post", "asset__sha256", "asset__look")
    for pk, sha256, look in rows:
        shown[pk] = (*shown.get(pk, ()), look_of(sha256, look))
    return shown
