"""Connecting by the library's own app: OAuth 2.0 with PKCE."""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from theke.networks.base import JSON, Account, BadField, Connected, GoTo, Reconnect, Refused, gettext_noop
from theke.networks.judging import Rejected, SignInRefused
from theke.networks.x import api

SCOPES = "tweet.read tweet.write users.read media.write tweet.moderate.write offline.access"
SITE = "https://x.com"
SIGN_IN = f"{SITE}/i/oauth2/authorize"

STATE_WRONG = gettext_noop("The answer does not belong to this sign-in. Please start again.")
DENIED = gettext_noop("Access was not allowed on X. Nothing was connected.")
APP_WRONG = gettext_noop("X does not accept this app. Please check its client ID, its secret and its return address.")


def begin(line: Account, form: Mapping[str, str], back: str) -> GoTo:
    """Send the person to X's sign-in page."""
    answers = {name: form.get(name, "").strip() for name in ("client_id", "client_secret")}
    pending: JSON = {"address": SITE, "back": back, "answers": answers}
    pending |= {"state": secrets.token_urlsafe(24), "verifier": secrets.token_urlsafe(48)}
    digest = hashlib.sha256(pending["verifier"].encode()).digest()
    query = {
        "response_type": "code",
        "client_id": answers["client_id"],
        "redirect_uri": back,
        "scope": SCOPES,
        "state": pending["state"],
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
    }
    return GoTo(f"{SIGN_IN}?{urlencode(query)}", pending)


def finish(line: Account, pending: JSON, query: Mapping[str, str]) -> Connected:
    """Trade the code for tokens. Raises Refused when access was denied or the answer is not for us, BadField for a wrong app."""
    if not secrets.compare_digest(query.get("state", "").encode(), str(pending["state"]).encode()):
        raise Refused(STATE_WRONG)
    if "code" not in query:
        raise Refused(DENIED)
    server = replace(line, address=api.HOST)
    form = {
        "grant_type": "authorization_code",
        "code": query["code"],
        "redirect_uri": pending["back"],
        "code_verifier": pending["verifier"],
    }
    try:
        kept = api.token(server, pending["answers"], form) | {"answers": pending["answers"]}
    except (Rejected, SignInRefused) as no:
        raise BadField("client_secret", APP_WRONG) from no
    try:
        answer = api.get(replace(server, secret=kept), "/2/users/me")
    except Reconnect as no:
        raise BadField("client_secret", APP_WRONG) from no
    with answer.reading():
        # The access token lasts two hours and is renewed on the way; nobody has to be told of its end.
        return Connected(api.HOST, str(answer.object()["data"]["id"]), kept)
