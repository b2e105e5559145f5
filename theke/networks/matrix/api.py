"""What every call to a homeserver shares. Source: spec.matrix.org/v1.11/client-server-api."""

from typing import Any
from urllib.parse import quote

from theke.networks import net
from theke.networks.base import JSON, Account, NetworkError, Reconnect, Refused, gettext_noop
from theke.networks.judging import TOKEN_REFUSED, Answer, Rejected

CLIENT = "/_matrix/client/v3"
MEDIA = "/_matrix/media/v3"
KEY = "org.theke.key"
"""In the content of each event of ours: a transaction id is known to one sign-in only, this one to everybody."""

FORBIDDEN = gettext_noop("%(host)s does not allow this account to do this in the room. Ask whoever looks after the room.")


def call(account: Account, method: str, path: str, **more: Any) -> Answer:
    """Make a call as the account. Raises Reconnect when the sign-in is dead, Refused in plain words when it lacks the right."""
    try:
        return net.call(account, method, path, bearer=str(account.secret.get("token", "")), **more)
    except Rejected as no:
        code = code_of(no.answer)
        if code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED"):
            raise Reconnect(TOKEN_REFUSED, host=no.answer.host) from no
        if code == "M_FORBIDDEN":
            raise Refused(FORBIDDEN, host=no.answer.host) from no
        raise


def get(account: Account, path: str, **more: Any) -> Answer:
    """Read as the account."""
    return call(account, "GET", path, **more)


def code_of(answer: Answer) -> str:
    """The `errcode` of a refusal; empty when it has none."""
    try:
        told = answer.json()
    except NetworkError:
        return ""
    return str(told.get("errcode") or "") if isinstance(told, dict) else ""


def user_of(account: Account) -> str:
    """The user of the channel: `@name:server`."""
    return account.remote_id.partition("|")[0]


def room_of(account: Account) -> str:
    """The room of the channel: `!id:server`."""
    return account.remote_id.partition("|")[2]


def in_room(account: Account, *parts: str) -> str:
    """The path of something in the room."""
    return "/".join([f"{CLIENT}/rooms", *(quote(part, safe="") for part in (room_of(account), *parts))])


def link(account: Account, event: str) -> str:
    """Where a person sees an event."""
    return f"https://matrix.to/#/{quote(room_of(account), safe='')}/{quote(event, safe='')}"


def content_of(event: JSON) -> JSON:
    """What an event says; empty when it was redacted."""
    content = event.get("content")
    return content if isinstance(content, dict) else {}
