"""What a person can put on a place by hand: anything, so nothing is counted."""

from theke.networks.base import Account, Limits, Profile

DEFAULT = Limits(
    text_max=None,
    media_max=10,
    image_bytes=8_000_000,
    alt_max=None,
    can=frozenset({"text", "title", "link", "image", "alt", "edit", "remove"}),
)


def probe(account: Account) -> tuple[Profile, Limits]:
    """What the register knows: nobody can be asked."""
    name = str(account.settings.get("name") or "")
    return Profile(account.remote_id, name, "", account.address), DEFAULT
