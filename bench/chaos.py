"""Deliveries through a network that loses answers, and a worker that is killed again and again.

`python -m bench.chaos [DELIVERIES [SECONDS]]` on the practice network, or `--network KEY [DELIVERIES [SECONDS]]` on another, where half of
the posts carry a picture. One run needs a process of its own, so each run is a child: `--run KEY MODULE DELIVERIES SECONDS PICTURES`.
"""

import json
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from bench import ground

PATIENCE = 600.0
MARK = re.compile(r"Beitrag (\d+)")


def counted(texts: list[str]) -> Counter[int]:
    """How often each post stands on the network."""
    return Counter(int(found.group(1)) for found in map(MARK.search, texts) if found)


def torment(place: Path, worker: tuple[str, ...], call: int, seconds: float, settled: Callable[[], bool]) -> int:
    """Run workers one after the other, each killed after 1.5 to 4 s, for so long; then one that may live. Gives the kills."""
    dice, kills, ends = random.Random(7), 0, time.monotonic() + seconds
    env = ground.environment(place / "desk", THEKE_CALL_SECONDS=str(call))
    while time.monotonic() < ends:
        with ground.process(*worker, env=env, log=place / "worker.log") as running:
            ground.first_line(running)
            time.sleep(dice.uniform(1.5, 4.0))
            ground.end(running, signal.SIGKILL)
        kills += 1
    with ground.process(*worker, env=env, log=place / "worker.log") as running:
        ground.first_line(running)
        ground.until(settled, PATIENCE, every=0.5)
    return kills


def one_run(module: str, count: int, seconds: float, key: str = "practice", pictures: bool = False) -> dict[str, Any]:
    """The whole run with this worker on this network."""
    network = import_module(f"bench.grounds.{key}")
    worker = ("-m", "theke", "worker") if module == "theke" else ("-m", module, key)
    with ground.folder() as place, network.standing(place) as stand:
        ground.open_desk(place / "desk", THEKE_CALL_SECONDS=str(network.CALL_SECONDS))
        from theke.publishing.models import ON_THE_WAY, Delivery  # noqa: PLC0415 -- needs the settings

        channels = ground.enter(key, stand.spots)
        begin = ground.moment_in(5)
        moments = [begin + timedelta(seconds=seconds * n / count) for n in range(count)]
        ground.plan_posts(channels, moments, every_picture=2 if pictures else 0)
        still = Delivery.objects.filter(state__in=ON_THE_WAY)
        kills = torment(place, worker, network.CALL_SECONDS, seconds + 7, lambda: not still.exists())
        states = dict(Counter(Delivery.objects.values_list("state", flat=True)))
        there = counted(stand.texts())
    missing, twice = sum(number not in there for number in range(count)), sum(often > 1 for often in there.values())
    return {"kills": kills, "missing": missing, "twice": twice, "states": states, "on_network": sum(there.values())}


def in_a_child(key: str, module: str, count: int, seconds: float, pictures: bool) -> dict[str, int]:
    """One run in a process of its own."""
    given = (key, module, str(count), str(seconds), str(int(pictures)))
    command = [sys.executable, "-m", "bench.chaos", "--run", *given]
    done = subprocess.run(command, cwd=ground.ROOT, stdout=subprocess.PIPE, check=True)
    result: dict[str, int] = json.loads(done.stdout.decode().strip().splitlines()[-1])
    return result


def main(count: int = 400, seconds: float = 20.0, key: str = "practice", pictures: bool = False) -> dict[str, int]:
    """The run that counts, and the control."""
    real = in_a_child(key, "theke", count, seconds, pictures)
    control = in_a_child(key, "bench.blind_worker", count, seconds, pictures)
    figures = {"missing": real["missing"], "twice": real["twice"], "control_twice": control["twice"]}
    table: list[tuple[str, object]] = [("network", key), ("deliveries", count), ("run", real), ("control", control)]
    ground.report("chaos", [*table, *figures.items()], network=key, **figures)
    return figures


def command(given: list[str]) -> None:
    """Read what was typed."""
    if given[:1] == ["--run"]:
        key, module, count, seconds, pictures = given[1:]
        print(json.dumps(one_run(module, int(count), float(seconds), key, pictures == "1")))
    elif given[:1] == ["--network"]:
        more = given[2:] + ["200", "20"][len(given) - 2 :]
        main(int(more[0]), float(more[1]), given[1], pictures=True)
    else:
        main(*[kind(one) for kind, one in zip((int, float), given, strict=False)])


if __name__ == "__main__":
    command(sys.argv[1:])
