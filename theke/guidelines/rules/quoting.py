"""Titles and quotations in a text: what is only named and what others say is not our own voice.

A title (of a book, film, event) is known by what stands beside it: a word such as novel, film, reads; "by" and a name; or its form.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from theke.guidelines.rules.listing import listed

Span = tuple[int, int]

CLOSERS = {
    "„": '“”"',
    "“": "”“",
    "”": "”",
    '"': '"',
    "»": "«»",
    "«": "»",
    "›": "‹›",
    "‹": "›",
    "‚": "‘’",
    "‘": "’",
}
"""Which signs end a quotation that each of them begins, in the typography of all three languages."""
MARKS = re.compile(r"[„“”\"»«›‹‚‘’]")
QUOTED_LINES = re.compile(r"^[ \t]*>[^\n]*(?:\n[ \t]*>[^\n]*)*", re.MULTILINE)
EMPHASISED = re.compile(r"(?<![\w*_])([*_])(?=\S)[^*_\n]{2,80}(?<=\S)\1(?![\w*_])")
LONGEST = 4000
LONGEST_SINGLE = 200
NEAR = 60
MOST_WORDS = 12
MOST_LOOKED_AT = 500
"""Nobody writes more titles than this in a text."""

WORD = re.compile(r"[^\W\d_]+")
SENTENCE_INSIDE = re.compile(r"[.!?…]\s")
SAID = re.compile(
    r"(?i)(?:\b(?:sag(?:t|te|en|ten)|(?:ge)?schr(?:eibt|ieb|ieben)|mein(?:t|te|en)|nann(?:te|ten)|genannt|nennt|nennen|ruft|rief|riefen"
    r"|bezeichne\w{1,4}|beschimpf\w{1,4}|antwortet\w?|säger|sade|skriver|skrev|kalla(?:r|de|s|t)?|says?|said|writes?|wrote|call(?:s|ed)?)\b"
    r"[^.!?\n„“”\"»«]{0,20}|\b(?:du|ihr|sie|so ein|so eine|dieser|diese|dieses|dig|ni|er|you|ye)\s+)$"
)
CUES = listed("""
    buch bücher bilderbuch hörbuch sachbuch kinderbuch jugendbuch roman romane krimi thriller film filme kino serie reihe band titel
    erzählung novelle märchen gedicht gedichte lied album song stück theaterstück komödie oper spiel podcast ausstellung lesung vortrag
    zeitschrift klassiker bestseller comic manga graphic novel dvd hörspiel lektüre buchtipp lesetipp filmabend filmtipp liest lesen lest
    las vorliest gelesen spielt zeigt zeigen gezeigt sehen verfilmung veranstaltung titeln heißt neuerscheinung
    bok boken böcker böckerna romanen romaner deckare deckaren ljudbok ljudboken filmen filmer filmerna serien utställningen utställning
    föreläsning föreläsningen pjäs pjäsen dikt dikten låt låten boktips läser läs läste visar ser spel spelet titeln novellen novell heter
    saga sagan högläsning barnbok barnboken klassikern bokcirkeln bokcirkel
    book books novels movie films series titled title story play poem exhibition reads read reading showing screening audiobook album talk
    """)
CUE_ENDS = ("roman", "buch", "krimi", "film", "tipp", "serie", "lesung", "bok", "boken", "filmen", "romanen", "tips", "spiel")
SPEAKS_TO = listed("""du dein deine ihr euer eure dieser diese dieses diesen dieser so solche solcher was welch welcher sie ein eine einen ich wir
    ni din ditt dina er den här vilken vilka en jag vi you your this these such what i we er ist sind är is are""")
"""With these a sentence begins more often than a title; with them at its head, something else must show that it is one."""
SMALL = listed(
    "und oder der die das den dem des im in am an auf aus für mit von vom zu zum zur ein eine einen einem ohne och eller i på av med "
    "den det en ett till för från om the a an and or of at for with to"
)
BY = re.compile(
    r"[\s,(]+(?:von|av|by)\s+[A-ZÅÄÖÜÉ][\w’.-]{0,30}(?:\s+(?:(?:van|von|de|af|der|den)\s+)?[A-ZÅÄÖÜÉ][\w’.-]{0,30}){0,3}"
)
PLAIN_BY = re.compile(
    r"(?<=[\w.!?])\s+(?:von|av|by)\s+([A-ZÅÄÖÜÉ][\w’.-]{0,30}(?:\s+(?:(?:van|von|de|af|der|den)\s+)?[A-ZÅÄÖÜÉ][\w’.-]{1,30}){0,3})"
)
ARTICLES = listed("der die das the den det")
NO_AUTHORS = listed(
    """nachbar nachbarn bürgermeister chef minister kanzler trainer kollege kollegen lehrer vermieter mann kerl typ dezernent direktor leiter
    hausmeister busfahrer freund bruder vater sohn politiker beamter beamten stadtrat stadtwerken bauamt amt rathaus"""
)
CATALOGUED = re.compile(
    r"^(?:[A-ZÅÄÖÜÉ][\w’.-]{1,30},? ){1,3}[A-ZÅÄÖÜÉ][\w’.-]{1,30}\s?(?::|–|-|/) ([A-ZÅÄÖÜÉ][^\n.!?:(–]{1,80})", re.MULTILINE
)
NAMED_KIND = re.compile(
    r"\b(?:Roman|Buch|Film|Krimi|Thriller|Klassiker|Hörbuch|romanen|boken|filmen|deckaren|ljudboken|pjäsen|novel|book|film|movie)\s+"
    r"([A-ZÅÄÖÜÉ][\w’-]{0,30}(?:\s+(?:(?:und|der|die|das|des|dem|den|of|the|and|och|på)\s+)?[A-ZÅÄÖÜÉ][\w’-]{0,30}){0,5})"
)
OWNED = re.compile(r"\b[A-ZÅÄÖÜÉ][\w-]{2,30}(?:s|’|’s|'s)\s+((?:[A-ZÅÄÖÜÉ][\w’-]{1,30}\s?){1,4})")


def quotations(text: str) -> tuple[Span, ...]:
    """The stretches in which somebody else speaks, marks included, in their order; titles are none."""
    return _parted(text)[1]


def titles(text: str) -> tuple[Span, ...]:
    """The stretches that name a book, film or event, with or without marks, in their order."""
    return _titles(text)


def outside(text: str) -> str:
    """The text, as long as before, with spaces in the place of all that stands in marks: titles and quotations."""
    return _outside(text)


def is_within(spans: tuple[Span, ...], start: int) -> bool:
    """Whether the place lies in one of the spans, which are in their order."""
    at = bisect_right(spans, (start, 1 << 60)) - 1
    return at >= 0 and spans[at][0] <= start < spans[at][1]


@lru_cache(maxsize=64)
def _outside(text: str) -> str:
    return blanked(text, sorted((*_quoted_lines(text), *_marked(text))))


def blanked(text: str, spans: list[Span]) -> str:
    """The text with spaces in the place of the spans; the ends of lines stay."""
    if not spans:
        return text
    pieces, at = [], 0
    for start, end in spans:
        if end > at:
            inner = text[max(start, at) : end]
            pieces += [text[at : max(start, at)], "".join("\n" if sign == "\n" else " " for sign in inner)]
            at = end
    return "".join([*pieces, text[at:]])


@lru_cache(maxsize=64)
def _parted(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Titles, and quotations."""
    named: list[Span] = []
    spoken = _quoted_lines(text)
    for number, (start, end) in enumerate(_marked(text)):
        (named if number < MOST_LOOKED_AT and _is_title(text, start, end) else spoken).append((start, end))
    return _joined(named), _joined(spoken)


@lru_cache(maxsize=64)
def _titles(text: str) -> tuple[Span, ...]:
    return _joined([*_parted(text)[0], *_bare(text)])


def _quoted_lines(text: str) -> list[Span]:
    return [found.span() for found in QUOTED_LINES.finditer(text)] if ">" in text else []


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """In their order, and those that overlap as one."""
    made: list[Span] = []
    for start, end in sorted(spans):
        if made and start < made[-1][1]:
            made[-1] = made[-1][0], max(end, made[-1][1])
        else:
            made.append((start, end))
    return tuple(made)


@lru_cache(maxsize=64)
def _marked(text: str) -> tuple[Span, ...]:
    """What stands between marks, or between stars and lines."""
    return tuple(_pairs(text))


def _pairs(text: str) -> Iterator[Span]:
    """In one walk from the left."""
    opened, since = "", 0
    for found in MARKS.finditer(text):
        at, mark = found.start(), found.group()
        reach = LONGEST_SINGLE if opened in "‚‘" else LONGEST
        if opened and at - since > reach:
            opened = ""
        if opened and mark in CLOSERS[opened] and _closes(text, at, mark):
            yield since, at + 1
            opened = ""
        elif mark in CLOSERS and (not opened or mark == "„") and _opens(text, at):
            opened, since = mark, at
    if "*" in text or "_" in text:
        yield from (found.span() for found in EMPHASISED.finditer(text))


def _opens(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return bool(after) and not after.isspace() and not text[max(0, at - 1) : at].isalnum()


def _closes(text: str, at: int, mark: str) -> bool:
    """An apostrophe between letters ends nothing."""
    return mark != "’" or not text[at + 1 : at + 2].isalnum()


def _has_cue(stretch: str) -> bool:
    return any(word in CUES or word.endswith(CUE_ENDS) for word in WORD.findall(stretch.lower()))


def _is_title(text: str, start: int, end: int) -> bool:
    inner = text[start + 1 : end - 1].strip()
    words = inner.split()
    if not words or len(words) > MOST_WORDS or "\n" in inner or SENTENCE_INSIDE.search(inner):
        return False
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    if SAID.search(before[-40:]):
        return False
    if BY.match(after) or _has_cue(before) or _has_cue(after):
        return True
    return inner[0].isupper() and len(words) > 1 and inner[-1] not in ".,;" and words[0].lower() not in SPEAKS_TO


def _bare(text: str) -> Iterator[Span]:
    """Titles without marks, by the name that stands beside them."""
    for found in PLAIN_BY.finditer(text):
        begin = _back_from(text, found.start())
        if begin < found.start() and _is_by_author(text, begin, found):
            yield begin, found.end()
    for pattern in (CATALOGUED, NAMED_KIND):
        for found in pattern.finditer(text):
            if _first_word(found.group(1)) not in SPEAKS_TO:
                yield found.span(1)
    for found in OWNED.finditer(text):
        if not _has_cue(found.group(1)) and _has_cue(text[max(0, found.start() - NEAR) : found.start()]):
            yield found.span(1)


def _is_by_author(text: str, begin: int, found: re.Match[str]) -> bool:
    """Two names are an author's. One alone is, if it is no office, and the title has an article or a cue beside it."""
    if " " in found.group(1).strip():
        return True
    with_article = " " in text[begin : found.start()].strip() and _first_word(text[begin : found.start()]) in ARTICLES
    beside = text[max(0, begin - NEAR) : begin] + text[found.end() : found.end() + NEAR]
    titled = with_article or _has_cue(beside)
    return titled and found.group(1).lower().rstrip(".") not in NO_AUTHORS


def _first_word(stretch: str) -> str:
    found = WORD.search(stretch)
    return found.group().lower() if found else ""


def _back_from(text: str, end: int) -> int:
    """Where the run of title-like words begins that ends here; `end` itself where there is none."""
    low = max(0, end - NEAR)
    head = low + len(text[low:end].rstrip(" .!?"))  # a point right before "by" is one of the title
    low = max((text.rfind(sign, low, head) + 1 for sign in ".:!?,;(\n–/"), default=low) or low
    begin = end
    for found in reversed(list(WORD.finditer(text, max(low, end - NEAR), end))):
        word = found.group()
        if word[0].isupper():
            begin = found.start()
        elif word not in SMALL:
            break
    return end if _first_word(text[begin:end]) in SPEAKS_TO - {"den", "en"} else begin
