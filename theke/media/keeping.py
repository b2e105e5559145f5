"""Puts bytes where they stay: under their hash, whole or not at all."""

import os
import tempfile
from hashlib import sha256
from pathlib import Path

from django.conf import settings


def keep(kind: str, data: bytes) -> str:
    """Store the bytes in the folder `kind` of the media folder and give their SHA-256. Safe to repeat, from any thread."""
    return keep_in(Path(settings.MEDIA_ROOT) / kind, data)


def keep_in(folder: Path, data: bytes) -> str:
    """The same in any folder."""
    digest = sha256(data).hexdigest()
    path = folder / digest[:2] / digest
    if not (path.exists() and path.stat().st_size == len(data)):
        _write(path, data)
    return digest


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
