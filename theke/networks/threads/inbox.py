"""Replies below our posts, however deep, and mentions as far as Threads tells them.

Source: developers.facebook.com/docs/threads/retrieve-and-manage-replies. The list of posts says which have replies; the newest of
these are read each time, the others in turn.
"""

from collections.abc import Iterable, Sequence

from theke.networks.base import JSON, Account, Author, Item, Page, Ref
from theke.networks.graph.calling import after, listed, rows_in
from theke.networks.graph.errors import GraphRefused
from theke.networks.graph.moments import moment, news, plain
from theke.networks.threads import api

POSTS = 25
REPLIES = 50
ALWAYS, IN_TURN = 2, 3
MOST_HELPINGS = 5
WRITTEN = "id,text,username,timestamp,permalink"
BELOW = f"{WRITTEN},replied_to,root_post,is_reply_owned_by_me,hide_status"
SEEN_BY_ALL = ("NOT_HUSHED", "UNHUSHED", "")


def poll(account: Account, cursor: JSON, watching: Sequence[Ref]) -> Page:
    """News since the cursor, oldest first; a reply that was hidden comes again."""
    turn = int(cursor.get("turn") or 0)
    answer = api.get(account, f"{account.remote_id}/threads", fields="id,timestamp,has_replies", limit=POSTS)
    rows = listed(answer)
    talked = [str(one["id"]) for one in rows if one.get("has_replies")]
    latest = {str(one["id"]) for one in rows}
    talked += [ref.id for ref in watching if ref.id not in latest]
    items = {one.id: one for one in _mentions(account)}
    for post in _in_turn(talked, turn):
        items |= {one.id: one for one in _below(account, post, cursor)}
    fresh, moved = news(items.values(), cursor)
    return Page(fresh, moved | {"turn": turn + 1})


def _in_turn(posts: list[str], turn: int) -> list[str]:
    others = posts[ALWAYS:]
    begin = turn * IN_TURN % len(others) if others else 0
    return posts[:ALWAYS] + [*others, *others][begin : begin + min(IN_TURN, len(others))]


def _below(account: Account, post: str, cursor: JSON) -> Iterable[Item]:
    """What stands below a post, newest first, as far back as we have read before. A post that is gone has nothing below it."""
    more: JSON = {}
    for _helping in range(MOST_HELPINGS):
        try:
            answer = api.get(account, f"{post}/conversation", fields=BELOW, limit=REPLIES, **more)
        except GraphRefused:
            return
        with answer.reading():
            told = answer.object()
            rows = rows_in(told)
            yield from (_item(one, "reply", post) for one in rows if not one.get("is_reply_owned_by_me"))
        seen = cursor.get("seen")
        if not rows or not after(told) or not seen or str(rows[-1]["id"]) in seen:
            return
        more = {"after": after(told)}


def _mentions(account: Account) -> list[Item]:
    """An app without that right is told so, and reads the replies."""
    try:
        answer = api.get(account, f"{account.remote_id}/mentions", fields=WRITTEN, limit=POSTS)
    except GraphRefused:
        return []
    rows = listed(answer)
    with answer.reading():
        return [_item(one, "mention", "") for one in rows]


def _item(told: JSON, kind: str, post: str) -> Item:
    parent = str((told.get("replied_to") or {}).get("id") or post)
    reply = kind == "reply"
    return Item(
        id=str(told["id"]),
        kind="reply" if reply else "mention",
        author=_author(told),
        text=plain(told.get("text")),
        at=moment(told["timestamp"]),
        url=str(told.get("permalink") or ""),
        on=Ref(post) if post else None,
        parent=Ref(parent) if parent else None,
        state=("" if str(told.get("hide_status") or "") in SEEN_BY_ALL else "hidden") if reply else None,
        raw=told,
    )


def _author(told: JSON) -> Author:
    """Threads tells a name and no id. Of private profiles it tells neither; each of their replies then stands alone."""
    name = str(told.get("username") or "")
    if not name:
        return Author(f"unnamed:{told['id']}", "Threads", "")
    return Author(name, name, f"@{name}", f"https://www.threads.net/@{name}")
