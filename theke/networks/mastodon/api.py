"""What every call to a server of the family shares."""

from typing import Any

from theke.networks import net
from theke.networks.base import JSON, Account, Reconnect
from theke.networks.judging import TOKEN_REFUSED, Answer, Rejected

GONE = (404, 410)


def call(account: Account, method: str, path: str, **more: Any) -> Answer:
    """Make a call as the account. A 403 about scopes or a disabled sign-in is a dead credential, not a refusal."""
    try:
        return net.call(account, method, path, bearer=str(account.secret.get("token", "")), **more)
    except Rejected as no:
        words = no.answer.words().lower()
        if no.answer.status == 403 and any(w in words for w in ("scope", "disabled", "token", "login is")):
            raise Reconnect(TOKEN_REFUSED, host=no.answer.host) from no
        raise


def get(account: Account, path: str, **more: Any) -> Answer:
    """Read as the account."""
    return call(account, "GET", path, **more)


def instance(account: Account) -> JSON:
    """What the server says of itself: version 2 of the answer, or 1 from older servers. Raises Rejected when it has neither."""
    try:
        return net.get(account, "/api/v2/instance").object()
    except Rejected as no:
        if no.answer.status not in (*GONE, 405):
            raise
        return net.get(account, "/api/v1/instance").object()
