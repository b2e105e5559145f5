"""Connecting: a page of the practice network asks which account, and sends back a code that is traded for a token."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode, urlsplit

from theke.networks import net
from theke.networks.base import JSON, Account, Connected, GoTo, Refused, gettext_noop

CAME_BACK_WRONG = gettext_noop("The answer does not belong to this sign-in. Please start again.")


def begin(line: Account, form: Mapping[str, str], back: str) -> GoTo:
    """Send the person to the practice network's own page; it lives where the desk lives."""
    parts = urlsplit(back)
    address, state = f"{parts.scheme}://{parts.netloc}", secrets.token_urlsafe(24)
    url = f"{address}/practice/connect/?{urlencode({'back': back, 'state': state})}"
    return GoTo(url, {"address": address, "state": state})


def finish(line: Account, pending: JSON, query: Mapping[str, str]) -> Connected:
    """Trade the code. Raises Refused when the state is not ours."""
    if not secrets.compare_digest(query.get("state", "").encode(), str(pending["state"]).encode()):
        raise Refused(CAME_BACK_WRONG)
    server = replace(line, address=pending["address"])
    got = net.post(server, "/practice/api/token", form={"code": query.get("code", "")}).object()
    return Connected(pending["address"], str(got.get("id", "")), {"token": str(got.get("access_token", ""))})
