"""Counts a text the way a network counts it. The composer counts by the same facts in the browser."""

import regex

from theke.networks.base import Measure

# Only what every server of the family takes for an address: scheme, a dotted host, letters at its end. What we take for text
# although the server sees an address is counted too long, never too short. The browser's counter has the same two patterns.
URL = regex.compile(
    r"https?://(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}(?::[0-9]{1,5})?"
    r"""(?:[/?#](?:[^\s<>"„“”«»]*[^\s<>"„“”«».,;:!?'()\[\]{}…])?)?""",
    regex.IGNORECASE,
)
MENTION = regex.compile(
    r"(?<![=/\p{L}\p{N}_])@([a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)@[\p{L}\p{N}_]+(?:[.-]+[\p{L}\p{N}_]+)*", regex.IGNORECASE
)
GRAPHEME = regex.compile(r"\X")


def length(text: str, measure: Measure, warning: str = "") -> int:
    """How long the network finds this text, in the unit of `measure`; `warning` counts only where the measure says so."""
    if measure.url is not None:
        text = URL.sub("x" * measure.url, text)
    if measure.local_mentions:
        text = MENTION.sub(r"@\1", text)
    counted = count(text, measure.unit)
    return counted + (count(warning, measure.unit) if measure.counts_warning else 0)


def count(text: str, unit: str) -> int:
    """The bare length in graphemes (UAX 29), characters (code points) or utf8_bytes."""
    if unit == "graphemes":
        # Plain ASCII without carriage returns is one grapheme a character; it is most of what is written.
        return len(text) if text.isascii() and "\r" not in text else sum(1 for _ in GRAPHEME.finditer(text))
    return len(text) if unit == "characters" else len(text.encode("utf-8", "surrogatepass"))
