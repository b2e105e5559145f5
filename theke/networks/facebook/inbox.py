"""What the public says on a Page: comments below its posts, posts on it by others, and posts that mention it.

Sources: developers.facebook.com/docs/graph-api/reference/page/feed, /page/tagged, /object/comments, /docs/pages-api/comments-mentions.
One call reads the latest posts with their latest comments; only a post with more news than that costs another.
"""

from collections.abc import Iterable, Sequence

from theke.networks.base import JSON, Account, Author, Item, Page, Ref
from theke.networks.facebook import api
from theke.networks.graph.calling import after, listed, rows_in
from theke.networks.graph.errors import GraphRefused
from theke.networks.graph.moments import moment, news, plain

POSTS = 25
COMMENTS = 50
MOST_HELPINGS = 5
BELOW = "id,message,created_time,permalink_url,is_hidden,from{id,name},parent{id},attachment{media{image{src}}}"
WRITTEN = "id,message,created_time,permalink_url,from{id,name}"
NESTED = f"comments.filter(stream).order(reverse_chronological).limit({COMMENTS}){{{BELOW}}}"


def poll(account: Account, cursor: JSON, watching: Sequence[Ref]) -> Page:
    """News since the cursor, oldest first; a comment that was hidden or changed comes again."""
    answer = api.get(account, f"{account.remote_id}/feed", fields=f"{WRITTEN},{NESTED}", limit=POSTS)
    found: list[Item] = []
    turn = int(cursor.get("turn") or 0)
    with answer.reading():
        posts = rows_in(answer.object())
        for post in [*posts, *_older(account, posts, watching, turn)]:
            found += _of_post(account, post, cursor)
    items = {one.id: one for one in [*_mentions(account), *found] if one.author.id != account.remote_id}
    fresh, moved = news(items.values(), cursor)
    return Page(fresh, moved | {"turn": turn + 1})


def _older(account: Account, posts: list[JSON], watching: Sequence[Ref], turn: int) -> list[JSON]:
    """One of the watched posts that are no longer among the latest, each in its turn."""
    latest = {str(post["id"]) for post in posts}
    others = [ref for ref in watching if ref.id not in latest and "_" in ref.id]
    if not others:
        return []
    try:
        return [api.get(account, others[turn % len(others)].id, fields=f"{WRITTEN},{NESTED}").object()]
    except GraphRefused:
        return []


def _of_post(account: Account, post: JSON, cursor: JSON) -> Iterable[Item]:
    author = str((post.get("from") or {}).get("id") or account.remote_id)
    if author != account.remote_id:
        yield _item(post, "mention", None)
    comments = post.get("comments") or {"data": []}
    on = Ref(str(post["id"])) if author == account.remote_id else None
    for helping in range(MOST_HELPINGS):
        rows = rows_in(comments)
        yield from (_item(one, "comment", on) for one in rows)
        if not after(comments) or not rows or _known(rows[-1], cursor) or helping == MOST_HELPINGS - 1:
            return
        more = {"filter": "stream", "order": "reverse_chronological", "limit": COMMENTS, "after": after(comments)}
        comments = api.get(account, f"{post['id']}/comments", fields=BELOW, **more).object()


def _known(row: JSON, cursor: JSON) -> bool:
    """Whether we have read this far before; the first time nothing further back is asked for."""
    seen = cursor.get("seen")
    return not seen or str(row["id"]) in seen or moment(row["created_time"]).isoformat() < str(cursor.get("floor") or "")


def _mentions(account: Account) -> list[Item]:
    """Posts elsewhere that mention the Page. An app without that right is told so, and reads the rest."""
    try:
        answer = api.get(account, f"{account.remote_id}/tagged", fields=WRITTEN, limit=POSTS)
    except GraphRefused:
        return []
    rows = listed(answer)
    with answer.reading():
        return [_item(one, "mention", None) for one in rows]


def _item(told: JSON, kind: str, on: Ref | None) -> Item:
    identity, parent = str(told["id"]), str((told.get("parent") or {}).get("id") or "")
    image = ((told.get("attachment") or {}).get("media") or {}).get("image") or {}
    comment = kind == "comment"
    return Item(
        id=identity,
        kind="comment" if comment else "mention",
        author=_author(told),
        text=plain(told.get("message")),
        at=moment(told["created_time"]),
        url=str(told.get("permalink_url") or ""),
        on=on,
        parent=(Ref(parent) if parent else on) if comment else None,
        images=(str(image["src"]),) if image.get("src") else (),
        state=("hidden" if told.get("is_hidden") else "") if comment else None,
        extra={"top": parent or identity},
        raw=told,
    )


def _author(told: JSON) -> Author:
    """Who wrote it. Facebook does not name those who have never allowed it; each of their messages then stands alone."""
    by = told.get("from") or {}
    name = str(by.get("name") or "Facebook")
    return Author(str(by.get("id") or f"unnamed:{told['id']}"), name, name)
