"""Finds what we published in the account's own list: by words and time, never just the first of the list."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from theke.networks.base import JSON, Account, Found, Op, Ref
from theke.networks.graph.calling import MOST_PAGES, after, rows_in
from theke.networks.graph.moments import moment, plain
from theke.networks.judging import Answer

MARGIN = timedelta(minutes=10)
PER_PAGE = 50


def read_back(
    get: Callable[..., Answer],
    account: Account,
    op: Op,
    path: str,
    words: str,
    query: dict[str, Any],
    same: Callable[[JSON], bool],
) -> Found | None:
    """The newest with the same text since the try that `same` takes for ours; None when a list read to its end has none.

    `words` names the field of the text. Asked for what may be there: the caller says what it means that it is not.
    """
    since, cursor = (op.tried_at or op.at) - MARGIN, dict[str, Any]()
    text = plain(op.draft.text if op.draft else "")
    for _page in range(MOST_PAGES):
        answer = get(account, path, limit=PER_PAGE, **query, **cursor)
        with answer.reading():
            told = answer.object()
            rows = rows_in(told)
            for one in rows:
                if moment(one["timestamp"]) >= since and plain(one.get(words)) == text and same(one):
                    return Found(Ref(str(one["id"])), str(one.get("permalink") or ""))
            if not after(told) or (rows and moment(rows[-1]["timestamp"]) < since):
                return None
            cursor = {"after": after(told)}
    return None
