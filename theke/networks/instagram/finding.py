"""Looks what became of a call whose answer is missing: the container tells whether, the list of our posts tells which."""

from theke.networks.base import JSON, Absent, Account, Draft, Found, Media, Op, Ref, Unknown, gettext_noop
from theke.networks.graph import containers
from theke.networks.graph.calling import safe_id
from theke.networks.graph.reading_back import read_back
from theke.networks.instagram import api

OUT_BUT_WHERE = gettext_noop("It is published, but it is not in the list of posts. Look on the account and enter its address.")
NOT_SURE = gettext_noop("The network no longer knows what it had prepared. Look on the account and decide.")


def _whole(draft: Draft) -> JSON:
    return {"caption": draft.text}


def _single(media: Media) -> JSON:
    return {}


WAY = containers.Way(
    api=api,
    edge="media",
    publish="media_publish",
    status="status_code",
    trouble="status",
    whole=_whole,
    single=_single,
)


def below(draft: Draft) -> str:
    """Where an answer is written and listed: below our own post, or below the comment at the top, on which Instagram hangs all others."""
    to = draft.reply_to or Ref("")
    if draft.root:
        return f"{safe_id(to.id)}/comments"
    return f"{safe_id(str(to.extra.get('top') or to.id))}/replies"


def find(account: Account, op: Op) -> Found | Absent | Unknown:
    """Look whether the write is there. Raises NotSent and its kin when looking did not work."""
    draft = op.draft or Draft("")
    if draft.reply_to:
        query = {"fields": "id,text,timestamp,from"}
        ours = read_back(api.get, account, op, below(draft), "text", query, lambda one: _by_us(account, one))
        return ours or Absent()
    became = containers.became(WAY, account, op)
    if became == "not":
        return Absent()
    query = {"fields": "id,caption,timestamp,permalink,media_type"}
    found = read_back(api.get, account, op, f"{account.remote_id}/media", "caption", query, lambda one: True)
    return found or Unknown(OUT_BUT_WHERE if became == "published" else NOT_SURE)


def _by_us(account: Account, one: JSON) -> bool:
    return str((one.get("from") or {}).get("id") or account.remote_id) == account.remote_id
