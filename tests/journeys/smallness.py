"""How much of the machine a desk takes."""

import time
from pathlib import Path

from tests.servers.desk import Desk

MOST_MB = 120
"""The bar of `bin/bench memory`, after journeys that ask for everything once."""
WITHIN = 60.0
"""What is free is given back three times a minute."""


def proportional_set_size(pid: int) -> float:
    """What the process takes of the machine, in MB."""
    with Path(f"/proc/{pid}/smaps_rollup").open() as told:
        return next(int(line.split()[1]) for line in told if line.startswith("Pss:")) / 1024


def size_at_rest(desk: Desk) -> float:
    """In MB, as soon as it is below the bar, else after a while."""
    ends = time.monotonic() + WITHIN
    while (size := proportional_set_size(desk.process.pid)) > MOST_MB and time.monotonic() < ends:
        time.sleep(1)
    return size
