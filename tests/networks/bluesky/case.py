"""What the promises of every network are tried with here: a session that lasts, and a post whose record is fixed already."""

from typing import Any

from tests.networks import recorded
from tests.networks.recorded import TEXT, TOKEN
from theke.networks.base import Account, Draft, Media, Op, Ref
from theke.networks.bluesky.limits import DEFAULT

PICTURE = "bafkreihafen"
LACKS = {"ready_later": "a blob is there when its upload is answered"}
DID = "did:plc:hafenhafenhafenhafenhafe"
READER = "did:plc:lesemauslesemauslesemaus"
KEY = "3m6ai4aaaab2c"
RECORD: dict[str, Any] = {"$type": "app.bsky.feed.post", "text": TEXT, "createdAt": "2026-11-22T10:00:00.000Z", "langs": ["de"]}


def account(**other: Any) -> Account:
    secret = {"access": TOKEN, "refresh": "the-long-token-of-the-harbour", "password": "abcd-efgh-ijkl-mnop"}
    given: dict[str, Any] = {"address": "https://pds.example", "remote_id": DID, "secret": secret, "limits": DEFAULT}
    return recorded.account(**given | other)


def uri(key: str = KEY, did: str = DID) -> str:
    """The address of a post."""
    return f"at://{did}/app.bsky.feed.post/{key}"


def op(kind: Any = "post", **other: Any) -> Op:
    given: dict[str, Any] = {"state": {"record": RECORD}}
    given |= {} if kind == "post" else {"target": Ref(uri(), {"cid": "bafyreiours"})}
    return recorded.op(kind, **given | other)


def worn(media: Media) -> Op:
    """A post whose picture the server has thrown away before the record named it."""
    old = {"$type": "blob", "ref": {"$link": "bafkreiold"}, "mimeType": "image/jpeg", "size": 13}
    embed = {"$type": "app.bsky.embed.images", "images": [{"image": old, "alt": media.alt}]}
    return op(draft=Draft(TEXT, media=(media,)), state={media.key: old, "record": RECORD | {"embed": embed}})
