"""Plays recorded answers: `<network>/answers/<situation>.json` lists for each call what came back, the last again and again."""

import base64
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx2

from theke.networks import net
from theke.networks.base import Account, Draft, Media, Op, Ref

HERE = Path(__file__).parent
TOKEN = "the-token-of-the-harbour"
PICTURE = "m9"
"""How the recordings call the uploaded picture."""
LENT = "https://theke.example/media/lent/m9.jpg"
"""Where the picture is lent to networks that fetch it."""
UPLOAD = "picture bytes"
"""What stands in the call that brings a picture to the network."""
TEXT = "Am Samstag wird vorgelesen.\n\n– Jana Berg, Hafen"
TRIED = datetime(2026, 11, 22, 10, tzinfo=UTC)


@dataclass
class Tape:
    """The answers of one situation, and the calls that were made."""

    answers: dict[str, list[dict[str, Any]]]
    calls: list[httpx2.Request] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    """The calls, as `METHOD /path`, that were answered by a yes."""

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        self.calls.append(request)
        left = self.answers[f"{request.method} {request.url.path}"]
        one = left.pop(0) if len(left) > 1 else left[0]
        if "lost" in one:
            raise getattr(httpx2, one["lost"])("recorded", request=request)
        self.accepted += [self.made[-1]] * (one["status"] < 300)
        return response(one)

    @property
    def made(self) -> list[str]:
        """The calls as `METHOD /path`."""
        return [f"{c.method} {c.url.path}" for c in self.calls]

    @property
    def written(self) -> str:
        """All that was sent, in the clear."""
        return "\n".join(json.dumps(self._plain(c), ensure_ascii=False) for c in self.calls)

    @staticmethod
    def _plain(call: httpx2.Request) -> Any:
        if call.headers.get("content-type", "").startswith("application/json"):
            return json.loads(call.content)
        if call.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            return dict(parse_qsl(call.content.decode()))
        return call.content.decode("utf-8", "replace")


def response(one: dict[str, Any]) -> httpx2.Response:
    """A recorded answer as it comes over the wire."""
    body = one["text"].encode() if "text" in one else json.dumps(one.get("json")).encode()
    return httpx2.Response(one["status"], headers=one.get("headers"), content=body)


def situations(key: str) -> set[str]:
    """What is recorded of a network."""
    return {path.stem for path in (HERE / key / "answers").glob("*.json")}


def rows_of(key: str, situation: str) -> list[dict[str, Any]]:
    """What is recorded of a situation, as it stands in its file."""
    rows: list[dict[str, Any]] = json.loads((HERE / key / "answers" / f"{situation}.json").read_text())
    return rows


def tape_of(key: str, situation: str) -> Tape:
    """A situation, ready to be played."""
    return Tape({row["on"]: row["answers"] for row in rows_of(key, situation)})


def write_of(key: str) -> re.Pattern[str]:
    """The call that the public sees, as `METHOD /path`: the one whose answer is lost in `answer_lost`, whatever the post's id."""
    lost = next(row["on"] for row in rows_of(key, "answer_lost") if "lost" in row["answers"][0])
    return re.compile(re.escape(lost).replace("111", r"\d+"))


@contextmanager
def playing(key: str, situation: str) -> Iterator[Tape]:
    """Inside this block every call is answered as recorded."""
    tape = tape_of(key, situation)
    with net.use_transport(tape):
        yield tape


def case(key: str) -> Any:
    """What to try a network with, in its `case.py`: `account()`, `op()`, `LACKS`, and `worn()` where what it prepares may end."""
    return import_module(f"tests.networks.{key}.case")


def signed_with(call: httpx2.Request) -> str:
    """What a call carries to sign in, in the clear."""
    kind, _, value = call.headers.get("authorization", "").partition(" ")
    return base64.b64decode(value).decode() if kind == "Basic" else value


def account(**other: Any) -> Account:
    given: dict[str, Any] = {"address": "https://bib.example", "remote_id": "42", "secret": {"token": TOKEN}} | other
    return Account(**given)


def op(kind: Any = "post", **other: Any) -> Op:
    given: dict[str, Any] = {
        "id": "d-1",
        "kind": kind,
        "key": "key-1",
        "at": TRIED,
        "tried_at": TRIED,
        "draft": Draft(TEXT, lang="de"),
    }
    given |= {} if kind == "post" else {"target": Ref("111")}
    return Op(**given | other)


def picture(folder: Path) -> Media:
    (folder / "a.jpg").write_bytes(b"picture bytes")
    return Media("m1", folder / "a.jpg", "image/jpeg", 20, 10, "Ein Regal am Hafen", (0.5, -0.25), "", LENT)
