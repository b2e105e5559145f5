"""Connecting a profile by Threads' own sign-in."""

from collections.abc import Mapping

from theke.networks.base import JSON, Account, Connected, GoTo, Renewed
from theke.networks.graph import signing_in, tokens
from theke.networks.graph.version import THREADS_VERSION
from theke.networks.threads import api

DOOR = tokens.Door(
    host=api.HOST,
    page="https://threads.net/oauth/authorize",
    codes=f"{api.HOST}/oauth/access_token",
    scopes=",".join(
        (
            "threads_basic",
            "threads_content_publish",
            "threads_manage_replies",
            "threads_read_replies",
            "threads_manage_insights",
            "threads_manage_mentions",
            "threads_delete",
        )
    ),
    prefix="th",
)


def look(line: Account, form: Mapping[str, str]) -> None:
    """See whether the answers look like those of an app. Raises BadField."""
    signing_in.check(form)


def begin(line: Account, form: Mapping[str, str], back: str) -> GoTo:
    """Send the person to Threads' page."""
    return tokens.begin(DOOR, form, back)


def finish(line: Account, pending: JSON, query: Mapping[str, str]) -> Connected:
    """Trade the code for a token of 60 days, and ask whose profile it is."""
    return tokens.finish(DOOR, line, pending, query, f"/{THREADS_VERSION}/me?fields=id,username")


def renew(account: Account) -> Renewed:
    """Another 60 days."""
    return tokens.renew(DOOR, account)
