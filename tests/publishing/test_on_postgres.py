"""The ledger and what asks the database, once more on PostgreSQL: nothing is built that only SQLite forgives."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers import postgres

ROOT = Path(__file__).resolve().parent.parent.parent
SAME = [
    f"tests/{name}"
    for name in (
        "publishing",
        "jobs",
        "inbox",
        "calendar",
        "search",
        "people",
        "posts",
        "media",
        "channels",
        "notices",
        "wall",
        "desk",
    )
]
PATIENCE = 900
"""Seconds for all of them, on a machine that does something else meanwhile."""


@pytest.mark.real
@pytest.mark.skipif(postgres.binaries() is None and not os.environ.get("THEKE_TEST_ALL"), reason="PostgreSQL is not installed")
@pytest.mark.skipif(os.environ.get("DATABASE_URL", "").startswith("postgres"), reason="already on PostgreSQL")
def test_the_ledgers_tests_pass_on_postgresql(tmp_path: Path) -> None:
    with postgres.server() as address:
        env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        env |= {"DATABASE_URL": address, "THEKE_DATA": str(tmp_path)}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *SAME]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
