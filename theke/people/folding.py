"""Finds words whatever their capitals, the Å, Ä and Ö among them."""

import json
import re
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q


def standing_in(word: str, *fields: str) -> Q:
    """Rows in one of whose fields (text, or a list kept as JSON) the word stands.

    SQLite folds the capitals of ASCII only (https://www.sqlite.org/lang_expr.html#like), and Django keeps JSON there with escapes.
    """
    plain = word.isascii() or connection.vendor != "sqlite"
    lookup, sought = ("icontains", word) if plain else ("iregex", "".join(_either(letter) for letter in word))
    return reduce(or_, (Q(**{f"{field}__{lookup}": sought}) for field in fields))


def _either(letter: str) -> str:
    """A pattern for a letter, also as JSON escapes it."""
    if letter.isascii():
        return re.escape(letter)
    escaped = {re.escape(json.dumps(one)[1:-1]) for one in (letter.lower(), letter.upper())}
    return f"(?:{'|'.join([letter, *sorted(escaped)])})"
