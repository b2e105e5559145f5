"""What the library's own pages show: everything but comments and figures."""

from theke.networks.base import Account, Limits, Measure, Profile

DEFAULT = Limits(
    text_max=20_000,
    measure=Measure(),
    media_max=10,
    image_types=frozenset({"image/jpeg", "image/png", "image/webp"}),
    alt_max=None,
    can=frozenset({"text", "title", "link", "image", "alt", "focus", "warning", "language", "edit", "remove"}),
)


def probe(account: Account) -> tuple[Profile, Limits]:
    """Nothing to ask: the pages are ours."""
    url = str(account.settings.get("pages_url", account.address))
    return Profile(account.remote_id, "", url.split("://")[-1].rstrip("/"), url), DEFAULT
