"""What a channel takes beside the length of the text: how many hashtags, names and addresses, and whether it wants a title."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_noop

from theke.channels.models import Channel
from theke.guidelines.rules.base import Finding, Target
from theke.networks.base import Limits
from theke.networks.measuring import URL, count

HASHTAG = re.compile(r"(?<![\w&/#])#\w*[^\W\d_]\w*")
NAME = re.compile(r"(?<![\w@/.])@[\w.-]*\w")

NO_TITLE = gettext_noop("%(channel)s needs a title.")
TOO_MANY_BYTES = gettext_noop(
    "%(channel)s takes at most %(most)s bytes of text; with its special signs this text has %(have)s."
)
TOO_MANY_HASHTAGS = gettext_noop("%(channel)s takes at most %(most)s hashtags; this text has %(have)s.")
TOO_MANY_NAMES = gettext_noop("%(channel)s takes at most %(most)s names with @; this text has %(have)s.")
TOO_MANY_LINKS = gettext_noop("%(channel)s takes at most %(most)s addresses of pages; this text has %(have)s.")


def misfits(target: Target, channel: Channel, title: str) -> list[Finding]:
    """Everything about this text that the channel will not take; all of it blocks."""
    wants_title = channel.limits.title_required and not title.strip()
    found = [Finding("P11", "block", "", NO_TITLE, {"channel": channel.name}, target=target.key)] if wants_title else []
    return found + [
        Finding(rule, "block", "", words, {"channel": channel.name, "most": most, "have": have}, target=target.key)
        for rule, words, most, have in _counted(target, channel.limits)
        if most is not None and have > most
    ]


def _counted(target: Target, limits: Limits) -> Iterator[tuple[str, str, int | None, int]]:
    """For each limit its rule, the sentence, the most that is taken, and what the longest part of the text has."""
    parts = target.parts
    yield "P12", TOO_MANY_BYTES, limits.bytes_max, max(count(part, "utf8_bytes") for part in parts)
    yield "P13", TOO_MANY_HASHTAGS, limits.hashtags_max, max(len(HASHTAG.findall(part)) for part in parts)
    yield "P14", TOO_MANY_NAMES, limits.mentions_max, max(len(NAME.findall(part)) for part in parts)
    yield "P15", TOO_MANY_LINKS, limits.links_max, max(len(set(URL.findall(part))) for part in parts)
