"""How much of the machine a desk takes."""

import time
from pathlib import Path

from tests.servers.desk import Desk

MOST_MB = 120
"""After hundreds of journeys, some of them at once; the same as the bar of `bin/bench memory`."""
WITHIN = 60.0
"""What is free is given back three times a minute."""
HEAP = 64 * 1024 * 1024
"""What glibc sets aside for each arena beside the first; it begins at a multiple of that (HEAP_MAX_SIZE in its arena.c)."""


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


def arenas(desk: Desk) -> int:
    """How many arenas of glibc it has. Each keeps what was freed in it: sixteen of them cost some ten megabytes."""
    spans = [line.split()[0].split("-") for line in Path(f"/proc/{desk.process.pid}/maps").read_text().splitlines()]
    ends = {int(start, 16): int(end, 16) for start, end in spans}
    beside = [start for start, end in ends.items() if start % HEAP == 0 and ends.get(end) == start + HEAP]
    return 1 + len(beside)
