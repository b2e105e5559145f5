"""Publishing, changing and removing on a server of the family."""

from collections.abc import Callable
from typing import Any

from theke.networks import net
from theke.networks.base import JSON, Account, Draft, Later, Media, Op, Ref, Refused, Sent, Unsure, gettext_noop
from theke.networks.judging import NO_CLEAR_ANSWER, Answer, Rejected
from theke.networks.mastodon import api
from theke.networks.mastodon.finding import addressed, find
from theke.networks.uploads import noted, stands

__all__ = ["find", "prepare", "send"]

STILL_PROCESSING = gettext_noop("%(host)s is still processing the pictures.")
NOT_PROCESSED = gettext_noop("%(host)s could not process the picture.")
PROCESSING_WAIT = 3.0


def prepare(account: Account, op: Op, keep: Callable[[str, Any], None]) -> None:
    """Upload the pictures that are not uploaded yet, and see that the server has processed them.

    Raises Later while it has not. A picture that no post uses is thrown away by servers after a day: one whose answer got lost,
    and one whose post was held up, which is uploaded anew.
    """
    for media in op.draft.media if op.draft and op.kind == "post" else ():
        kept: JSON = op.state.get(media.key) or {}
        if not stands(kept):
            kept = _upload(account, media)
            keep(media.key, kept)
        if not kept["ready"]:
            _see_processed(account, media, kept, keep)


def _upload(account: Account, media: Media) -> JSON:
    file = net.File("file", media.path.name, media.mime, media.path.read_bytes())
    form = {"description": media.alt, "focus": f"{media.focus[0]:.2f},{media.focus[1]:.2f}"}
    try:
        answer = api.call(account, "POST", "/api/v2/media", files=(file,), form=form, repeatable=True)
    except Rejected as no:
        if no.answer.status not in api.GONE:
            raise
        answer = api.call(account, "POST", "/api/v1/media", files=(file,), form=form, repeatable=True)
    with answer.reading():
        return noted(id=str(answer.object()["id"]), ready=answer.status != 202)


def _see_processed(account: Account, media: Media, kept: JSON, keep: Callable[[str, Any], None]) -> None:
    host = net.host_of(account.address)
    try:
        answer = api.get(account, f"/api/v1/media/{kept['id']}")
    except Rejected as no:
        raise Refused(NOT_PROCESSED, host=host) from no
    if answer.status == 206:
        raise Later(STILL_PROCESSING, again_in=PROCESSING_WAIT, host=host)
    keep(media.key, kept | {"ready": True})


def send(account: Account, op: Op) -> Sent:
    """Make the one call."""
    if op.kind == "remove":
        return _remove(account, op)
    if op.kind == "edit":
        target = _target(op)
        answer = api.call(account, "PUT", f"/api/v1/statuses/{target.id}", json=_changes(op))
        return _sent(answer, target.extra.get("media", []))
    ids = _media_ids(op)
    try:
        answer = api.call(account, "POST", "/api/v1/statuses", json=_status(op, ids), headers={"Idempotency-Key": op.key})
    except Rejected as no:
        raise _meaning(no, ids) from no
    return _sent(answer, ids)


def _meaning(no: Rejected, ids: list[str]) -> Exception:
    """Some refusals of a family server do not say that nothing was done."""
    words, host = no.answer.words(), no.answer.host
    if "idempotency" in words.lower():  # Pixelfed: the key was used, by a post or by a failure before it
        return Unsure(NO_CLEAR_ANSWER, host=host)
    if no.answer.status == 422 and any(i in words for i in ids):  # pictures already belong to a post: perhaps to this one
        return Unsure(NO_CLEAR_ANSWER, host=host)
    if "finished processing" in words:
        return Later(STILL_PROCESSING, again_in=PROCESSING_WAIT, host=host)
    return no


def _remove(account: Account, op: Op) -> Sent:
    target = _target(op)
    try:
        api.call(account, "DELETE", f"/api/v1/statuses/{target.id}")
    except Rejected as no:
        if no.answer.status not in api.GONE:
            raise
    return Sent(target, "")


def _target(op: Op) -> Ref:
    if op.target is None:
        raise ValueError("a change needs a target")
    return op.target


def _media_ids(op: Op) -> list[str]:
    media = op.draft.media if op.draft else ()
    return [str(op.state[m.key]["id"]) for m in media if m.key in op.state]


def _texts(draft: Draft) -> JSON:
    given: JSON = {"status": addressed(draft), "spoiler_text": draft.warning, "sensitive": bool(draft.warning)}
    return given | ({"language": draft.lang} if draft.lang else {})


def _status(op: Op, ids: list[str]) -> JSON:
    draft = op.draft or Draft("")
    given = _texts(draft) | {"visibility": draft.audience, "media_ids": ids}
    return given | ({"in_reply_to_id": draft.reply_to.id} if draft.reply_to else {})


def _changes(op: Op) -> JSON:
    """All fields, or the server drops what is left out; pictures keep their ids and get their descriptions anew."""
    draft, ids = op.draft or Draft(""), _target(op).extra.get("media", [])
    attributes = [
        {"id": i, "description": m.alt, "focus": f"{m.focus[0]:.2f},{m.focus[1]:.2f}"}
        for i, m in zip(ids, draft.media, strict=False)
    ]
    return _texts(draft) | {"media_ids": ids, "media_attributes": attributes}


def _sent(answer: Answer, media: list[str]) -> Sent:
    with answer.reading():
        told = answer.object()
        url = told.get("url") or told.get("uri") or ""
        return Sent(Ref(str(told["id"]), {"media": media} if media else {}), str(url))
