"""What the public says: mentions, also those the server holds back, and replies in the threads we watch."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from theke.networks.base import JSON, Account, Author, Item, NotSent, Page, Ref
from theke.networks.judging import Answer, Rejected
from theke.networks.mastodon import api
from theke.networks.mastodon.limits import handle_of
from theke.networks.reading import text_of

HELPING = 40
MOST_THREADS = 10


def poll(account: Account, cursor: JSON, watching: Sequence[Ref]) -> Page:
    """New messages, oldest first. The same message may come by several ways; the caller keeps each once.

    The cursor pages forward by `min_id`, so that nothing is skipped however much has come in since. Threads and held-back
    mentions are looked at only when the mentions are read up.
    """
    since = cursor.get("since")
    query = {"types[]": "mention", "limit": HELPING, "min_id": since, "include_filtered": "true"}
    answer = api.get(account, "/api/v1/notifications", query=query)
    with answer.reading():
        told = sorted(answer.objects(), key=lambda one: _order(str(one["id"])))
        found = [_item(account, one["status"]) for one in told if one.get("type") == "mention" and one.get("status")]
        newest = str(told[-1]["id"]) if told else since
    more = bool(since) and len(told) >= HELPING
    if not more:
        found += [*_held_back(account), *_replies(account, watching)]
    items = {item.id: item for item in found if item.author.id != account.remote_id}
    return Page(tuple(sorted(items.values(), key=lambda i: i.at)), {"since": newest} if newest else {}, more)


def _order(identity: str) -> tuple[int, str]:
    """Ids are opaque, but of one kind per server: numbers by length and digits, ULIDs by letters."""
    return len(identity), identity


def _held_back(account: Account) -> list[Item]:
    """The last message of each stranger that the server filters; older and other servers have no such list, or an odd one."""
    try:
        answer = api.get(account, "/api/v1/notifications/requests", query={"limit": HELPING})
        return _items(account, answer, [one.get("last_status") for one in answer.objects()])
    except (Rejected, NotSent):
        return []


def _replies(account: Account, watching: Sequence[Ref]) -> Iterable[Item]:
    """Replies below the posts we watch, whether they mention us or not. Trouble with one thread leaves the others."""
    for ref in watching[:MOST_THREADS]:
        try:
            answer = api.get(account, f"/api/v1/statuses/{ref.id}/context")
            below = answer.object().get("descendants") or []
        except Rejected:
            continue
        except NotSent:
            return
        yield from _items(account, answer, below, on=ref)


def _items(account: Account, answer: Answer, statuses: Iterable[JSON | None], on: Ref | None = None) -> list[Item]:
    with answer.reading():
        return [_item(account, status, on) for status in statuses if status]


def _item(account: Account, status: JSON, on: Ref | None = None) -> Item:
    author, parent = status["account"], status.get("in_reply_to_id")
    direct = status.get("visibility") == "direct"
    ours = parent and str(status.get("in_reply_to_account_id")) == account.remote_id
    return Item(
        id=str(status["id"]),
        kind="direct" if direct else "reply" if parent else "mention",
        author=_author(account, author),
        text=text_of(str(status.get("content") or "")),
        at=_moment(str(status["created_at"])),
        url=str(status.get("url") or status.get("uri") or ""),
        on=on or (Ref(str(parent)) if ours else None),
        parent=Ref(str(parent)) if parent else None,
        direct=direct,
        lang=str(status.get("language") or ""),
        images=tuple(str(m.get("preview_url") or m.get("url") or "") for m in status.get("media_attachments") or []),
        raw=status,
    )


def _author(account: Account, told: JSON) -> Author:
    name = str(told.get("display_name") or told.get("username") or "")
    return Author(str(told["id"]), name, handle_of(account, str(told["acct"])), str(told.get("url") or ""))


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
