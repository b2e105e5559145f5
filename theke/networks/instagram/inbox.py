"""Comments below our posts, and the answers below those.

Source: developers.facebook.com/docs/instagram-platform/comment-moderation. One call reads the latest posts with their comments;
one watched post that is older has its turn each time.
"""

from collections.abc import Iterable, Sequence

from theke.networks.base import JSON, Account, Author, Item, Page, Ref
from theke.networks.graph.calling import after, rows_in
from theke.networks.graph.errors import GraphRefused
from theke.networks.graph.moments import moment, news, plain
from theke.networks.instagram import api

POSTS = 25
COMMENTS = 50
MOST_HELPINGS = 5
WRITTEN = "id,text,timestamp,username,hidden,from"
BELOW = f"{WRITTEN},replies.limit({COMMENTS}){{{WRITTEN}}}"
FIELDS = f"id,permalink,timestamp,comments.limit({COMMENTS}){{{BELOW}}}"


def poll(account: Account, cursor: JSON, watching: Sequence[Ref]) -> Page:
    """News since the cursor, oldest first; a comment that was hidden or changed comes again."""
    turn = int(cursor.get("turn") or 0)
    answer = api.get(account, f"{account.remote_id}/media", fields=FIELDS, limit=POSTS)
    items: dict[str, Item] = {}
    with answer.reading():
        posts = rows_in(answer.object())
        for post in [*posts, *_older(account, posts, watching, turn)]:
            items |= {one.id: one for one in _of_post(account, post, cursor) if one.author.id != account.remote_id}
    fresh, moved = news(items.values(), cursor)
    return Page(fresh, moved | {"turn": turn + 1})


def _older(account: Account, posts: list[JSON], watching: Sequence[Ref], turn: int) -> list[JSON]:
    latest = {str(post["id"]) for post in posts}
    others = [ref for ref in watching if ref.id not in latest]
    if not others:
        return []
    try:
        return [api.get(account, others[turn % len(others)].id, fields=FIELDS).object()]
    except GraphRefused:
        return []


def _of_post(account: Account, post: JSON, cursor: JSON) -> Iterable[Item]:
    comments = post.get("comments") or {"data": []}
    for helping in range(MOST_HELPINGS):
        rows = rows_in(comments)
        for one in rows:
            yield _item(post, one, "")
            yield from (_item(post, reply, str(one["id"])) for reply in (one.get("replies") or {}).get("data") or [])
        seen = cursor.get("seen")
        if not after(comments) or not rows or not seen or str(rows[-1]["id"]) in seen or helping == MOST_HELPINGS - 1:
            return
        comments = api.get(account, f"{post['id']}/comments", fields=BELOW, limit=COMMENTS, after=after(comments)).object()


def _item(post: JSON, told: JSON, parent: str) -> Item:
    identity, on = str(told["id"]), Ref(str(post["id"]))
    return Item(
        id=identity,
        kind="comment",
        author=_author(told),
        text=plain(told.get("text")),
        at=moment(told["timestamp"]),
        url=str(post.get("permalink") or ""),
        on=on,
        parent=Ref(parent) if parent else on,
        state="hidden" if told.get("hidden") else "",
        extra={"top": parent or identity},
        raw=told,
    )


def _author(told: JSON) -> Author:
    by = told.get("from") or {}
    name = str(told.get("username") or by.get("username") or "")
    url = f"https://www.instagram.com/{name}/" if name else ""
    return Author(str(by.get("id") or name or f"unnamed:{told['id']}"), name or "Instagram", f"@{name}" if name else "", url)
