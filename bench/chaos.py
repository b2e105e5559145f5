"""400 deliveries over 20 s through a network that loses answers, and a worker that is killed again and again.

`python -m bench.chaos [DELIVERIES [SECONDS]]`; one run needs a process of its own, so each run is a child: `--run NAME`.
"""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bench import ground

LOST, DROPPED, AWAY = 12, 3, 5
CALL_SECONDS = "2"
PATIENCE = 240.0


def counted(server: Path) -> dict[str, int]:
    """How often each key stands on the network."""
    line = sqlite3.connect(f"file:{server / 'theke.sqlite3'}?mode=ro", uri=True)
    rows = line.execute("SELECT key, COUNT(*) FROM practice_status GROUP BY key").fetchall()
    line.close()
    return dict(rows)


def torment(place: Path, module: str, seconds: float, settled: Callable[[], bool]) -> int:
    """Run workers one after the other, each killed after 1.5 to 4 s, for so long; then one that may live. Gives the kills."""
    dice, kills, ends = random.Random(7), 0, time.monotonic() + seconds
    arguments = ("-m", module) if module != "theke" else ("-m", "theke", "worker")
    env = ground.environment(place / "desk", THEKE_CALL_SECONDS=CALL_SECONDS)
    while time.monotonic() < ends:
        with ground.process(*arguments, env=env, log=place / "worker.log") as running:
            ground.first_line(running)
            time.sleep(dice.uniform(1.5, 4.0))
            ground.end(running, signal.SIGKILL)
        kills += 1
    with ground.process(*arguments, env=env, log=place / "worker.log") as running:
        ground.first_line(running)
        ground.until(settled, PATIENCE, every=0.5)
    return kills


def one_run(module: str, count: int, seconds: float) -> dict[str, object]:
    """The whole run with this worker."""
    with ground.folder() as place:
        command = ("-m", "bench.practice_server", str(place / "server"), str(LOST), str(DROPPED), str(AWAY))
        env = ground.environment(place / "server")
        (place / "server").mkdir()
        with ground.process(*command, env=env, log=place / "server.log") as server:
            told = json.loads(ground.first_line(server))
            ground.open_desk(place / "desk", THEKE_CALL_SECONDS=CALL_SECONDS)
            from theke.publishing.models import ON_THE_WAY, Delivery  # noqa: PLC0415 -- needs the settings

            channels = ground.make_channels(f"http://127.0.0.1:{told['port']}", told["tokens"])
            begin = ground.moment_in(5)
            keys = ground.plan_posts(channels, [begin + timedelta(seconds=seconds * n / count) for n in range(count)])
            kills = torment(place, module, seconds + 7, lambda: not Delivery.objects.filter(state__in=ON_THE_WAY).exists())
            states = {
                state: Delivery.objects.filter(state=state).count()
                for state in set(Delivery.objects.values_list("state", flat=True))
            }
        there = counted(place / "server")
    missing, twice = sum(1 for key in keys if key not in there), sum(1 for key in keys if there.get(key, 0) > 1)
    return {"kills": kills, "missing": missing, "twice": twice, "states": states, "on_network": sum(there.values())}


def in_a_child(module: str, count: int, seconds: float) -> dict[str, int]:
    """One run in a process of its own."""
    command = [sys.executable, "-m", "bench.chaos", "--run", module, str(count), str(seconds)]
    done = subprocess.run(command, cwd=ground.ROOT, stdout=subprocess.PIPE, check=True)
    result: dict[str, int] = json.loads(done.stdout.decode().strip().splitlines()[-1])
    return result


def main(count: int = 400, seconds: float = 20.0) -> dict[str, int]:
    """The run that counts, and the control."""
    real, control = in_a_child("theke", count, seconds), in_a_child("bench.blind_worker", count, seconds)
    figures = {"missing": real["missing"], "twice": real["twice"], "control_twice": control["twice"]}
    table: list[tuple[str, object]] = [("deliveries", count), ("run", real), ("control", control), *figures.items()]
    ground.report("chaos", table, **figures)
    return figures


if __name__ == "__main__":
    if "--run" in sys.argv:
        print(json.dumps(one_run(sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))))
    else:
        main(*[kind(given) for kind, given in zip((int, float), sys.argv[1:], strict=False)])
