"""A Mastodon server for the tests: `mastodon-mock` from PyPI in a process of its own, on a free port, all in memory."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.servers.desk import free_port

START_WITHIN = 60.0
CONFIG = """
[[seed.accounts]]
username = "hafen"
display_name = "Bibliothek Hafen"
access_token = "hafen_token"

[[seed.accounts]]
username = "lesemaus"
display_name = "Lesemaus"
access_token = "lesemaus_token"
"""
ACCOUNT = """
[[seed.accounts]]
username = "{name}"
access_token = "{name}_token"
"""


def is_there() -> bool:
    """Whether the server can be started here."""
    return find_spec("mastodon_mock") is not None


@dataclass(frozen=True)
class Mastodon:
    """A running server with the library's account and one of its public."""

    url: str
    ours: str = "hafen_token"
    public: str = "lesemaus_token"

    def call(self, method: str, path: str, data: Any = None, token: str = "") -> Any:
        """Call it from the outside, as another program would."""
        body = None if data is None else json.dumps(data).encode()
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        request = urllib.request.Request(self.url + path, body, headers, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or b"null")

    def spoil(self, path: str, method: str, **effect: Any) -> None:
        """Spoil the next call of this kind."""
        spec = {"match": {"methods": [method], "path": path}, "effect": effect, "count": 1}
        self.call("POST", "/api/v1/_mock/faults", spec)


@contextmanager
def running(folder: Path, *more: str) -> Iterator[Mastodon]:
    """Start it, wait until it answers, and stop it by its process; `more` are further accounts, each with the token `<name>_token`."""
    config, log = folder / "mastodon.toml", folder / "mastodon.log"
    config.write_text(CONFIG + "".join(ACCOUNT.format(name=name) for name in more))
    port = free_port()
    command = [sys.executable, "-m", "mastodon_mock", "serve", "--config", str(config), "--in-memory"]
    with log.open("wb") as out:
        process = subprocess.Popen([*command, "--host", "127.0.0.1", "--port", str(port)], stdout=out, stderr=out, cwd=folder)
    server = Mastodon(f"http://127.0.0.1:{port}")
    try:
        _wait(server, process, log)
        yield server
    finally:
        process.terminate()
        process.wait(20)


def _wait(server: Mastodon, process: "subprocess.Popen[bytes]", log: Path) -> None:
    ends = time.monotonic() + START_WITHIN
    while time.monotonic() < ends and process.poll() is None:
        try:
            server.call("GET", "/api/v2/instance")
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"mastodon-mock did not start: {log.read_text(errors='replace')}")
