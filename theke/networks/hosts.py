"""Stand-ins for hosts whose networks nobody can run: for rehearsals and tests, on this machine only.

`THEKE_STAND_INS` lists them, parted by spaces: `graph.facebook.com=http://127.0.0.1:9001`. A call to such a host goes to the
address on the right, with the host's own name in `Host`. Only loopback is taken for an address; and because it is a private
address without https, a desk calls it only with `THEKE_ALLOW_PRIVATE_ADDRESSES`.
"""

import ipaddress
import os
from contextlib import suppress
from urllib.parse import urlsplit

SETTING = "THEKE_STAND_INS"


def stand_ins(listed: str | None = None) -> dict[str, str]:
    """Host and address of each stand-in. What is no loopback address is passed over."""
    pairs = (one.partition("=") for one in (os.environ.get(SETTING, "") if listed is None else listed).split())
    return {host.lower(): address.rstrip("/") for host, _, address in pairs if host and _on_loopback(address)}


def _on_loopback(address: str) -> bool:
    with suppress(ValueError):
        parts = urlsplit(address)
        return parts.scheme == "http" and parts.path in ("", "/") and ipaddress.ip_address(parts.hostname or "").is_loopback
    return False


def reached_at(url: str) -> str:
    """The address to call instead of `url`; the same where its host has no stand-in."""
    found = stand_ins()
    parts = urlsplit(url) if found else None
    instead = found.get((parts.hostname or "").lower()) if parts and parts.scheme == "https" else None
    return instead + url.split(parts.netloc, 1)[1] if parts and instead else url
