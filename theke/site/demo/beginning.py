"""Reads where the demo is to live, before the settings are read."""

import os
from pathlib import Path

DATA = ".demo"
PORT = "8000"


def _given(arguments: list[str], name: str) -> str | None:
    """The value of `--name VALUE` or `--name=VALUE`."""
    for place, argument in enumerate(arguments):
        if argument == f"--{name}":
            return arguments[place + 1] if place + 1 < len(arguments) else None
        if argument.startswith(f"--{name}="):
            return argument.split("=", 1)[1]
    return None


def choose_place(arguments: list[str]) -> None:
    """Put the demo's data folder and address into the environment: from the arguments, else from it, else the defaults."""
    data, port = _given(arguments, "data"), _given(arguments, "port")
    if data or not os.environ.get("THEKE_DATA"):
        os.environ["THEKE_DATA"] = str(Path(data or DATA).resolve())
    if port or not os.environ.get("THEKE_URL"):
        os.environ["THEKE_URL"] = f"http://localhost:{port or PORT}"
