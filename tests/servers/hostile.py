"""A server that speaks the practice network's API, counts what it stores, and treats its callers as badly as it is told to."""

import contextlib
import json
import socket
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.servers.desk import free_port

JUNK = 10_000_000
KINDS = {"statuses": "look", "inbox": "listen"}
NO_LINGER = struct.pack("ii", 1, 0)


class Handler(BaseHTTPRequestHandler):
    """One call: kept or not, answered or not, as the server was told."""

    # HTTP/1.0: every call has a connection of its own, so that none outlives `stop`.
    protocol_version = "HTTP/1.0"
    server: "Listener"

    def do_GET(self) -> None:
        """Look at what is there, or listen."""
        parts = urlsplit(self.path)
        name = parts.path.rsplit("/", 1)[-1]
        theirs = self.server.theirs
        how, _keeps = theirs.manner(KINDS.get(name, name))
        self.behave(how, theirs.told(name, parse_qs(parts.query)), 200)

    def do_POST(self) -> None:
        """Store a status."""
        data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        theirs = self.server.theirs
        how, keeps = theirs.manner("publish")
        answer = theirs.keep(data) if keeps else {}
        self.behave(how, answer, 201)

    def behave(self, how: str, answer: dict[str, Any], status: int) -> None:
        """Answer in this manner."""
        theirs = self.server.theirs
        if how == "slow":
            theirs.leaving.wait(1.0)
        if how in ("well", "slow"):
            self.answer(status, json.dumps(answer).encode())
        elif how.isdecimal():
            self.answer(int(how), b'{"error": "I do not feel well."}')
        elif how == "junk":
            self.answer(status, b"\xf0\x9f\x00{" * (JUNK // 4))
        elif how == "drip":
            self.drip(status)
        elif how == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
        else:
            theirs.leaving.wait()

    def answer(self, status: int, body: bytes) -> None:
        """A whole answer."""
        self.send_response_only(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def drip(self, status: int) -> None:
        """An answer that never ends, one byte a second."""
        self.send_response_only(status)
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        while not self.server.theirs.leaving.wait(1.0):
            self.wfile.write(b" ")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Listener(ThreadingHTTPServer):
    """One thread a connection; a caller that hangs up is no news."""

    daemon_threads = True
    request_queue_size = 64
    theirs: "Hostile"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """The caller was killed, or has lost patience: that is what we are here for."""


class Hostile:
    """The server as a test sees it. `behave` says what happens to the next calls of a kind: publish, look, listen."""

    def __init__(self) -> None:
        self.port = free_port()
        self.lock = threading.Lock()
        self.stored: list[dict[str, Any]] = []
        self.said: list[dict[str, Any]] = []
        self.calls: Counter[str] = Counter()
        self.manners: dict[str, list[tuple[str, bool]]] = {}
        self.leaving = threading.Event()
        self.listener: Listener | None = None

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.port}"

    def behave(self, kind: str, how: str, *, times: int = 1, keeps: bool = True) -> None:
        """Treat the next calls so: `how` is well, slow, silent, reset, junk, drip or a status; `keeps`: it stores them first."""
        with self.lock:
            self.manners.setdefault(kind, []).extend([(how, keeps)] * times)

    def manner(self, kind: str) -> tuple[str, bool]:
        """What happens to this call, and whether it is stored."""
        with self.lock:
            self.calls[kind] += 1
            waiting = self.manners.get(kind)
            return waiting.pop(0) if waiting else ("well", True)

    def keep(self, data: dict[str, Any]) -> dict[str, Any]:
        """Store what is published. There is no idempotency: the same call twice is stored twice."""
        with self.lock:
            number = str(len(self.stored) + 1)
            moment = datetime.now(UTC).isoformat()
            made = {**data, "id": number, "url": f"{self.address}/{number}", "at": moment, "root": None, "deleted": False}
            self.stored.append(made)
            return made

    def told(self, name: str, query: dict[str, list[str]]) -> dict[str, Any]:
        """What a look gives, newest first; what listening gives, oldest first."""
        with self.lock:
            if name == "statuses":
                before = int(query.get("before", ["999999"])[0])
                return {"statuses": [one for one in reversed(self.stored) if int(one["id"]) < before]}
            since = int(query.get("since", ["0"])[0])
            return {"statuses": [one for one in self.said if int(one["id"]) > since], "more": False}

    def say(self, text: str) -> None:
        """Someone of the public mentions the library."""
        with self.lock:
            number, moment = str(len(self.said) + 1), datetime.now(UTC).isoformat()
            author = {"name": "Karin", "handle": "karin"}
            places = {"parent": None, "root": None, "root_own": False, "private": False}
            told = {"id": number, "url": f"{self.address}/said/{number}", "text": text, "at": moment, "lang": "de"}
            self.said.append({**told, **places, "author": author})

    def copies(self) -> Counter[str]:
        """How often each key is stored."""
        with self.lock:
            return Counter(one["key"] for one in self.stored)

    def start(self) -> None:
        """Listen, on the port that it always has."""
        self.leaving.clear()
        self.listener = Listener(("127.0.0.1", self.port), Handler)
        self.listener.theirs = self
        threading.Thread(target=self.listener.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Refuse connections. What it has stored stays."""
        self.leaving.set()
        if self.listener:
            self.listener.shutdown()
            self.listener.server_close()
            self.listener = None


@contextlib.contextmanager
def running() -> Iterator[Hostile]:
    """Start it; stopped afterwards."""
    server = Hostile()
    server.start()
    try:
        yield server
    finally:
        server.stop()
