"""Publishing, changing and removing in a room.

A post with pictures is several events. The text goes last, so that a text that is there says that all is there; each event has
a transaction id of its own (`<key>-1`, …, `<key>`), and a homeserver gives the same event for the same id.
"""

from collections.abc import Callable
from typing import Any

from theke.networks.base import JSON, Account, Op, Ref, Sent
from theke.networks.judging import Rejected
from theke.networks.matrix import api
from theke.networks.matrix.events import change_event, picture_events, text_event
from theke.networks.matrix.finding import find

__all__ = ["find", "prepare", "send"]
MESSAGE = "m.room.message"


def prepare(account: Account, op: Op, keep: Callable[[str, Any], None]) -> None:
    """Upload the pictures that are not uploaded yet. An upload whose answer got lost is seen by nobody."""
    for media in op.draft.media if op.draft and op.kind == "post" else ():
        if media.key in op.state:
            continue
        answer = api.call(
            account,
            "POST",
            f"{api.MEDIA}/upload",
            query={"filename": media.path.name},
            body=media.path.read_bytes(),
            headers={"Content-Type": media.mime},
            repeatable=True,
        )
        with answer.reading():
            keep(media.key, {"uri": str(answer.object()["content_uri"])})


def send(account: Account, op: Op) -> Sent:
    """Make the calls of one write; each may be repeated with the same outcome while the sign-in lasts."""
    if op.kind == "remove":
        return _remove(account, op)
    if op.kind == "edit":
        target = _target(op)
        _put(account, op.key, change_event(op, target.id))
        return Sent(target, api.link(account, target.id))
    pictures = [_put(account, txn, content) for txn, content in picture_events(op)]
    event = _put(account, op.key, text_event(op))
    return Sent(Ref(event, {"media": pictures} if pictures else {}), api.link(account, event))


def _put(account: Account, txn: str, content: JSON) -> str:
    answer = api.call(account, "PUT", api.in_room(account, "send", MESSAGE, txn), json=content)
    with answer.reading():
        return str(answer.object()["event_id"])


def _remove(account: Account, op: Op) -> Sent:
    target = _target(op)
    for number, event in enumerate([*target.extra.get("media", []), target.id]):
        redact(account, str(event), f"{op.key}-{number}")
    return Sent(target, "")


def redact(account: Account, event: str, txn: str) -> None:
    """Take the content out of an event; one that is not there counts as redacted."""
    try:
        api.call(account, "PUT", api.in_room(account, "redact", event, txn), json={}, repeatable=True)
    except Rejected as no:
        if no.answer.status != 404:
            raise


def _target(op: Op) -> Ref:
    if op.target is None:
        raise ValueError("a change needs a target")
    return op.target
