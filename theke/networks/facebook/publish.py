"""Publishing, changing and removing on a Page.

Sources: developers.facebook.com/docs/pages-api/posts, /docs/graph-api/reference/page/feed, /docs/graph-api/reference/page/photos.
Pictures are uploaded unpublished and attached to the post; Facebook throws away after a day what is attached to nothing.
"""

import json
from collections.abc import Callable
from typing import Any

from theke.networks import net
from theke.networks.base import Account, Draft, Media, Op, Ref, Sent
from theke.networks.facebook import api
from theke.networks.facebook.finding import answered, find, photo_ids
from theke.networks.graph.calling import safe_id
from theke.networks.graph.errors import GraphRefused
from theke.networks.judging import Answer
from theke.networks.measuring import URL
from theke.networks.uploads import noted, stands

__all__ = ["find", "prepare", "send"]


def prepare(account: Account, op: Op, keep: Callable[[str, Any], None]) -> None:
    """Upload the pictures that are not there yet, each with its description. A lost answer leaves a picture that nobody sees."""
    for media in op.draft.media if op.draft and op.kind == "post" else ():
        if not stands(op.state.get(media.key)):
            keep(media.key, noted(id=_uploaded(account, media)))


def _uploaded(account: Account, media: Media) -> str:
    file = net.File("source", media.path.name, media.mime, media.path.read_bytes())
    form = {"published": "false", "alt_text_custom": media.alt}
    answer = api.post(account, f"{account.remote_id}/photos", form, files=(file,), repeatable=True)
    with answer.reading():
        return str(answer.object()["id"])


def send(account: Account, op: Op) -> Sent:
    """Make the one call. A first comment is a write of its own: an answer to the post."""
    if op.kind == "remove":
        return _removed(account, op)
    draft = op.draft or Draft("")
    if op.kind == "edit":
        target = _target(op)
        api.post(account, safe_id(target.id), {"message": draft.text}, repeatable=True)
        return Sent(target, url_of(target.id))
    if draft.reply_to:
        return _answer(account, op, draft.reply_to)
    return _sent(api.post(account, f"{account.remote_id}/feed", _form(op, draft)))


def _form(op: Op, draft: Draft) -> dict[str, Any]:
    photos = photo_ids(op)
    link = URL.search(draft.text)
    form: dict[str, Any] = {"message": draft.text, "published": "true"}
    form |= {f"attached_media[{place}]": json.dumps({"media_fbid": one}) for place, one in enumerate(photos)}
    return form | ({"link": link.group()} if link and not photos else {})


def _answer(account: Account, op: Op, to: Ref) -> Sent:
    photos = photo_ids(op)[:1]
    form = {"message": op.draft.text if op.draft else ""} | ({"attachment_id": photos[0]} if photos else {})
    return _sent(api.post(account, f"{answered(to)}/comments", form))


def _removed(account: Account, op: Op) -> Sent:
    target = _target(op)
    try:
        api.delete(account, safe_id(target.id))
    except GraphRefused as no:
        if not no.gone:
            raise
    return Sent(target, "")


def _target(op: Op) -> Ref:
    if op.target is None:
        raise ValueError("a change needs a target")
    return op.target


def _sent(answer: Answer) -> Sent:
    with answer.reading():
        identity = str(answer.object()["id"])
        return Sent(Ref(safe_id(identity)), url_of(identity))


def url_of(identity: str) -> str:
    """Where people see it; Facebook leads on from here."""
    return f"{api.SITE}/{identity}"
