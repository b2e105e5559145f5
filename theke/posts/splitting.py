"""Splits a text that is too long for a channel into a chain of posts: at sentence ends, never inside a word, address or hashtag."""

import re
from collections.abc import Iterable, Iterator

import regex

from theke.guidelines.rules.base import parts_of
from theke.networks.base import Measure
from theke.networks.measuring import length

BREAK = "\n---\n"
MOST_PARTS = 99

SHORT_FORMS = """
    z.b d.h u.a u.s.w usw bzw ca evtl ggf inkl exkl max min nr str st dr prof hr fr tel abb abs bd hrsg jh jhd kl o.ä o.g s.o s.u
    sog u.ä vgl v.a z.t zzgl geb vorm nachm stv jr sr
    t.ex ex bl bl.a d.v.s dvs m.m m.fl osv o.s.v f.d fr.o.m t.o.m s.k resp avd årg
    e.g i.e etc vs mr mrs ms vol ed a.m p.m approx dept
"""
"""German, Swedish, English; in lower case and without the last full stop."""
ABBREVIATIONS = frozenset(SHORT_FORMS.split())
END = regex.compile(r"""(?<=[.!?…]["'”“»)\]]*)\s+|\n+""")
"""Where a sentence may end: after its sign, closing quotes and brackets belong to it; and at every line end."""
LAST_WORD = regex.compile(r"""(?<![^\s("'„“‚-])[\p{L}\p{N}.]+(?=\.$)""")
MONTHS = (
    "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|"
    "januari|februari|mars|maj|augusti|december|january|february|march|may|june|july|october|quartal|jahrhundert|etage|stock"
)
ORDINAL_FOLLOWED = regex.compile(rf"(?i:{MONTHS}|klasse|geburtstag|auflage|band|kapitel)\b|\d|\p{{Ll}}")
"""What makes the number before it an ordinal: "21. November", "1. Stock"."""


def sentences(text: str) -> Iterator[tuple[str, str]]:
    """The sentences with the white space that follows each, so that joined they are the text again."""
    start = 0
    for found in END.finditer(text):
        if "\n" in found.group() or _ends(text[start : found.start()], text[found.end() :]):
            yield text[start : found.start()], found.group()
            start = found.end()
    if start < len(text):
        yield text[start:], ""


def _ends(before: str, after: str) -> bool:
    """Whether a full stop ends a sentence here. An abbreviation, an initial and an ordinal number do not."""
    if not before.endswith("."):
        return True
    found = LAST_WORD.search(before)
    word = found.group().lower() if found else ""
    if word in ABBREVIATIONS or word.endswith("str") or (len(word) == 1 and word.isalpha()):
        return False
    if word.isdigit():
        return not (len(word) < 3 and regex.match(ORDINAL_FOLLOWED, after))
    return not after[:1].islower()


def split(
    text: str, most: int, measure: Measure, *, signature: str = "", warning: str = "", numbered: bool = False
) -> list[str]:
    """The parts of the text, each within `most` by the channel's measure; the last leaves room for the signature.

    `numbered` puts "(1/3)" under each, and counts it. A part that the writer has made already stays one.
    """
    count = 1
    while True:
        room = Room(most, measure, signature, warning, f" ({count}/{count})" if numbered else "")
        parts = room.last_fits([part for given in parts_of(text) for part in room.fill(given)])
        if not numbered or len(str(len(parts))) <= len(str(count)):
            break
        count = len(parts)
    if numbered and len(parts) > 1:
        return [f"{part} ({place}/{len(parts)})" for place, part in enumerate(parts, 1)]
    return parts


class Room:
    """How much goes into one part."""

    def __init__(self, most: int, measure: Measure, signature: str, warning: str, number: str) -> None:
        self.most, self.measure, self.warning = most, measure, warning
        self.signature, self.number = f"\n\n{signature}" if signature else "", number

    def fits(self, part: str, last: bool = False) -> bool:
        """Whether it can be a part."""
        whole = part.strip() + self.number + (self.signature if last else "")
        return length(whole, self.measure, self.warning) <= self.most

    def fill(self, text: str) -> list[str]:
        """As many whole sentences as fit into each part."""
        return self._packed(piece for sentence, space in sentences(text) for piece in self._pieces(sentence, space))

    def _packed(self, pieces: Iterable[tuple[str, str]]) -> list[str]:
        parts, part, space = [], "", ""
        for piece, following in pieces:
            if part and not self.fits(part + space + piece):
                parts.append(part.strip())
                part, space = "", ""
            part, space = part + space + piece, following
        return [*parts, part.strip()] if part.strip() else parts

    def _pieces(self, sentence: str, space: str) -> list[tuple[str, str]]:
        """The sentence whole; one that is too long for itself in its words. A word is never cut."""
        if self.fits(sentence):
            return [(sentence, space)]
        words = re.findall(r"(\S+)(\s*)", sentence)
        return [*words[:-1], (words[-1][0], space)] if words else []

    def last_fits(self, parts: list[str]) -> list[str]:
        """The parts with the last one parted once more where the signature does not fit under it."""
        if not parts or not self.signature or self.fits(parts[-1], last=True):
            return parts
        pieces = [piece for sentence, space in sentences(parts[-1]) for piece in self._pieces(sentence, space)]
        if len(pieces) < 2:
            pieces = re.findall(r"(\S+)(\s*)", parts[-1])
        if len(pieces) < 2:
            return parts
        head = "".join(piece + space for piece, space in pieces[:-1]).strip()
        return [*parts[:-1], head, pieces[-1][0]]


def joined(parts: Iterable[str]) -> str:
    """The parts as one text, the way they are stored."""
    return BREAK.join(parts)


NUMBER = re.compile(r"\s*\((\d{1,2})/(\d{1,2})\)\s*$")


def one_text(text: str) -> str:
    """A text in parts as one again, without their numbers."""
    return "\n\n".join(NUMBER.sub("", part) for part in parts_of(text))
