"""A practice network in memory, at the network line, which can be told what to do to the next call."""

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx2

Behaviour = Callable[[httpx2.Request, Callable[[], httpx2.Response]], httpx2.Response]


class Killed(BaseException):
    """The worker's process ends here: nothing that comes after is written."""


def accepts(request: httpx2.Request, carry_out: Callable[[], httpx2.Response]) -> httpx2.Response:
    return carry_out()


def loses_the_answer(request: httpx2.Request, carry_out: Callable[[], httpx2.Response]) -> httpx2.Response:
    carry_out()
    raise httpx2.ReadTimeout("no answer", request=request)


def drops(request: httpx2.Request, carry_out: Callable[[], httpx2.Response]) -> httpx2.Response:
    raise httpx2.RemoteProtocolError("connection closed", request=request)


def cannot_be_reached(request: httpx2.Request, carry_out: Callable[[], httpx2.Response]) -> httpx2.Response:
    raise httpx2.ConnectError("no route", request=request)


def dies_before(request: httpx2.Request, carry_out: Callable[[], httpx2.Response]) -> httpx2.Response:
    raise Killed


def dies_after(request: httpx2.Request, carry_out: Callable[[], httpx2.Response]) -> httpx2.Response:
    carry_out()
    raise Killed


def answers(status: int, body: Any = None, **headers: str) -> Behaviour:
    def behaviour(request: httpx2.Request, carry_out: Callable[[], httpx2.Response]) -> httpx2.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return httpx2.Response(status, json=body or {"error": "no"}, headers=named)

    return behaviour


class FakeNetwork:
    """Holds statuses. `next_writes` and `next_reads` are behaviours for the coming calls, one each; after them all is well."""

    def __init__(self) -> None:
        self.statuses: list[dict[str, Any]] = []
        self.next_writes: list[Behaviour] = []
        self.next_reads: list[Behaviour] = []
        self.calls: list[tuple[str, str, datetime]] = []
        self.lock = threading.Lock()
        self.uploads = 0

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        with self.lock:
            self.calls.append((request.method, request.url.path, datetime.now(UTC)))
            plans = self.next_reads if request.method == "GET" else self.next_writes
            behaviour = plans.pop(0) if plans else accepts
        return behaviour(request, lambda: self.carry_out(request))

    @property
    def texts(self) -> list[str]:
        return [one["text"] for one in self.statuses if not one["deleted"]]

    @property
    def writes(self) -> int:
        return sum(1 for method, path, _at in self.calls if method == "POST" and "media" not in path)

    def carry_out(self, request: httpx2.Request) -> httpx2.Response:
        with self.lock:
            parts = request.url.path.removeprefix("/practice/api/").strip("/").split("/")
            if parts[0] == "media":
                self.uploads += 1
                return httpx2.Response(201, json={"id": f"m{self.uploads}"})
            if len(parts) == 1:
                return self._list(request) if request.method == "GET" else self._create(json.loads(request.content))
            return self._one(parts, request)

    def _list(self, request: httpx2.Request) -> httpx2.Response:
        before = int(request.url.params.get("before", 10**9))
        page = [one for one in reversed(self.statuses) if int(one["id"]) < before][:40]
        return httpx2.Response(200, json={"statuses": page})

    def _create(self, data: dict[str, Any]) -> httpx2.Response:
        number = str(len(self.statuses) + 1)
        made = {
            **data,
            "id": number,
            "url": f"http://127.0.0.1/practice/{number}/",
            "at": datetime.now(UTC).isoformat(),
            "deleted": False,
            "pictures": [{"alt": alt} for alt in data.get("alts", [])],
        }
        self.statuses.append(made)
        return httpx2.Response(201, json=made)

    def _one(self, parts: list[str], request: httpx2.Request) -> httpx2.Response:
        found = [one for one in self.statuses if one["id"] == parts[1]]
        if not found:
            return httpx2.Response(404, json={"error": "not there"})
        if parts[2:] == ["edit"]:
            found[0].update({k: v for k, v in json.loads(request.content).items() if k in ("text", "title", "warning")})
        if parts[2:] == ["remove"]:
            found[0]["deleted"] = True
        return httpx2.Response(200, json=found[0])
