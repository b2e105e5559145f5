"""Connecting an account on any server of the family: by signing in there, or by a pasted token."""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from theke.networks import net
from theke.networks.base import JSON, Account, BadField, Connected, GoTo, Later, NotSent, Refused, gettext_noop
from theke.networks.judging import Rejected
from theke.networks.mastodon import api

SCOPES = "read:accounts read:statuses read:notifications write:statuses write:media"
OLD_SCOPES = "read write"
LONGEST_ADDRESS = 200

NOT_AN_ADDRESS = gettext_noop("This is not the address of a server. It looks like bibliothek.social.")
NOT_REACHED = gettext_noop("%(host)s cannot be reached. Please check the address.")
NOT_THE_FAMILY = gettext_noop("%(host)s does not answer like a Mastodon server.")
TOKEN_WRONG = gettext_noop("%(host)s does not accept this token.")
STATE_WRONG = gettext_noop("The answer does not belong to this sign-in. Please start again.")
DENIED = gettext_noop("Access was not allowed on the server. Nothing was connected.")


def look(line: Account, form: Mapping[str, str]) -> None:
    """See whether the address leads to a server of the family, before anything else is asked. Raises BadField."""
    _check(replace(line, address=address_of(form.get("address", ""))))


def begin(line: Account, form: Mapping[str, str], back: str) -> GoTo | Connected:
    """Check the server, then take the pasted token, or register there and send the person to its sign-in page."""
    server = replace(line, address=address_of(form.get("address", "")))
    _check(server)
    token = form.get("token", "").strip()
    if token:
        return _with_token(server, {"token": token})
    meta = _metadata(server)
    app, scopes = _register(server, back, meta)
    pending: JSON = {
        "address": server.address,
        "client_id": str(app["client_id"]),
        "client_secret": str(app["client_secret"]),
        "state": secrets.token_urlsafe(24),
        "back": back,
        "verifier": secrets.token_urlsafe(48) if "S256" in (meta.get("code_challenge_methods_supported") or []) else "",
    }
    return GoTo(_authorize_url(pending, scopes), pending)


def finish(line: Account, pending: JSON, query: Mapping[str, str]) -> Connected:
    """Trade the code for a token. Raises Refused when access was denied or the answer is not for us."""
    if not secrets.compare_digest(query.get("state", "").encode(), str(pending["state"]).encode()):
        raise Refused(STATE_WRONG)
    if "code" not in query:
        raise Refused(DENIED)
    server = replace(line, address=str(pending["address"]))
    form = {
        "grant_type": "authorization_code",
        "code": query["code"],
        "client_id": pending["client_id"],
        "client_secret": pending["client_secret"],
        "redirect_uri": pending["back"],
    } | ({"code_verifier": pending["verifier"]} if pending["verifier"] else {})
    answer = net.post(server, "/oauth/token", form=form, repeatable=True)
    with answer.reading():
        got = answer.object()
        kept = {"token": str(got["access_token"]), "client_id": pending["client_id"], "client_secret": pending["client_secret"]}
        kept |= {"refresh_token": str(got["refresh_token"])} if got.get("refresh_token") else {}
        expires = _expiry(got.get("expires_in"))
    return _with_token(server, kept, expires)


def address_of(typed: str) -> str:
    """The server's base address of what a person typed: an address, a bare name, or the name of an account.

    Raises BadField when it is none.
    """
    words = typed.strip().removesuffix("/")
    if "://" not in words:
        words = "https://" + words.rsplit("@", 1)[-1]
    try:
        parts = urlsplit(words)
        port = parts.port
    except ValueError as trouble:
        raise BadField("address", NOT_AN_ADDRESS) from trouble
    host = (parts.hostname or "").rstrip(".")
    fine = host.isprintable() and not set(host) & set(' "<>\\^`{|}%') and ("." in host or host == "localhost")
    if not fine or len(words) > LONGEST_ADDRESS or parts.username or parts.scheme not in ("http", "https"):
        raise BadField("address", NOT_AN_ADDRESS)
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")


def _check(server: Account) -> None:
    host = net.host_of(server.address)
    try:
        known = api.instance(server)
    except Rejected as no:
        raise BadField("address", NOT_THE_FAMILY, host=host) from no
    except Later as trouble:
        raise BadField("address", NOT_THE_FAMILY, host=host) from trouble
    except NotSent as trouble:
        raise BadField("address", NOT_REACHED, host=host) from trouble
    except Refused as no:
        raise BadField("address", no.words, **no.params) from no
    if not {"version", "domain", "uri"} & set(known):
        raise BadField("address", NOT_THE_FAMILY, host=host)


def _metadata(server: Account) -> JSON:
    """What a newer server says of its sign-in; empty for one that says nothing."""
    try:
        return net.get(server, "/.well-known/oauth-authorization-server").object()
    except (Refused, NotSent):
        return {}


def _register(server: Account, back: str, meta: JSON) -> tuple[JSON, str]:
    """Make the desk known to the server. Servers that do not know the fine scopes get the two coarse ones."""
    offered = meta.get("scopes_supported")
    fine = not isinstance(offered, list) or set(SCOPES.split()) <= set(offered)
    for scopes in (SCOPES, OLD_SCOPES) if fine else (OLD_SCOPES,):
        form = {"client_name": "Theke", "redirect_uris": back, "scopes": scopes}
        try:
            answer = net.post(server, "/api/v1/apps", form=form, repeatable=True)
        except Rejected:
            continue
        with answer.reading():
            app = answer.object()
            return {"client_id": app["client_id"], "client_secret": app["client_secret"]}, scopes
    raise BadField("address", NOT_THE_FAMILY, host=net.host_of(server.address))


def _authorize_url(pending: JSON, scopes: str) -> str:
    query = {
        "response_type": "code",
        "client_id": pending["client_id"],
        "redirect_uri": pending["back"],
        "scope": scopes,
        "state": pending["state"],
    }
    if pending["verifier"]:
        digest = hashlib.sha256(pending["verifier"].encode()).digest()
        query |= {"code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="), "code_challenge_method": "S256"}
    return f"{pending['address']}/oauth/authorize?{urlencode(query)}"


def _with_token(server: Account, secret: JSON, expires: datetime | None = None) -> Connected:
    try:
        answer = api.get(replace(server, secret=secret), "/api/v1/accounts/verify_credentials")
    except Refused as no:
        raise BadField("token", TOKEN_WRONG, host=net.host_of(server.address)) from no
    with answer.reading():
        return Connected(server.address, str(answer.object()["id"]), secret, expires)


def _expiry(seconds: Any) -> datetime | None:
    return datetime.now(UTC) + timedelta(seconds=float(seconds)) if isinstance(seconds, int | float) and seconds > 0 else None
