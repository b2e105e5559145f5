"""What the promises of every network are tried with here: an account, and a post whose container is finished."""

from pathlib import Path
from typing import Any

from tests.networks import recorded
from tests.networks.recorded import LENT, PICTURE, TEXT
from theke.networks.base import Account, Draft, Media, Op
from theke.networks.instagram.limits import DEFAULT

__all__ = ["LACKS", "PICTURE", "UPLOAD", "account", "op", "worn"]
LACKS: dict[str, str] = {}
UPLOAD = "image_url"
MEDIA = Media("m1", Path("a.jpg"), "image/jpeg", 20, 10, "Ein Regal am Hafen", public_url=LENT)
FINISHED = {"children": [], "id": "501", "made": 1, "failed": 0, "offered": 1, "published": False}


def account(**other: Any) -> Account:
    return recorded.account(**{"address": "https://graph.instagram.com", "limits": DEFAULT} | other)


def op(kind: Any = "post", **other: Any) -> Op:
    return recorded.op(kind, **{"state": {"container": FINISHED}, "draft": Draft(TEXT, media=(MEDIA,))} | other)


def worn(media: Media) -> Op:
    """A post whose container has ended meanwhile."""
    return op(draft=Draft(TEXT, media=(media,)))
