"""The benchmarks in short, in processes of their own: nothing missing, nothing twice, and a control that shows duplicates."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CLEAN = {
    name: value for name, value in os.environ.items() if not name.startswith(("THEKE_", "DJANGO_", "DATABASE_", "PYTEST_"))
}


def last_line(code: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=CLEAN, capture_output=True, text=True, timeout=200, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return told


@pytest.mark.real
def test_of_a_killed_worker_nothing_is_missing_and_nothing_twice() -> None:
    """B02 in short: one chaos run of 60 deliveries."""
    told = last_line("import json; from bench import chaos; print(json.dumps(chaos.one_run('theke', 60, 4.0)))")
    assert told["kills"] >= 2
    assert (told["missing"], told["twice"], told["on_network"]) == (0, 0, 60)


@pytest.mark.real
def test_control_a_worker_that_does_not_look_sends_twice() -> None:
    told = last_line("import json; from bench import chaos; print(json.dumps(chaos.one_run('bench.blind_worker', 120, 4.0)))")
    assert told["twice"] > 0


@pytest.mark.real
@pytest.mark.alone
def test_posts_due_at_the_same_second_all_go_out_in_order() -> None:
    told = last_line("from bench import burst; burst.main(80)")
    assert (told["missing"], told["twice"], told["disorder"]) == (0, 0, 0)


@pytest.mark.real
@pytest.mark.alone
def test_the_networks_add_little_to_the_start_of_the_desk() -> None:
    """Each loads what it can do when it is first used."""
    told = last_line("import json; from bench import importing; print(json.dumps(importing.main(3)))")
    assert told["seconds"] <= 0.25
    assert told["mb"] <= 15


@pytest.mark.alone
def test_the_rules_answer_many_posts_and_a_long_one_at_once() -> None:
    told = last_line("from bench import check; check.main(200)")
    assert told["answered"] == 200
    assert told["jsonl_s"] <= 5
    assert told["long_ms"] <= 1000
