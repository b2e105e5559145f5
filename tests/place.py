"""Where the tests of one process may write."""

import os
import tempfile
from pathlib import Path


def data_folder() -> str:
    """The folder that is given, else a new one; each worker of pytest-xdist has one of its own in it, and so have its processes."""
    given = Path(os.environ.get("THEKE_DATA") or tempfile.mkdtemp(prefix="theke-test-"))
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    return str(given / worker if worker and given.name != worker else given)
