"""Connecting: nothing to ask."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from theke.networks.base import Account, Connected


def begin(line: Account, form: Mapping[str, str], back: str) -> Connected:
    """The pages live where the desk lives, below the library's short name."""
    parts = urlsplit(back)
    address = f"{parts.scheme}://{parts.netloc}"
    slug = line.settings.get("library", "")
    pages = f"{address}/w/{slug}/"
    return Connected(address, slug, {}, settings={"pages_url": pages, "post_url": pages + "{id}/"})
