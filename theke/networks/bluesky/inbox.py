"""What the public says: answers, mentions and quotes from the notifications, and the threads of the posts we watch.

Neither is enough alone: a notification can fail to come for an answer that stands in its thread, and threads know no mentions.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from theke.networks.base import JSON, Account, Item, NotSent, Page, Ref
from theke.networks.bluesky import api
from theke.networks.bluesky.items import from_notification, from_thread, moment_of
from theke.networks.judging import Answer

HELPING = 100
MOST_PAGES = 5
MOST_THREADS = 10
DEPTH = 8
REASONS = ("reply", "mention", "quote")
# The app view sorts by the time at which it took something in, and several of its machines do that.
OVERLAP = timedelta(minutes=5)


def poll(account: Account, cursor: JSON, watching: Sequence[Ref]) -> Page:
    """New messages, oldest first. The same message may come by both ways and again; the caller keeps each once.

    Notifications come newest first, and are read back to the moment of the newest one that is known (`since`). When that takes
    too many pages, `back` says where to go on, and `newest` what `since` will be then.
    """
    found, moved, more = _notified(account, cursor)
    items = {item.id: item for item in found}
    if not more:
        items |= {item.id: _joined(items.get(item.id), item) for item in _threads(account, watching)}
    theirs = (item for item in items.values() if item.author.id != account.remote_id)
    return Page(tuple(sorted(theirs, key=lambda i: (i.at, i.id))), moved, more)


def _joined(told: Item | None, seen: Item) -> Item:
    """The thread shows more (pictures, hidden or not); what the notification says of its kind stays."""
    return seen if told is None or told.kind == seen.kind else told


def _notified(account: Account, cursor: JSON) -> tuple[list[Item], JSON, bool]:
    since, back, newest = (cursor.get(name) for name in ("since", "back", "newest"))
    found: list[Item] = []
    for _page in range(MOST_PAGES):
        answer = api.get(account, "app.bsky.notification.listNotifications", query=_query(back))
        with answer.reading():
            told = answer.object()
            page: list[JSON] = told["notifications"]
            newest = max(filter(None, [newest, *(str(one["indexedAt"]) for one in page)]), default=None)
            found += _items(account, page)
            back = told.get("cursor")
            if not page or not back or not since or _reached(page, str(since)):
                return found, {"since": newest} if newest else {}, False
    return found, {"since": since, "back": back, "newest": newest}, True


def _query(back: object) -> JSON:
    return {"limit": HELPING, "reasons": list(REASONS), "cursor": back}


def _reached(page: list[JSON], since: str) -> bool:
    return min(moment_of(str(one["indexedAt"])) for one in page) < datetime.fromisoformat(since) - OVERLAP


def _items(account: Account, page: list[JSON]) -> list[Item]:
    return [from_notification(account, one) for one in page if one.get("reason") in REASONS]


def _threads(account: Account, watching: Sequence[Ref]) -> Iterable[Item]:
    """Answers below the posts we watch. Trouble with one thread leaves the others."""
    for ref in watching[:MOST_THREADS]:
        try:
            query = {"uri": ref.id, "depth": DEPTH, "parentHeight": 0}
            answer = api.get(account, "app.bsky.feed.getPostThread", query=query)
        except api.Said:
            continue
        except NotSent:
            return
        yield from _below(account, answer, ref)


def _below(account: Account, answer: Answer, ref: Ref) -> list[Item]:
    with answer.reading():
        told = answer.object()
        gate = ((told.get("threadgate") or {}).get("record") or {}).get("hiddenReplies") or []
        hidden = {str(uri) for uri in gate}
        return [from_thread(account, post, ref, hidden) for post in _posts(told["thread"].get("replies") or [])]


def _posts(replies: list[JSON]) -> Iterable[JSON]:
    """All posts below, without those that are blocked or gone."""
    waiting = list(replies)
    while waiting:
        node = waiting.pop()
        if "post" in node:
            yield node["post"]
        waiting += node.get("replies") or []
