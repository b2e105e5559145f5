"""What others say in the room: answers, mentions and all else; changes and removals of it follow under the same id."""

from collections.abc import Sequence

from theke.networks.base import JSON, Account, Author, Item, Page, Ref
from theke.networks.matrix import api
from theke.networks.matrix.finding import moment

HELPING = 50


def poll(account: Account, cursor: JSON, watching: Sequence[Ref]) -> Page:
    """New messages, oldest first. The first helping is the latest ones; from then on the cursor pages forward."""
    since = cursor.get("from")
    query = {"dir": "f" if since else "b", "limit": HELPING, "from": since}
    answer = api.get(account, api.in_room(account, "messages"), query=query)
    ours = {ref.id for ref in watching}
    with answer.reading():
        told = answer.object()
        chunk = list(told["chunk"])
        following = (told.get("end") or since) if since else told["start"]
        events = sorted(chunk, key=moment)
        found = [item for event in events if (item := _item(account, event, ours))]
    items = {item.id: item for item in found}
    more = bool(since) and len(chunk) >= HELPING and following != since
    return Page(tuple(sorted(items.values(), key=lambda one: one.at)), {"from": str(following)}, more)


def _item(account: Account, event: JSON, ours: set[str]) -> Item | None:
    if event.get("sender") == api.user_of(account):
        return None
    if event.get("type") == "m.room.redaction":
        return _removal(account, event)
    content = api.content_of(event)
    if event.get("type") != "m.room.message" or not content or content.get("msgtype") == "m.notice":
        return None
    return _message(account, event, content, ours)


def _message(account: Account, event: JSON, content: JSON, ours: set[str]) -> Item:
    related = content.get("m.relates_to") or {}
    changed = related.get("rel_type") == "m.replace"
    thread = str(related.get("event_id")) if related.get("rel_type") == "m.thread" else ""
    parent = str((related.get("m.in_reply_to") or {}).get("event_id") or thread)
    said = content.get("m.new_content") or content if changed else content
    identity = str(related["event_id"] if changed else event["event_id"])
    on = next((one for one in (thread, parent) if one in ours), "")
    return Item(
        id=identity,
        kind="reply" if parent else "mention" if _names_us(account, said) else "comment",
        author=_author(event),
        text=_without_quote(str(said.get("body") or "")),
        at=moment(event),
        url=api.link(account, identity),
        on=Ref(on) if on else None,
        parent=Ref(parent) if parent else None,
        state="",
        extra={} if changed else {"author": str(event["sender"])} | ({"thread": thread} if thread else {}),
        raw=event,
    )


def _removal(account: Account, event: JSON) -> Item | None:
    gone = str(event.get("redacts") or api.content_of(event).get("redacts") or "")
    if not gone:
        return None
    shown = api.link(account, gone)
    return Item(gone, "comment", _author(event), "", moment(event), shown, state="removed", raw=event)


def _names_us(account: Account, said: JSON) -> bool:
    user = api.user_of(account)
    named = (said.get("m.mentions") or {}).get("user_ids") or []
    return user in named or user in str(said.get("body") or "")


def _without_quote(body: str) -> str:
    """Older programs put what is answered in front, each line after a `> `, and then an empty line."""
    if not body.startswith("> <"):
        return body
    lines = body.split("\n")
    while lines and lines[0].startswith("> "):
        lines.pop(0)
    return "\n".join(lines).strip()


def _author(event: JSON) -> Author:
    user = str(event["sender"])
    return Author(user, user.removeprefix("@").partition(":")[0], user, f"https://matrix.to/#/{user}")
