"""What is meant for the house stays in the house (R30, R31)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.texts import everything
from theke.networks.base import gettext_noop

POINT = "4-law"
OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
ADDRESS = re.compile(
    rf"(?<![\w.])(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)(?:\.{OCTET}){{2,3}}(?::\d{{1,5}})?(?![\w]|\.\d)"
)
VERSION = re.compile(
    r"(?i)(?:\bv|versions?(?:nummer|nr\.?)?|release|firmware|build|update|kapitel|abschnitt|kap\.|kapitlet|avsnitt|chapter|section)[ .:]{0,2}$"
)
HOST = re.compile(
    r"(?<![\w@.-])(?:[\w-]{1,63}\.){0,5}[\w-]{1,63}\.(?:local|lan|intern|internal|intranet|corp|localdomain|home\.arpa)(?![\w-]|\.\w)"
    r"|(?<![\w@-])(?:[\w-]{1,63}\.){0,3}(?:intranet|intranät)\.[a-z0-9-]{2,63}(?:\.[a-z0-9-]{1,63}){0,4}"
    r"|://localhost\b|://intranet(?![\w.-])|(?<!\w)localhost:\d{2,5}"
)
HOST_HINTS = (
    ".local",
    ".lan",
    ".intern",
    ".intranet",
    ".corp",
    ".home.arpa",
    "intranet.",
    "intranät.",
    "://intranet",
    "localhost",
)
ADDRESS_HINTS = ("10.", "127.", "192.168.", "172.", "169.254.")
MAIL = re.compile(r"(?<![\w@.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,5}(?:local|lan|intern|internal)(?![\w-]|\.\w)")
PATH = re.compile(r"(?<![\w\\])\\\\[\w.-]{2,63}\\[^\s\\]{1,80}|\bfile://\S{1,200}|(?<!\w)[D-Z]:\\[^\s]{1,80}")
PHRASE = re.compile(
    r"(?i)(?<!nicht )(?<!not )(?<!inte )\b(?:"
    r"(?:nur|bitte|rein|streng) (?:für (?:den )?)?intern(?:en?)?\b(?: gebrauch| verwendung)?(?!\w)(?!,? sondern)"
    r"|nur für (?:den )?(?:internen (?:gebrauch|dienstgebrauch)|dienstgebrauch|die internen? \w+|mitarbeiter(?:innen|:innen|\*innen|_innen)?\b|das team)"
    r"|zum internen gebrauch|streng vertraulich|vertraulich behandeln|nicht (?:für|zur) (?:die )?(?:öffentlichkeit|veröffentlichung)|bitte nicht weitergeben"
    r"|(?:endast|bara) (?:för )?(?:intern(?:t|a)?\b(?: bruk)?|personalen)|för internt bruk|strängt förtroligt|får inte spridas|ej för spridning"
    r"|(?:for )?internal use only|internal only|for internal use|strictly confidential|not for (?:publication|the public|distribution)|staff only"
    r")"
)
HINTED = (
    *(
        "intern",
        "vertraulich",
        "öffentlichkeit",
        "veröffentlichung",
        "weitergeben",
        "dienstgebrauch",
        "für das team",
        "mitarbeiter",
    ),
    *(
        "personalen",
        "förtroligt",
        "spridas",
        "spridning",
        "confidential",
        "publication",
        "the public",
        "distribution",
        "staff only",
    ),
)
WORD = re.compile(r"\w+")
RUN = 5
"""So many words in the same order are no accident."""
FEWEST_WORDS, FEWEST_LETTERS = 2, 12

TERM = gettext_noop("“%(seen)s” is for colleagues only: the library has put it on its list of internal words.")
PLACE = gettext_noop(
    "“%(seen)s” can be reached only within the house, and tells strangers how it is built. Please take it out."
)
MARKED = gettext_noop("“%(seen)s” says that this is not for the public. Has a note for colleagues come along?")
REMARK = gettext_noop("These words are from a remark for colleagues only.")


def internals_stay_inside(draft: Draft, context: Context) -> list[Finding]:
    """R30: no internal words of the library's list, no addresses of the house network, nothing that says it is internal. Blocks."""
    terms = context.own.internal_terms
    return [
        Finding("R30", "block", POINT, words, {"seen": text[start:end]}, key, start=start, end=end, seen=text[start:end])
        for key, text in everything(draft)
        for words, start, end in _apart(
            [
                *((TERM, *one.span()) for one in _named(text, terms)),
                *((PLACE, *place) for place in places_in(text)),
                *_marks(text),
            ]
        )
    ]


def _named(text: str, terms: tuple[str, ...]) -> Iterator[re.Match[str]]:
    small = text.lower()
    pattern = _terms(terms) if any(one.strip().lower() in small for one in terms) else None
    return pattern.finditer(text) if pattern else iter(())


@lru_cache(maxsize=64)
def _terms(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    said = sorted((re.escape(one.strip()) for one in terms if one.strip()), key=len, reverse=True)
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(said)})(?!\w)") if said else None


def _apart(found: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """The first of those that overlap."""
    end = 0
    for one in sorted(found, key=lambda one: (one[1], -one[2])):
        if one[1] >= end:
            end = one[2]
            yield one


def _marks(text: str) -> Iterator[tuple[str, int, int]]:
    small = text.lower()
    if any(word in small for word in HINTED):
        yield from ((MARKED, *one.span()) for one in PHRASE.finditer(text))


@lru_cache(maxsize=64)
def places_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where addresses of a house network stand. A version number is none."""
    small, found = text.lower(), list[tuple[int, int]]()
    if any(word in small for word in HOST_HINTS):
        found += [one.span() for one in HOST.finditer(text)]
        found += [one.span() for one in MAIL.finditer(text)] if "@" in text else []
    if any(word in text for word in ADDRESS_HINTS):
        found += [one.span() for one in ADDRESS.finditer(text) if _is_address(text, one)]
    if "\\" in text or "file:" in small:
        found += [one.span() for one in PATH.finditer(text)]
    return tuple(found)


def _is_address(text: str, one: re.Match[str]) -> bool:
    return one.group().partition(":")[0].count(".") == 3 and not VERSION.search(text[max(0, one.start() - 20) : one.start()])


def remarks_stay_inside(draft: Draft, context: Context) -> list[Finding]:
    """R31: no words of a remark for colleagues in the text for the public, unless the title has them too. Blocks."""
    if not any(remark.strip() for remark in draft.remarks):
        return []
    return [
        Finding("R31", "block", POINT, REMARK, target=key, start=start, end=end, seen=text[start:end])
        for key, text in everything(draft)
        for start, end in _shared(text, draft.remarks, (draft.title, draft.event.title if draft.event else ""))
    ]


def _shared(text: str, remarks: tuple[str, ...], known: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The stretches of the text that are words of a remark."""
    words = [(found.group().casefold(), found.start(), found.end()) for found in WORD.finditer(text)]
    taken = [False] * len(words)
    for remark in remarks:
        said = _words(remark)
        run = min(RUN, len(said))
        if run < FEWEST_WORDS or (run < RUN and sum(map(len, said)) < FEWEST_LETTERS):
            continue
        theirs = _runs(said, run) - {one for title in known for one in _runs(_words(title), run)}
        for at in range(len(words) - run + 1):
            if tuple(word for word, _start, _end in words[at : at + run]) in theirs:
                taken[at : at + run] = [True] * run
    at = 0
    while at < len(words):
        first = at
        while at < len(words) and taken[at]:
            at += 1
        if at > first:
            yield words[first][1], words[at - 1][2]
        at += 1


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def _runs(words: list[str], run: int) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + run]) for at in range(len(words) - run + 1)}


ENTRIES = (
    Entry("R30", POINT, "block", gettext_noop("Nothing internal"), internals_stay_inside),
    Entry("R31", POINT, "block", gettext_noop("Remarks stay inside"), remarks_stay_inside),
)
