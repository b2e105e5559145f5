"""What an account may send. Sources: developers.facebook.com/docs/instagram-platform/content-publishing, …/reference/ig-user/media.

Five hashtags is what the product takes since December 2025; the reference still says 30.
"""

import re

from theke.networks.base import JSON, Account, Limits, Measure, NetworkError, Profile, Reconnect
from theke.networks.instagram import api

CAN = frozenset({"text", "image", "alt", "reply", "inbox", "counts", "moderate:hide", "moderate:show", "moderate:remove"})
DEFAULT = Limits(
    text_max=2200,
    measure=Measure("characters"),
    hashtags_max=5,
    mentions_max=20,
    media_required=True,
    media_max=10,
    image_bytes=8 * 1024 * 1024,
    image_ratio=(0.8, 1.91),
    image_types=frozenset({"image/jpeg"}),
    alt_max=1000,
    can=CAN,
)


def probe(account: Account) -> tuple[Profile, Limits]:
    """Ask Instagram who we are. Raises Reconnect when the token is dead."""
    answer = api.get(account, "me", fields="user_id,username,name,account_type,followers_count,media_count")
    with answer.reading():
        return _profile(answer.object(), _about(account)), DEFAULT


def _about(account: Account) -> JSON:
    """What the profile says; accounts and apps differ in whether they tell."""
    try:
        return api.get(account, account.remote_id, fields="biography,website").object()
    except Reconnect:
        raise
    except NetworkError:
        return {}


def _profile(told: JSON, more: JSON) -> Profile:
    name, about = str(told["username"]), str(more.get("biography") or "")
    followers, posts = told.get("followers_count"), told.get("media_count")
    return Profile(
        remote_id=str(told.get("user_id") or told["id"]),
        name=str(told.get("name") or name),
        handle=f"@{name}",
        url=f"https://www.instagram.com/{name}/",
        about=about,
        followers=followers if isinstance(followers, int) else None,
        posts=posts if isinstance(posts, int) else None,
        links=tuple(re.findall(r"(?:https?://|www\.)[^\s<>\"]+", f"{about} {more.get('website') or ''}")),
    )
