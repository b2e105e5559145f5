"""Debian's PostgreSQL, started in a temporary folder, reached by a Unix socket, and stopped by its process id."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "32MB",
}
"""What is in it is thrown away: nothing has to outlast a crash."""


def binaries() -> Path | None:
    """Where the newest server's programs lie; None when none is installed, or nobody may run it."""
    runs = os.getuid() != 0 or any(user.pw_name == "postgres" for user in pwd.getpwall())
    return BINARIES[-1] if BINARIES and runs else None


def _as_postgres(command: list[str]) -> list[str]:
    """The server refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.getuid() == 0 else command


@contextmanager
def server() -> Iterator[str]:
    """A server of our own; gives its DATABASE_URL."""
    programs = binaries()
    assert programs is not None
    place = Path(tempfile.mkdtemp(prefix="theke-pg-"))
    if os.getuid() == 0:
        shutil.chown(place, "postgres", "postgres")
    data = place / "data"
    try:
        init = [
            str(programs / "initdb"),
            "-D",
            str(data),
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        ]
        subprocess.run(_as_postgres(init), check=True, capture_output=True, cwd=place)
        options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        command = [str(programs / "postgres"), "-D", str(data), "-k", str(place), *options]
        running = subprocess.Popen(_as_postgres(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=place)
        try:
            _wait(programs, place)
            yield f"postgres://postgres@{quote(str(place), safe='')}/postgres"
        finally:
            stop = [str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"]
            subprocess.run(_as_postgres(stop), check=False, capture_output=True, cwd=place)
            running.wait(15)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _wait(programs: Path, place: Path) -> None:
    ask = [str(programs / "pg_isready"), "-h", str(place), "-U", "postgres"]
    ends = time.monotonic() + 30
    while subprocess.run(ask, check=False, capture_output=True).returncode:
        if time.monotonic() > ends:
            raise TimeoutError("PostgreSQL does not come up")
        time.sleep(0.1)
