"""Publishing and removing on X."""

from collections.abc import Callable
from typing import Any

from theke.networks import net
from theke.networks.base import JSON, Account, Draft, Found, Media, Op, Ref, Refused, Sent, gettext_noop
from theke.networks.judging import Rejected
from theke.networks.uploads import noted, stands
from theke.networks.x import api
from theke.networks.x.finding import find, url_of

__all__ = ["find", "prepare", "send"]

DUPLICATE = gettext_noop("X refuses a text that it has seen lately. Change a word of it, or look on X whether it is there.")


def prepare(account: Account, op: Op, keep: Callable[[str, Any], None]) -> None:
    """Upload the pictures that are not uploaded yet, and describe them. X throws away after a day what is not used."""
    for media in op.draft.media if op.draft else ():
        kept: JSON = op.state.get(media.key) or {}
        if not stands(kept):
            kept = noted(id=_upload(account, media), described=not media.alt)
            keep(media.key, kept)
        if not kept["described"]:
            said = {"id": kept["id"], "metadata": {"alt_text": {"text": media.alt}}}
            api.call(account, "POST", "/2/media/metadata", json=said, repeatable=True)
            keep(media.key, kept | {"described": True})


def _upload(account: Account, media: Media) -> str:
    file = net.File("media", media.path.name, media.mime, media.path.read_bytes())
    form = {"media_category": "tweet_image", "media_type": media.mime}
    answer = api.call(account, "POST", "/2/media/upload", files=(file,), form=form, repeatable=True)
    with answer.reading():
        return str(answer.object()["data"]["id"])


def send(account: Account, op: Op) -> Sent:
    """Make the one call. X has no key against repetition; but it refuses the same text again, and then we look for it."""
    if op.kind == "remove":
        return _remove(account, op)
    if op.kind == "edit":
        raise Refused(gettext_noop("This network cannot do this."))
    try:
        answer = api.call(account, "POST", "/2/tweets", json=_tweet(op))
    except Rejected as no:
        return _refused(account, op, no)
    with answer.reading():
        identity = str(answer.object()["data"]["id"])
        return Sent(Ref(identity), url_of(identity))


def _refused(account: Account, op: Op, no: Rejected) -> Sent:
    said = api.detail(no)
    if no.answer.status == 403 and "duplicate" in said.lower():
        verdict = find(account, op)
        if isinstance(verdict, Found):
            return Sent(verdict.ref, verdict.url)
        refused = Refused(DUPLICATE)
        refused.looked = True
        raise refused from no
    raise Refused(api.NO_RIGHT, answer=said) from no


def _tweet(op: Op) -> JSON:
    draft = op.draft or Draft("")
    given: JSON = {"text": draft.text}
    if draft.media:
        given["media"] = {"media_ids": [str(op.state[one.key]["id"]) for one in draft.media if one.key in op.state]}
    if draft.reply_to:
        given["reply"] = {"in_reply_to_tweet_id": draft.reply_to.id}
    return given | ({"made_with_ai": True} if draft.options.get("made_with_ai") else {})


def _remove(account: Account, op: Op) -> Sent:
    target = op.target or Ref("")
    try:
        api.call(account, "DELETE", f"/2/tweets/{target.id}")
    except Rejected as no:
        if no.answer.status != 404:
            raise Refused(api.NO_RIGHT, answer=api.detail(no)) from no
    return Sent(target, "")
