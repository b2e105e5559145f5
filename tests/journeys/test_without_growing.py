"""After all journeys the one process is still small. Last by its name, so that the others have used the desk before it."""

import time
from pathlib import Path

import pytest

from tests.servers.desk import Desk

pytestmark = pytest.mark.journey

MOST_MB = 150
"""30 more than `bin/bench memory` allows: the journeys ask for everything once, calendar files and holidays too, which are imported
only then (some 15 MB), and use the desk for ten minutes."""
WITHIN = 60.0


def proportional_set_size(pid: int) -> float:
    """What the process takes of the machine, in MB."""
    with Path(f"/proc/{pid}/smaps_rollup").open() as told:
        return next(int(line.split()[1]) for line in told if line.startswith("Pss:")) / 1024


def test_the_desk_is_small_after_the_journeys(desk: Desk) -> None:
    ends = time.monotonic() + WITHIN
    while (size := proportional_set_size(desk.process.pid)) > MOST_MB and time.monotonic() < ends:
        time.sleep(1)
    assert size <= MOST_MB
