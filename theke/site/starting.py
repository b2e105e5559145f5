"""Makes an installation ready to run: database, static files, the address of the first set-up."""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

import theke
from theke.people.models import Library
from theke.search import indexing


@contextmanager
def alone() -> Iterator[None]:
    """One start at a time on one data folder. Raises CommandError when the folder cannot be written to."""
    try:
        with (settings.DATA / "starting.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
    except PermissionError as trouble:
        raise CommandError(f"The data folder {settings.DATA} cannot be written to.") from trouble


def prepare(*, static: bool = True) -> None:
    """Bring database and static files up to date. Raises CommandError in one clear sentence when that cannot be done."""
    with alone():
        migrate()
        indexing.ensure()
        if static and not settings.DEBUG:
            collect_static()


def migrate() -> None:
    """Apply what is missing on SQLite; on a shared database an operator does that, between stopping and starting the hosts."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except OperationalError as trouble:
        raise CommandError(f"The database cannot be reached: {trouble}".strip()) from trouble
    if missing and connection.vendor != "sqlite":
        raise CommandError("The database is not up to date. Run “theke migrate” first.")
    if missing:
        call_command("migrate", verbosity=0, interactive=False)


def collect_static() -> None:
    """Collect the static files when they are not those of this version."""
    stamp, wanted = Path(settings.STATIC_ROOT) / ".collected", _fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=False)
    stamp.write_text(wanted)


def _fingerprint() -> str:
    """Changes with the version and with every static file."""
    mark = hashlib.sha256(theke.__version__.encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            mark.update(f"{path} {storage.size(path)} {storage.get_modified_time(path).timestamp()}".encode())
    return mark.hexdigest()


def is_empty() -> bool:
    """Whether there is no library yet, so that somebody must set one up."""
    return not Library.objects.exists()
