"""A strict stand-in for Meta's Graph API: Facebook, Instagram and Threads, each under its own hosts.

It checks every call against the documented contract (method, path, version, fields, their types and limits, the order of container
steps, the kind of token, the proof of the app's secret), and refuses what the documentation does not allow: an unknown field is a
failure, not a shrug. Sources: developers.facebook.com/docs/pages-api, /docs/instagram-platform, /docs/threads, read in November 2026.
What it knows of the contract stands in `graph_rules`; what goes wrong on demand, here.

`Graph()` answers `net.use_transport`; `running()` serves it on loopback, to be reached through THEKE_STAND_INS.
"""

import contextlib
import email
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

import httpx2

from tests.servers.desk import free_port
from tests.servers.graph_rules import ROUTES, Call, Fail, Route

APP = {"app_id": "123456789", "app_secret": "0123456789abcdef0123456789abcdef"}
FAULTS = {
    "500": Fail(2, 0, "An unexpected error has occurred.", status=500, transient=True),
    "rate": Fail(4, 0, "(#4) Application request limit reached"),
    "dead": Fail(190, 463, "Error validating access token: Session has expired", status=401),
    "4279009": Fail(24, 4279009, "The requested resource does not exist"),
    "no_right": Fail(10, 0, "(#10) Application does not have permission for this action"),
}


class Graph:
    """Everything that Meta knows of one library: its Page 42, its Instagram account 43 and its Threads profile 44."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.tokens = {"page-token": ("page", "42"), "ig-token": ("instagram", "43"), "threads-token": ("threads", "44")}
        self.codes = {"good-code": True}
        self.pages = {"42": "Bibliothek Hafen", "46": "Kinderbibliothek Hafen"}
        self.things: dict[str, dict[str, Any]] = {}
        """Posts, comments, pictures and containers by id; `kind` says what each is."""
        self.faults: list[tuple[str, str]] = []
        self.calls: list[str] = []
        self.broken: list[str] = []
        """What was refused because the documentation does not allow it; a test that expects none looks here."""
        self.polls_until_finished = 1
        self.born = 1000
        self.clock = timedelta(0)

    def fault(self, how: str, on: str, times: int = 1) -> None:
        """What happens to the next calls whose `METHOD /path` ends so: `lost` (done, and the answer lost), `never_left` or one of FAULTS."""
        self.faults += [(how, on)] * times

    def new_id(self) -> str:
        """An id that was never given before."""
        self.born += 1
        return str(self.born)

    def now(self) -> str:
        """The moment as Meta writes it."""
        return (datetime.now(UTC) + self.clock).strftime("%Y-%m-%dT%H:%M:%S+0000")

    def said(self, on: str, text: str, by: str = "Karin") -> str:
        """Somebody of the public comments on one of the things."""
        identity = self.new_id()
        parent = {"parent": {"id": on}} if self.things[on]["kind"] == "comment" else {}
        who = {"id": f"9{len(by)}", "name": by, "username": by.lower()}
        self.things[identity] = {
            "kind": "comment",
            "id": identity,
            "on": on,
            "text": text,
            "at": self.now(),
            "from": who,
        } | parent
        return identity

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The things of a kind, newest first."""
        return [one for one in reversed(self.things.values()) if one["kind"] == kind]

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer one call, or lose its answer."""
        request.read()
        line = f"{request.method} {request.url.path}"
        with self.lock:
            self.calls.append(line)
            how = self._fault(line)
            if how == "never_left":
                raise httpx2.ConnectError("refused", request=request)
            try:
                if how in FAULTS:
                    raise FAULTS[how]
                answer = self._carried_out(request)
            except Fail as no:
                return no.response()
        if how == "lost":
            raise httpx2.ReadTimeout("lost on the way", request=request)
        return httpx2.Response(200, json=answer)

    def _fault(self, line: str) -> str:
        found = next((one for one in self.faults if line.endswith(one[1])), None)
        if found:
            self.faults.remove(found)
        return found[0] if found else ""

    def _carried_out(self, request: httpx2.Request) -> Any:
        host, path = request.headers["host"].split(":")[0], request.url.path
        for route in ROUTES:
            match = route.matches(host, request.method, path)
            if match:
                given = self._given(request)
                try:
                    subject = self._signed(request, route, given)
                    route.check(given)
                    return route.act(self, Call(subject, match, given))
                except Fail as no:
                    if no.breach:
                        self.broken.append(f"{request.method} {path}: {no.words}")
                    raise
        self.broken.append(f"{request.method} {host}{path}: no such call")
        raise Fail(2500, 0, f"Unknown path components: {path}")

    @staticmethod
    def _given(request: httpx2.Request) -> dict[str, Any]:
        given: dict[str, Any] = dict(request.url.params)
        kind = request.headers.get("content-type", "")
        if kind.startswith("application/x-www-form-urlencoded"):
            given |= dict(parse_qsl(request.content.decode(), keep_blank_values=True))
        elif kind.startswith("multipart/form-data"):
            whole = email.message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + request.content)
            for part in whole.get_payload():
                content = part.get_payload(decode=True)  # type: ignore[union-attr]
                name = part.get_param("name", header="content-disposition")  # type: ignore[union-attr]
                file = part.get_filename()  # type: ignore[union-attr]
                given[str(name)] = content if file else content.decode()  # type: ignore[union-attr]
        elif request.content:
            raise Fail(100, 0, f"Unsupported body: {kind}", breach=True)
        return given

    def _signed(self, request: httpx2.Request, route: Route, given: dict[str, Any]) -> str:
        """Whose token it is. Raises Fail for a token of another kind, or without the proof where that is asked for."""
        if not route.token:
            return ""
        token = given.pop("access_token", "") or request.headers.get("authorization", "").removeprefix("Bearer ")
        if route.token == "app":
            if token != f"{APP['app_id']}|{APP['app_secret']}":
                raise Fail(190, 0, "Invalid app token", breach=True)
            return ""
        kind, subject = self.tokens.get(token, ("", ""))
        if not kind:
            raise Fail(190, 463, "Error validating access token: Session has expired", status=401)
        if kind != route.token:
            raise Fail(210, 0, f"(#210) A {route.token} access token is required, not one of {kind}", breach=True)
        if route.proof:
            wanted = hmac.new(APP["app_secret"].encode(), token.encode(), hashlib.sha256).hexdigest()
            if given.pop("appsecret_proof", "") != wanted:
                raise Fail(100, 0, "Invalid appsecret_proof provided in the API argument", breach=True)
        return subject


class Handler(BaseHTTPRequestHandler):
    """A call over a real line."""

    server: "Listener"

    def _pass_on(self) -> None:
        size = int(self.headers.get("Content-Length") or 0)
        url = f"https://{self.headers['Host']}{self.path}"
        try:
            got = self.server.graph(
                httpx2.Request(self.command, url, headers=dict(self.headers), content=self.rfile.read(size))
            )
        except httpx2.TransportError:
            self.close_connection = True
            return
        self.send_response(got.status_code)
        body = got.content
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_DELETE = _pass_on  # noqa: N815 -- the names of the base class

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Listener(ThreadingHTTPServer):
    """Serves one Graph."""

    daemon_threads = True
    graph: Graph


@contextlib.contextmanager
def running(graph: Graph) -> Iterator[str]:
    """Serve it on loopback; gives the address. Stopped afterwards."""
    port = free_port()
    listener = Listener(("127.0.0.1", port), Handler)
    listener.graph = graph
    threading.Thread(target=listener.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        listener.shutdown()
        listener.server_close()


def stand_ins(address: str) -> str:
    """What THEKE_STAND_INS says so that every call to Meta comes here."""
    hosts = (
        "graph.facebook.com",
        "graph.instagram.com",
        "api.instagram.com",
        "graph.threads.net",
        "threads.net",
        "www.facebook.com",
    )
    return " ".join(f"{host}={address}" for host in hosts)


def written(graph: Graph, kind: str) -> str:
    """All things of a kind in plain text, for a look at what arrived."""
    return json.dumps(graph.of(kind), ensure_ascii=False, default=str)
