"""Publishing and removing. A post is a record under a key of ours, written only where nothing lies: the same write twice is one post."""

from collections.abc import Callable
from typing import Any

from theke.networks import net
from theke.networks.base import (
    JSON,
    Absent,
    Account,
    Found,
    NotSent,
    Op,
    Ref,
    Refused,
    Sent,
    Unknown,
    gettext_noop,
)
from theke.networks.bluesky import FACTS, api, pictures
from theke.networks.bluesky.records import POST, extra_of, fixed, same
from theke.networks.bluesky.tid import record_key
from theke.networks.judging import Answer

NOT_PREPARED = gettext_noop("The post for %(host)s is not made up yet.")
ANOTHER = gettext_noop("Another post lies on %(host)s where this one belongs.")
BLOBS_GONE = "BlobNotFound"


def prepare(account: Account, op: Op, keep: Callable[[str, Any], None]) -> None:
    """Upload pictures, look at the link, find the people named, and fix the record. Nothing of it is public."""
    if op.kind == "post" and "record" not in op.state:
        keep("record", fixed(account, op, keep))


def send(account: Account, op: Op) -> Sent:
    """Make the one call that the public sees."""
    if op.kind == "edit":
        raise Refused(FACTS.cannot["edit"])
    if op.kind == "remove":
        return _remove(account, op.target or Ref(""))
    record = op.state.get("record")
    if not record:
        raise NotSent(NOT_PREPARED, host=net.host_of(account.address))
    try:
        return _put(account, op, record)
    except api.Said as no:
        small = pictures.too_large(no)
        if not small and no.name != BLOBS_GONE:
            raise
        return _put(account, op, _with_files(account, op, record, small=small))


def _with_files(account: Account, op: Op, record: JSON, *, small: bool) -> JSON:
    """The same record with its pictures uploaded anew; a card goes without its picture."""
    embed = record.get("embed") or {}
    if "images" in embed:
        return record | {"embed": embed | {"images": pictures.again(account, op, small=small)}}
    bare = {name: value for name, value in (embed.get("external") or {}).items() if name != "thumb"}
    return record | {"embed": embed | {"external": bare}}


def _put(account: Account, op: Op, record: JSON) -> Sent:
    """Write it where nothing lies yet."""
    given = _place(account, op) | {"record": record, "swapRecord": None}
    try:
        answer = api.post(account, "com.atproto.repo.putRecord", json=given)
    except api.Said as no:
        if no.name != "InvalidSwap":
            raise
        return _despite(account, op, no)
    return _sent(answer, record)


def _despite(account: Account, op: Op, no: api.Said) -> Sent:
    """Something lies there already: this very post, as a rule."""
    found = find(account, op)
    if isinstance(found, Found):
        return Sent(found.ref, found.url)
    raise Refused(ANOTHER, host=net.host_of(account.address)) from no


def _sent(answer: Answer, record: JSON) -> Sent:
    with answer.reading():
        told = answer.object()
        uri = str(told["uri"])
        return Sent(Ref(uri, extra_of(str(told["cid"]), record)), page_of(uri))


def page_of(uri: str) -> str:
    """Where people read a post; by the lasting identity, because names change."""
    did, _collection, key = uri.removeprefix("at://").split("/")
    return f"https://bsky.app/profile/{did}/post/{key}"


def _place(account: Account, op: Op) -> JSON:
    """Where a post lies."""
    key = record_key(op.at, op.key) if op.target is None else op.target.id.rsplit("/", 1)[-1]
    return {"repo": account.remote_id, "collection": POST, "rkey": key}


def _remove(account: Account, target: Ref) -> Sent:
    """What is gone already is as good as removed: the server says yes to that, too."""
    place = {"repo": account.remote_id, "collection": POST, "rkey": target.id.rsplit("/", 1)[-1]}
    api.post(account, "com.atproto.repo.deleteRecord", json=place)
    return Sent(target, "")


def find(account: Account, op: Op) -> Found | Absent | Unknown:
    """Look where the post belongs. The server itself answers, so this is the truth."""
    try:
        answer = api.get(account, "com.atproto.repo.getRecord", query=_place(account, op))
    except api.Said as no:
        if no.name != "RecordNotFound":
            raise
        return Found(op.target or Ref(""), "") if op.kind == "remove" else Absent()
    if op.kind == "remove":
        return Absent()
    with answer.reading():
        told = answer.object()
        uri, value = str(told["uri"]), told["value"]
        if not same(value, op.state.get("record") or {}):
            return Unknown(ANOTHER % {"host": answer.host})
        return Found(Ref(uri, extra_of(str(told["cid"]), value)), page_of(uri))
