"""What every call to X shares: a sign-in that is renewed on the way, and refusals in plain words."""

import base64
from dataclasses import replace
from typing import Any

from theke.networks import net
from theke.networks.base import JSON, Account, Reconnect, Refused, Renewed, gettext_noop
from theke.networks.judging import TOKEN_REFUSED, Answer, Rejected, SignInRefused

HOST = "https://api.x.com"
TOKEN_PATH = "/2/oauth2/token"  # noqa: S105 -- a path

NO_CREDIT = gettext_noop(
    "The credit of the library's app at X is used up. Whoever looks after it tops it up in X's developer console."
)
NO_RIGHT = gettext_noop("X does not allow this: %(answer)s")


def call(account: Account, method: str, path: str, **more: Any) -> Answer:
    """Make a call as the account; a sign-in that has run out (after two hours) is renewed once, and the call made again."""
    try:
        return _call(account, method, path, **more)
    except SignInRefused:
        if not account.secret.get("refresh"):
            raise
    fresh = account.renewed(account.secret, lambda stored: renewed(account, stored))
    return _call(replace(account, secret=fresh), method, path, **more)


def get(account: Account, path: str, **more: Any) -> Answer:
    """Read as the account."""
    return call(account, "GET", path, **more)


def _call(account: Account, method: str, path: str, **more: Any) -> Answer:
    try:
        return net.call(account, method, path, bearer=str(account.secret.get("token", "")), **more)
    except Rejected as no:
        if no.answer.status == 402:
            raise Refused(NO_CREDIT) from no
        raise


def detail(no: Rejected) -> str:
    """What X says for itself; it uses the names of RFC 7807."""
    try:
        told = no.answer.object()
    except Exception:  # noqa: BLE001 -- only words are looked for
        return no.answer.words()
    return no.answer.clean(str(told.get("detail") or told.get("title") or no.answer.words()))[:200]


def renewed(account: Account, stored: JSON) -> Renewed:
    """Trade the refresh token, which can be used once. Raises Reconnect when X no longer takes it."""
    try:
        return Renewed(token(account, stored["answers"], {"grant_type": "refresh_token", "refresh_token": stored["refresh"]}))
    except (Rejected, SignInRefused) as no:
        raise Reconnect(TOKEN_REFUSED, host=no.answer.host) from no


def token(account: Account, answers: JSON, form: JSON) -> JSON:
    """Ask for tokens as the library's own app; gives what is to be kept of the answer."""
    pair = base64.b64encode(f"{answers['client_id']}:{answers['client_secret']}".encode()).decode()
    # Not repeatable: a refresh token that was used once is gone, whatever became of the answer.
    answer = net.post(account, TOKEN_PATH, form=form, headers={"Authorization": f"Basic {pair}"})
    with answer.reading():
        told = answer.object()
        return {"token": str(told["access_token"]), "refresh": str(told["refresh_token"])}
