"""The way out against the answering server: shared by burst, lateness and overhead."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench import ground


class Peer:
    """The answering server, in a process of its own."""

    def __init__(self, seconds: float) -> None:
        command = [sys.executable, "-m", "bench.server", str(seconds)]
        self.process = subprocess.Popen(command, cwd=ground.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = int(self.read())
        self.address = f"http://127.0.0.1:{self.port}"

    def read(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().decode().strip()

    def say(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n".encode())
        self.process.stdin.flush()

    def arrived(self) -> list[tuple[str, float]]:
        """The key and the moment (epoch seconds) of each request, in the order of arrival."""
        self.say("arrived")
        return [(key, at) for key, at in json.loads(self.read())]

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(10)
        assert self.process.stdout is not None
        self.process.stdout.close()


@contextmanager
def desk(seconds: float = 0.05) -> Iterator[tuple[Path, Peer, list[Any]]]:
    """A fresh desk with its channels on a server that answers after so many seconds."""
    with ground.folder() as place:
        ground.open_desk(place / "desk")
        peer = Peer(seconds)
        try:
            yield place, peer, ground.make_channels(peer.address, [f"t{number}" for number in range(ground.CHANNELS)])
        finally:
            peer.close()


@contextmanager
def worker(place: Path, module: str = "theke", *arguments: str, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A real worker process on the desk, ready."""
    command = ("-m", module, *(arguments or ("worker",)))
    with ground.process(*command, env=ground.environment(place / "desk", **more), log=place / "worker.log") as running:
        ground.first_line(running)
        yield running


def twice(arrived: list[tuple[str, float]]) -> int:
    """How many keys arrived more than once."""
    keys = [key for key, _at in arrived]
    return len({key for key in keys if keys.count(key) > 1})
