"""A desk on a data folder of its own, a server that treats it badly, and eyes on both."""

import contextlib
import http.client
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.servers import backstage
from tests.servers.backstage import Backstage
from tests.servers.desk import ROOT, Desk, running
from tests.servers.hostile import Hostile

CALL = 2.0
HURRIED = {"THEKE_CALL_SECONDS": str(CALL), "THEKE_COLLECT_SECONDS": "2"}
TOKEN = "t" * 32
FORM = "application/x-www-form-urlencoded"
PATIENCE = 40.0


def until(true: Callable[[], Any], within: float, every: float = 0.1) -> bool:
    """Wait until it is true; False when it does not become so."""
    ends = time.monotonic() + within
    while time.monotonic() < ends:
        if true():
            return True
        time.sleep(every)
    return bool(true())


def headers_of(answer: http.client.HTTPResponse) -> dict[str, str]:
    """The headers by name; several of one name are joined, as only cookies are here."""
    return {name: "; ".join(answer.headers.get_all(name, [])) for name in answer.headers}


@dataclass
class Page:
    """What the desk answered."""

    status: int
    text: str
    headers: dict[str, str]


@dataclass
class World:
    """An installed desk that does not run yet."""

    data: Path
    stage: Backstage
    cookie: str

    def run(self, command: str = "run", **environment: str) -> AbstractContextManager[Desk]:
        """Start the desk."""
        return running(self.data, command, port=None, **(HURRIED | environment))

    @contextlib.contextmanager
    def hired(self, most: int) -> Iterator[None]:
        """So many workers beside, each a process of its own."""
        own = (
            os.environ | HURRIED | {"THEKE_DATA": str(self.data), "PYTHONPATH": str(ROOT), "THEKE_ALLOW_PRIVATE_ADDRESSES": "1"}
        )
        command, quiet = [sys.executable, "-m", "theke", "worker"], subprocess.DEVNULL
        given = {name: value for name, value in own.items() if name not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")}
        workers = [subprocess.Popen(command, env=given, cwd=self.data, stdout=quiet, stderr=quiet) for _ in range(most)]
        try:
            yield
        finally:
            for worker in workers:
                worker.terminate()
            for worker in workers:
                worker.wait(20)

    def channels(self, server: Hostile, *names: str) -> list[int]:
        """Channels on this server."""
        return [int(self.stage.ask("make_channel", address=server.address, name=name)) for name in names]

    def plan(self, channels: list[int], count: int = 1, **when: float) -> "Batch":
        """Hand posts over."""
        return Batch(self, self.stage.ask("plan", channels=channels, count=count, **when))

    def call(self, desk: Desk, path: str, form: bytes | None = None, kind: str = FORM, *, script: bool = False) -> Page:
        """Ask the running desk for a page, signed in as Jana; with a form, send it, `script` as a script would."""
        line = http.client.HTTPConnection(urlsplit(desk.url).netloc, timeout=PATIENCE)
        headers = {"Cookie": f"theke_session={self.cookie}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN}
        if form is not None:
            headers["Content-Type"] = kind
        if script:
            headers["HX-Request"] = "true"
        with contextlib.closing(line):
            line.request("GET" if form is None else "POST", path, form, headers)
            answer = line.getresponse()
            return Page(answer.status, answer.read().decode(), headers_of(answer))

    def stay(self, page: Page) -> None:
        """Take the session that a page has given, as a browser does."""
        given = SimpleCookie(page.headers.get("Set-Cookie", ""))
        if "theke_session" in given:
            self.cookie = given["theke_session"].value


@dataclass
class Batch:
    """Posts that were handed over together, one delivery each."""

    world: World
    made: list[dict[str, Any]]

    @property
    def pks(self) -> list[int]:
        """The deliveries."""
        return [one["pk"] for one in self.made]

    @property
    def keys(self) -> list[str]:
        """What the server knows them by."""
        return [one["key"] for one in self.made]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """How the deliveries stand."""
        rows: list[dict[str, Any]] = self.world.stage.ask("rows", pks=self.pks)
        return rows

    @property
    def row(self) -> dict[str, Any]:
        """How the first one stands."""
        return self.rows[0]

    @property
    def path(self) -> str:
        """The page of the first post."""
        return f"/posts/{self.made[0]['uuid']}/"

    @property
    def last_path(self) -> str:
        """The page of the last post."""
        return f"/posts/{self.made[-1]['uuid']}/"

    @property
    def moving(self) -> int:
        """How many are on their way."""
        return int(self.world.stage.ask("moving", pks=self.pks))

    def settled(self, within: float) -> bool:
        """Wait until none is on its way any more."""
        return until(lambda: not self.moving, within)

    def went_out_once(self, server: Hostile) -> None:
        """Nothing twice, nothing lost, and the desk knows it."""
        assert server.copies() == dict.fromkeys(self.keys, 1)
        assert [row["state"] for row in self.rows] == ["sent"] * len(self.made)

    def found_by_looking(self) -> int:
        """How many had left a doubt behind, and were found where they had gone: what a blind repeat would have doubled."""
        return sum("find found" in row["attempts"] for row in self.rows)


@contextlib.contextmanager
def world(installed: Path, data: Path) -> Iterator[World]:
    """A copy of an installed desk."""
    shutil.copytree(installed, data, dirs_exist_ok=True)
    with backstage.behind(data) as stage:
        yield World(data, stage, (data / "cookie").read_text())


def install(data: Path) -> Path:
    """Install a desk to copy from, with a library, and Jana signed in."""
    with backstage.behind(data) as stage:
        (data / "cookie").write_text(stage.ask("open_desk"))
    return data
