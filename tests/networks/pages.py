"""A small site on loopback, for whoever follows links: each path behaves as it is told, and every request is kept."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Site(ThreadingHTTPServer):
    """`answers` by path: a status, or a status and where it leads; `huge`, `slow`, `rude` and `get` behave accordingly."""

    daemon_threads = True

    def __init__(self, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), _Page)
        self.answers: dict[str, Any] = {}
        self.asked: list[tuple[str, str, str]] = []
        self.sent = 0

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever hangs up early is right to do so."""

    def url(self, path: str) -> str:
        """The whole address of a path."""
        return f"http://{self.server_address[0]}:{self.server_address[1]}{path}"  # type: ignore[str-bytes-safe]


class _Page(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        site = self.server
        site.asked.append((self.command, self.path, self.headers["User-Agent"]))
        answer = site.answers.get(self.path, 404)
        if answer == "slow":
            time.sleep(2)
        elif answer == "huge":
            self._huge()
        elif answer == "rude" and self.command == "HEAD":
            self.close_connection = True
        elif answer == "get":
            self._say(200 if self.command == "GET" else 405)
        elif isinstance(answer, tuple):
            self._say(*answer)
        else:
            self._say(answer if isinstance(answer, int) else 200)

    def _say(self, status: int, to: str = "") -> None:
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _huge(self) -> None:
        self.send_response(200 if self.command == "GET" else 501)
        self.send_header("Content-Length", str(10**9))
        self.end_headers()
        with suppress(OSError):
            while self.command == "GET" and self.server.sent < 10**9:
                self.server.sent += self.wfile.write(b"x" * 65536)

    def log_message(self, *given: Any) -> None:
        """Nothing."""


@contextmanager
def site(host: str = "127.0.0.1") -> Iterator[Site]:
    """One that answers until the block ends."""
    made = Site(host)
    threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()
