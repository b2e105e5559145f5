"""Publishing, changing and removing on the practice network, and finding what became of a lost answer."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from theke.networks import net
from theke.networks.base import JSON, Absent, Account, Draft, Found, Op, Ref, Sent, Unknown, gettext_noop
from theke.networks.judging import Answer, Rejected

API = "/practice/api"
# The practice server and the desk are one machine, but its clock may be set back between two calls.
SKEW = timedelta(hours=2)
MOST_PAGES = 25
TOO_MANY = gettext_noop("There are too many newer posts to be sure.")
GONE = gettext_noop("The post is no longer there.")


def _token(account: Account) -> str:
    return str(account.secret.get("token", ""))


def prepare(account: Account, op: Op, keep: Callable[[str, Any], None]) -> None:
    """Upload the pictures that are not uploaded yet."""
    for media in op.draft.media if op.draft and op.kind == "post" else ():
        if media.key in op.state:
            continue
        file = net.File("file", media.path.name, media.mime, media.path.read_bytes())
        form = {"alt": media.alt, "focus": f"{media.focus[0]:.3f},{media.focus[1]:.3f}"}
        answer = net.post(account, f"{API}/media", files=(file,), form=form, bearer=_token(account), repeatable=True)
        keep(media.key, str(answer.object()["id"]))


def send(account: Account, op: Op) -> Sent:
    """Make the one call."""
    if op.kind == "remove":
        return _remove(account, op)
    path = f"{API}/statuses" if op.kind == "post" else f"{API}/statuses/{_target(op).id}/edit"
    return _sent(net.post(account, path, json=_body(op), bearer=_token(account)))


def _remove(account: Account, op: Op) -> Sent:
    target = _target(op)
    try:
        net.post(account, f"{API}/statuses/{target.id}/remove", bearer=_token(account))
    except Rejected as no:
        if no.answer.status != 404:
            raise
    return Sent(target, "")


def _target(op: Op) -> Ref:
    if op.target is None:
        raise ValueError("a change needs a target")
    return op.target


def _body(op: Op) -> JSON:
    draft = op.draft or Draft("")
    return {
        "key": op.key,
        "text": draft.text,
        "title": draft.title,
        "warning": draft.warning,
        "lang": draft.lang,
        "audience": draft.audience,
        "media": [op.state[m.key] for m in draft.media if m.key in op.state],
        "alts": [m.alt for m in draft.media],
        "reply_to": draft.reply_to.id if draft.reply_to else None,
    }


def _sent(answer: Answer) -> Sent:
    told = answer.object()
    if not told.get("id"):
        raise answer.doubt()
    return Sent(_ref(told), str(told.get("url", "")))


def _ref(told: JSON) -> Ref:
    root = told.get("root")
    return Ref(str(told["id"]), {"root": str(root)} if root else {})


def find(account: Account, op: Op) -> Found | Absent | Unknown:
    """Look whether the write is there. Raises NotSent and its kin when looking did not work."""
    return _find_post(account, op) if op.kind == "post" else _find_change(account, op)


def _find_change(account: Account, op: Op) -> Found | Absent | Unknown:
    target = _target(op)
    try:
        answer = net.get(account, f"{API}/statuses/{target.id}", bearer=_token(account))
    except Rejected as no:
        if no.answer.status != 404:
            raise
        return Found(target, "") if op.kind == "remove" else Unknown(GONE)
    with answer.reading():
        told = answer.object()
        there = bool(told["deleted"]) if op.kind == "remove" else _as_wanted(told, op)
        return Found(_ref(told), str(told["url"])) if there else Absent()


def _as_wanted(told: JSON, op: Op) -> bool:
    wanted = _body(op)
    return all(told[name] == wanted[name] for name in ("text", "title", "warning")) and wanted["alts"] in (
        [],
        [picture["alt"] for picture in told["pictures"]],
    )


def _find_post(account: Account, op: Op) -> Found | Absent | Unknown:
    since = (op.tried_at or op.at) - SKEW
    before = None
    for _page in range(MOST_PAGES):
        answer = net.get(account, f"{API}/statuses", query={"before": before}, bearer=_token(account))
        with answer.reading():
            page = answer.object()["statuses"]
            for told in page:
                if told["key"] == op.key:
                    return Found(_ref(told), str(told["url"]))
            if not page or datetime.fromisoformat(page[-1]["at"]) < since:
                return Absent()
            before = page[-1]["id"]
    return Unknown(TOO_MANY)
