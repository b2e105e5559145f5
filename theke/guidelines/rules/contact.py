"""Telephones and mail addresses that are not the library's (R07, R08)."""

import re
from collections.abc import Iterator

from theke.guidelines.rules.base import Context, Draft, Entry, Finding, Own
from theke.guidelines.rules.contexts import PHONE_WORDS
from theke.guidelines.rules.dialling import is_helpline, is_own, is_phone
from theke.guidelines.rules.masking import blanked, spans
from theke.guidelines.rules.numbers import left_over
from theke.guidelines.rules.texts import everything
from theke.networks.base import gettext_noop

POINT = "5-respect"
CANDIDATE = re.compile(r"(?<![\w.,/+-])(?<!\d )(?:\+|\(?0)(?:[ ()/.–\u00a0‑-]{0,3}\d){5,16}(?![\w]|[.,/-]\d)")
CALLED = re.compile(
    rf"(?i)(?<!\w)(?:{PHONE_WORDS})(?:[ ]?[:.][ ]{{0,2}}|[ ]{{1,2}})(?P<number>\(?[1-9](?:[ /–\u00a0‑-]{{0,2}}\d){{3,13}})(?![\w]|[.,/:-]\d|[ ]?%)"
)
WEAK = re.compile(r"(?i)^(?:ring|ruf|call|sms|anruf|hotline|nummer|telefonisch)")
PARTED = re.compile(r"^\(?0\d{1,4}\)?[ /–\u00a0‑-]{1,3}\d")
DIGIT = re.compile(r"\d")
SAID_BEFORE = re.compile(rf"(?i)(?:{PHONE_WORDS})[^\d\n]{{0,15}}$")
MAIL = re.compile(
    r"(?<![\w@.+%/-])(?:mailto:)?(?P<mail>[\w.+%-]{1,64}@(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[^\W\d_]{2,24}))(?!\w)"
)
HIDDEN = re.compile(
    r"(?i)(?<![\w@.+-])(?P<mail>[\w.+-]{1,64}[ ]?[(\[{][ ]?(?:at|ät|ett)[ ]?[)\]}][ ]?"
    r"(?P<host>[\w-]{1,63}(?:(?:\.|[ ]?[(\[{][ ]?(?:dot|punkt)[ ]?[)\]}][ ]?)[\w-]{1,63}){1,5}))"
)
DOT = re.compile(r"(?i)[ ]?[(\[{][ ]?(?:dot|punkt)[ ]?[)\]}][ ]?")
REGIONS = {"de": ("DE", "SE"), "sv": ("SE", "DE"), "en": ("DE", "SE")}

FOREIGN_PHONE = gettext_noop(
    "This telephone number is none of the library's. Does whoever answers there know that it will be public?"
)
FOREIGN_MAIL = gettext_noop("This mail address is none of the library's. Does whoever reads it know that it will be public?")


def phones_are_our_own(draft: Draft, context: Context) -> list[Finding]:
    """R07: telephone numbers are the library's own, or those on which everybody finds help. Warns."""
    countries = countries_of(draft, context)
    return [
        Finding("R07", "warn", POINT, FOREIGN_PHONE, target=key, start=start, end=end, seen=text[start:end])
        for key, text in everything(draft)
        if DIGIT.search(text)
        for start, end in phones_in(text, left_over(text, context.own, context.today), countries)
        if not is_own(text[start:end], context.own.phones) and not is_helpline(text[start:end])
    ]


def countries_of(draft: Draft, context: Context) -> tuple[str, ...]:
    """Where a number without country code may be at home, the likeliest first."""
    home = context.region.partition("-")[0].upper()
    usual = REGIONS.get(draft.lang, ("DE", "SE"))
    return (home, *(one for one in usual if one != home)) if home else usual


def phones_in(text: str, left: str, countries: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where telephone numbers stand. `left` is the text with all other numbers blanked."""
    found = sorted({*_dialled(text, left, countries), *_called(left)})
    end = 0
    for place in found:
        if place[0] >= end:
            end = place[1]
            yield place


def _dialled(text: str, left: str, countries: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Numbers that begin as one dials them, with a zero or a plus."""
    for found in CANDIDATE.finditer(left):
        number = found.group()
        announced = bool(SAID_BEFORE.search(text[max(0, found.start() - 40) : found.start()]))
        if announced or is_phone(number, countries) or PARTED.match(number):
            yield found.span()


def _called(left: str) -> Iterator[tuple[int, int]]:
    """Numbers without a zero in front, of which the words say that they are telephones."""
    for found in CALLED.finditer(left):
        digits = sum(map(str.isdigit, found["number"]))
        if digits >= (6 if WEAK.match(found.group()) else 4):
            yield found.span("number")


def mails_are_our_own(draft: Draft, context: Context) -> list[Finding]:
    """R08: mail addresses are in the library's domains or among those it may name. Warns. A Fediverse handle is no mail address."""
    return [
        Finding("R08", "warn", POINT, FOREIGN_MAIL, target=key, start=start, end=end, seen=text[start:end])
        for key, text in everything(draft)
        for start, end, host in _mails(text)
        if not is_own_mail(text[start:end], host, context.own)
    ]


def is_own_mail(mail: str, host: str, own: Own) -> bool:
    """Whether an address is in a domain of the library or may be named."""
    host = DOT.sub(".", host).lower()
    domains = (one.strip().lower().removeprefix("www.") for one in own.domains)
    return mail.lower() in {one.strip().lower() for one in own.addresses} or any(
        host == one or host.endswith(f".{one}") for one in domains if one
    )


def _mails(text: str) -> Iterator[tuple[int, int, str]]:
    """Where mail addresses stand, and their hosts; also those that are written around the sign."""
    if "@" in text:
        pages = [one[1:] for one in spans(text) if one.kind == "address" and "://" in text[one.start : one.end]]
        yield from ((*found.span("mail"), found["host"]) for found in MAIL.finditer(blanked(text, pages)))
    if "(" in text or "[" in text or "{" in text:
        yield from ((*found.span("mail"), found["host"]) for found in HIDDEN.finditer(text))


ENTRIES = (
    Entry("R07", POINT, "warn", gettext_noop("Only our own telephone numbers"), phones_are_our_own),
    Entry("R08", POINT, "warn", gettext_noop("Only our own mail addresses"), mails_are_our_own),
)
