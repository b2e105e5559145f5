"""Looks what became of a write whose answer is missing: reads what the Page has said since, and compares exactly."""

from datetime import timedelta

from theke.networks.base import JSON, Absent, Account, Draft, Found, Op, Ref, Unknown, gettext_noop
from theke.networks.facebook import api
from theke.networks.graph.calling import MOST_PAGES, after, rows_in, safe_id
from theke.networks.graph.errors import GraphRefused
from theke.networks.graph.moments import moment, plain

MARGIN = timedelta(minutes=10)
PER_PAGE = 100
POST = "id,message,created_time,permalink_url,from,attachments{media_type,target{id},subattachments{target{id}}}"
COMMENT = "id,message,created_time,permalink_url,from"

TOO_MANY = gettext_noop("There are too many newer posts to be sure.")
GONE = gettext_noop("The post is no longer there.")


def photo_ids(op: Op) -> list[str]:
    """The uploaded pictures of a post, in its order."""
    media = op.draft.media if op.draft else ()
    return [str(op.state[one.key]["id"]) for one in media if one.key in op.state]


def answered(to: Ref) -> str:
    """What an answer is written below: Facebook hangs answers to answers on the comment at the top."""
    return safe_id(str(to.extra.get("top") or to.id))


def find(account: Account, op: Op) -> Found | Absent | Unknown:
    """Look whether the write is there. Raises NotSent and its kin when looking did not work."""
    draft = op.draft or Draft("")
    if op.kind != "post":
        return _find_change(account, op, draft)
    if draft.reply_to:
        query = {"fields": COMMENT, "filter": "stream", "order": "reverse_chronological"}
        found = _search(account, op, f"{answered(draft.reply_to)}/comments", query)
        # Below a post of ours nobody else writes as the Page, and the list of its comments is whole: a first comment that is not there is not there.
        return Absent(certain=draft.root is not None) if isinstance(found, Absent) else found
    since = int(((op.tried_at or op.at) - MARGIN).timestamp())
    return _search(account, op, f"{account.remote_id}/feed", {"fields": POST, "since": since})


def _search(account: Account, op: Op, path: str, query: JSON) -> Found | Absent | Unknown:
    since = (op.tried_at or op.at) - MARGIN
    cursor: JSON = {}
    for _page in range(MOST_PAGES):
        answer = api.get(account, path, limit=PER_PAGE, **query, **cursor)
        with answer.reading():
            told = answer.object()
            rows = rows_in(told)
            for one in rows:
                if moment(one["created_time"]) >= since and _ours(account, one) and _same(op, one):
                    return Found(Ref(str(one["id"])), str(one.get("permalink_url") or ""))
            if not after(told) or (rows and moment(rows[-1]["created_time"]) < since):
                return Absent()
            cursor = {"after": after(told)}
    return Unknown(TOO_MANY)


def _ours(account: Account, one: JSON) -> bool:
    return str((one.get("from") or {}).get("id") or account.remote_id) == account.remote_id


def _same(op: Op, one: JSON) -> bool:
    """The same words; and the same pictures, where Facebook tells which."""
    draft = op.draft or Draft("")
    if plain(one.get("message")) != plain(draft.text):
        return False
    shown, wanted = _photos(one), set(photo_ids(op))
    return bool(shown & wanted) if shown and wanted else bool(plain(draft.text)) or not wanted


def _photos(one: JSON) -> set[str]:
    rows = (one.get("attachments") or {}).get("data") or []
    below = [sub for row in rows for sub in (row.get("subattachments") or {}).get("data") or []]
    return {str(row["target"]["id"]) for row in [*rows, *below] if (row.get("target") or {}).get("id")}


def _find_change(account: Account, op: Op, draft: Draft) -> Found | Absent | Unknown:
    target = op.target or Ref("")
    try:
        answer = api.get(account, safe_id(target.id), fields="id,message,permalink_url")
    except GraphRefused as no:
        if not no.gone:
            raise
        return Found(target, "") if op.kind == "remove" else Unknown(GONE)
    with answer.reading():
        told = answer.object()
        there = op.kind == "edit" and plain(told.get("message")) == plain(draft.text)
        return Found(target, str(told.get("permalink_url") or "")) if there else Absent()
