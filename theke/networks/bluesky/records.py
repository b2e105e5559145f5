"""The record that a post becomes, fixed before the first try and the same for every try."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from theke.networks.base import JSON, Account, Draft, Op, Ref, Refused, gettext_noop
from theke.networks.bluesky import api, identity
from theke.networks.bluesky.cards import card
from theke.networks.bluesky.facets import Spot, spots
from theke.networks.bluesky.pictures import upload_missing

POST = "app.bsky.feed.post"
FACET = "app.bsky.richtext.facet"
IMAGES = "app.bsky.embed.images"
VARIES = ("ref", "size", "mimeType", "thumb")

NOT_THERE = gettext_noop("What this answers is no longer on %(host)s.")


def fixed(account: Account, op: Op, keep: Callable[[str, Any], None]) -> JSON:
    """The whole record. What it takes is uploaded and asked first.

    The time is that of this call, not that at which the post was planned: readers see posts in the order of this time, and one
    planned a month ago would come out among those of last month.
    """
    draft = op.draft or Draft("")
    found = spots(draft.text)
    record: JSON = {"$type": POST, "text": draft.text, "createdAt": moment()}
    record |= {"langs": [draft.lang]} if draft.lang else {}
    facets = [facet for spot in found if (facet := _facet(account, spot))]
    record |= {"facets": facets} if facets else {}
    record |= {"reply": _reply(account, draft)} if draft.reply_to else {}
    embed = _embed(account, op, found, keep)
    return record | ({"embed": embed} if embed else {})


def moment() -> str:
    """Now, as the protocol writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _facet(account: Account, spot: Spot) -> JSON | None:
    feature = _feature(account, spot)
    return {"index": {"byteStart": spot.start, "byteEnd": spot.end}, "features": [feature]} if feature else None


def _feature(account: Account, spot: Spot) -> JSON | None:
    if spot.kind == "link":
        return {"$type": f"{FACET}#link", "uri": spot.value}
    if spot.kind == "tag":
        return {"$type": f"{FACET}#tag", "tag": spot.value}
    did = identity.resolve(account, spot.value)
    return {"$type": f"{FACET}#mention", "did": did} if did else None


def _embed(account: Account, op: Op, found: list[Spot], keep: Callable[[str, Any], None]) -> JSON:
    images = upload_missing(account, op, keep)
    if images:
        return {"$type": IMAGES, "images": images}
    link = next((spot.value for spot in found if spot.kind == "link"), "")
    return card(account, link) if link else {}


def _reply(account: Account, draft: Draft) -> JSON:
    """What it answers, and the post with which it all began: both by address and by content."""
    parent = _complete(account, draft.reply_to or Ref(""))
    first = _complete(account, draft.root) if draft.root else parent
    return {"root": first.extra.get("root") or strong(first), "parent": strong(parent)}


def _complete(account: Account, ref: Ref) -> Ref:
    """The thing with what an answer must say of it; asked when it did not come along."""
    if ref.extra.get("cid"):
        return ref
    answer = api.get(account, "app.bsky.feed.getPosts", query={"uris": ref.id})
    with answer.reading():
        posts = answer.object()["posts"]
        if not posts:
            raise Refused(NOT_THERE, host=answer.host)
        return Ref(ref.id, extra_of(str(posts[0]["cid"]), posts[0]["record"]))


def extra_of(cid: str, record: JSON) -> JSON:
    """What later answers to a post must know of it."""
    reply = record.get("reply")
    return {"cid": cid} | ({"root": strong_json(reply["root"])} if reply else {})


def strong(ref: Ref) -> JSON:
    """A post by address and content."""
    return {"uri": ref.id, "cid": str(ref.extra.get("cid") or "")}


def strong_json(told: JSON) -> JSON:
    """The same, of what a record says."""
    return {"uri": str(told["uri"]), "cid": str(told["cid"])}


def same(one: JSON, other: JSON) -> bool:
    """Whether two records say the same; a picture may lie there in another size."""
    return bool(_without_files(one) == _without_files(other))


def _without_files(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_files(inner) for name, inner in value.items() if name not in VARIES}
    return [_without_files(inner) for inner in value] if isinstance(value, list) else value
