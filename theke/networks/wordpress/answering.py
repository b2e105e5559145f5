"""Answers to comments. WordPress itself refuses the same words twice, so a repeat does no harm."""

from html import escape, unescape

from theke.networks.base import (
    JSON,
    Absent,
    Account,
    Draft,
    Found,
    Later,
    Op,
    Ref,
    Refused,
    Sent,
    Unknown,
    Unsure,
    gettext_noop,
)
from theke.networks.judging import NO_CLEAR_ANSWER, Answer, Rejected
from theke.networks.reading import text_of
from theke.networks.wordpress import api

COMMENTS = "/wp/v2/comments"
LEAN = "id,link,status"
PER_PAGE = 100
MOST_PAGES = 10
FLOOD_WAIT = 20.0
STATES = ("approve", "hold")
SIGNS = str.maketrans(dict.fromkeys("„“”«»", '"') | dict.fromkeys("‚‘’′", "'") | dict.fromkeys("–—", "-"))

CLOSED = gettext_noop("This post on %(host)s takes no more comments.")
POST_GONE = gettext_noop("The post on %(host)s to which this comment belongs is no longer public.")
TOO_FAST = gettext_noop("%(host)s takes one comment at a time. We wait a little.")
NOT_OURS = gettext_noop("The answer is no longer there.")
TOO_MANY = gettext_noop("There are too many comments to be sure.")


def comment_id(number: object) -> str:
    """How a comment is called here: posts and comments are numbered apart, so a bare number would be two things."""
    return f"c{number}"


def number_of(ref: Ref) -> str:
    """The number of a comment on its site."""
    return ref.id.removeprefix("c")


def is_answer(op: Op) -> bool:
    """Whether this is an answer to a comment, or changes one."""
    if op.kind == "post":
        return op.draft is not None and op.draft.reply_to is not None
    return op.target is not None and op.target.id.startswith("c")


def send(account: Account, op: Op) -> Sent:
    """Write, change or remove our answer."""
    if op.kind == "remove":
        return _remove(account, op.target or Ref(""))
    if op.kind == "edit":
        target = op.target or Ref("")
        answer = api.post(account, f"{COMMENTS}/{number_of(target)}", json={"content": html_of(op)}, query={"_fields": LEAN})
        return _sent(answer)
    try:
        return _sent(api.post(account, COMMENTS, json=_fields(account, op), query={"_fields": LEAN}))
    except Rejected as no:
        return _despite(account, op, no)


def html_of(op: Op) -> str:
    """The answer as the site keeps it; addresses in it become links by themselves."""
    return escape((op.draft or Draft("")).text, quote=False)


def _fields(account: Account, op: Op) -> JSON:
    parent = (op.draft.reply_to if op.draft else None) or Ref("")
    given: JSON = {"post": post_of(account, parent), "parent": int(number_of(parent)), "content": html_of(op)}
    return given | ({"status": "approved"} if "moderate:approve" in account.limits.can else {})


def post_of(account: Account, parent: Ref) -> int:
    """The post to which a comment belongs; asked when the comment did not say."""
    if "post" in parent.extra:
        return int(parent.extra["post"])
    answer = api.get(account, f"{COMMENTS}/{number_of(parent)}", query={"_fields": "id,post"})
    told = api.read_object(answer)
    with answer.reading():
        return int(told["post"])


def _despite(account: Account, op: Op, no: Rejected) -> Sent:
    """A no that means something else: it is there already, not so fast, or not any more."""
    code, host = api.code_of(no.answer), no.answer.host
    if code == "comment_duplicate":
        found = find(account, op)
        if isinstance(found, Found):
            return Sent(found.ref, found.url)
        raise Unsure(NO_CLEAR_ANSWER, host=host) from no
    if code == "comment_flood":
        raise Later(TOO_FAST, again_in=FLOOD_WAIT, host=host) from no
    if code == "rest_comment_closed":
        raise Refused(CLOSED, host=host) from no
    if code in ("rest_comment_trash_post", "rest_comment_draft_post", "rest_comment_invalid_post_id"):
        raise Refused(POST_GONE, host=host) from no
    raise no


def _sent(answer: Answer) -> Sent:
    told = api.read_object(answer)
    with answer.reading():
        return Sent(Ref(comment_id(int(told["id"]))), str(told["link"]))


def _remove(account: Account, target: Ref) -> Sent:
    try:
        api.call(account, "DELETE", f"{COMMENTS}/{number_of(target)}", query={"_fields": LEAN})
    except Rejected as no:
        if no.answer.status not in api.GONE:
            raise
    return Sent(target, "")


def find(account: Account, op: Op) -> Found | Absent | Unknown:
    """Look whether our answer is there, by its words, below what it answers."""
    if op.kind == "post":
        return _find_answer(account, op)
    target = op.target or Ref("")
    try:
        query = {"context": "edit", "_fields": "id,link,status,content"}
        told = api.read_object(api.get(account, f"{COMMENTS}/{number_of(target)}", query=query))
    except Rejected as no:
        if no.answer.status not in api.GONE:
            raise
        return Found(target, "") if op.kind == "remove" else Unknown(NOT_OURS)
    there = told.get("status") == "trash" if op.kind == "remove" else _same(told, op)
    return Found(target, str(told.get("link") or "")) if there else Absent()


def _find_answer(account: Account, op: Op) -> Found | Absent | Unknown:
    parent, moderates = (op.draft.reply_to if op.draft else None) or Ref(""), "moderate:approve" in account.limits.can
    query = {"parent": number_of(parent), "context": "edit" if moderates else "view", "_fields": "id,link,author,content"}
    for state in STATES if moderates else STATES[:1]:
        for page in range(1, MOST_PAGES + 1):
            answer = api.get(account, COMMENTS, query=query | {"status": state, "per_page": PER_PAGE, "page": page})
            with answer.reading():
                for told in api.read_list(answer):
                    if _ours(account, told) and _same(told, op):
                        return Found(Ref(comment_id(told["id"])), str(told.get("link") or ""))
            if page >= (api.total(answer, "x-wp-totalpages") or 1):
                break
        else:
            return Unknown(TOO_MANY)
    return Absent()


def _ours(account: Account, told: JSON) -> bool:
    return str(told["author"]) == account.remote_id.rsplit("#", 1)[-1]


def _same(told: JSON, op: Op) -> bool:
    """Compared as it was written, or, for those who do not see that, as it is shown, with quotes that the site has turned."""
    content = told.get("content") or {}
    if "raw" in content:
        return _words(unescape(str(content["raw"]))) == _words((op.draft or Draft("")).text)
    return _turned(text_of(str(content.get("rendered") or ""))) == _turned((op.draft or Draft("")).text)


def _words(text: str) -> str:
    return " ".join(text.split())


def _turned(text: str) -> str:
    return _words(text.replace("...", "…").translate(SIGNS))
