"""The contract of Meta's Graph API as its documentation states it; `graph` answers by it."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx2

if TYPE_CHECKING:
    from tests.servers.graph import Graph

VERSION = r"v\d{2}\.0"
FACEBOOK, INSTAGRAM, THREADS = "graph.facebook.com", "graph.instagram.com", "graph.threads.net"
GONE = "Object does not exist, cannot be loaded due to missing permissions, or does not support this operation"
Rule = Callable[[Any], bool]


class Fail(Exception):
    """A no of Meta's. `breach`: the call is not one that the documentation allows."""

    def __init__(
        self, code: int, subcode: int, words: str, *, status: int = 400, transient: bool = False, breach: bool = False
    ) -> None:
        super().__init__(words)
        self.code, self.subcode, self.words, self.status = code, subcode, words, status
        self.transient, self.breach = transient, breach

    def response(self) -> httpx2.Response:
        """The no as it comes over the wire."""
        error = {"message": self.words, "type": "OAuthException", "code": self.code, "fbtrace_id": "AbCdEf"}
        error |= {"error_subcode": self.subcode} if self.subcode else {}
        error |= {"is_transient": True} if self.transient else {}
        headers = {}
        if self.code == 4:
            row = {"type": "pages", "call_count": 100, "estimated_time_to_regain_access": 3}
            headers = {"X-Business-Use-Case-Usage": json.dumps({"42": [row]})}
        return httpx2.Response(self.status, json={"error": error}, headers=headers)


@dataclass(frozen=True)
class Call:
    """One call that is allowed: whose token, what stands in the path, and the fields."""

    subject: str
    path: re.Match[str]
    given: dict[str, Any]

    def thing(self, graph: "Graph", *kinds: str) -> dict[str, Any]:
        """The thing in the path. Raises Fail when it is not there or of another kind."""
        found = graph.things.get(self.path["id"])
        if not found or found["kind"] not in kinds:
            raise Fail(100, 33, GONE)
        return found

    def own(self) -> None:
        """The account in the path is that of the token."""
        if self.path["id"] != self.subject:
            raise Fail(100, 33, GONE, breach=True)


Act = Callable[["Graph", Call], Any]


@dataclass(frozen=True)
class Route:
    """One documented call."""

    host: str
    method: str
    path: str
    act: Act
    token: str = ""
    fields: Mapping[str, Rule] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    proof: bool = False

    def matches(self, host: str, method: str, path: str) -> re.Match[str] | None:
        """Whether a call is this one."""
        return re.fullmatch(self.path, path) if (host, method) == (self.host, self.method) else None

    def check(self, given: Mapping[str, Any]) -> None:
        """Raises Fail for a field that is unknown, missing, or of another kind than documented."""
        for name, value in given.items():
            rule = next((rule for pattern, rule in self.fields.items() if re.fullmatch(pattern, name)), None)
            if rule is None:
                raise Fail(100, 0, f"(#100) Unknown field {name}", breach=True)
            if not rule(value):
                raise Fail(100, 0, f"(#100) Param {name} is not valid: {value!r}"[:200], breach=True)
        for name in self.needs:
            if name not in given:
                raise Fail(100, 0, f"(#100) The parameter {name} is required", breach=True)


def words(longest: int, shortest: int = 0) -> Rule:
    """A text of so many characters."""
    return lambda value: isinstance(value, str) and shortest <= len(value) <= longest


def one_of(*values: str) -> Rule:
    """One of a few words."""
    return lambda value: value in values


def number(least: int, most: int) -> Rule:
    """A whole number between two."""
    return lambda value: str(value).isdecimal() and least <= int(value) <= most


def fits(pattern: str) -> Rule:
    """A text of this shape."""
    return lambda value: isinstance(value, str) and bool(re.fullmatch(pattern, value))


def known(*names: str) -> Rule:
    """A list of fields, each documented; what stands in brackets or behind a dot belongs to the field in front of it."""

    def rule(value: Any) -> bool:
        bare = re.sub(r"\.[a-z]+\([^)]*\)", "", str(value))
        while (flat := re.sub(r"\{[^{}]*\}", "", bare)) != bare:
            bare = flat
        return set(bare.split(",")) <= set(names)

    return rule


BOOL = one_of("true", "false")
ID = fits(r"\d+(_\d+)?")
SECRET = fits(r"[0-9a-f]{32}")
HTTPS = fits(r"https://\S+")
CURSOR = words(200, 1)
LIMIT = number(1, 100)
ROUTES: list[Route] = []


def paged(rows: list[dict[str, Any]], given: Mapping[str, Any]) -> dict[str, Any]:
    """One page of a list, with its cursors."""
    begin, size = int(given.get("after", "0")), int(given.get("limit", "25"))
    told: dict[str, Any] = {"data": rows[begin : begin + size]}
    if rows:
        told["paging"] = {"cursors": {"before": str(begin), "after": str(begin + size)}}
    if begin + size < len(rows):
        told["paging"]["next"] = "https://graph.example/next"
    return told


from tests.servers import graph_containers as graph_containers  # noqa: E402 -- each adds its calls to ROUTES
from tests.servers import graph_pages as graph_pages  # noqa: E402
