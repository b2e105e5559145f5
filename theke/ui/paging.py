"""Pages of a list that may be long: only what is shown is read, and nothing is counted."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)
LAST = 100_000
"""The highest number of a page that is taken seriously."""


class Leaf(Generic[Row]):
    """One page of a queryset, as `{% pages %}` shows it: whether another follows is known, how many there are is not."""

    def __init__(self, rows: "QuerySet[Row]", number: object, size: int) -> None:
        self.number = _number(number)
        self.rows, self.size = rows, size

    @cached_property
    def _read(self) -> list[Row]:
        start = (self.number - 1) * self.size
        return list(self.rows[start : start + self.size + 1])

    @property
    def object_list(self) -> Sequence[Row]:
        """The rows of this page."""
        return self._read[: self.size]

    def __iter__(self) -> Any:
        return iter(self.object_list)

    def __len__(self) -> int:
        return len(self.object_list)

    @property
    def has_previous(self) -> bool:
        """Whether there are newer ones."""
        return self.number > 1

    @property
    def has_next(self) -> bool:
        """Whether there are older ones."""
        return len(self._read) > self.size

    @property
    def previous_page_number(self) -> int:
        """The page before."""
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        """The page after."""
        return self.number + 1

    @property
    def uncounted(self) -> bool:
        """That nobody knows how many pages there are, where there is more than this one."""
        return self.has_previous or self.has_next


def _number(given: object) -> int:
    """The number of a page from an address; the first for what is none."""
    text = str(given or "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
    return min(max(number, 1), LAST)
