"""What the public says: mentions, among them the answers to our posts. Each message that is read costs."""

from collections.abc import Sequence
from datetime import datetime

from theke.networks.base import JSON, Account, Author, Item, Page, Ref
from theke.networks.x import api
from theke.networks.x.costs import HELPING
from theke.networks.x.finding import text_of


def poll(account: Account, cursor: JSON, watching: Sequence[Ref]) -> Page:
    """New mentions, oldest first. X gives the newest first, so a long helping is read on by its token before the cursor moves."""
    query = {"since_id": cursor.get("since"), "max_results": HELPING, "expansions": "author_id"}
    query |= {"pagination_token": cursor.get("token"), "tweet.fields": "created_at,entities,referenced_tweets,lang"}
    answer = api.get(account, f"/2/users/{account.remote_id}/mentions", query=query | {"user.fields": "name,username"})
    with answer.reading():
        told = answer.object()
        people = {str(one["id"]): one for one in (told.get("includes") or {}).get("users") or []}
        items = [_item(tweet, people) for tweet in told.get("data") or [] if str(tweet["author_id"]) != account.remote_id]
        meta = told.get("meta") or {}
    newest = cursor.get("newest") or meta.get("newest_id")
    following = meta.get("next_token") if cursor.get("since") else None  # what was there before the connection is not read
    moved = (
        {"since": cursor["since"], "newest": newest, "token": following}
        if following
        else {"since": newest or cursor.get("since")}
    )
    return Page(tuple(sorted(items, key=lambda one: one.at)), moved, more=bool(following))


def _item(tweet: JSON, people: dict[str, JSON]) -> Item:
    related = {one["type"]: str(one["id"]) for one in tweet.get("referenced_tweets") or []}
    parent = related.get("replied_to")
    author = people.get(str(tweet["author_id"]), {})
    handle = str(author.get("username") or "")
    return Item(
        id=str(tweet["id"]),
        kind="reply" if parent else "quote" if "quoted" in related else "mention",
        author=Author(
            str(tweet["author_id"]), str(author.get("name") or handle or "?"), f"@{handle}", f"https://x.com/{handle}"
        ),
        text=text_of(tweet),
        at=datetime.fromisoformat(str(tweet["created_at"])),
        url=f"https://x.com/i/status/{tweet['id']}",
        on=Ref(parent) if parent else None,
        parent=Ref(parent) if parent else None,
        lang=str(tweet.get("lang") or ""),
        raw=tweet,
    )
