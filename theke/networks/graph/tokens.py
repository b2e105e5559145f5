"""Tokens of 60 days, as Instagram and Threads give them: a code, a short token, a long one, and a fresh one in its place.

Sources: developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login,
/docs/threads/get-started/get-access-tokens-and-permissions, /docs/threads/get-started/long-lived-tokens. A token can be renewed when
it is a day old and has not run out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from theke.networks import net
from theke.networks.base import JSON, Account, Connected, GoTo, Renewed
from theke.networks.graph import calling, signing_in
from theke.networks.judging import Answer


@dataclass(frozen=True)
class Door:
    """Where a network lets people in."""

    host: str
    page: str
    """The page on which a person allows the app what it needs."""
    codes: str
    """Where a code is traded for a short token."""
    scopes: str
    prefix: str
    """What the names of its grants begin with: `ig` or `th`."""


def begin(door: Door, form: Mapping[str, str], back: str) -> GoTo:
    """Send the person to the page. Raises BadField for an app that cannot be one."""
    pending = signing_in.pending_of(form, back, door.page.split("/oauth", 1)[0])
    return GoTo(signing_in.dialog(door.page, pending, door.scopes), pending)


def finish(door: Door, line: Account, pending: JSON, query: Mapping[str, str], me: str) -> Connected:
    """Trade the code for a short token and that for a long one; `me` is the call that says whose it is, and gives `user_id` or `id`."""
    code, answers = signing_in.code_of(pending, query), pending["answers"]
    app = replace(line, address=door.host, secret={"answers": answers, "code": code})
    short = _short(door, app, {"code": code, "redirect_uri": pending["back"]})
    with_short = replace(app, secret=app.secret | {"token": short})
    asked = {"grant_type": f"{door.prefix}_exchange_token", "client_secret": answers["app_secret"], "access_token": short}
    with calling.put_in_words():
        answer = net.get(with_short, "/access_token", query=asked)
    got = _renewed(answer)
    known = replace(app, secret=got.secret)
    with calling.put_in_words():
        said = net.get(known, me, bearer=got.secret["token"])
    with said.reading():
        told = said.object()
        identity = str(told.get("user_id") or told["id"])
    return Connected(door.host, calling.safe_id(identity), got.secret | {"answers": answers}, got.expires)


def _short(door: Door, app: Account, given: JSON) -> str:
    answers = app.secret["answers"]
    form = {"client_id": answers["app_id"], "client_secret": answers["app_secret"], "grant_type": "authorization_code"}
    with calling.put_in_words():
        answer = net.post(app, door.codes, form=form | given, repeatable=True)
    with answer.reading():
        told = answer.object()
        row = told["data"][0] if "data" in told else told
        return str(row["access_token"])


def renew(door: Door, account: Account) -> Renewed:
    """A token for another 60 days. Raises Reconnect when the old one has run out, for then only a person can help."""
    token = str(account.secret.get("token", ""))
    query = {"grant_type": f"{door.prefix}_refresh_token", "access_token": token}
    with calling.put_in_words():
        answer = net.get(account, "/refresh_access_token", query=query)
    fresh = _renewed(answer)
    return Renewed(account.secret | fresh.secret, fresh.expires)


def _renewed(answer: Answer) -> Renewed:
    with answer.reading():
        told = answer.object()
        return Renewed({"token": str(told["access_token"])}, signing_in.expiry(told.get("expires_in")))
