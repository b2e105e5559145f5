"""A hand on a desk's database, in a process of its own: sets the scene for a running desk, and says how its rows stand.

`python -m tests.servers.backstage` reads one JSON object a line, `{"do": NAME, …}`, and answers each with a line of JSON.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
VARIABLES = ("THEKE_", "DATABASE_", "DJANGO_", "PYTEST_")


class Backstage:
    """The process as a test sees it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def ask(self, do: str, **given: Any) -> Any:
        """Have something done, and get what it gives."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"do": do, **given}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@contextlib.contextmanager
def behind(data: Path) -> Iterator[Backstage]:
    """Go backstage of the desk with this data folder."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(VARIABLES)}
    own |= {"THEKE_DATA": str(data), "DJANGO_SETTINGS_MODULE": "theke.site.settings", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.servers.backstage"]
    process = subprocess.Popen(command, cwd=data, env=own, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with process:
        yield Backstage(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(20)


def main() -> None:
    """Do what each line asks for."""
    import django  # noqa: PLC0415 -- only in the process of its own

    django.setup()
    from tests.servers import scene  # noqa: PLC0415 -- needs the settings

    for line in sys.stdin:
        given = json.loads(line)
        act: Callable[..., Any] = getattr(scene, given.pop("do"))
        sys.stdout.write(json.dumps(act(**given), default=str) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
