"""Reads messages of the public out of what the app view says."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from theke.networks.base import JSON, Account, Author, Item, Ref
from theke.networks.bluesky.publish import page_of
from theke.networks.bluesky.records import extra_of


def from_notification(account: Account, told: JSON) -> Item:
    """A message of which a notification tells."""
    record, reason = told["record"], str(told["reason"])
    reply = record.get("reply")
    subject = Ref(str(told["reasonSubject"])) if reason == "quote" and told.get("reasonSubject") else None
    kind: Any = "quote" if reason == "quote" else "reply" if reply else "mention"
    return _item(account, told, record, kind=kind, on=_ours(account, reply) if reply else subject)


def from_thread(account: Account, post: JSON, on: Ref, hidden: set[str]) -> Item:
    """An answer in a thread."""
    state: Any = "hidden" if str(post["uri"]) in hidden else ""
    images = tuple(str(one.get("thumb") or "") for one in (post.get("embed") or {}).get("images") or [])
    return _item(account, post, post["record"], kind="reply", on=on, state=state, images=images)


def _item(account: Account, told: JSON, record: JSON, **more: Any) -> Item:
    uri, reply = str(told["uri"]), record.get("reply")
    return Item(
        id=uri,
        author=_author(told["author"]),
        text=str(record.get("text") or ""),
        at=_written(record, told),
        url=page_of(uri),
        parent=_ref(reply["parent"]) if reply else None,
        lang=str(next(iter(record.get("langs") or []), "")),
        extra=extra_of(str(told["cid"]), record),
        raw=told,
        **more,
    )


def _ours(account: Account, reply: JSON) -> Ref | None:
    """Our post that an answer belongs to: the first of its thread, or the one that it answers."""
    own = f"at://{account.remote_id}/"
    return next((_ref(reply[name]) for name in ("root", "parent") if str(reply[name]["uri"]).startswith(own)), None)


def _ref(told: JSON) -> Ref:
    return Ref(str(told["uri"]), {"cid": str(told["cid"])})


def _author(told: JSON) -> Author:
    did, handle = str(told["did"]), str(told["handle"])
    return Author(did, str(told.get("displayName") or handle), f"@{handle}", f"https://bsky.app/profile/{did}")


def _written(record: JSON, told: JSON) -> datetime:
    """When it was written, as its author says; never later than it was seen."""
    seen = moment_of(str(told["indexedAt"]))
    with suppress(KeyError, ValueError):
        return min(moment_of(str(record["createdAt"])), seen)
    return seen


def moment_of(written: str) -> datetime:
    """A moment as the protocol writes it."""
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
