"""What the public writes below the posts: comments that everybody sees, that are held, spam, and in the trash."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal

from theke.networks.base import JSON, Account, Author, Item, Page, Ref
from theke.networks.judging import Answer
from theke.networks.reading import text_of
from theke.networks.wordpress import api
from theke.networks.wordpress.answering import COMMENTS, comment_id
from theke.networks.wordpress.connect import person_id

State = Literal["", "held", "spam", "removed"]
STATES: dict[str, State] = {"approve": "", "hold": "held", "spam": "spam", "trash": "removed"}
# `after` is compared with the wall time of the site: an hour is written twice when summer time ends.
OVERLAP = timedelta(hours=2)
# How far back the first look goes. What waits to be approved is asked for however old it is; old spam is nobody's business.
FIRST = {"approve": timedelta(days=30), "hold": timedelta(days=3650), "spam": OVERLAP, "trash": OVERLAP}
PER_PAGE = 100
MOST_PAGES = 10
MOST_KNOWN = 100
# Only these are sent to us: no e-mail address, no address of a computer.
FIELDS = "id,post,parent,author,author_name,author_url,date_gmt,content,link,status,type"


def poll(account: Account, cursor: JSON, watching: Sequence[Ref]) -> Page:
    """New comments of each state, and comments whose state has changed on the site since, oldest first.

    The cursor holds for each state from when on to read, and the last comments that were seen: when one of them is approved
    or thrown away on the site, it comes again with its new state.
    """
    now, next_cursor, more = datetime.now(UTC), dict(cursor), False
    found: dict[int, tuple[JSON, str]] = {}
    states = STATES if "moderate:approve" in account.limits.can else {"approve": STATES["approve"]}
    for state in states:
        since = str(cursor.get(state) or (now - FIRST[state]).isoformat(timespec="seconds"))
        told, whole = _after(account, state, since)
        found |= {one["id"]: (one, state) for one in told}
        next_cursor |= {state: _next(since, told, whole)} if told else {}
        more = more or not whole
    for state in states:
        found |= {one["id"]: (one, state) for one in _changed(account, state, cursor.get("known") or [])}
    next_cursor["known"] = _known(cursor, found)
    items = (_item(account, one, STATES[state]) for one, state in found.values() if one.get("type", "comment") == "comment")
    theirs = [item for item in items if item.author.id != account.remote_id]
    return Page(tuple(sorted(theirs, key=lambda item: (item.at, item.id))), next_cursor, more)


def _after(account: Account, state: str, since: str) -> tuple[list[JSON], bool]:
    """What is in this state and younger, oldest first, and whether that is all of it."""
    told: list[JSON] = []
    for page in range(1, MOST_PAGES + 1):
        query = {"after": since, "orderby": "date_gmt", "order": "asc", "per_page": PER_PAGE, "page": page}
        answer = api.get(account, COMMENTS, query=query | {"status": state, "_fields": FIELDS})
        told += _checked(answer)
        if page >= (api.total(answer, "x-wp-totalpages") or 1):
            return told, True
    return told, False


def _changed(account: Account, state: str, known: list[int]) -> list[JSON]:
    """Which of the comments seen before are in this state now."""
    if not known:
        return []
    numbers = ",".join(str(one) for one in known)
    query = {"include": numbers, "status": state, "per_page": PER_PAGE, "_fields": FIELDS}
    return _checked(api.get(account, COMMENTS, query=query))


def _checked(answer: Answer) -> list[JSON]:
    told = api.read_list(answer)
    with answer.reading():
        return [one | {"id": int(one["id"]), "date_gmt": str(one["date_gmt"])} for one in told]


def _next(since: str, told: list[JSON], whole: bool) -> str:
    """From when on to read next time: a little before the last one, or, when there is more, from the last one on."""
    last = _moment(max(one["date_gmt"] for one in told))
    begin = last - (OVERLAP if whole else timedelta(seconds=1))
    return max(begin, datetime.fromisoformat(since)).isoformat(timespec="seconds")


def _known(cursor: JSON, found: dict[int, tuple[JSON, str]]) -> list[int]:
    """The youngest comments that we have seen, by number."""
    numbers = {int(one) for one in cursor.get("known") or []} | {number for number, _ in found.items()}
    return sorted(numbers)[-MOST_KNOWN:]


def _item(account: Account, told: JSON, state: State) -> Item:
    post, parent = str(told["post"]), int(told.get("parent") or 0)
    return Item(
        id=comment_id(told["id"]),
        kind="comment",
        author=_author(account, told),
        text=text_of(str((told.get("content") or {}).get("rendered") or "")),
        at=_moment(told["date_gmt"]),
        url=str(told.get("link") or ""),
        on=Ref(post),
        parent=Ref(comment_id(parent)) if parent else None,
        state=state,
        extra={"post": int(post)},
        raw=told,
    )


def _author(account: Account, told: JSON) -> Author:
    """A user of the site by number; a guest by name, for more than the name a site does not show."""
    site, name = account.remote_id.rsplit("#", 1)[0], str(told.get("author_name") or "")
    number = int(told.get("author") or 0)
    identity = person_id(site, number) if number else f"guest:{name.lower()}"
    return Author(identity, name, name, str(told.get("author_url") or ""))


def _moment(written: str) -> datetime:
    """`date_gmt` is written without a zone."""
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
