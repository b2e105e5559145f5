"""Makes a chain of posts of a text that is too long for one channel, and one text of it again."""

from django.db import transaction

from theke.posts.models import Post, Version
from theke.posts.signing import signature_of
from theke.posts.splitting import joined, one_text, split


@transaction.atomic
def split_for(post: Post, channel_pk: int, *, numbered: bool = False) -> bool:
    """Give the channel its text in parts, as its own; False where it takes no chains or nothing is to be split."""
    version = post.versions.select_related("channel__branch").filter(channel_id=channel_pk).first()
    if version is None or "thread" not in version.channel.limits.can:
        return False
    limits, line = version.channel.limits, signature_of(post, version.channel)
    parts = split(version.text, limits.text_max or 0, limits.measure, signature=line, warning=post.warning, numbered=numbered)
    if not limits.text_max or len(parts) < 2:
        return False
    _keep_whole(post, version, joined(parts))
    return True


def _keep_whole(post: Post, version: Version, made: str) -> None:
    """Remember the one text beside the parts; None for the shared one."""
    post.set_aside[_key(version.channel_id)] = {"whole": version.own_text, "made": made}
    post.save(update_fields=["set_aside"])
    version.own_text = made
    version.save(update_fields=["own_text"])


@transaction.atomic
def join_again(post: Post, channel_pk: int) -> None:
    """The one text again: just as it was where the parts are untouched, else the parts below each other."""
    version = post.versions.filter(channel_id=channel_pk).exclude(own_text=None).first()
    if version is None:
        return
    kept = post.set_aside.pop(_key(channel_pk), None) or {}
    version.own_text = kept["whole"] if kept.get("made") == version.own_text else one_text(version.text)
    post.save(update_fields=["set_aside"])
    version.save(update_fields=["own_text"])


def _key(channel_pk: int) -> str:
    return f"chain-{channel_pk}"
