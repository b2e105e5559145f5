"""Entering a place in the register. Nobody is called."""

import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

from theke.networks.base import Account, BadField, Connected, gettext_noop

NO_LETTERS = gettext_noop("Please enter two or three letters.")
NOT_AN_ADDRESS = gettext_noop("Enter an address that begins with https://.")
MOST_LETTERS = 3


def look(line: Account, form: Mapping[str, str]) -> None:
    """Check the answers given so far. Raises BadField."""
    code = form.get("code")
    if code is not None and not (2 <= len(code.strip()) <= MOST_LETTERS and code.strip().isalnum()):
        raise BadField("code", NO_LETTERS)
    address = form.get("address", "").strip()
    if address and urlsplit(address).scheme not in ("http", "https"):
        raise BadField("address", NOT_AN_ADDRESS)


def begin(line: Account, form: Mapping[str, str], back: str) -> Connected:
    """The place as the register keeps it; connected again it is the same one."""
    look(line, form)
    code, name, address = (form.get(key, "").strip() for key in ("code", "name", "address"))
    identity = form.get("identity") or secrets.token_hex(8)
    return Connected(address.rstrip("/"), identity, {}, settings={"code": code.upper(), "name": name})
