"""Sentences and what they name, as the reader writes it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def worded(words: str, params: Mapping[str, Any] | None = None) -> str:
    """An English msgid in the reader's language, filled in. A day kept as ISO 8601 is written as the reader writes days.

    What was `seen` in a text is quoted as it stands there. Raises KeyError, TypeError or ValueError where words and params do not fit.
    """
    said = gettext(words)
    return said % {name: value if name == "seen" else _day(value) for name, value in params.items()} if params else said


def quoted(words: str) -> str:
    """Somebody's words, or a title, in the quotation marks of the reader's language."""
    return gettext("“%(words)s”") % {"words": words}


def _day(value: Any) -> Any:
    if not isinstance(value, str) or not DAY.fullmatch(value):
        return value
    try:
        return date_format(date.fromisoformat(value), "SHORT_DATE_FORMAT")
    except ValueError:
        return value
