"""Looks what became of a call whose answer is missing: the container tells whether, the list of our posts tells which."""

from theke.networks.base import JSON, Absent, Account, Draft, Found, Later, Media, Op, Ref, Refused, Unknown, gettext_noop
from theke.networks.graph import containers
from theke.networks.graph.calling import safe_id
from theke.networks.graph.errors import missing
from theke.networks.graph.reading_back import read_back
from theke.networks.threads import api

OUT_BUT_WHERE = gettext_noop("It is published, but it is not in the list of posts. Look on the account and enter its address.")
NOT_SURE = gettext_noop("The network no longer knows what it had prepared. Look on the account and decide.")
NOT_IN_A_TOPIC = str.maketrans("", "", "#.&")


def _whole(draft: Draft) -> JSON:
    topic = str(draft.options.get("topic") or "").translate(NOT_IN_A_TOPIC).strip()[:50]
    given: JSON = {"text": draft.text} if draft.text else {}
    given |= {"reply_to_id": safe_id(draft.reply_to.id)} if draft.reply_to else {}
    return given | ({"topic_tag": topic} if topic else {})


def _single(media: Media) -> JSON:
    return {"media_type": "IMAGE"}


WAY = containers.Way(
    api=api,
    edge="threads",
    publish="threads_publish",
    status="status",
    trouble="error_message",
    whole=_whole,
    single=_single,
)


def find(account: Account, op: Op) -> Found | Absent | Unknown:
    """Look whether the write is there. Raises NotSent and its kin when looking did not work."""
    if op.kind == "remove":
        return _find_removed(account, op.target or Ref(""))
    became = containers.became(WAY, account, op)
    if became == "not":
        return Absent()
    to = op.draft.reply_to.id if op.draft and op.draft.reply_to else ""
    path = f"{account.remote_id}/{'replies' if to else 'threads'}"
    query = {"fields": "id,text,timestamp,permalink,replied_to"}
    found = read_back(api.get, account, op, path, "text", query, lambda one: _answers(one) in (to, ""))
    return found or Unknown(OUT_BUT_WHERE if became == "published" else NOT_SURE)


def _answers(one: JSON) -> str:
    return str((one.get("replied_to") or {}).get("id") or "")


def _find_removed(account: Account, target: Ref) -> Found | Absent:
    try:
        api.get(account, safe_id(target.id), fields="id")
    except (Refused, Later) as no:
        if not missing(no):
            raise
        return Found(target, "")
    return Absent()
