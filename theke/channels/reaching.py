"""Whether this installation can be reached from outside, as networks demand that fetch pictures from us."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_noop

NOT_SECURE = gettext_noop(
    "THEKE_URL does not begin with https, so a network on the internet will not fetch pictures from here."
)
NOT_PUBLIC = gettext_noop(
    "THEKE_URL is an address inside your own network. A network on the internet cannot fetch pictures from there, so posts with "
    "pictures will fail."
)


def why_unreachable(address: str = "") -> str:
    """Why the internet cannot fetch anything from `address` (THEKE_URL by default), as an English msgid; empty if nothing speaks against it.

    Judged by the address alone: nobody is asked, so an address that looks public may still stand behind a closed firewall.
    """
    parts = urlsplit(address or settings.URL)
    host = (parts.hostname or "").lower()
    if not _looks_public(host):
        return NOT_PUBLIC
    return "" if parts.scheme == "https" else NOT_SECURE


def _looks_public(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        inner = (".local", ".lan", ".home", ".internal", ".intranet", ".localdomain", ".home.arpa", ".localhost", ".invalid")
        return "." in host and not host.endswith(inner)
