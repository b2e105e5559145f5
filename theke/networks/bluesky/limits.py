"""What an account may send: the same on every server. Sources: the lexicons app.bsky.feed.post and app.bsky.embed.images."""

import re
from typing import Any

from theke.networks.base import JSON, Account, Later, Limits, Measure, Profile
from theke.networks.bluesky import api

GRAPHEMES, BYTES = 300, 3000
LINK = re.compile(r"https?://[^\s<>\"]+|(?<![\w@.])(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>\"]*", re.IGNORECASE)
DEFAULT = Limits(
    text_max=GRAPHEMES,
    measure=Measure("graphemes"),
    bytes_max=BYTES,
    media_max=4,
    image_bytes=2_000_000,
    image_pixels=16_000_000,
    image_types=frozenset({"image/jpeg", "image/png", "image/webp"}),
    alt_max=2000,
    can=frozenset(
        {"text", "link", "image", "alt", "language", "thread", "remove", "reply", "inbox", "counts"}
        | {"moderate:hide", "moderate:show"}
    ),
)


def probe(account: Account) -> tuple[Profile, Limits]:
    """Ask who we are. Raises Reconnect when the sign-in is dead."""
    try:
        answer = api.get(account, "app.bsky.actor.getProfile", query={"actor": account.remote_id})
        with answer.reading():
            return _profile(answer.object()), DEFAULT
    except (api.Said, Later):
        # The app view counts and shows; the account itself lives on its server, which knows it without.
        return _profile(_own(account)), DEFAULT


def _own(account: Account) -> JSON:
    """The profile as the account's own server keeps it, without any figure."""
    answer = api.get(account, "com.atproto.server.getSession")
    with answer.reading():
        session = answer.object()
        told = {"did": str(session["did"]), "handle": str(session["handle"])}
    query = {"repo": account.remote_id, "collection": "app.bsky.actor.profile", "rkey": "self"}
    try:
        kept = api.get(account, "com.atproto.repo.getRecord", query=query)
    except api.Said:
        return told
    with kept.reading():
        profile: JSON = kept.object()["value"]
        return profile | told


def _profile(told: JSON) -> Profile:
    about = str(told.get("description") or "")
    return Profile(
        remote_id=str(told["did"]),
        name=str(told.get("displayName") or told["handle"]),
        handle=f"@{told['handle']}",
        url=f"https://bsky.app/profile/{told['handle']}",
        about=about,
        followers=_figure(told.get("followersCount")),
        posts=_figure(told.get("postsCount")),
        links=tuple(_whole(link) for link in LINK.findall(about)),
    )


def _whole(link: str) -> str:
    return link if link.lower().startswith("http") else f"https://{link}"


def _figure(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
