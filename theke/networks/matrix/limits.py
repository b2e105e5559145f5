"""What the account may send and do in its room. The size of an event is the protocol's: 65,536 bytes with everything."""

from dataclasses import replace
from typing import Any
from urllib.parse import quote

from theke.networks.base import JSON, Account, Limits, Measure, Profile, Refused, gettext_noop
from theke.networks.judging import Rejected
from theke.networks.matrix import api

ENCRYPTED = gettext_noop("This room is encrypted. The desk can only use rooms without encryption.")

# The text stands twice in an event, and twice more in a change, escaped: an eighth leaves room for all of it.
TEXT_BYTES = 8_000
CAN = frozenset({"text", "link", "image", "alt", "thread", "edit", "remove", "reply", "inbox"})
DEFAULT = Limits(
    measure=Measure("characters"),
    bytes_max=TEXT_BYTES,
    text_required=True,
    media_max=10,
    image_types=frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"}),
    can=CAN | {"moderate:remove"},
)


def probe(account: Account) -> tuple[Profile, Limits]:
    """Ask who we are, how large a picture may be and what we may do.

    Raises Reconnect when the sign-in is dead, Refused when somebody has encrypted the room: what is said there can no longer be read.
    """
    user = api.user_of(account)
    told = api.get(account, f"{api.CLIENT}/profile/{quote(user, safe='')}").object()
    if is_encrypted(account):
        raise Refused(ENCRYPTED)
    name = str(told.get("displayname") or user)
    url = f"https://matrix.to/#/{quote(api.room_of(account), safe='')}"
    size = _largest(account)
    limits = replace(DEFAULT, image_bytes=size or DEFAULT.image_bytes, can=DEFAULT.can if may_remove(account) else CAN)
    return Profile(account.remote_id, name, user, url), limits


def _largest(account: Account) -> int | None:
    try:
        size = api.get(account, f"{api.MEDIA}/config").object().get("m.upload.size")
    except Refused:
        return None
    return size if isinstance(size, int) and size > 0 else None


def is_encrypted(account: Account) -> bool:
    """Whether the room is encrypted; that is never taken back (spec.matrix.org, m.room.encryption)."""
    try:
        api.get(account, api.in_room(account, "state", "m.room.encryption"))
    except Rejected:
        return False
    return True


def may_remove(account: Account) -> bool:
    """Whether the account may take out what others wrote."""
    try:
        rights = powers(account)
    except Refused:
        return False
    return created(account) or level(rights, api.user_of(account)) >= _number(rights.get("redact"), 50)


def may_send(account: Account) -> bool:
    """Whether the account may write in the room. Raises Refused when nobody may tell."""
    rights = powers(account)
    events = rights.get("events")
    needed = events.get("m.room.message") if isinstance(events, dict) else None
    return created(account) or level(rights, api.user_of(account)) >= _number(needed, _number(rights.get("events_default"), 0))


def created(account: Account) -> bool:
    """Whether the account made a room of version 12 or later: it may do everything there, and the levels do not name it.

    Such a room's id names no server (spec.matrix.org/v1.16/rooms/v12).
    """
    if ":" in api.room_of(account):
        return False
    try:
        answer = api.get(account, api.in_room(account, "state", "m.room.create"), query={"format": "event"})
    except Refused:
        return False
    told, user = answer.object(), api.user_of(account)
    return told.get("sender") == user or user in (api.content_of(told).get("additional_creators") or [])


def powers(account: Account) -> JSON:
    """Who may do what in the room."""
    return api.get(account, api.in_room(account, "state", "m.room.power_levels")).object()


def level(rights: JSON, user: str) -> int:
    """How much a user may."""
    users = rights.get("users")
    own = users.get(user) if isinstance(users, dict) else None
    return _number(own, _number(rights.get("users_default"), 0))


def _number(value: Any, usual: int) -> int:
    return value if isinstance(value, int) else usual
