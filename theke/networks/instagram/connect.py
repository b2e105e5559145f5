"""Connecting a professional account by Instagram Login."""

from collections.abc import Mapping

from theke.networks.base import JSON, Account, Connected, GoTo, Renewed
from theke.networks.graph import signing_in, tokens
from theke.networks.graph.version import VERSION
from theke.networks.instagram import api

DOOR = tokens.Door(
    host=api.HOST,
    page="https://www.instagram.com/oauth/authorize",
    codes="https://api.instagram.com/oauth/access_token",
    scopes=",".join(
        (
            "instagram_business_basic",
            "instagram_business_content_publish",
            "instagram_business_manage_comments",
            "instagram_business_manage_insights",
        )
    ),
    prefix="ig",
)


def look(line: Account, form: Mapping[str, str]) -> None:
    """See whether the answers look like those of an app. Raises BadField."""
    signing_in.check(form)


def begin(line: Account, form: Mapping[str, str], back: str) -> GoTo:
    """Send the person to Instagram's page."""
    return tokens.begin(DOOR, form, back)


def finish(line: Account, pending: JSON, query: Mapping[str, str]) -> Connected:
    """Trade the code for a token of 60 days, and ask whose account it is."""
    return tokens.finish(DOOR, line, pending, query, f"/{VERSION}/me?fields=user_id,username")


def renew(account: Account) -> Renewed:
    """Another 60 days."""
    return tokens.renew(DOOR, account)
