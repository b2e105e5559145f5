"""The full-text index, kept by the database itself: whatever is written, by whatever way, is found at once.

SQLite: an FTS5 table for each kind, filled by triggers (https://www.sqlite.org/fts5.html). PostgreSQL: an index on the stems of German and Swedish
(https://www.postgresql.org/docs/current/textsearch.html). A migration that makes a table anew takes its triggers along: a test says
so, and `ensure` puts them back at the next start.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True)
class Indexed:
    """What is found of one table. `library` is SQL for the library's key, with `{row}` for the row."""

    kind: str
    table: str
    columns: tuple[str, ...]
    library: str

    def words(self, row: str) -> str:
        """SQL for all that is to be found, as one text."""
        return " || ' ' || ".join(f"coalesce({row}.{column}, '')" for column in self.columns)

    def library_of(self, row: str) -> str:
        """SQL for the key of the library."""
        return self.library.format(row=row)


def _through(table: str, column: str) -> str:
    return f"(SELECT library_id FROM {table} WHERE id = {{row}}.{column})"  # noqa: S608 -- only names of our own


INDEXED = (
    Indexed("post", "posts_post", ("title", "text"), "{row}.library_id"),
    Indexed("version", "posts_version", ("own_text",), _through("posts_post", "post_id")),
    Indexed("message", "inbox_message", ("text",), _through("inbox_conversation", "conversation_id")),
    Indexed("note", "inbox_note", ("text",), _through("inbox_conversation", "conversation_id")),
    Indexed("contact", "inbox_contact", ("name", "handle"), "{row}.library_id"),
    Indexed("media", "media_asset", ("alt", "wording", "credit", "file_name"), "{row}.library_id"),
)


def install(vendor: str, run: Callable[[str], object]) -> None:
    """Make the index, or make it anew, and fill it with what is there; `run` carries out one statement."""
    for one in INDEXED:
        if vendor == "sqlite":
            for statement in (*_table(one), *_triggers(one), _filling(one)):
                run(statement)
        else:
            run(f"CREATE INDEX IF NOT EXISTS search_{one.kind} ON {one.table} USING gin (({stems(one.words(one.table))}))")


def remove(vendor: str, run: Callable[[str], object]) -> None:
    """Take the index away."""
    for one in INDEXED:
        if vendor != "sqlite":
            run(f"DROP INDEX IF EXISTS search_{one.kind}")
            continue
        for name in _names(one):
            run(f"DROP TRIGGER IF EXISTS {name}")
        run(f"DROP TABLE IF EXISTS search_{one.kind}")


OPTIONS = "tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3'"


def stems(words: str) -> str:
    """SQL of PostgreSQL for the stems of a text in both languages."""
    return f"to_tsvector('german', {words}) || to_tsvector('swedish', {words})"


def _names(one: Indexed) -> tuple[str, str, str]:
    return f"search_{one.kind}_added", f"search_{one.kind}_changed", f"search_{one.kind}_gone"


def _table(one: Indexed) -> list[str]:
    return [
        f"CREATE VIRTUAL TABLE IF NOT EXISTS search_{one.kind} USING fts5(words, {OPTIONS})",
        f"DELETE FROM search_{one.kind}",  # noqa: S608 -- only names of our own
    ]


def _triggers(one: Indexed) -> list[str]:
    added, changed, gone = _names(one)
    put = f"INSERT INTO search_{one.kind} (rowid, words) VALUES (new.id, {one.words('new')})"  # noqa: S608 -- only names of our own
    out = f"DELETE FROM search_{one.kind} WHERE rowid = old.id"  # noqa: S608
    columns = ", ".join(one.columns)
    return [
        *(f"DROP TRIGGER IF EXISTS {name}" for name in _names(one)),
        f"CREATE TRIGGER {added} AFTER INSERT ON {one.table} BEGIN {put}; END",
        f"CREATE TRIGGER {changed} AFTER UPDATE OF {columns} ON {one.table} BEGIN {out}; {put}; END",
        f"CREATE TRIGGER {gone} AFTER DELETE ON {one.table} BEGIN {out}; END",
    ]


def _filling(one: Indexed) -> str:
    words = one.words(one.table)
    return f"INSERT INTO search_{one.kind} (rowid, words) SELECT id, {words} FROM {one.table}"  # noqa: S608 -- names of our own


def is_whole(database: BaseDatabaseWrapper) -> bool:
    """Whether every trigger stands; always so where there are none."""
    if database.vendor != "sqlite":
        return True
    with database.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        there = {name for (name,) in cursor.fetchall()}
    return there >= {name for one in INDEXED for name in _names(one)}


def ensure() -> None:
    """Make the index anew where a part of it has been lost."""
    if not is_whole(connection):
        with transaction.atomic(), connection.cursor() as cursor:
            install(connection.vendor, cursor.execute)
