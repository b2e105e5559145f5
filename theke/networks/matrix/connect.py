"""Connecting an account and its room: by user name and password, which is not kept, or by a pasted access token."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote, urlsplit

from theke.networks import net
from theke.networks.base import Account, BadField, Connected, NotSent, Reconnect, Refused, gettext_noop
from theke.networks.judging import Rejected, SignInRefused
from theke.networks.matrix import api
from theke.networks.matrix.limits import ENCRYPTED, is_encrypted, may_send

LONGEST_ADDRESS = 200
NOT_AN_ADDRESS = gettext_noop("This is not the address of a homeserver. It looks like matrix.org.")
NOT_REACHED = gettext_noop("%(host)s cannot be reached. Please check the address.")
NOT_MATRIX = gettext_noop("%(host)s does not answer like a Matrix homeserver.")
WRONG = gettext_noop("%(host)s does not accept this user name with this password.")
TOKEN_WRONG = gettext_noop("%(host)s does not accept this token.")
NEEDS_ONE = gettext_noop("Either a user name with its password or an access token is needed.")
NO_ROOM = gettext_noop("There is no such room, or the account may not enter it. Invite the account first.")
NO_RIGHT = gettext_noop("The account may not write in this room. Give it the right to, in the settings of the room.")


def look(line: Account, form: Mapping[str, str]) -> None:
    """See whether the address leads to a homeserver. Raises BadField."""
    discover(line, form.get("address", ""))


def begin(line: Account, form: Mapping[str, str], back: str) -> Connected:
    """Sign in, enter the room, and see that the account may write there."""
    server = discover(line, form.get("address", ""))
    account = replace(server, secret={"token": form.get("token", "").strip() or _sign_in(server, form)})
    user = _who(account)
    room = _enter(account, form.get("room", "").strip())
    there = replace(account, remote_id=f"{user}|{room}")
    _see_usable(there)
    return Connected(server.address, there.remote_id, account.secret)


def discover(line: Account, typed: str) -> Account:
    """The homeserver behind a name: where its well-known file points, else the name itself. Raises BadField."""
    named = replace(line, address=_address_of(typed))
    host = net.host_of(named.address)
    server = replace(line, address=_pointed(named))
    try:
        versions = net.get(server, "/_matrix/client/versions").object().get("versions")
    except NotSent as trouble:
        raise BadField("address", NOT_REACHED, host=host) from trouble
    except (Refused, Reconnect) as no:
        raise BadField("address", NOT_MATRIX, host=host) from no
    if not isinstance(versions, list):
        raise BadField("address", NOT_MATRIX, host=host)
    return server


def _pointed(named: Account) -> str:
    try:
        told = net.get(named, "/.well-known/matrix/client").object().get("m.homeserver")
    except (Refused, Reconnect, NotSent):
        return named.address
    base = str(told.get("base_url") or "") if isinstance(told, dict) else ""
    return base.rstrip("/") if base.startswith(("https://", "http://")) else named.address


def _address_of(typed: str) -> str:
    words = typed.strip().rstrip("/")
    words = words if "://" in words else f"https://{words.split(':', 1)[-1] if words.startswith('@') else words}"
    try:
        parts = urlsplit(words)
        host, port = parts.hostname or "", parts.port
    except ValueError as trouble:
        raise BadField("address", NOT_AN_ADDRESS) from trouble
    named = ("." in host or host == "localhost") and not set(host) & set(' "<>\\^`{|}%')
    if not named or len(words) > LONGEST_ADDRESS or parts.username or parts.scheme not in ("http", "https"):
        raise BadField("address", NOT_AN_ADDRESS)
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")


def _sign_in(server: Account, form: Mapping[str, str]) -> str:
    user, password = form.get("user", "").strip(), form.get("password", "")
    if not user or not password:
        raise BadField("token", NEEDS_ONE)
    login = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": user},
        "password": password,
        "initial_device_display_name": "Theke",
    }
    # The password is the secret of this one call, so that the journal leaves it out.
    calling = replace(server, secret={"password": password})
    try:
        answer = net.post(calling, f"{api.CLIENT}/login", json=login, repeatable=True)
    except (Rejected, SignInRefused) as no:
        raise BadField("password", WRONG, host=no.answer.host) from no
    with answer.reading():
        return str(answer.object()["access_token"])


def _who(account: Account) -> str:
    try:
        answer = api.get(account, f"{api.CLIENT}/account/whoami")
    except (Reconnect, Refused) as no:
        raise BadField("token", TOKEN_WRONG, host=net.host_of(account.address)) from no
    with answer.reading():
        return str(answer.object()["user_id"])


def _enter(account: Account, room: str) -> str:
    if not room.startswith(("#", "!")):
        raise BadField("room", NO_ROOM)
    try:
        answer = api.call(account, "POST", f"{api.CLIENT}/join/{quote(room, safe='')}", json={}, repeatable=True)
    except Refused as no:
        raise BadField("room", NO_ROOM) from no
    with answer.reading():
        return str(answer.object()["room_id"])


def _see_usable(there: Account) -> None:
    try:
        allowed = may_send(there)
    except Refused as no:
        raise BadField("room", NO_RIGHT) from no
    if not allowed:
        raise BadField("room", NO_RIGHT)
    if is_encrypted(there):
        raise BadField("room", ENCRYPTED)
