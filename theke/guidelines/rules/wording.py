"""The words and sentences of a text, found once for all rules that ask."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from theke.guidelines.rules.listing import listed

Word = tuple[str, int, int]
"""In lower case, and where it stands."""

TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
LETTERS = re.compile(r"[^\W\d_]+")
APART = re.compile(r"https?://\S+|www\.\S+|(?<![\w&/])[#@][\w@.-]+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+")
END = re.compile(r"[.!?…]+[\"”“»«)’]*(?=\s)|\n+")
SHORTENED = listed("""z b d h u a ca bzw str nr st dr prof hr fr usw etc evtl ggf inkl max min tel vgl jh abs bd bl t ex kl dvs m fl s k osv jan feb mär
    apr jun jul aug sep sept okt nov dez mo di mi do fr sa so mr mrs ms vs no e g i""")
MONTHS = listed("""januar februar märz april mai juni juli august september oktober november dezember januari februari mars maj augusti oktober
    december january february march may june july october jan feb mär apr jun jul aug sep sept okt nov dez dec""")
AFTER_NUMBERS = MONTHS | listed(
    """weihnachtstag weihnachtsfeiertag advent stock etage obergeschoss og klasse mal platz preis jahrhundert auflage teil woche runde
    geburtstag jahrestag ausgabe"""
)
SPANNING = 400
PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")
KEYCAP = ("\ufe0f", "\u20e3")


@lru_cache(maxsize=64)
def words(text: str) -> tuple[Word, ...]:
    """Each word in lower case with its span; numbers are words, apostrophes stay inside."""
    return tuple((found.group().lower(), found.start(), found.end()) for found in TOKEN.finditer(text))


@lru_cache(maxsize=64)
def tokens(text: str) -> tuple[str, ...]:
    """Each word in lower case, without its place."""
    return tuple(TOKEN.findall(text.lower()))


@lru_cache(maxsize=64)
def vocabulary(text: str) -> frozenset[str]:
    """The different words of the text. Whether one of a list is among them is asked before anything dearer."""
    return frozenset(tokens(text))


@lru_cache(maxsize=64)
def running(text: str) -> str:
    """The text, as long as before, with spaces in the place of addresses, hashtags and mentions."""
    return APART.sub(lambda found: " " * len(found.group()), text) if _holds_apart(text) else text


def _holds_apart(text: str) -> bool:
    return "#" in text or "@" in text or "://" in text or "www." in text


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences; the end of a line ends one, the point of an abbreviation or of a date does not."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for found in END.finditer(text):
        if found.group() == "." and _goes_on(text, found.start()):
            continue
        if text[begin : found.end()].strip():
            yield begin, found.end()
        begin = found.end()
    if text[begin:].strip():
        yield begin, len(text)


def _goes_on(text: str, at: int) -> bool:
    """Whether the point here belongs to an abbreviation, an ordinal number or a date."""
    before, after = _last_word(text[max(0, at - 12) : at]), text[at + 1 : at + 30].lstrip()
    following = (LETTERS.match(after) or [""])[0]
    if before.isdigit():
        return len(before) <= 2 and (following.lower() in AFTER_NUMBERS or not following[:1].isupper())
    return before.lower() in SHORTENED or following[:1].islower()


def _last_word(stretch: str) -> str:
    at = len(stretch)
    while at and stretch[at - 1].isalnum():
        at -= 1
    return stretch[at:]


def sentence_at(text: str, start: int) -> tuple[int, int]:
    """The span of the sentence in which this place lies, cut to a reasonable length around it."""
    spans = sentences(text)
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][1] <= start:
            low = middle + 1
        else:
            high = middle
    begin, end = spans[low] if low < len(spans) else (start, len(text))
    return max(begin, start - SPANNING), min(end, start + SPANNING)


@lru_cache(maxsize=64)
def closing_from(text: str) -> tuple[tuple[int, int], ...]:
    """For each paragraph where it ends, and where its last running word does: what stands between closes the paragraph.

    Hashtags, mentions and addresses are no running words, and emoji hold none.
    """
    own, begin, found = running(text), 0, []
    for gap in PARAGRAPHS.finditer(own):
        found.append((gap.start(), _last_sign(own, begin, gap.start())))
        begin = gap.end()
    return (*found, (len(own), _last_sign(own, begin, len(own))))


def is_in_the_middle(text: str, end: int) -> bool:
    """Whether running text follows in the same paragraph after what ends here."""
    closings = closing_from(text)
    _paragraph_end, last = closings[min(bisect_left(closings, (end, 0)), len(closings) - 1)]
    return end <= last


def _last_sign(text: str, begin: int, end: int) -> int:
    """Where the last letter or digit stands, the digit of a keycap apart; -1 where there is none."""
    for at in range(end - 1, begin - 1, -1):
        if text[at].isalnum() and text[at + 1 : at + 2] not in KEYCAP:
            return at
    return -1
