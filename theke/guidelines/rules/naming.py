"""Persons who are not to be named, and children who can be found (R11, R12)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from theke.guidelines.rules.base import Context, Draft, Entry, Finding, Picture
from theke.guidelines.rules.given import is_given
from theke.guidelines.rules.texts import with_below
from theke.networks.base import gettext_noop

POINT = "5-respect"
SURE = r"[A-ZÄÖÅÉ][a-zäöüåéèßşçğıë]{1,20}(?:-[A-ZÄÖÅ][a-zäöüåéß]{1,20})?"
"""A word that may be a given name; the list decides."""
WHOLE = rf"(?P<name>{SURE})(?: (?:{SURE}|[A-ZÄÖÅ]\.)){{0,2}}"
GRADE = (
    r"(?:(?:[Kk]lasse|[Kk]lass|[Cc]lass|[Yy]ear|[Gg]rade|[Åå]k|[Åå]rskurs|[Jj]ahrgang|[Jj]ahrgangsstufe)\.? ?\d{1,2} ?[a-fA-F]?\b|\d{1,2}\. ?(?:[Kk]lasse|[Jj]ahrgang)"
    r"|\d{1,2}[a-fA-F]\b|[Ff]örskoleklass\w*)"
)
SCHOOL = (
    r"(?:(?:[\w.-]{2,30} )?[\w-]{0,30}(?:[Gg]rundschule|[Gg]esamtschule|[Rr]ealschule|[Ss]ekundarschule|[Gg]ymnasium|[Hh]auptschule|[Ff]örderschule"
    r"|[Kk]ita\b|[Kk]indergarten|skolan\b|[Ff]örskolan|[Ff]riskola|[Gg]ymnasiet|[Pp]rimary [Ss]chool|[Ee]lementary [Ss]chool|[Ss]econdary [Ss]chool|[Ss]chool\b))"
)
AGE = r"(?:[3-9]|1[0-7])"
AGES_DE = "drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn"
AGES_SV = "tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton"
AGES_EN = "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
YEARS_OLD = rf"(?:[3-9]|1[0-7])[- ]?(?:jährige[nrs]?|åriga?e?n?|year-old)|(?:{AGES_DE})jährige[nrs]?|(?:{AGES_SV})-?årig[ae]|(?:{AGES_EN})-year-old"
FROM = r"(?:,? (?:(?:geht|går|goes) )?(?:aus|von|vom|i|från|på|from|at|in(?= (?:[Cc]lass|[Yy]ear|[Gg]rade|the ))|of|to)(?: (?:der|die|dem|den|the))?|,| \()"
CHILD = r"(?:[Ss]chüler(?:in)?|[Kk]ind|[Mm]ädchen|[Jj]unge[n]?|[Tt]ochter|[Ss]ohn|[Ee]lev(?:en)?|[Ff]lickan?|[Pp]ojken?|[Bb]arnet|[Dd]otter|[Ss]on|[Gg]irl|[Bb]oy|[Pp]upil|[Ss]tudent|[Dd]aughter)"
NAME = re.compile(rf"\b{SURE}")
YEARS = r"(?: Jahre(?: alt\b|(?=[^\w ]|$| und | aus | von ))| år(?: gammal\b|(?=[^\w ]|$| och | från ))| years?(?: old)\b)"
AGED = re.compile(
    rf"{WHOLE}(?: ?(?:\({AGE}(?: ?(?:J\.|Jahre(?: alt)?|år|years?(?: old)?))?[,)]|, ?{AGE}(?:,|{YEARS}|[ ]?\())"
    rf"| (?:ist|är|is) {AGE}(?:{YEARS}|(?=[,.!]|$))| (?:wird|fyller|blir|turns) {AGE}(?: Jahre| år| years|(?=[,.!]|$)))"
)
OF_CLASS = re.compile(rf"{WHOLE}{FROM} ?(?:{GRADE}|{SCHOOL})")
"""These two are tried where a given name stands; those below are looked for, and have the name at their end."""
OF_AGE = re.compile(rf"\b(?i:{YEARS_OLD}) {WHOLE}\b")
CALLED = re.compile(rf"{GRADE}[^.!?\n]{{0,40}}?(?:heißt|heter|named|called|: ) ?{WHOLE}\b")
ANY_NAME = re.compile(
    rf"\b{CHILD} (?P<name>{SURE})(?: {SURE}){{0,2}}(?:{FROM} ?(?:{GRADE}|{SCHOOL})|,? ?\(?(?:[3-9]|1[0-7])\b)"
)
AGE_HINTS = ("jährig", "årig", "year-old")
CALLED_HINTS = ("heißt", "heter", "named", "called", ": ")
STORY = (
    r"roman|hauptfigur|protagonist(?:in)?|handelt von|erzählt die geschichte|handlar om|huvudperson\w*|novel|protagonist|main character"
    r"|tells the story"
)
IN_A_STORY = re.compile(rf"(?i)\b(?:{STORY})\b")
IN_A_BOOK = re.compile(
    rf"(?i)\b(?:{STORY}|held(?:in|en)?|figur|erzählt von|im buch|in (?:diesem|dem) buch|geschichte (?:von|um|über)|bilderbuch|kinderbuch|jugendbuch|buch (?:von|um|über)|film|serie"
    r"|berättar om|berättelsen om|boken om|i boken|bilderbok\w*|kapitelbok\w*|ungdomsbok\w*|hjälte\w*|filmen"
    r"|hero(?:ine)?|character|story (?:of|about)|picture book|book about|in (?:the|this) book|is about)\b"
)
AROUND = 120
PAIR = re.compile(rf"\b(?P<name>{SURE}) (?:{SURE})\b")
WANTED = re.compile(r"\d|jährig|årig|year-old|[Ss]chule|skola|[Ss]chool|[Kk]ita|[Kk]indergarten|[Gg]ymnasi")

UNNAMED = gettext_noop("%(seen)s does not want to be named.")
CHILD_NAMED = gettext_noop(
    "A child is named together with age, class or school, and can be found by that. A first name, or no name, is enough."
)
CAPTIONED = gettext_noop("The description names a child that can be seen. Does it have to? “A girl reading” says as much.")


def nobody_is_named_who_does_not_want_it(draft: Draft, context: Context) -> list[Finding]:
    """R11: nobody of the library's list is named, and no child by first and last name in the description of its picture. Warns."""
    words = _any_of(context.own.unnamed)
    found = [
        Finding("R11", "warn", POINT, UNNAMED, {"seen": one.group()}, key, start=one.start(), end=one.end(), seen=one.group())
        for key, text in with_below(draft)
        for one in (words.finditer(text) if words else ())
    ]
    return [*found, *(finding for one in draft.pictures for finding in _in_description(one, words))]


@lru_cache(maxsize=64)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for all names, in any case, and in the genitive."""
    said = sorted((re.escape(one.strip()) for one in names if one.strip()), key=len, reverse=True)
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(said)})(?=(?:['’]?s)?(?!\w))") if said else None


def _in_description(picture: Picture, words: re.Pattern[str] | None) -> Iterator[Finding]:
    for one in words.finditer(picture.alt) if words else ():
        yield _about(picture, UNNAMED, one)
    if picture.minors:
        yield from (_about(picture, CAPTIONED, one) for one in PAIR.finditer(picture.alt) if is_given(one["name"]))


def _about(picture: Picture, words: str, one: re.Match[str]) -> Finding:
    seen = one.group()
    return Finding(
        "R11", "warn", POINT, words, {"seen": seen}, picture=picture.key, start=one.start(), end=one.end(), seen=seen
    )


def children_cannot_be_found(draft: Draft, context: Context) -> list[Finding]:
    """R12: no child is named together with its age, class or school. Warns. A class as audience, or somebody in a book, is no finding."""
    said = [
        Finding("R12", "warn", POINT, CHILD_NAMED, target=key, start=start, end=end, seen=text[start:end])
        for key, text in with_below(draft)
        for start, end in children_in(text)
    ]
    described = [
        Finding("R12", "warn", POINT, CHILD_NAMED, picture=one.key, start=start, end=end, seen=one.alt[start:end])
        for one in draft.pictures
        for start, end in children_in(one.alt)
    ]
    return [*said, *described]


@lru_cache(maxsize=64)
def children_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where a child is named so that it can be found."""
    if not WANTED.search(text):
        return ()
    names = [found.start() for found in NAME.finditer(text) if is_given(found.group())]
    aged = [*filter(None, (AGED.match(text, at) for at in names)), *_ending_in_a_name(OF_AGE, text, AGE_HINTS)]
    in_class = [
        *filter(None, (OF_CLASS.match(text, at) for at in names)),
        *_ending_in_a_name(CALLED, text, CALLED_HINTS),
        *ANY_NAME.finditer(text),
    ]
    if (aged or in_class) and IN_A_BOOK.search(text):
        aged = [one for one in aged if not _around(text, one, IN_A_BOOK)]
        in_class = [one for one in in_class if not _around(text, one, IN_A_STORY)]
    places = sorted({one.span() for one in (*aged, *in_class)})
    return tuple(place for at, place in enumerate(places) if not at or place[0] >= places[at - 1][1])


def _ending_in_a_name(pattern: re.Pattern[str], text: str, hints: tuple[str, ...]) -> Iterator[re.Match[str]]:
    if any(hint in text for hint in hints):
        yield from (found for found in pattern.finditer(text) if is_given(found["name"]))


def _around(text: str, found: re.Match[str], words: re.Pattern[str]) -> bool:
    """Whether the words stand near, in the same paragraph."""
    before = text[max(0, found.start() - AROUND) : found.start()].rpartition("\n\n")[2]
    after = text[found.end() : found.end() + AROUND].partition("\n\n")[0]
    return bool(words.search(f"{before}{found.group()}{after}"))


ENTRIES = (
    Entry("R11", POINT, "warn", gettext_noop("Nobody named against their will"), nobody_is_named_who_does_not_want_it),
    Entry("R12", POINT, "warn", gettext_noop("Children cannot be found"), children_cannot_be_found),
)
