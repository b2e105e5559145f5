"""Looks what became of a write. By its number or its address on the site, so what a look says is certain."""

from html import unescape

from theke.networks.base import JSON, Absent, Account, Found, Op, Ref, Unknown, gettext_noop
from theke.networks.judging import Rejected
from theke.networks.wordpress import answering, api, uploading
from theke.networks.wordpress.writing import POSTS, fields_of, slug_of

GONE = gettext_noop("The post is no longer there.")
TRASHED = gettext_noop("The post lies in the trash of the site.")
SHOWN = ("publish", "private")
EVERY_STATUS = "draft,publish,future,pending,private"
LOOK = {"context": "edit", "_fields": "id,link,status,title,content,excerpt"}


def find(account: Account, op: Op) -> Found | Absent | Unknown:
    """Look whether the write is there. Raises NotSent and its kin when looking did not work."""
    if answering.is_answer(op):
        return answering.find(account, op)
    if op.kind == "post":
        return _find_post(account, op)
    target = op.target or Ref("")
    told = by_number(account, target.id)
    status = str(told.get("status", "")) if told else ""
    if op.kind == "remove":
        return Found(target, "") if status in ("", "trash") else Absent()
    if told is None or status == "trash":
        return Unknown(TRASHED if told else GONE)
    return _found(told, op) if _as_wanted(told, fields_of(account, op)) else Absent()


def _find_post(account: Account, op: Op) -> Found | Absent | Unknown:
    number = kept_id(op)
    told = by_number(account, str(number)) if number is not None else _by_slug(account, slug_of(op))
    if told is None:
        return Unknown(GONE) if number is not None else Absent()
    status = str(told.get("status"))
    if status == "trash":
        return Unknown(TRASHED)
    return _found(told, op) if status in SHOWN else Absent()


def _found(told: JSON, op: Op) -> Found:
    return Found(Ref(str(told.get("id")), uploading.kept(op)), str(told.get("link") or ""))


def kept_id(op: Op) -> int | None:
    """The number of the draft, once there is one."""
    draft = op.state.get("draft")
    return int(draft["id"]) if isinstance(draft, dict) else None


def by_number(account: Account, number: str) -> JSON | None:
    """A post as its authors see it, in the trash or not; None when it is gone for good."""
    try:
        answer = api.get(account, f"{POSTS}/{number}", query=LOOK)
    except Rejected as no:
        if no.answer.status not in api.GONE:
            raise
        return None
    return api.read_object(answer)


def settled(account: Account, number: int | None) -> str:
    """The status of a post; empty when it is gone for good."""
    told = by_number(account, str(number))
    return str(told.get("status") or "") if told else ""


def _by_slug(account: Account, slug: str) -> JSON | None:
    answer = api.get(account, POSTS, query=LOOK | {"slug": slug, "status": EVERY_STATUS})
    return next(iter(api.read_list(answer)), None)


def draft_with(account: Account, slug: str) -> JSON | None:
    """What an earlier try has left under this address, as it is kept."""
    told = _by_slug(account, slug)
    return {"id": int(told["id"])} if told else None


def _as_wanted(told: JSON, wanted: JSON) -> bool:
    """Whether title, text and excerpt are as they should be; the site may have rewritten how a character is spelled."""
    names = [name for name in ("title", "content", "excerpt") if name in wanted]
    return all(_words((told.get(name) or {}).get("raw")) == _words(wanted[name]) for name in names)


def _words(html: object) -> str:
    return " ".join(unescape(str(html or "")).split())
