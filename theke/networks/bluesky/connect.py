"""Connecting an account by its name and an app password."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from theke.networks import net
from theke.networks.base import Account, BadField, Connected, NotSent, Reconnect, Refused, gettext_noop
from theke.networks.bluesky import api
from theke.networks.bluesky.identity import Home, handle_of, home_of

WHOLE_ACCOUNT = "com.atproto.access"

NOT_AN_ADDRESS = gettext_noop("This is not the address of a server. It looks like https://pds.bibliothek.example.")
NOT_REACHED = gettext_noop("%(host)s cannot be reached. Please try again later.")
NOT_A_SERVER = gettext_noop("%(host)s does not answer like a server of the AT Protocol.")
OWN_PASSWORD = gettext_noop(
    "This is the account's own password, which the desk does not want to keep. Please use an app password: it is made on Bluesky"
    " under “Settings”, “Privacy and security”, “App passwords”."
)


def look(line: Account, form: Mapping[str, str]) -> None:
    """See whether the name leads to a server, as soon as it is clear who is to be asked. Raises BadField."""
    handle = handle_of(form.get("handle", ""))
    if "server" in form:
        _home(line, handle, form["server"])


def begin(line: Account, form: Mapping[str, str], back: str) -> Connected:
    """Open the session that the desk goes on with. Raises BadField."""
    handle = handle_of(form.get("handle", ""))
    home = _home(line, handle, form.get("server", ""))
    password = "".join(form.get("password", "").split())
    server = replace(line, address=home.server, secret={"password": password})
    try:
        answer = api.sign_in(server, home.did or handle, password)
    except Reconnect as no:
        raise BadField("password", no.words, **no.params) from no
    except NotSent as trouble:
        raise BadField("handle", NOT_REACHED, host=net.host_of(home.server)) from trouble
    except Refused as no:
        raise BadField("handle", NOT_A_SERVER, host=net.host_of(home.server)) from no
    kept = api.tokens(answer)
    if api.claims(kept["access"]).get("scope") == WHOLE_ACCOUNT:
        raise BadField("password", OWN_PASSWORD)
    with answer.reading():
        return Connected(home.server, str(answer.object()["did"]), {"password": password} | kept)


def _home(line: Account, handle: str, server: str) -> Home:
    """Where the account lives: as the person says, or as its name tells."""
    return Home("", _address(server)) if server.strip() else home_of(line, handle)


def _address(typed: str) -> str:
    words = typed.strip()
    try:
        parts = urlsplit(words if "://" in words else f"https://{words}")
        port = parts.port
    except ValueError as trouble:
        raise BadField("server", NOT_AN_ADDRESS) from trouble
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or parts.username or not host or set(host) & set(' "<>\\^`{|}%'):
        raise BadField("server", NOT_AN_ADDRESS)
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")
