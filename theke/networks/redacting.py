"""Takes secrets out of whatever is kept or shown of a call."""

import re
from collections.abc import Iterable
from typing import Any

from theke.networks.base import Account

LONGEST_KEPT = 4_000
HIDDEN = "…"
NAMES = (
    "access_token|refresh_token|id_token|token|client_secret|client_id|secret|password|passwd|code|code_verifier|assertion"
    "|authorization|cookie|set-cookie|api_key|app_password|accessJwt|refreshJwt"
)
IN_JSON = re.compile(rf'"({NAMES})"(\s*:\s*)"(?:[^"\\]|\\.)*("|$)', re.IGNORECASE)
IN_FORM = re.compile(rf"(^|[?&\s;])({NAMES})=[^&\s#]*", re.IGNORECASE)
BEARER = re.compile(r"\b(Bearer|Basic)\s+[\w.~+/=-]{6,}", re.IGNORECASE)


def secrets_of(account: Account) -> tuple[str, ...]:
    """The account's secret values, longest first. Short ones are left: they would blot out ordinary words."""
    return tuple(sorted({s for s in _strings(account.secret) if len(s) >= 6}, key=len, reverse=True))


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def scrub(text: str, secrets: Iterable[str]) -> str:
    """The text without the account's secrets, and without what looks like one by its name."""
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    text = IN_JSON.sub(rf'"\1"\2"{HIDDEN}"', text)
    text = IN_FORM.sub(rf"\1\2={HIDDEN}", text)
    return BEARER.sub(rf"\1 {HIDDEN}", text)


def journal_text(body: bytes | str, secrets: Iterable[str]) -> str:
    """What is kept of a body: readable, scrubbed, at most about 4 kB, without NUL (PostgreSQL keeps none)."""
    # Cut wide, scrub, cut: a secret that begins in what is kept is whole in what is scrubbed, or ends where the text ends.
    wide = body[: 3 * LONGEST_KEPT]
    text = wide.decode("utf-8", "replace") if isinstance(wide, bytes) else wide
    text = scrub(text.replace("\x00", ""), secrets)
    return text if len(text) <= LONGEST_KEPT else text[:LONGEST_KEPT] + HIDDEN
