"""Asks the index."""

import re
from collections import defaultdict
from collections.abc import Iterable

from django.db import connection

from theke.search.indexing import INDEXED, Indexed, stems

WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 8
LONGEST_WORD = 40

Keys = dict[str, list[int]]


def words_of(typed: str) -> list[str]:
    """The words to look for, in lower case; signs and white space do not count."""
    return [word[:LONGEST_WORD].lower() for word in WORD.findall(typed)][:MOST_WORDS]


def look(library: int, words: list[str], kinds: Iterable[str], most: int) -> Keys:
    """Primary keys by kind, newest first, of what holds all the words or words that begin so. One query."""
    if not words:
        return {}
    wanted = [one for one in INDEXED if one.kind in set(kinds)]
    ask = _in_sqlite if connection.vendor == "sqlite" else _in_postgres
    sql, params = ask(library, words, wanted, most)
    found: Keys = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        for kind, key in cursor.fetchall():
            found[kind].append(key)
    return found


def _in_sqlite(library: int, words: list[str], wanted: list[Indexed], most: int) -> tuple[str, list[int | str]]:
    sought = " AND ".join(f'"{word}"*' for word in words)
    params: list[int | str] = []
    parts = []
    for one in wanted:
        # Newest first is the order in which the index is read: it stops as soon as there is enough.
        parts.append(
            f"SELECT * FROM (SELECT '{one.kind}', hit.rowid FROM search_{one.kind} hit JOIN {one.table} row ON row.id = hit.rowid "  # noqa: S608
            f"WHERE hit.words MATCH %s AND {one.library_of('row')} = %s ORDER BY hit.rowid DESC LIMIT %s)"
        )
        params += [sought, library, most]
    return " UNION ALL ".join(parts), params


def _in_postgres(library: int, words: list[str], wanted: list[Indexed], most: int) -> tuple[str, list[int | str]]:
    sought = " & ".join(f"{word}:*" for word in words)
    params: list[int | str] = []
    parts = []
    for one in wanted:
        # Materialized, or the planner may read the whole table backwards to spare itself the sorting.
        parts.append(
            f"(WITH hits AS MATERIALIZED (SELECT id FROM {one.table} "  # noqa: S608 -- only names of our own
            f"WHERE ({stems(one.words(one.table))}) @@ (to_tsquery('german', %s) || to_tsquery('swedish', %s)) "
            f"AND {one.library_of(one.table)} = %s) SELECT '{one.kind}' AS kind, id FROM hits ORDER BY id DESC LIMIT %s)"
        )
        params += [sought, sought, library, most]
    return " UNION ALL ".join(parts), params
