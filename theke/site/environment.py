"""Reads the environment and makes the data folder with its keys on first start."""

import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured


def words(name: str, default: str = "") -> str:
    """The value of an environment variable, or the default when it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str) -> bool:
    """Whether an environment variable says yes."""
    return words(name).lower() in {"1", "yes", "true", "on"}


def choice(name: str, default: str, known: set[str]) -> str:
    """One of a few known words. Raises ImproperlyConfigured for another, naming the known ones."""
    value = words(name, default).upper()
    if value not in known:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of {', '.join(sorted(known))}.")
    return value


def argument(arguments: list[str], name: str) -> str | None:
    """The value of `--name VALUE` or `--name=VALUE` on a command line that is not parsed yet."""
    for place, given in enumerate(arguments):
        if given == f"--{name}":
            return arguments[place + 1] if place + 1 < len(arguments) else None
        if given.startswith(f"--{name}="):
            return given.split("=", 1)[1]
    return None


def data_folder() -> Path:
    """The folder that holds everything worth a backup. Made with mode 0700 when it is not there."""
    folder = Path(words("THEKE_DATA", str(Path.home() / ".local" / "share" / "theke"))).expanduser().resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as trouble:
        raise ImproperlyConfigured(f"THEKE_DATA: cannot make {folder}: {trouble.strerror}.") from trouble
    return folder


def _kept(path: Path, fresh: str) -> str:
    """The text of a key file, written with mode 0600 on first start. Two first starts at once agree on one key."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    draft = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    if not path.exists():
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(fresh + "\n")
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()


def secret_key(data: Path) -> str:
    """The key that signs sessions."""
    return words("THEKE_SECRET_KEY") or _kept(data / "keys" / "secret", secrets.token_urlsafe(50))


def sealing_keys(data: Path) -> list[str]:
    """The Fernet keys that seal credentials; the first seals, all open. Rotate by putting a new one on top."""
    return (words("THEKE_SEALING_KEYS") or _kept(data / "keys" / "sealing", Fernet.generate_key().decode())).split()
