"""A line in front of a real server that loses answers, drops calls and says that nobody is in."""

import http.client
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bench.grounds import AWAY, DROPPED, LOST

SAFE = ("GET", "HEAD")
HOPS = {"connection", "keep-alive", "transfer-encoding", "content-length"}


class Line(BaseHTTPRequestHandler):
    """One call: handed on, with or without its answer."""

    # HTTP/1.0: every call has a connection of its own, as with servers that know no better.
    protocol_version = "HTTP/1.0"
    server: "Losing"

    def carry(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fate = self.server.fate()
        if fate < AWAY:
            self.reply(503, {}, b"")
            return
        write = self.command not in SAFE
        if write and fate < AWAY + DROPPED:
            self.connection.close()
            return
        status, headers, answer = self.server.hand_on(self.command, self.path, body, dict(self.headers.items()))
        if write and fate < AWAY + DROPPED + LOST:
            self.connection.close()
            return
        self.reply(status, headers, answer)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = carry  # noqa: N815 -- the names that the class above calls

    def reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Losing(ThreadingHTTPServer):
    """Stands in front of the server on this port."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, upstream: int) -> None:
        super().__init__(("127.0.0.1", 0), Line)
        self.upstream, self.dice, self.lock = upstream, random.Random(11), threading.Lock()

    @property
    def url(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def fate(self) -> int:
        """What befalls the next call, in percent."""
        with self.lock:
            return self.dice.randrange(100)

    def hand_on(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        """Ask the server itself."""
        line = http.client.HTTPConnection("127.0.0.1", self.upstream, timeout=60)
        try:
            line.request(method, path, body or None, {k: v for k, v in headers.items() if k.lower() not in HOPS})
            answer = line.getresponse()
            given = {k: v for k, v in answer.getheaders() if k.lower() not in HOPS}
            return answer.status, given, answer.read()
        finally:
            line.close()

    def handle_error(self, request: object, client_address: object) -> None:
        """The caller was killed, or the call was dropped: that is what we are here for."""


@contextmanager
def losing(upstream: int) -> Iterator[str]:
    """Stand in front of a server. Gives the address to call."""
    line = Losing(upstream)
    threading.Thread(target=line.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield line.url
    finally:
        line.shutdown()
        line.server_close()
