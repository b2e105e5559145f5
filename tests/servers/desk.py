"""A desk in a process of its own: the demo library, or an empty one."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_WITHIN = 90.0
PASSWORD = "bibliothek-demo"


def free_port() -> int:
    """A port of the loopback interface that nobody uses now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@dataclass
class Desk:
    """A running desk."""

    url: str
    data: Path
    process: "subprocess.Popen[bytes]"
    log: Path

    def said(self) -> str:
        """What it has printed so far."""
        return self.log.read_text(errors="replace")

    def set_up_address(self) -> str:
        """The address with the one-time code that an empty desk prints."""
        found = re.search(r"https?://\S+/set-up/\S+", self.said())
        assert found, self.said()
        return found.group(0)

    def kill(self) -> None:
        """Kill it as a power cut would."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)


def wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until the desk answers."""
    ends = time.monotonic() + START_WITHIN
    while time.monotonic() < ends:
        if process.poll() is not None:
            raise RuntimeError(f"the desk ended: {log.read_text(errors='replace')}")
        try:
            urllib.request.urlopen(f"{url}/robots.txt", timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the desk did not answer: {log.read_text(errors='replace')}")


@contextlib.contextmanager
def running(data: Path, command: str = "demo", *more: str, port: int | None = None, **environment: str) -> Iterator[Desk]:
    """Start `theke <command>` on a free port with this data folder; stopped by its process group."""
    port = port or free_port()
    url, log = f"http://localhost:{port}", data / f"{command}-{port}.log"
    data.mkdir(parents=True, exist_ok=True)
    given = {"THEKE_DATA": str(data), "THEKE_URL": url, "THEKE_ALLOW_PRIVATE_ADDRESSES": "1", "PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-m", "theke", command, "--port", str(port), *more]
    inherited = {k: v for k, v in os.environ.items() if k not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}}
    with log.open("wb") as out:
        process = subprocess.Popen(
            arguments, stdout=out, stderr=out, cwd=data, env=inherited | given | environment, start_new_session=True
        )
    desk = Desk(url, data, process, log)
    try:
        wait_for(url, process, log)
        yield desk
    finally:
        desk.kill()
