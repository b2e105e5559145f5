"""What the played public says."""

from collections.abc import Sequence
from datetime import datetime

from theke.networks import net
from theke.networks.base import JSON, Account, Author, Item, Page, Ref


def poll(account: Account, cursor: JSON, watching: Sequence[Ref]) -> Page:
    """What was said after the cursor, oldest first. The network tells every thread, so `watching` adds nothing."""
    query = {"since": cursor.get("since", "")}
    answer = net.get(account, "/practice/api/inbox", query=query, bearer=account.secret.get("token", ""))
    with answer.reading():
        told = answer.object()
        items = tuple(_item(one) for one in told["statuses"])
        return Page(items, {"since": items[-1].id} if items else cursor, bool(told["more"]))


def _item(told: JSON) -> Item:
    name = str(told["author"]["name"])
    parent, root = told["parent"], told["root"]
    return Item(
        id=str(told["id"]),
        kind="direct" if told["private"] else "comment" if parent else "mention",
        author=Author(id=f"public:{name}", name=name, handle=name),
        text=str(told["text"]),
        at=datetime.fromisoformat(told["at"]),
        url=str(told["url"]),
        on=Ref(str(root)) if told["root_own"] else None,
        parent=Ref(str(parent)) if parent else None,
        direct=bool(told["private"]),
        lang=str(told["lang"]),
        state="hidden" if told.get("hidden") else "",
        raw=told,
    )
