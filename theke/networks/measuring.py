"""Counts a text the way a network counts it. The composer counts by the same facts in the browser."""

import unicodedata

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
BARE_URL = regex.compile(
    r"(?<![@./:\p{L}\p{N}_-])(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}(?::[0-9]{1,5})?"
    r"""(?:[/?#](?:[^\s<>"„“”«»]*[^\s<>"„“”«».,;:!?'()\[\]{}…])?)?"""
)
# An emoji and all that makes one of it: joiners, skin tones, flags, the frame of a key, the tags of a region.
EMOJI = regex.compile(
    r"(?=.*[\p{Extended_Pictographic}\p{RI}\u20e3])[\p{Extended_Pictographic}\p{RI}\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f#*0-9]+"
)
# Source: twitter-text, configuration v3. All other code points count two.
LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
GRAPHEME = regex.compile(r"\X")
# A flag is two letters. In a long row of them \X looks back from each to the first, so pairs are taken away before.
FLAG = regex.compile(r"\p{RI}{2}")
# Letters, digits and the signs of Western typography, none of which joins its neighbours. Most texts hold nothing else.
COMPOSED = regex.compile(r"[^\x00-\x0c\x0e-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")


def length(text: str, measure: Measure, warning: str = "") -> int:
    """How long the network finds this text, in the unit of `measure`; `warning` counts only where the measure says so."""
    if measure.url is not None:
        text = URL.sub("x" * measure.url, text)
        text = BARE_URL.sub(lambda found: _at_least(found[0], measure), text) if measure.bare_urls else text
    if measure.local_mentions:
        text = MENTION.sub(r"@\1", text)
    counted = count(text, measure.unit)
    return counted + (count(warning, measure.unit) if measure.counts_warning else 0)


def count(text: str, unit: str) -> int:
    """The bare length in graphemes (UAX 29), characters (code points), utf8_bytes, or weighted."""
    if unit == "weighted":
        return len(text) if text.isascii() else sum(map(_weight, _graphemes(unicodedata.normalize("NFC", text), "\U0001f4da")))
    if unit == "graphemes":
        return len(_graphemes(text, "x")) if COMPOSED.search(text) else len(text)
    return len(text) if unit == "characters" else len(text.encode("utf-8", "surrogatepass"))


def _graphemes(text: str, flag: str) -> list[str]:
    """The graphemes of a text, with `flag` in the place of each flag."""
    found: list[str] = GRAPHEME.findall(FLAG.sub(flag, text))
    return found


def _weight(grapheme: str) -> int:
    """What a grapheme counts on X: an emoji two however it is composed, else the sum of its code points."""
    if EMOJI.fullmatch(grapheme):
        return 2
    return sum(1 if any(first <= ord(one) <= last for first, last in LIGHT) else 2 for one in grapheme)


def _at_least(written: str, measure: Measure) -> str:
    """What stands for a bare address: never shorter than it is, because the network may take it for text after all."""
    return "x" * max(measure.url or 0, count(written, measure.unit))
