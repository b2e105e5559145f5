"""What the promises of every network are tried with here: a Page and the library's own app."""

from typing import Any

from tests.networks import recorded
from tests.networks.recorded import PICTURE, TEXT, TOKEN, TRIED
from theke.networks.base import Account, Draft, Media, Op
from theke.networks.facebook.limits import DEFAULT

__all__ = ["LACKS", "PICTURE", "account", "op", "worn"]
LACKS = {
    "ready_later": "a picture is there when its upload is answered",
    "renewed": "the token of a Page does not run out; a person connects again when Meta asks for it",
}
PAGE = "42"
APP_SECRET = "0123456789abcdef0123456789abcdef"


def account(**other: Any) -> Account:
    secret = {"token": TOKEN, "answers": {"app_id": "123456789", "app_secret": APP_SECRET}}
    given: dict[str, Any] = {"address": "https://graph.facebook.com", "remote_id": PAGE, "secret": secret, "limits": DEFAULT}
    return recorded.account(**given | other)


def op(kind: Any = "post", **other: Any) -> Op:
    return recorded.op(kind, **other)


def worn(media: Media) -> Op:
    """A post whose picture was uploaded so long ago that Facebook has thrown it away."""
    kept = {media.key: {"id": "m-old", "at": TRIED.isoformat()}}
    return op(draft=Draft(TEXT, media=(media,)), state=kept)
