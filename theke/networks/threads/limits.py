"""What a profile may send. Source: developers.facebook.com/docs/threads/posts, /docs/threads/overview.

Threads says 500 characters and counts bytes of UTF-8: an umlaut counts two, an emoji four.
"""

import re

from theke.networks.base import JSON, Account, Limits, Measure, NetworkError, Profile, Reconnect
from theke.networks.threads import api

CAN = frozenset(
    {"text", "link", "image", "alt", "thread", "remove", "reply", "inbox", "counts", "moderate:hide", "moderate:show"}
)
DEFAULT = Limits(
    text_max=500,
    measure=Measure("utf8_bytes"),
    links_max=5,
    media_max=20,
    image_bytes=8 * 1024 * 1024,
    image_ratio=(0.1, 10.0),
    image_types=frozenset({"image/jpeg", "image/png"}),
    alt_max=1000,
    can=CAN,
)


def probe(account: Account) -> tuple[Profile, Limits]:
    """Ask Threads who we are. Raises Reconnect when the token is dead."""
    answer = api.get(account, "me", fields="id,username,name,threads_biography")
    with answer.reading():
        return _profile(answer.object(), _followers(account)), DEFAULT


def _followers(account: Account) -> int | None:
    """How many follow; an app without the right to figures is told so, and does without."""
    try:
        told = api.get(account, f"{account.remote_id}/threads_insights", metric="followers_count").object()
        value = told["data"][0]["total_value"]["value"]
    except Reconnect:
        raise
    except (NetworkError, KeyError, IndexError, TypeError):
        return None
    return value if isinstance(value, int) else None


def _profile(told: JSON, followers: int | None) -> Profile:
    name, about = str(told["username"]), str(told.get("threads_biography") or "")
    return Profile(
        remote_id=str(told["id"]),
        name=str(told.get("name") or name),
        handle=f"@{name}",
        url=f"https://www.threads.net/@{name}",
        about=about,
        followers=followers,
        links=tuple(re.findall(r"https?://[^\s<>\"]+", about)),
    )
