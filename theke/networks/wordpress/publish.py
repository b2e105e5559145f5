"""Publishing, changing and removing posts, and answering comments.

A post is written as a draft first, under an address that carries the operation; only then it is published, by its number. So
however often either step is done, the public sees the post once.
"""

from collections.abc import Callable
from typing import Any

from theke.networks.base import JSON, Account, NotSent, Op, Ref, Refused, Sent, gettext_noop
from theke.networks.judging import Answer, Rejected
from theke.networks.wordpress import answering, api, terms, uploading
from theke.networks.wordpress.finding import GONE, draft_with, find, kept_id, settled
from theke.networks.wordpress.writing import POSTS, fields_of, slug_of

__all__ = ["find", "prepare", "send"]

NOT_PREPARED = gettext_noop("The draft on %(host)s is not there yet.")
ON_THE_SITE = gettext_noop("The post does not show on %(host)s. Somebody changed it there, or the site lets nobody publish.")
LEAN = {"_fields": "id,link,status"}


def prepare(account: Account, op: Op, keep: Callable[[str, Any], None]) -> None:
    """Upload the pictures, find or make the tags, and write the draft. Nothing of it is public."""
    if op.kind == "remove" or answering.is_answer(op):
        return
    _keep_missing(account, op, keep)
    if op.kind == "post" and not _draft_stands(account, op):
        found = draft_with(account, slug_of(op))
        keep("draft", found or _made(account, op))


def _keep_missing(account: Account, op: Op, keep: Callable[[str, Any], None]) -> None:
    """Each thing is kept as soon as it is there; `op.state` is read anew, because keeping adds to it."""
    state: JSON = op.state

    def keep_too(name: str, value: Any) -> None:
        keep(name, value)
        state[name] = value

    uploading.upload_missing(account, op, keep_too)
    if "tags" not in state:
        keep_too("tags", terms.tags_of(account, op))
    if op.kind == "edit" and "described" not in state:
        uploading.describe(account, op)
        keep_too("described", True)


def _draft_stands(account: Account, op: Op) -> bool:
    """Whether the draft that we remember is still there; looked at only after a try that came to nothing."""
    if kept_id(op) is None:
        return False
    return op.tried_at is None or settled(account, kept_id(op)) not in ("", "trash")


def _made(account: Account, op: Op) -> JSON:
    given = fields_of(account, op) | {"slug": slug_of(op), "status": "draft"}
    # Repeatable: what a lost answer leaves behind is found by its address before another is made.
    answer = api.post(account, POSTS, json=given, query=LEAN, repeatable=True)
    told = api.read_object(answer)
    with answer.reading():
        return {"id": int(told["id"])}


def send(account: Account, op: Op) -> Sent:
    """Make the one call that the public sees."""
    if answering.is_answer(op):
        return answering.send(account, op)
    if op.kind == "remove":
        return _remove(account, op.target or Ref(""))
    if op.kind == "edit":
        return _write(account, str((op.target or Ref("")).id), fields_of(account, op), op)
    number = kept_id(op)
    if number is None:
        raise NotSent(NOT_PREPARED, host=account.address.split("/")[2])
    return _write(account, str(number), {"status": "publish"}, op)


def _write(account: Account, number: str, fields: JSON, op: Op) -> Sent:
    try:
        answer = api.post(account, f"{POSTS}/{number}", json=fields, query=LEAN)
    except Rejected as no:
        if no.answer.status in api.GONE:
            raise Refused(GONE) from no
        raise
    return _sent(answer, op)


def _sent(answer: Answer, op: Op) -> Sent:
    """What the site says it has now. A post that it does not show is not published, whatever the status of the answer."""
    told = api.read_object(answer)
    with answer.reading():
        ref, status = Ref(str(int(told["id"])), uploading.kept(op)), str(told["status"])
        if status not in ("publish", "private"):
            raise Refused(ON_THE_SITE, host=answer.host)
        return Sent(ref, str(told["link"]))


def _remove(account: Account, target: Ref) -> Sent:
    """Into the site's own trash, where its people can still take it out."""
    try:
        api.call(account, "DELETE", f"{POSTS}/{target.id}", query=LEAN)
    except Rejected as no:
        if no.answer.status not in api.GONE:
            raise
    return Sent(target, "")
