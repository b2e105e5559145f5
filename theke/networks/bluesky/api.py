"""What every call to a server shares: the session, kept and refreshed, and what a no means.

Source: atproto.com/specs/xrpc and the lexicons com.atproto.server.*. A session is opened once; the short token (two hours) is
renewed by the long one (90 days) under the lease of the credential, because a long token serves once.
"""

import base64
import json
import time
from contextlib import suppress
from dataclasses import replace
from typing import Any

from theke.networks import net
from theke.networks.base import JSON, Account, Reconnect, Refused, Renewed, gettext_noop
from theke.networks.judging import LONGEST_WORDS, SAID_NO, TOKEN_REFUSED, Answer, Rejected, SignInRefused

AHEAD = 120.0
"""Seconds before its end from which a token is no longer used."""
STALE = ("ExpiredToken", "InvalidToken", "BadJwt", "BadJwtSignature", "AuthMissing")

WRONG_PASSWORD = gettext_noop(
    "%(host)s does not know this name with this password. Please use an app password: it is made on Bluesky under “Settings”,"
    " “Privacy and security”, “App passwords”."
)
NEEDS_CODE = gettext_noop(
    "%(host)s asks for a code by e-mail, because this is the account's own password. Please use an app password: it is made on"
    " Bluesky under “Settings”, “Privacy and security”, “App passwords”."
)
TAKEN_DOWN = gettext_noop("%(host)s has taken this account down. Its owner finds out why by signing in there.")
DEACTIVATED = gettext_noop("This account is switched off on %(host)s. Its owner can switch it on again by signing in there.")
TOLD = {
    "AuthenticationRequired": WRONG_PASSWORD,
    "AuthFactorTokenRequired": NEEDS_CODE,
    "AccountTakedown": TAKEN_DOWN,
    "AccountDeactivated": DEACTIVATED,
}


class Stale(Reconnect):
    """The server no longer takes this token; another may do."""


class Said(Refused):
    """A plain no, with the name that the protocol gives it."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(SAID_NO, host=answer.host, answer=words_of(answer))
        self.name = name_of(answer)
        self.status = answer.status


def get(account: Account, name: str, **more: Any) -> Answer:
    """Ask as the account; `name` is a method of the protocol. Raises `Said` for a plain no."""
    return _call(account, "GET", name, **more)


def post(account: Account, name: str, **more: Any) -> Answer:
    """Do something as the account; see `get`."""
    return _call(account, "POST", name, **more)


def _call(account: Account, method: str, name: str, **more: Any) -> Answer:
    if _ends_soon(str(account.secret.get("access") or "")):
        account = renewed(account)
    try:
        return _once(account, method, name, **more)
    except Stale:
        return _once(renewed(account), method, name, **more)


def _once(account: Account, method: str, name: str, **more: Any) -> Answer:
    try:
        return net.call(account, method, f"/xrpc/{name}", bearer=str(account.secret.get("access") or ""), **more)
    except (Rejected, SignInRefused) as no:
        raise meaning(no.answer) from no


def meaning(answer: Answer) -> Refused | Reconnect:
    """What a no of the server means."""
    name = name_of(answer)
    if name in STALE:
        return Stale(TOKEN_REFUSED, host=answer.host)
    if name in TOLD:
        return Reconnect(TOLD[name], host=answer.host)
    return Reconnect(TOKEN_REFUSED, host=answer.host) if answer.status == 401 else Said(answer)


def renewed(account: Account) -> Account:
    """The account with a session newer than the one it has."""

    def fetch(stored: JSON) -> Renewed:
        return Renewed(_refreshed(replace(account, secret=stored)))

    return replace(account, secret=account.renewed(account.secret, fetch))


def _refreshed(account: Account) -> JSON:
    """New tokens for the long one; when that is used up, by signing in again."""
    long = str(account.secret.get("refresh") or "")
    try:
        # Repeatable: the old long token is taken for two more hours when the answer gets lost.
        answer = net.post(account, "/xrpc/com.atproto.server.refreshSession", bearer=long, repeatable=True)
    except (Rejected, SignInRefused) as no:
        trouble = meaning(no.answer)
        if not isinstance(trouble, Stale):
            raise trouble from no
        return account.secret | tokens(sign_in(account, account.remote_id, str(account.secret.get("password") or "")))
    return account.secret | tokens(answer)


def sign_in(account: Account, identifier: str, password: str) -> Answer:
    """Open a session. Servers allow 30 in five minutes and 300 a day, so never for a single call. Raises Reconnect."""
    given = {"identifier": identifier, "password": password}
    try:
        return net.post(account, "/xrpc/com.atproto.server.createSession", json=given, repeatable=True)
    except (Rejected, SignInRefused) as no:
        raise meaning(no.answer) from no


def tokens(answer: Answer) -> JSON:
    """Both tokens of a session, as they are kept."""
    with answer.reading():
        told = answer.object()
        return {"access": str(told["accessJwt"]), "refresh": str(told["refreshJwt"])}


def _ends_soon(token: str) -> bool:
    ends = claims(token).get("exp")
    return isinstance(ends, int | float) and ends < time.time() + AHEAD


def claims(token: str) -> JSON:
    """What a token says of itself, unproved; empty for one that cannot be read."""
    with suppress(ValueError, IndexError):
        middle = token.split(".")[1]
        told = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
        return told if isinstance(told, dict) else {}
    return {}


def name_of(answer: Answer) -> str:
    """The name of an error, such as InvalidSwap; empty when the answer is none of the protocol."""
    return str(_error(answer).get("error") or "")


def words_of(answer: Answer) -> str:
    """What the server says for itself, in one short line without secrets."""
    line = " ".join(str(_error(answer).get("message") or "").split())
    return answer.clean(line)[:LONGEST_WORDS] or answer.words()


def _error(answer: Answer) -> JSON:
    with suppress(ValueError, RecursionError):
        told = json.loads(answer.body)
        return told if isinstance(told, dict) else {}
    return {}
