"""Notices that another process has written something."""

from django.db import connection

SQLITE_EVERY = 0.25
OTHERWISE_EVERY = 1.0


class Pulse:
    """Asked every `every` seconds by the scheduler's own thread.

    SQLite counts, in `PRAGMA data_version`, what other connections have committed: a look costs microseconds and no query. On
    PostgreSQL each look says yes, which makes it a slow poll.
    """

    def __init__(self) -> None:
        self.is_sqlite = connection.vendor == "sqlite"
        self.every = SQLITE_EVERY if self.is_sqlite else OTHERWISE_EVERY
        self.version: int | None = None

    def changed(self) -> bool:
        """Whether something may have been written elsewhere since the last look."""
        if not self.is_sqlite:
            return True
        with connection.cursor() as cursor:
            version: int = cursor.execute("PRAGMA data_version").fetchone()[0]
        changed, self.version = version != self.version, version
        return changed
