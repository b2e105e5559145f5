"""What the networks add to the start of the desk: seconds of processor time and megabytes with all of them, less those with none.

`bin/bench import`; each figure is the median of several processes of their own, taken in turn so that a busy machine hits both alike.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile

from bench import ground

ROUNDS = 7
CHILD = """
import json, os, sys, time
began = time.process_time()
if sys.argv[1] == "none":
    from theke.networks import registry
    registry.KEYS = ()
import django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
from theke.inbox.collecting import listening
from theke.networks.registry import networks
told = [one.facts.label for one in networks()]
seconds = time.process_time() - began
with open("/proc/self/smaps_rollup") as lines:
    size = next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
print(json.dumps({"seconds": seconds, "mb": size / 1024, "networks": len(told)}))
"""


def started(which: str, data: str) -> dict[str, float]:
    """Start the desk in a process of its own, as far as its first request would need."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "theke.site.settings", "THEKE_DATA": data}
    command = [sys.executable, "-c", CHILD, which]
    done = subprocess.run(command, cwd=ground.ROOT, env=env, stdout=subprocess.PIPE, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def main(rounds: int = ROUNDS) -> dict[str, float]:
    """Take turns, and compare the medians."""
    runs: dict[str, list[dict[str, float]]] = {"none": [], "all": []}
    with tempfile.TemporaryDirectory() as data:
        started("all", data)  # compiles what is not compiled yet
        for _round in range(rounds):
            for which, kept in runs.items():
                kept.append(started(which, data))

    def middle(which: str, name: str) -> float:
        return statistics.median(one[name] for one in runs[which])

    figures = {name: round(middle("all", name) - middle("none", name), 3) for name in ("seconds", "mb")}
    rows = [(f"{which}: {name}", round(middle(which, name), 3)) for which in runs for name in ("networks", "seconds", "mb")]
    ground.report("import", [*rows, *figures.items()], **figures)
    return figures


if __name__ == "__main__":
    main(*(int(given) for given in sys.argv[1:]))
