"""Sorts notices by what they are about."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.utils.translation import gettext as _

Row = TypeVar("Row")
OF_POSTS = ("/posts/", "/write/", "/calendar/", "/pause/", "/media/", "/consents/", "/private-name/")


def _subjects() -> list[tuple[str, tuple[str, ...]]]:
    """The subjects in the order in which they are read, with the beginnings of their addresses; the last takes the rest."""
    return [
        (_("Inbox"), ("/inbox/",)),
        (_("Posts"), OF_POSTS),
        (_("Channels"), ("/channels/",)),
        (_("Team"), ("",)),
    ]


def by_subject(rows: Iterable[Row], path: Callable[[Row], str]) -> list[tuple[str, list[Row]]]:
    """The rows under the name of their subject; subjects without rows are left out. Order within a subject stays."""
    subjects = _subjects()
    found: dict[str, list[Row]] = {name: [] for name, _beginnings in subjects}
    for row in rows:
        found[next(name for name, beginnings in subjects if path(row).startswith(beginnings))].append(row)
    return [(name, mine) for name, mine in found.items() if mine]
