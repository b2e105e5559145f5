"""Another process holds the database for twenty seconds in the middle of publishing (B42)."""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.faults.world import Page, World, until
from tests.servers.hostile import Hostile

pytestmark = pytest.mark.real

HELD_FOR = 23.0
"""Longer than the desk waits for the database, even of a call that ended a second later: its patience does end."""


@contextlib.contextmanager
def locked(database: Path) -> Iterator[None]:
    """Let nobody else write."""
    line = sqlite3.connect(database, isolation_level=None)
    try:
        line.execute("BEGIN EXCLUSIVE")
        yield
        line.execute("ROLLBACK")
    finally:
        line.close()


def test_a_database_locked_for_twenty_seconds_stops_nothing_for_good(world: World, server: Hostile) -> None:
    channels, answers = world.channels(server, "One", "Two"), list[Page]()
    server.behave("publish", "slow", times=4)
    uuid = world.stage.ask("draft")
    form = urlencode({"text": "Morgen wird vorgelesen.", "revision": 0, "title": "", "warning": ""}).encode()
    with world.run() as desk:
        batch = world.plan(channels, 12)
        assert until(lambda: len(server.stored) > 2, within=10)
        save = threading.Thread(target=lambda: answers.append(world.call(desk, f"/write/{uuid}/save/", form)))
        with locked(world.data / "theke.sqlite3"):
            save.start()
            assert batch.moving, "everything was out before the lock"
            page = world.call(desk, batch.last_path)
            assert (page.status, "going out" in page.text or "planned" in page.text) == (200, True)
            time.sleep(HELD_FOR)
        save.join(30)
        assert answers[0].status == 503
        assert "The database is busy" in answers[0].text
        assert "Morgen wird vorgelesen." in answers[0].text
        assert batch.settled(within=15), batch.rows
        batch.went_out_once(server)
        assert batch.found_by_looking() > 0, "nothing was in flight when the lock began: this proved little"
        assert world.call(desk, f"/write/{uuid}/save/", form).status == 302
        assert world.stage.ask("draft_text", uuid=uuid) == "Morgen wird vorgelesen."
        assert until(lambda: world.stage.ask("workers")["alive"], within=15)
