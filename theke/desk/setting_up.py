"""The first set-up in the browser, behind a one-time code that only who can read the server's screen or folder has (A01)."""

import os
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_noop

from theke.people.models import Branch, HistoryEntry, Introduction, Library, Person, Role

BEGUN = gettext_noop("was set up")


def _file() -> Path:
    return Path(settings.DATA) / "set-up-code"


def one_time_code() -> str | None:
    """The code for the first set-up, made on first asking and kept in the data folder (mode 0600); None once there is a library."""
    if Library.objects.exists():
        _file().unlink(missing_ok=True)
        return None
    try:
        descriptor = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _file().read_text().strip() or None
    with os.fdopen(descriptor, "w") as file:
        file.write(code := "-".join(secrets.token_hex(2) for _n in range(4)))
    return code


def is_right(code: str) -> bool:
    """Whether this is the code; never once there is a library."""
    right = one_time_code()
    return right is not None and secrets.compare_digest(code.strip().lower().encode(), right.encode())


class AlreadySetUp(Exception):
    """Somebody else was faster."""


@transaction.atomic
def set_up(library: dict[str, Any], branch: dict[str, Any], manager: dict[str, Any]) -> Person:
    """Make the library, its first branch and its first manager together. Raises AlreadySetUp."""
    if Library.objects.exists():
        raise AlreadySetUp
    language = library["language"]
    made = Library.objects.create(
        name=library["name"],
        slug=slugify(library["name"])[:60] or "library",
        municipality=library["municipality"],
        languages=[language],
        time_zone=library["time_zone"],
    )
    home = Branch.objects.create(library=made, name=branch["name"], shelf_code=branch["shelf_code"], slug=_slug(branch["name"]))
    person = Person.objects.create_user(
        manager["email"],
        manager["password"],
        name=manager["name"],
        library=made,
        home_branch=home,
        role=Role.MANAGER,
        language=language,
    )
    Introduction.objects.create(person=person, by=person)  # nobody is there who could introduce the first one
    HistoryEntry.write(BEGUN, made, by=person, library=made)
    transaction.on_commit(lambda: _file().unlink(missing_ok=True))
    return person


def _slug(name: str) -> str:
    return slugify(name)[:60] or "main"
