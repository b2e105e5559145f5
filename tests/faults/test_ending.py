"""Killed, and asked to end, while calls are in flight (A12, B42)."""

import random
import signal
import time

import pytest

from tests.faults.world import CALL, World, until
from tests.servers.hostile import Hostile

pytestmark = pytest.mark.real

KILLS = 3


def is_called_again(server: Hostile) -> bool:
    before = server.calls["publish"]
    return until(lambda: server.calls["publish"] > before, within=20)


def test_killed_three_times_at_random_moments_everything_goes_out_once(world: World, server: Hostile) -> None:
    # Two channels with a second for each call: three short lives are too few to send everything.
    channels, dice = world.channels(server, "One", "Two"), random.Random()
    server.behave("publish", "slow", times=60)
    batch = world.plan(channels, 20)
    for kill in range(KILLS):
        with world.run() as desk:
            assert is_called_again(server), f"idle before kill {kill}: {batch.rows}"
            time.sleep(dice.uniform(0.0, 1.5))
            desk.kill()
    assert batch.moving, "there was nothing left to kill"
    server.manners.clear()
    with world.run() as desk:
        assert batch.settled(within=40), batch.rows
        batch.went_out_once(server)
        assert batch.found_by_looking() > 0, "no kill hit a call in flight: this proved nothing"
        assert "published" in world.call(desk, batch.path).text


def test_asked_to_end_it_lets_the_call_in_flight_end_and_sends_nothing_twice(world: World, server: Hostile) -> None:
    server.behave("publish", "silent")
    batch = world.plan(world.channels(server, "Silent"), 3)
    with world.run() as desk:
        assert until(server.copies, within=10)
        began = time.monotonic()
        desk.process.send_signal(signal.SIGTERM)
        assert desk.process.wait(CALL + 8) == 0
        assert time.monotonic() - began < CALL + 3
    assert batch.row["attempts"] == ["send unsure"], "the end of the call was not written down"
    assert world.stage.ask("workers")["count"] == 0
    with world.run():
        assert batch.settled(within=10)
    batch.went_out_once(server)
    assert batch.row["attempts"] == ["send unsure", "find found"]
