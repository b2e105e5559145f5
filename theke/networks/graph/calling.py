"""How a call to Meta is made: the token in the header, never in the address, and each no in words."""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from theke.networks import net
from theke.networks.base import JSON, Account, Refused, gettext_noop
from theke.networks.graph.errors import meaning
from theke.networks.judging import Answer, Rejected, SignInRefused

MOST_PAGES = 10
NOT_AN_ID = gettext_noop("This is not the id of a thing on this network.")


@contextmanager
def put_in_words() -> Iterator[None]:
    """Inside this block a no of Meta's is raised as what it means."""
    try:
        yield
    except (Rejected, SignInRefused) as no:
        raise meaning(no) from no


def call(account: Account, method: str, version: str, path: str, *, token: str = "", **more: Any) -> Answer:
    """Make a call as the account, or with another token; `path` is below the version, without a slash in front."""
    bearer = token or str(account.secret.get("token", ""))
    with put_in_words():
        return net.call(account, method, f"/{version}/{path}", bearer=bearer, **more)


def proof(token: str, app_secret: str) -> JSON:
    """The `appsecret_proof` of a token: a token that was stolen is of no use without the app's secret. Empty without one."""
    if not app_secret:
        return {}
    return {"appsecret_proof": hmac.new(app_secret.encode(), token.encode(), hashlib.sha256).hexdigest()}


def app_secret_of(account: Account) -> str:
    """The secret of the library's own app."""
    return str((account.secret.get("answers") or {}).get("app_secret") or "")


def listed(answer: Answer) -> list[JSON]:
    """The rows of a list; raises what `Answer.json` raises when there are none to be read."""
    with answer.reading():
        return rows_in(answer.object())


def rows_in(told: JSON) -> list[JSON]:
    """The rows of a list inside an answer. Raises TypeError or KeyError for what is no list."""
    rows = told["data"]
    if not isinstance(rows, list) or not all(isinstance(one, dict) for one in rows):
        raise TypeError("no list")
    return rows


def after(told: JSON) -> str:
    """The cursor of the next page of a list; empty on the last."""
    paging = told.get("paging") or {}
    return str((paging.get("cursors") or {}).get("after") or "") if paging.get("next") else ""


def safe_id(identity: str) -> str:
    """An id that may stand in a path. Raises Refused for anything else."""
    if not identity or not identity.replace("_", "").isalnum() or not identity.isascii():
        raise Refused(NOT_AN_ID)
    return identity
