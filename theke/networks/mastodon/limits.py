"""What an account may send, read from its server: no figure is taken for granted.

Sources: docs.joinmastodon.org/entities/Instance, /entities/V1_Instance; defaults are Mastodon's own.
"""

import re
from typing import Any

from theke.networks.base import JSON, Account, Limits, Measure, Profile
from theke.networks.mastodon import api
from theke.networks.reading import text_of

TYPES = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})
CAN = frozenset(
    {"text", "link", "image", "alt", "focus", "warning", "language", "audience"}
    | {"thread", "edit", "remove", "reply", "inbox", "counts"}
)
DEFAULT = Limits(
    text_max=500,
    measure=Measure("graphemes", url=23, local_mentions=True, counts_warning=True),
    media_max=4,
    image_bytes=16 * 1024 * 1024,
    image_pixels=33_177_600,
    image_types=TYPES,
    alt_max=1500,
    audiences=("public", "unlisted", "private"),
    can=CAN,
)


def probe(account: Account) -> tuple[Profile, Limits]:
    """Ask the server who we are and what we may send. Raises Reconnect when the token is dead."""
    answer = api.get(account, "/api/v1/accounts/verify_credentials")
    with answer.reading():
        profile = _profile(account, answer.object())
    return profile, limits_of(api.instance(account))


def _profile(account: Account, told: JSON) -> Profile:
    source = told.get("source") or {}
    return Profile(
        remote_id=str(told["id"]),
        name=str(told.get("display_name") or told["username"]),
        handle=handle_of(account, str(told["acct"])),
        url=str(told.get("url") or ""),
        about=str(source.get("note") or text_of(str(told.get("note") or ""))),
        followers=_figure(told.get("followers_count")),
        posts=_figure(told.get("statuses_count")),
        links=tuple(re.findall(r"https?://[^\s<>\"]+", _written(told, source))),
    )


def _written(told: JSON, source: JSON) -> str:
    """All that stands in a profile: its text and its fields."""
    fields = told.get("fields") or source.get("fields") or []
    return " ".join([str(told.get("note") or ""), *(str(one.get("value") or "") for one in fields if isinstance(one, dict))])


def handle_of(account: Account, acct: str) -> str:
    """The full name of an account: servers leave out their own name."""
    host = account.address.split("://")[-1].split("/")[0]
    return "@" + (acct if "@" in acct else f"{acct}@{host}")


def limits_of(told: JSON) -> Limits:
    """The limits in a server's answer about itself; what it does not say is as on Mastodon."""
    config = _part(told, "configuration")
    statuses, media = _part(config, "statuses"), _part(config, "media_attachments")
    types = media.get("supported_mime_types")
    pictures_only = "pixelfed" in str(told.get("version", "")).lower()
    return Limits(
        text_max=_figure(statuses.get("max_characters")) or _figure(told.get("max_toot_chars")) or DEFAULT.text_max,
        measure=Measure("graphemes", _figure(statuses.get("characters_reserved_per_url")) or 23, True, True),
        media_required=pictures_only,
        media_max=_figure(statuses.get("max_media_attachments")) or DEFAULT.media_max,
        image_bytes=_figure(media.get("image_size_limit")) or DEFAULT.image_bytes,
        image_pixels=_figure(media.get("image_matrix_limit")) or DEFAULT.image_pixels,
        image_types=(TYPES & {str(t) for t in types} if isinstance(types, list) else TYPES) or frozenset({"image/jpeg"}),
        alt_max=_figure(media.get("description_limit")) or DEFAULT.alt_max,
        audiences=DEFAULT.audiences,
        can=CAN - {"thread", "language"} if pictures_only else CAN,
    )


def _part(told: JSON, name: str) -> JSON:
    part = told.get(name)
    return part if isinstance(part, dict) else {}


def _figure(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
