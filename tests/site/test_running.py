"""`theke run` and `theke worker` as an operator meets them: A01, B42."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CLEAN = {
    name: value for name, value in os.environ.items() if not name.startswith(("THEKE_", "DJANGO_", "DATABASE_", "PYTEST_"))
}

pytestmark = pytest.mark.real


def environment(data: Path, port: int) -> dict[str, str]:
    return CLEAN | {"THEKE_DATA": str(data), "THEKE_URL": f"http://localhost:{port}", "PYTHONPATH": str(ROOT)}


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


@contextmanager
def theke(data: Path, port: int, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "theke", *arguments]
    running = subprocess.Popen(
        command, env=environment(data, port), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        yield running
    finally:
        if running.poll() is None:
            running.kill()
        running.communicate()


def line_of(running: subprocess.Popen[str]) -> str:
    assert running.stdout
    return running.stdout.readline()


def test_from_an_empty_folder_it_says_where_it_is_and_how_to_set_it_up_and_stops_in_order(tmp_path: Path) -> None:
    port = free_port()
    with theke(tmp_path / "new", port, "run", "--port", str(port)) as running:
        assert f"http://localhost:{port}" in line_of(running)
        set_up = line_of(running).split()[-1]
        assert "/set-up/" in set_up
        with urllib.request.urlopen(set_up, timeout=20) as page:
            assert page.status == 200
        running.send_signal(signal.SIGTERM)
        assert running.wait(20) == 0
    assert (tmp_path / "new" / "static" / ".collected").exists()


def test_a_taken_port_is_one_clear_sentence(tmp_path: Path) -> None:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        line.listen()
        port = int(line.getsockname()[1])
        with theke(tmp_path, port, "run", "--port", str(port)) as running:
            _out, trouble = running.communicate(timeout=60)
    assert running.returncode == 1
    assert f"127.0.0.1:{port}" in trouble
    assert "Traceback" not in trouble


def test_a_data_folder_that_cannot_be_made_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with theke(tmp_path / "file" / "data", 8000, "run") as running:
        _out, trouble = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "data" in trouble
    assert "Traceback" not in trouble


def test_two_workers_by_accident_are_harmless_and_stop_in_order(tmp_path: Path) -> None:
    with theke(tmp_path, 8000, "worker") as first, theke(tmp_path, 8000, "worker") as second:
        for one in (first, second):
            assert "runs" in line_of(one)
        for one in (first, second):
            one.send_signal(signal.SIGTERM)
            assert one.wait(20) == 0
