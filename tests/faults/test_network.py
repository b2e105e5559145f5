"""One desk, one process, and a network that does everything a network can do. All of it in the same running desk (A12, A15)."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.world import CALL, Batch, World, until
from tests.faults.world import world as opened
from tests.servers import hostile
from tests.servers.desk import Desk
from tests.servers.hostile import Hostile

pytestmark = pytest.mark.real

ROUND = 3 * CALL
"""A lease: what a delivery waits for at most whose holder is gone."""
SWEEPS = 65.0
"""Two sweeps: one that sees a lease in the far future, one that frees it."""
WAYS = ["silent", "reset", "junk", "drip", "500", "503"]
Tried = tuple[Hostile, Batch]


@pytest.fixture(scope="module")
def world(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One world for all of this file."""
    with opened(installed, tmp_path_factory.mktemp("network")) as made:
        yield made


@pytest.fixture(scope="module")
def clocks(world: World) -> Iterator[dict[str, Tried]]:
    """What a crash left behind an hour ago by the clock of that time, which has been set back since; gone out, or not."""
    with contextlib.ExitStack() as stack:
        yield {how: leave(world, stack.enter_context(hostile.running()), how) for how in ("out", "not out")}


def leave(world: World, server: Hostile, how: str) -> Tried:
    batch = world.plan(world.channels(server, f"Clock, {how}"), 2)
    if how == "out":
        server.keep({"key": batch.keys[0]})
    world.stage.ask("leave_from_a_later_clock", pk=batch.pks[0], hours=1)
    return server, batch


@pytest.fixture(scope="module")
def desk(world: World, clocks: dict[str, Tried]) -> Iterator[Desk]:
    """One process for all of this file."""
    with world.run() as started:
        yield started


@pytest.fixture(scope="module")
def lost(world: World, desk: Desk) -> Iterator[dict[str, Tried]]:
    """A post to each server that stores it and then answers in its way; all at once, as all of them wait."""
    with contextlib.ExitStack() as stack:
        yield {how: try_on(world, stack.enter_context(hostile.running()), how) for how in WAYS}


@pytest.fixture(scope="module")
def dropped(world: World, desk: Desk) -> Iterator[dict[str, Tried]]:
    """The same with servers that do not store it; and the first look goes no better."""
    with contextlib.ExitStack() as stack:
        yield {how: try_on(world, stack.enter_context(hostile.running()), how, keeps=False) for how in WAYS}


def try_on(world: World, server: Hostile, how: str, *, keeps: bool = True) -> Tried:
    server.behave("publish", how, keeps=keeps)
    if not keeps:
        server.behave("look", how)
    return server, world.plan(world.channels(server, f"{how} {keeps}"))


def has_tried(batch: Batch, times: int) -> bool:
    return until(lambda: batch.row["attempts"].count("send later") == times, within=5)


def attempts_page(world: World, desk: Desk, batch: Batch) -> str:
    return world.call(desk, f"/deliveries/{batch.pks[0]}/").text


@pytest.mark.parametrize("how", WAYS)
def test_a_post_whose_answer_is_lost_is_found_and_not_sent_again(
    how: str, world: World, desk: Desk, lost: dict[str, Tried]
) -> None:
    server, batch = lost[how]
    assert batch.settled(within=3 * ROUND)
    batch.went_out_once(server)
    assert batch.row["attempts"] == ["send unsure", "find found"], "nothing was in doubt: this proved nothing"
    assert "gave no clear answer" in attempts_page(world, desk, batch)


@pytest.mark.parametrize("how", WAYS)
def test_a_post_that_was_never_stored_is_looked_for_and_sent_again(
    how: str, world: World, desk: Desk, dropped: dict[str, Tried]
) -> None:
    server, batch = dropped[how]
    assert batch.settled(within=5 * ROUND)
    batch.went_out_once(server)
    assert server.calls["publish"] == 2
    assert batch.row["tries"] == 2
    assert "It is not there." in attempts_page(world, desk, batch)


def test_the_page_says_that_the_answer_is_unclear_while_it_is(world: World, desk: Desk, server: Hostile) -> None:
    server.behave("publish", "drip")
    batch = world.plan(world.channels(server, "Watched"))
    assert until(server.copies, within=5), "it never left"
    assert until(lambda: "gave no clear answer" in world.call(desk, batch.path).text, within=CALL + 2)
    assert "going out" in world.call(desk, batch.path).text
    assert batch.settled(within=2 * ROUND)
    assert "published" in world.call(desk, batch.path).text
    assert "no clear answer" not in world.call(desk, batch.path).text


def test_a_network_that_is_away_for_long_gets_everything_once_and_in_due_order(
    world: World, desk: Desk, server: Hostile
) -> None:
    (channel,) = world.channels(server, "Away")
    server.stop()
    early = world.plan([channel], 3)
    for times, pause in ((1, 30), (2, 60), (3, 0)):
        assert has_tried(early, times), early.rows
        assert "127.0.0.1 cannot be reached." in world.call(desk, early.path).text
        world.stage.ask("pass_time", channel=channel, seconds=pause)
    assert server.copies() == {}
    server.start()
    late = world.plan([channel])
    assert not late.settled(within=1), "the late one went before the early ones"
    world.stage.ask("pass_time", channel=channel, seconds=240)
    assert early.settled(within=10)
    assert late.settled(within=10)
    Batch(world, early.made + late.made).went_out_once(server)
    assert [one["key"] for one in server.stored] == early.keys + late.keys


def test_junk_for_an_inbox_is_no_message_and_moves_no_cursor(world: World, desk: Desk, server: Hostile) -> None:
    server.behave("listen", "junk")
    (channel,) = world.channels(server, "Chatter")
    server.say("Is the book there in Swedish?")
    assert until(lambda: world.stage.ask("listening", channel=channel)["failures"] > 0, within=5)
    told = world.stage.ask("listening", channel=channel)
    assert (told["messages"], told["cursor"]) == ([], {})
    assert "127.0.0.1 gave no clear answer." in world.call(desk, f"/channels/{channel}/").text
    assert until(lambda: world.stage.ask("listening", channel=channel)["messages"], within=20)
    told = world.stage.ask("listening", channel=channel)
    assert (told["messages"], told["cursor"]) == (["1"], {"since": "1"})
    assert "no clear answer" not in world.call(desk, f"/channels/{channel}/").text


def test_two_workers_beside_the_desk_send_thirty_posts_once_each(world: World, desk: Desk, server: Hostile) -> None:
    channels = world.channels(server, "One", "Two", "Three")
    with world.hired(2):
        assert until(lambda: world.stage.ask("workers")["count"] == 3, within=20), "they are not at work"
        server.behave("publish", "503", times=3)
        batch = world.plan(channels, 30, after=0.5)
        assert batch.settled(within=30)
    batch.went_out_once(server)
    assert batch.found_by_looking() == 3


@pytest.mark.parametrize(("how", "calls"), [("out", 1), ("not out", 2)])
def test_after_a_crash_and_a_clock_set_back_nothing_waits_for_an_hour(
    how: str, calls: int, world: World, desk: Desk, clocks: dict[str, Tried]
) -> None:
    server, batch = clocks[how]
    server.say("Is the book there in Swedish?")
    assert batch.settled(within=SWEEPS + ROUND), batch.rows
    batch.went_out_once(server)
    assert server.calls["publish"] == calls
    assert until(lambda: server.calls["listen"] > 1, within=10)


def test_after_all_this_the_heart_of_the_same_process_beats(world: World, desk: Desk, server: Hostile) -> None:
    before = world.stage.ask("workers")["last"]
    assert until(lambda: world.stage.ask("workers")["last"] > before, within=15)
    assert desk.process.poll() is None
    batch = world.plan(world.channels(server, "Last"))
    assert batch.settled(within=5)
    batch.went_out_once(server)
