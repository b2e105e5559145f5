"""Looks whether an account says whose it is: names the library or its municipality, and links the imprint (A22)."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext_noop

from theke.channels.models import Channel
from theke.people.models import Library

NAMED = gettext_noop("The profile names the library.")
NOT_NAMED = gettext_noop("The profile names neither the library nor its municipality: visitors cannot see whose account it is.")
LINKED = gettext_noop("The profile leads to the imprint.")
NOT_LINKED = gettext_noop("The profile does not lead to the imprint. Put its address there: %(address)s")
NO_IMPRINT = gettext_noop("Whether the profile leads to the imprint cannot be told: its address is missing in the settings.")


@dataclass(frozen=True)
class Seen:
    """One thing looked at; `words` is an English msgid with `params`. `ok` is None where it cannot be told."""

    ok: bool | None
    words: str
    params: dict[str, str]

    @property
    def said(self) -> dict[str, object]:
        """As `{% said %}` shows it."""
        return {"words": self.words, "params": self.params}


def look_at_profile(channel: Channel) -> list[Seen]:
    """What the profile that was read last says; nothing for an account whose network shows no profile, or was not asked yet."""
    if not channel.profile or channel.facts.own_pages or channel.facts.in_house or channel.facts.by_hand:
        return []
    library = channel.library
    return [_naming(channel, library), _linking(channel, library)]


def lacks(channel: Channel) -> bool:
    """Whether something is missing in the profile for certain."""
    return any(one.ok is False for one in look_at_profile(channel))


def _naming(channel: Channel, library: Library) -> Seen:
    words = _plain(f"{channel.profile.get('name', '')} {channel.profile.get('about', '')}")
    named = any(name and _plain(name) in words for name in (library.name, library.municipality))
    return Seen(named, NAMED if named else NOT_NAMED, {})


def _linking(channel: Channel, library: Library) -> Seen:
    if not library.imprint_url:
        return Seen(None, NO_IMPRINT, {})
    there = [str(one) for one in channel.profile.get("links") or []] + re.findall(r"\S+", str(channel.profile.get("about", "")))
    linked = any(_leads_to(one, library.imprint_url) for one in there)
    return Seen(linked, LINKED if linked else NOT_LINKED, {} if linked else {"address": library.imprint_url})


def _leads_to(there: str, imprint: str) -> bool:
    """The imprint itself, or the front page of the same site, from which it is one step."""
    one, other = _address(there), _address(imprint)
    return bool(one[0]) and one[0] == other[0] and one[1] in ("", other[1])


def _address(text: str) -> tuple[str, str]:
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        return (parts.hostname or "").removeprefix("www."), parts.path.strip("/.,;)")
    except ValueError:
        return "", ""


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
