"""Runs a `theke` command and starts it again whenever a source file changes: `python -m tools.reloading demo --port 8000`."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WATCHED = ("*.py", "*.html", "*.css", "*.js", "*.mo")
LOOK_EVERY = 0.7
STOP_WITHIN = 10


def newest() -> float:
    """When a source file was last changed."""
    return max(path.stat().st_mtime for kind in WATCHED for path in (ROOT / "theke").rglob(kind))


def start() -> "subprocess.Popen[bytes]":
    """Start the command."""
    return subprocess.Popen([sys.executable, "-m", "theke", *sys.argv[1:]], cwd=ROOT)


def stop(process: "subprocess.Popen[bytes]") -> None:
    """End it in order, or not in order when it takes too long."""
    process.terminate()
    try:
        process.wait(STOP_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()


def main() -> None:
    """Run until Ctrl+C; a command that ended by an error waits for the next change."""
    seen, process = newest(), start()
    try:
        while True:
            time.sleep(LOOK_EVERY)
            if (now := newest()) > seen:
                seen = now
                print("A file has changed; starting again …", flush=True)
                stop(process)
                process = start()
    except KeyboardInterrupt:
        stop(process)


if __name__ == "__main__":
    main()
