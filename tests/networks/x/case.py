"""What the promises of every network are tried with here: a sign-in of two hours with the token that renews it."""

from typing import Any

from tests.networks import recorded
from tests.networks.recorded import PICTURE, TEXT, TOKEN, TRIED, op
from theke.networks.base import Account, Draft, Media, Op

__all__ = ["LACKS", "PICTURE", "account", "op", "worn"]
LACKS = {"ready_later": "pictures are ready when the upload is answered; only films are processed, and the desk sends none"}
APP = {"client_id": "the-app", "client_secret": "its-secret-words"}
SIGNED_IN = {"token": TOKEN, "refresh": "the-old-refresh", "answers": APP}


def account(**other: Any) -> Account:
    return recorded.account(**{"address": "https://api.x.com", "secret": SIGNED_IN} | other)


def worn(media: Media) -> Op:
    """A post whose picture was uploaded so long ago that X has thrown it away."""
    kept: dict[str, Any] = {media.key: {"id": "m-old", "described": True, "at": TRIED.isoformat()}}
    return op(draft=Draft(TEXT, media=(media,)), state=kept)
