"""The practice network, in a process and a data folder of its own; it loses and drops by itself."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import ground
from bench.grounds import AWAY, DROPPED, LOST, Spot

CALL_SECONDS = 2


@dataclass(frozen=True)
class PracticeStand:
    """The server, and the folder in which its database lies."""

    spots: list[Spot]
    folder: Path

    def texts(self) -> list[str]:
        """Read from its own database."""
        line = sqlite3.connect(f"file:{self.folder / 'theke.sqlite3'}?mode=ro", uri=True)
        rows = line.execute("SELECT text FROM practice_status WHERE key <> ''").fetchall()
        line.close()
        return [text for (text,) in rows]


@contextmanager
def standing(place: Path) -> Iterator[PracticeStand]:
    """Start it."""
    folder = place / "server"
    folder.mkdir()
    command = ("-m", "bench.practice_server", str(folder), str(LOST), str(DROPPED), str(AWAY))
    with ground.process(*command, env=ground.environment(folder), log=place / "server.log") as server:
        told = json.loads(ground.first_line(server))
        address = f"http://127.0.0.1:{told['port']}"
        yield PracticeStand([Spot(address, {"token": token}) for token in told["tokens"]], folder)


def blind() -> None:
    """Whatever is looked for is not there."""
    from theke.networks.base import Absent  # noqa: PLC0415 -- in the process of the control only
    from theke.networks.practice import publish  # noqa: PLC0415

    look: Any = publish
    look.find = lambda account, op: Absent()
