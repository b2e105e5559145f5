"""What the promises of every network are tried with here: an account of the family, and a picture that lies there for long."""

from typing import Any

from tests.networks.recorded import PICTURE, TEXT, TRIED, account, op
from theke.networks.base import Draft, Media, Op

__all__ = ["LACKS", "PICTURE", "account", "op", "worn"]
LACKS = {"renewed": "tokens of the family do not run out, and their servers give none to renew them with"}


def worn(media: Media) -> Op:
    """A post whose picture was uploaded so long ago that the server has thrown it away."""
    kept: dict[str, Any] = {media.key: {"id": "m-old", "ready": True, "at": TRIED.isoformat()}}
    return op(draft=Draft(TEXT, media=(media,)), state=kept)
