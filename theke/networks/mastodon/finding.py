"""Looks what became of a write whose answer is missing."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from theke.networks.base import JSON, Absent, Account, Draft, Found, Op, Ref, Unknown, gettext_noop
from theke.networks.judging import Answer, Rejected
from theke.networks.mastodon import api
from theke.networks.reading import text_of

# The server's clock is read from its answers; this is for our own, which may have been set back by an hour since the try.
MARGIN = timedelta(hours=2)
MOST_PAGES = 10
PER_PAGE = 40

TOO_MANY = gettext_noop("There are too many newer posts to be sure.")
NOT_LISTED = gettext_noop("The server does not list private messages, so nobody can tell from here.")
GONE = gettext_noop("The post is no longer there.")


def addressed(draft: Draft) -> str:
    """The text with the name of whom it answers in front: on these networks an answer reaches only those it names."""
    handle = str(draft.reply_to.extra.get("handle") or "") if draft.reply_to else ""
    return f"{handle} {draft.text}" if handle and handle.lower() not in draft.text.lower() else draft.text


def find(account: Account, op: Op) -> Found | Absent | Unknown:
    """Look whether the write is there. Raises NotSent and its kin when looking did not work."""
    if op.kind == "post":
        return _find_post(account, op)
    target = op.target or Ref("")
    try:
        told = api.get(account, f"/api/v1/statuses/{target.id}").object()
    except Rejected as no:
        if no.answer.status not in api.GONE:
            raise
        return Found(target, "") if op.kind == "remove" else Unknown(GONE)
    if op.kind == "remove" or not _same_text(account, told, op.draft or Draft("")):
        return Absent()
    return Found(target, str(told.get("url") or ""))


def _find_post(account: Account, op: Op) -> Found | Absent | Unknown:
    draft = op.draft or Draft("")
    oldest = None
    for _page in range(MOST_PAGES):
        query = {"limit": PER_PAGE, "exclude_reblogs": "true", "max_id": oldest}
        answer = api.get(account, f"/api/v1/accounts/{account.remote_id}/statuses", query=query)
        with answer.reading():
            page = answer.objects()
            since = (op.tried_at or op.at) + _clock_difference(answer) - MARGIN
            for told in (one for one in page if _at(one) >= since):
                if _same(account, told, draft):
                    return _found(told)
            if not page or _at(page[-1]) < since:
                # Not every server lists what only its addressees may see.
                return Unknown(NOT_LISTED) if draft.audience == "direct" else Absent()
            oldest = page[-1]["id"]
    return Unknown(TOO_MANY)


def _found(told: JSON) -> Found:
    media = [str(m["id"]) for m in told.get("media_attachments") or []]
    return Found(Ref(str(told["id"]), {"media": media} if media else {}), str(told.get("url") or told.get("uri") or ""))


def _clock_difference(answer: Answer, now: datetime | None = None) -> timedelta:
    """How far the server's clock is ahead of ours, as its answer tells; nothing when it does not tell."""
    with suppress(ValueError, TypeError):
        return parsedate_to_datetime(answer.headers.get("date", "")) - (now or datetime.now(UTC))
    return timedelta(0)


def _at(told: JSON) -> datetime:
    moment = datetime.fromisoformat(str(told["created_at"]))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _same(account: Account, told: JSON, draft: Draft) -> bool:
    answers = str(told.get("in_reply_to_id") or "") == (draft.reply_to.id if draft.reply_to else "")
    return answers and len(told.get("media_attachments") or []) == len(draft.media) and _same_text(account, told, draft)


def _same_text(account: Account, told: JSON, draft: Draft) -> bool:
    """Compare with the text as it was written where the server keeps it, else with the text in what it shows."""
    wanted = [_plain(addressed(draft)), _plain(draft.warning)]
    try:
        answer = api.get(account, f"/api/v1/statuses/{told['id']}/source")
    except Rejected:
        return [_plain(_readable(told)), _plain(str(told.get("spoiler_text") or ""))] == wanted
    with answer.reading():
        source = answer.object()
        return _words(source, ("text", "spoiler_text")) == wanted


def _readable(told: JSON) -> str:
    return text_of(str(told.get("content") or ""))


def _words(told: JSON, names: Sequence[str]) -> list[str]:
    return [_plain(str(told.get(name) or "")) for name in names]


def _plain(text: str) -> str:
    return " ".join(text.split())
