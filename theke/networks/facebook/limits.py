"""What a Page may send.

Sources: developers.facebook.com/docs/graph-api/reference/page/feed, /page/photos; error 1366046 names 4 MB for a picture.
"""

import re

from theke.networks.base import JSON, Account, Limits, Measure, Profile
from theke.networks.facebook import api

CAN = frozenset(
    {"text", "link", "image", "alt", "edit", "remove", "reply", "inbox", "counts"}
    | {"moderate:hide", "moderate:show", "moderate:remove"}
)
DEFAULT = Limits(
    text_max=63_206,
    measure=Measure("characters"),
    media_max=10,
    image_bytes=4_000_000,
    image_types=frozenset({"image/jpeg", "image/png"}),
    alt_max=1000,
    can=CAN,
)
FIELDS = "id,name,username,about,description,followers_count,link,website"


def probe(account: Account) -> tuple[Profile, Limits]:
    """Ask Facebook who we are. Raises Reconnect when the token is dead."""
    answer = api.get(account, account.remote_id, fields=FIELDS)
    with answer.reading():
        return _profile(answer.object()), DEFAULT


def _profile(told: JSON) -> Profile:
    about = "\n".join(filter(None, (str(told.get(name) or "") for name in ("about", "description"))))
    followers = told.get("followers_count")
    written = f"{about} {told.get('website') or ''}"
    return Profile(
        remote_id=str(told["id"]),
        name=str(told["name"]),
        handle=str(told.get("username") or told["name"]),
        url=str(told.get("link") or f"{api.SITE}/{told['id']}"),
        about=about,
        followers=followers if isinstance(followers, int) else None,
        links=tuple(re.findall(r"(?:https?://|www\.)[^\s<>\"]+", written)),
    )
