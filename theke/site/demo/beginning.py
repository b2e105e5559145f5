"""Reads where the demo is to live, before the settings are read."""

import os
from pathlib import Path

from theke.site.environment import argument

DATA = ".demo"
PORT = "8000"


def choose_place(arguments: list[str]) -> None:
    """Put the demo's data folder and address into the environment: from the arguments, else from it, else the defaults."""
    data, port = argument(arguments, "data"), argument(arguments, "port")
    if data or not os.environ.get("THEKE_DATA"):
        os.environ["THEKE_DATA"] = str(Path(data or DATA).resolve())
    if port or not os.environ.get("THEKE_URL"):
        os.environ["THEKE_URL"] = f"http://localhost:{port or PORT}"
