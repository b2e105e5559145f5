"""What an account may send. Sources: docs.x.com, posts, media and counting characters, read in August 2026."""

from theke.networks.base import Account, Limits, Measure, Profile
from theke.networks.x import api

DEFAULT = Limits(
    text_max=280,
    measure=Measure("weighted", url=23, bare_urls=True),
    media_max=4,
    image_bytes=5_000_000,
    image_types=frozenset({"image/jpeg", "image/png", "image/webp"}),
    alt_max=1000,
    can=frozenset({"text", "link", "image", "alt", "remove", "inbox", "counts", "moderate:hide", "moderate:show"}),
)
FIELDS = "description,public_metrics,entities"


def probe(account: Account) -> tuple[Profile, Limits]:
    """Ask who we are. Raises Reconnect when the sign-in is dead."""
    answer = api.get(account, "/2/users/me", query={"user.fields": FIELDS})
    with answer.reading():
        told = answer.object()["data"]
        figures, parts = told.get("public_metrics") or {}, (told.get("entities") or {}).values()
        links = [one["expanded_url"] for part in parts for one in part.get("urls") or [] if one.get("expanded_url")]
        profile = Profile(
            remote_id=str(told["id"]),
            name=str(told["name"]),
            handle=f"@{told['username']}",
            url=f"https://x.com/{told['username']}",
            about=str(told.get("description") or ""),
            followers=figures.get("followers_count"),
            posts=figures.get("tweet_count"),
            links=tuple(links),
        )
    return profile, DEFAULT
