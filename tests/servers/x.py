"""A strict stand-in for X's interface v2, at the network line: it refuses what the documentation does not allow.

Written by docs.x.com as of August 2026; nobody has compared it with X itself.
"""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import httpx2

from theke.networks.base import Measure
from theke.networks.measuring import length

APP = {"client_id": "the-app", "client_secret": "its-secret-words"}
TWEET_FIELDS = {"text", "media", "reply", "made_with_ai"}
Reply = tuple[int, Any]


def problem(status: int, detail: str) -> Reply:
    return status, {"title": "Problem", "type": "about:blank", "status": status, "detail": detail}


@dataclass
class X:
    """One account, `42`, with its posts; `faults` are statuses (or `lost`) for the next posts."""

    tweets: list[dict[str, Any]] = field(default_factory=list)
    mentions: list[dict[str, Any]] = field(default_factory=list)
    media: dict[str, str] = field(default_factory=dict)
    hidden: dict[str, bool] = field(default_factory=dict)
    access: str = "access-1"
    refresh: str = "refresh-1"
    faults: list[Any] = field(default_factory=list)
    lists_own: bool = True
    """Whether its posts are in its list; those of long ago are not."""
    calls: list[str] = field(default_factory=list)

    @property
    def secret(self) -> dict[str, Any]:
        """What a signed-in channel keeps."""
        return {"token": self.access, "refresh": self.refresh, "answers": APP}

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        assert request.url.host == "api.x.com"
        path = request.url.path
        self.calls.append(f"{request.method} {path}")
        status, told = self.token(request) if path == "/2/oauth2/token" else self.signed_in(request)
        if status == 0:
            raise httpx2.ReadTimeout("lost", request=request)
        headers = {"x-rate-limit-reset": str(int(datetime.now(UTC).timestamp()) + 120)} if status == 429 else None
        return httpx2.Response(status, json=told, headers=headers)

    def token(self, request: httpx2.Request) -> Reply:
        pair = base64.b64encode(f"{APP['client_id']}:{APP['client_secret']}".encode()).decode()
        form = {name: one[0] for name, one in parse_qs(request.content.decode()).items()}
        if request.headers.get("authorization") != f"Basic {pair}":
            return problem(401, "Unauthorized")
        fine = {
            "refresh_token": form.get("refresh_token") == self.refresh,
            "authorization_code": form.get("code") == "the-code"
            and bool(form.get("code_verifier") and form.get("redirect_uri")),
        }
        if not fine.get(form.get("grant_type", "")):
            return 400, {"error": "invalid_request", "error_description": "Value passed for the token was invalid."}
        number = int(self.refresh.rpartition("-")[2]) + 1  # each refresh token can be used once
        self.access, self.refresh = f"access-{number}", f"refresh-{number}"
        return 200, {"token_type": "bearer", "expires_in": 7200, "access_token": self.access, "refresh_token": self.refresh}

    def signed_in(self, request: httpx2.Request) -> Reply:
        if request.headers.get("authorization") != f"Bearer {self.access}":
            return problem(401, "Unauthorized")
        method, path = request.method, request.url.path
        routes: dict[tuple[str, str], Callable[[httpx2.Request], Reply]] = {
            ("POST", "/2/tweets"): self.post,
            ("POST", "/2/media/upload"): self.upload,
            ("POST", "/2/media/metadata"): self.describe,
            ("GET", "/2/users/me"): lambda _request: (200, {"data": {"id": "42", "name": "Hafen", "username": "hafen"}}),
            ("GET", "/2/users/42/tweets"): self.own,
            ("GET", "/2/users/42/mentions"): self.said,
        }
        if (method, path) in routes:
            return routes[method, path](request)
        return self.about_one(request)

    def about_one(self, request: httpx2.Request) -> Reply:
        identity = request.url.path.split("/")[3] if request.url.path.startswith("/2/tweets/") else ""
        if request.method == "PUT" and request.url.path.endswith("/hidden"):
            self.hidden[identity] = json.loads(request.content)["hidden"]
            return 200, {"data": {"hidden": self.hidden[identity]}}
        there = [one for one in self.tweets if one["id"] == identity]
        if request.method == "DELETE" and there:
            self.tweets.remove(there[0])
            return 200, {"data": {"deleted": True}}
        if request.method == "GET" and identity:
            return 200, {"data": there[0]} if there else {"errors": [{"title": "Not Found Error"}]}
        return problem(404, "Not Found")

    def post(self, request: httpx2.Request) -> Reply:
        fault = self.faults.pop(0) if self.faults else None
        if isinstance(fault, int):
            return problem(fault, "Told to fail")
        said = json.loads(request.content)
        if wrong := self.wrong_with(said):
            return wrong
        identity = str(1000 + len(self.calls))
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        self.tweets.insert(0, {"id": identity, "text": said["text"], "created_at": at, "media": said.get("media")})
        return (0, None) if fault == "lost" else (201, {"data": {"id": identity, "text": said["text"]}})

    def wrong_with(self, said: dict[str, Any]) -> Reply | None:
        if set(said) - TWEET_FIELDS or not said.get("text"):
            return problem(400, "One or more parameters to your request was invalid.")
        ids = said.get("media", {"media_ids": []})["media_ids"]
        if len(ids) > 4 or any(one not in self.media for one in ids):
            return problem(400, "Your media IDs are invalid.")
        if length(said["text"], Measure("weighted", url=23, bare_urls=True)) > 280:
            return problem(403, "Your text is too long.")
        if "reply" in said:
            return problem(403, "Reply is not allowed because you have not been mentioned.")
        if any(one["text"] == said["text"] for one in self.tweets):
            return problem(403, "You are not allowed to create a Tweet with duplicate content.")
        return None

    def upload(self, request: httpx2.Request) -> Reply:
        body = request.content
        if b'name="media_category"' not in body or b"tweet_image" not in body or b'name="media"' not in body:
            return problem(400, "media and media_category are required")
        identity = f"9{len(self.media)}"
        self.media[identity] = ""
        return 200, {"data": {"id": identity, "media_key": f"3_{identity}", "expires_after_secs": 86400}}

    def describe(self, request: httpx2.Request) -> Reply:
        said = json.loads(request.content)
        text = said["metadata"]["alt_text"]["text"]
        if said["id"] not in self.media or not 0 < len(text) <= 1000:
            return problem(400, "Invalid metadata")
        self.media[said["id"]] = text
        return 200, {"data": {"id": said["id"]}}

    def own(self, request: httpx2.Request) -> Reply:
        if not 5 <= int(request.url.params["max_results"]) <= 100:
            return problem(400, "max_results must be between 5 and 100")
        own = self.tweets if self.lists_own else []
        return 200, {"data": own, "meta": {"result_count": len(own)}}

    def said(self, request: httpx2.Request) -> Reply:
        if not 5 <= int(request.url.params["max_results"]) <= 100:
            return problem(400, "max_results must be between 5 and 100")
        since = int(request.url.params.get("since_id", "0"))
        new = [one for one in self.mentions if int(one["id"]) > since]
        people = [{"id": "77", "name": "Lesemaus", "username": "lesemaus"}]
        meta = {"result_count": len(new)} | ({"newest_id": new[0]["id"]} if new else {})
        return 200, {"data": new, "includes": {"users": people}, "meta": meta} if new else {"meta": meta}

    def mention(self, text: str, identity: str) -> None:
        """Somebody mentions the library."""
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        self.mentions.insert(0, {"id": identity, "text": text, "author_id": "77", "created_at": at, "lang": "de"})
