"""What only looks like an identity number or a telephone: ISBN, addresses, dates, prices, shelf marks.

It is looked for in one order, and each thing is blanked before the next is looked for:

1. ISBN and ISSN
2. addresses of pages, of mail and of the Fediverse
3. dates and times
4. prices
5. shelf marks, file numbers and other numbers that say what they are

In what is left, identity numbers are looked for (`numbers.py`), and then telephones (`contact.py`).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from theke.guidelines.rules import checksums

Kind = Literal["isbn", "address", "date", "time", "price", "mark"]
BLANK = "\ufffc"
"""Stands in the place of each sign that is masked: no digit, no letter, no space, so nothing joins across it."""


class Mask(NamedTuple):
    """What a stretch of text is; `start` and `end` in code points."""

    kind: Kind
    start: int
    end: int


ISBN = re.compile(r"(?i)(?<![\d-])(?P<any>97[89](?:[ –-]?\d){10}|\d(?:[ –-]?\d){8}[ –-]?[\dX])(?![\dX-])")
GROUPED = re.compile(r"(?i)97[89](?:[ –-]?\d){10}|\d{1,5}-\d{1,7}-\d{1,7}-[\dX]")
ISBN_SAID = re.compile(r"(?i)\bISBN(?:[- ]?1[03])?:?[ ]{0,2}$")
ISSN = re.compile(r"(?i)\bISSN:?[ ]{0,2}\d{4}[-–]?\d{3}[\dX](?!\d)")
NO_ADDRESS = r"\s<>\"“”„»«"
ADDRESS = re.compile(
    rf"(?i)\b(?:https?|ftp)://[^{NO_ADDRESS}]{{1,2000}}|\bwww\.[^{NO_ADDRESS}]{{1,2000}}"
    r"|(?<![\w@.+%-])@[\w.-]{1,64}(?:@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})?"
    r"|(?<![\w@.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
)
BARE_ADDRESS = re.compile(rf"(?i)(?<![\w@./-])(?:[\w-]{{1,63}}\.){{1,5}}[a-z]{{2,24}}/[^{NO_ADDRESS}]{{0,2000}}")

MONTH = (
    r"(?:jan(?:uari|uary?)?|feb(?:ruari|ruary?)?|märz|maerz|mars|march|mär|mar|apr(?:il)?|mai|maj|may|jun[ie]?|jul[iy]?"
    r"|aug(?:ust|usti)?|sep(?:t|tember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[zc](?:ember)?)\b\.?"
)
DAY, OF_YEAR, CLOCK, YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:[01]?\d|2[0-4])", r"(?:1[5-9]|20)\d\d"
TO = r"[ ]{0,2}(?:[-–—/+&]|bis|till|til|to|und|och|and)[ ]{0,2}"
DAY_MONTH = rf"{DAY}\.[ ]?{OF_YEAR}(?:\.(?:[ ]?{YEAR}|\d\d)?|(?!\d))"
NAMED = rf"{DAY}\.?(?:{TO}{DAY}\.?)?[ ]?{MONTH}"
HOUR = rf"{CLOCK}[.:][0-5]\d(?:[.:][0-5]\d)?"
BEGINS = r"(?<![\d.,/+-])"
ENDS = r"(?!\d|[.,]\d|[ ]?(?:€|Euro|EUR|kr\b|kronor|SEK|\$|£))"
DATE = re.compile(
    rf"(?i){BEGINS}(?:"
    rf"{DAY_MONTH}(?:{TO}(?:{NAMED}|{DAY_MONTH})(?:[ ]?{YEAR})?)?"  # 05.12. - 08.12.2026
    rf"|{NAMED}(?:{TO}{NAMED})?(?:[ ]?{YEAR})?"  # 5. Dezember 2026, 5–8 december
    rf"|{YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!-\d)"  # 2026-12-05
    rf"|{DAY}/{OF_YEAR}(?:[-/ ]{YEAR})?(?!/)(?:{TO}{DAY}/{OF_YEAR}(?!/))?"  # 24/11, 24/11-2026
    rf"){ENDS}"
)
TIME = re.compile(
    rf"(?i){BEGINS}(?:"
    rf"{HOUR}(?:{TO}{HOUR})?(?:[ ]?Uhr\b)?"  # 10.00–18.30
    rf"|{CLOCK}(?:{TO}{CLOCK})?[ ]?(?:Uhr\b|h\b|[ap]\.?m\b)"  # 10-18 Uhr
    rf"|(?:[01]\d|2[0-4])[0-5][05][-–](?:[01]\d|2[0-4])[0-5][05](?![-–])"  # 0900-1800
    rf"){ENDS}"
)
CLOCKED = re.compile(rf"(?i)\bkl(?:ockan)?\b\.?[ ]{{0,2}}{CLOCK}(?:[.:]?[0-5]\d)?(?:{TO}{CLOCK}(?:[.:]?[0-5]\d)?)?(?!\d)")
AMOUNT = r"(?:\d{1,3}(?:[ .]\d{3}){1,4}(?:,\d\d?|,[-–])?|\d{1,9}(?:[.,]\d\d?|[.,][-–]{1,2})?)"
PRICE = re.compile(rf"(?i)(?<![\d.,/-]){AMOUNT}[ ]?(?:€|Euro?s?\b|Cent\b|ct\b|kr\b|kronor\b|öre\b|SEK\b|CHF\b|\$|£|:-)")
PRICED = re.compile(rf"(?:€|\$|£|\b(?:EUR|SEK|CHF))[ ]?{AMOUNT}(?!\d)")
LABEL = (
    r"signatur|sign\.|standort|regal|notation|ddc|ddk|sab|hyll(?:a|plats|placering|signum)|signum|shelf ?mark|call number"
    r"|aktenzeichen|az\.|dnr\.?|diarienummer|inventar(?:nummer|-?nr\.?)|ppn|zdb-?id|doi|ean|gtin|libris-?id|medien(?:nummer|-?nr\.?)"
    r"|(?:bestell|auftrags|rechnungs|artikel|sendungs|order|faktura|streckkods|exemplar)-?(?:nummer|nr\.?)"
    r"|(?:order|invoice|item|tracking)(?: number| no\.)"
)
MARK = re.compile(r"\d[\d./()+–-]{3,30}")
MARKED = re.compile(
    rf"(?i)(?<!\w)(?:{LABEL})(?!\w)(?:[ ](?:nr\.?|nummer|number))?[ ]?[:#]?[ ]{{0,2}}(?P<letters>[a-zåäö]{{0,6}}[ ]?)$"
)
FEWEST_DIGITS = 5
"""A mark with fewer looks like nothing else."""
WANTED = re.compile(r"[\d@/]")
RUN = re.compile(r"\d+")
DEWEY = re.compile(r"(?<![\d.,/+-])(?<!\d )\d{3}\.\d{1,8}(?![\d.,/-]|[ ]\d)")


@lru_cache(maxsize=64)
def _looked(text: str) -> tuple[str, tuple[Mask, ...]]:
    """The masked text and the masks, in their order of place."""
    found: list[Mask] = []
    for look in LOOKS if WANTED.search(text) else ():
        now = list(look(text))
        if now:
            text = blanked(text, ((one.start, one.end) for one in now))
            found += now
    return text, tuple(sorted(found, key=lambda one: one.start))


def masked(text: str) -> str:
    """The text, equally long, with all that only looks like an identity number or a telephone blanked."""
    return _looked(text)[0]


def spans(text: str) -> tuple[Mask, ...]:
    """Everything that is masked, by its place."""
    return _looked(text)[1]


def blanked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """The text, equally long, with the given stretches blanked. They come in order and do not overlap."""
    parts, at = [], 0
    for start, end in places:
        parts += [text[at:start], BLANK * (end - start)]
        at = end
    return "".join((*parts, text[at:]))


def at_digits(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with a digit, in their order: it is tried only where digits begin, which is much quicker."""
    end = 0
    for run in RUN.finditer(text):
        if run.start() >= end and (found := pattern.match(text, run.start())):
            end = found.end()
            yield found


def near(text: str, start: int, end: int, before: int = 40, after: int = 25) -> tuple[str, str]:
    """What stands before and after a stretch, in the same paragraph."""
    return text[max(0, start - before) : start].rpartition("\n\n")[2], text[end : end + after].partition("\n")[0]


def _isbns(text: str) -> Iterator[Mask]:
    for found in at_digits(ISBN, text):
        signs = re.sub(r"[ –-]", "", found.group())
        known = ISBN_SAID.search(text[max(0, found.start() - 12) : found.start()])
        if known or (GROUPED.fullmatch(found.group()) and checksums.isbn(signs)):
            yield Mask("isbn", *found.span())
    if "issn" in text.lower():
        yield from (Mask("isbn", *found.span()) for found in ISSN.finditer(text))


def _addresses(text: str) -> Iterator[Mask]:
    if "@" in text or "://" in text or "www." in text:
        yield from (Mask("address", *found.span()) for found in ADDRESS.finditer(text))


def _bare_addresses(text: str) -> Iterator[Mask]:
    if "/" in text:
        yield from (Mask("address", *found.span()) for found in BARE_ADDRESS.finditer(text))


def _dates(text: str) -> Iterator[Mask]:
    return (Mask("date", *found.span()) for found in at_digits(DATE, text))


def _times(text: str) -> Iterator[Mask]:
    return (Mask("time", *found.span()) for found in at_digits(TIME, text))


def _clocks(text: str) -> Iterator[Mask]:
    if "kl" in text.lower():
        yield from (Mask("time", *found.span()) for found in CLOCKED.finditer(text))


def _prices(text: str) -> Iterator[Mask]:
    return (Mask("price", *found.span()) for found in at_digits(PRICE, text))


def _prices_behind(text: str) -> Iterator[Mask]:
    if any(sign in text for sign in ("€", "$", "£", "EUR", "SEK", "CHF")):
        yield from (Mask("price", *found.span()) for found in PRICED.finditer(text))


def _marks(text: str) -> Iterator[Mask]:
    for found in at_digits(MARK, text):
        label = MARKED.search(text[max(0, found.start() - 45) : found.start()]) if _digits(found) >= FEWEST_DIGITS else None
        if label:
            yield Mask("mark", found.start() - len(label["letters"]), found.end())


def _digits(found: re.Match[str]) -> int:
    return sum(map(str.isdigit, found.group()))


def _classes(text: str) -> Iterator[Mask]:
    return (Mask("mark", *found.span()) for found in at_digits(DEWEY, text))


LOOKS: tuple[Callable[[str], Iterator[Mask]], ...] = (
    _isbns,
    _addresses,
    _bare_addresses,
    _dates,
    _times,
    _clocks,
    _prices,
    _prices_behind,
    _marks,
    _classes,
)
