"""Debian's Chromium, preferably without a window: it starts no renderer for a frame that nobody sees."""

import shutil

NAMES = ("chromium-headless-shell", "chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def path() -> str | None:
    """Where it is, None where it is not installed."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)
