"""Numbers that name a person or an account do not belong in public (R04, R05, R06, R09)."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from theke.guidelines.rules import cards, checksums
from theke.guidelines.rules.base import Context, Draft, Entry, Finding, Own, Severity
from theke.guidelines.rules.contexts import said
from theke.guidelines.rules.dialling import is_own
from theke.guidelines.rules.masking import RUN, at_digits, blanked, masked
from theke.guidelines.rules.texts import everything
from theke.networks.base import Words, gettext_noop

POINT = "4-law"
STARTS, STOPS = r"(?<![\w/+-])(?<!\d[.,])", r"(?![\w]|[-–/]\d)"
PERSON = re.compile(
    rf"{STARTS}(?=\d)(?:(?:19|20)\d\d-\d\d-\d\d[- ]?\d{{4}}|(?:19|20)?\d{{6}}(?P<parted>[ ]?[-+–—‑][ ]?|[ ])?\d{{4}}){STOPS}"
)
MOBILE = re.compile(r"07[02369]")
TAX = re.compile(rf"{STARTS}[1-9](?:[ ]?\d){{10}}{STOPS}(?![ ]\d)")
TAX_GROUPS = re.compile(r"\d{11}|\d\d \d{3} \d{3} \d{3}")
TAX_OFFICE = re.compile(rf"{STARTS}(?=\d)\d{{2,5}}[/ ]\d{{3,5}}(?:[/ ]\d{{4,5}})?{STOPS}")
PENSION = re.compile(rf"{STARTS}\d\d[ ]?\d{{6}}[ ]?[A-Z][ ]?\d{{3}}{STOPS}")
IDENTITY = re.compile(rf"{STARTS}(?=[CFGHJ-NPRTV-Y])(?=[A-Z]{{0,8}}\d)[CFGHJ-NPRTV-Z\d]{{9}}\d?{STOPS}")
CAPITALS = re.compile(r"[A-Z\d]{9,10}(?!\w)")
ENOUGH = re.compile(r"\d(?:[ /+–—‑-]{0,3}\d){4}")
"""What has fewer digits beside each other is no number of a person, unless letters are between them."""
DIGIT = re.compile(r"\d")

IS_PERSON = gettext_noop(
    "This is a Swedish personal identity number. Please take it out: once it is public, it cannot be called back."
)
MAY_BE_PERSON = gettext_noop("These digits may be a Swedish personal identity number. If they are, please take them out.")
IS_OFFICIAL = gettext_noop("This is the number of somebody's tax file, pension or identity card. Please take it out.")
MAY_BE_OFFICIAL = gettext_noop(
    "These digits may be the number of somebody's tax file, pension or identity card. If so, please take them out."
)
IS_IBAN = gettext_noop("This is an IBAN, and it is none of the library's own. Please take it out.")
IS_CARD = gettext_noop(
    "This is the number of a borrower's card. Please take it out; who borrows here is nobody else's business."
)


class Number(NamedTuple):
    """A number that names a person or an account, by the rule that saw it."""

    rule: str
    severity: Severity
    start: int
    end: int


WORDS: dict[tuple[str, Severity], Words] = {
    ("R04", "block"): IS_PERSON,
    ("R04", "warn"): MAY_BE_PERSON,
    ("R05", "block"): IS_OFFICIAL,
    ("R05", "warn"): MAY_BE_OFFICIAL,
    ("R06", "block"): IS_IBAN,
    ("R09", "block"): IS_CARD,
}


def numbers_in(text: str, own: Own, today: date) -> tuple[Number, ...]:
    """Each number in the text that names a person or an account, by its place. `today` is the library's: nobody is born later."""
    if not DIGIT.search(text):
        return ()
    return _numbers(text, today, own.ibans, own.phones, own.card_pattern, own.card_check)


def left_over(text: str, own: Own, today: date) -> str:
    """The text, equally long, in which telephones may be looked for: all else that is made of digits is blanked."""
    return blanked(masked(text), ((one.start, one.end) for one in numbers_in(text, own, today)))


@lru_cache(maxsize=64)
def _numbers(
    text: str, today: date, ibans: tuple[str, ...], phones: tuple[str, ...], card_pattern: str, card_check: str
) -> tuple[Number, ...]:
    left, found = masked(text), list[Number]()
    long_ones = ENOUGH.search(left) or CAPITALS.search(left)
    looks: tuple[Callable[[str], Iterator[Number]], ...] = (
        lambda left: _ibans(left, ibans),
        lambda left: _persons(text, left, today, phones),
        lambda left: _official(text, left, phones),
        lambda left: (Number("R09", "block", *place) for place in cards.cards_in(left, card_pattern, card_check)),
    )
    for look in looks if long_ones else looks[-1:]:
        now = list(look(left))
        left = blanked(left, ((one.start, one.end) for one in now))
        found += now
    return tuple(sorted(found, key=lambda one: one.start))


def _persons(text: str, left: str, today: date, phones: tuple[str, ...]) -> Iterator[Number]:
    for found in at_digits(PERSON, left):
        digits = re.sub(r"\D", "", found.group())
        if not checksums.personnummer(digits, today) or is_own(found.group(), phones):
            continue
        kind = said(text, *found.span())
        written_so = bool((found["parted"] or "").strip()) or "-" in found.group()
        mobile = len(digits) == 10 and MOBILE.match(digits) and not written_so
        if kind == "phone" or (mobile and kind != "person"):
            continue
        yield Number("R04", "block" if written_so or kind == "person" else "warn", *found.span())


def _official(text: str, left: str, phones: tuple[str, ...]) -> Iterator[Number]:
    """German tax, pension and identity card numbers. Those that nothing says what they are only warn."""
    taken = 0
    places = sorted((*_taxes(text, left), *_cards_of_state(text, left)), key=lambda one: (one.start, -one.end))
    for one in places:
        if one.start >= taken and not is_own(text[one.start : one.end], phones):
            taken = one.end
            yield one


def _taxes(text: str, left: str) -> Iterator[Number]:
    for found in at_digits(TAX, left):
        if checksums.tax_id(found.group().replace(" ", "")):
            kind = said(text, *found.span())
            if kind == "tax" or (kind != "phone" and TAX_GROUPS.fullmatch(found.group())):
                yield Number("R05", "block" if kind == "tax" else "warn", *found.span())
    for found in at_digits(TAX_OFFICE, left):
        kind, digits = said(text, *found.span()), re.sub(r"\D", "", found.group())
        alone = found.group().count("/") == 2 and found.group()[0] != "0" and kind != "phone"
        if 10 <= len(digits) <= 13 and (kind == "tax" or alone):
            yield Number("R05", "block" if kind == "tax" else "warn", *found.span())


def _cards_of_state(text: str, left: str) -> Iterator[Number]:
    for found in at_digits(PENSION, left):
        if checksums.pension_number(found.group().replace(" ", "")):
            yield Number("R05", "block" if said(text, *found.span()) == "pension" else "warn", *found.span())
    for found in filter(None, (IDENTITY.match(left, run.start()) for run in CAPITALS.finditer(left))):
        kind, signs = said(text, *found.span()), found.group()
        named = kind in ("identity", "pass")
        checked = len(signs) == 10 and checksums.identity_card(signs) and 2 <= sum(map(str.isalpha, signs)) <= 5
        if named or checked:
            yield Number("R05", "block" if named else "warn", *found.span())


def _ibans(left: str, own: tuple[str, ...]) -> Iterator[Number]:
    known = {_compact(one) for one in own}
    for run in RUN.finditer(left):
        start = run.start() - 2
        if not left[start + 1 : start + 2].isalpha():
            continue
        length = checksums.IBAN_LENGTHS.get(left[max(0, start) : start + 2].upper(), 0)
        end = _end_after(left, start, length) if length and not left[max(0, start - 1) : start].isalnum() else start
        signs = _compact(left[max(0, start) : end])
        if end > start and checksums.iban(signs) and signs not in known:
            yield Number("R06", "block", start, end)


def _compact(iban: str) -> str:
    return re.sub(r"[^A-Za-z\d]", "", iban).upper()


def _end_after(text: str, start: int, length: int) -> int:
    """Where so many letters and digits end, with single spaces and hyphens between them; `start` if something else comes between."""
    at, left = start, length
    while left and at < len(text):
        sign = text[at]
        if sign.isascii() and sign.isalnum():
            left -= 1
        elif sign not in " -\u00a0" or text[at - 1] in " -\u00a0":
            return start
        at += 1
    return start if left or text[at : at + 1].isalnum() else at


def swedish_numbers(draft: Draft, context: Context) -> list[Finding]:
    """R04: no personnummer or samordningsnummer. Blocks; bare digits only warn, unless the words say what they are."""
    return _seen("R04", draft, context)


def german_numbers(draft: Draft, context: Context) -> list[Finding]:
    """R05: no Steuer-ID, Steuernummer, Sozialversicherungs- or Ausweisnummer. Blocks; without words that say so it only warns."""
    return _seen("R05", draft, context)


def accounts(draft: Draft, context: Context) -> list[Finding]:
    """R06: no IBAN but the library's own. Blocks."""
    return _seen("R06", draft, context)


def borrower_cards(draft: Draft, context: Context) -> list[Finding]:
    """R09: no numbers of borrower cards, by the library's own pattern or because the words say so. Blocks."""
    return _seen("R09", draft, context)


def _seen(rule: str, draft: Draft, context: Context) -> list[Finding]:
    return [
        Finding(
            rule,
            one.severity,
            POINT,
            WORDS[rule, one.severity],
            target=key,
            start=one.start,
            end=one.end,
            seen=text[one.start : one.end],
            mend="",
        )
        for key, text in everything(draft)
        for one in numbers_in(text, context.own, context.today)
        if one.rule == rule
    ]


ENTRIES = (
    Entry("R04", POINT, "block", gettext_noop("No Swedish identity numbers"), swedish_numbers),
    Entry("R05", POINT, "block", gettext_noop("No German tax and identity numbers"), german_numbers),
    Entry("R06", POINT, "block", gettext_noop("No foreign bank accounts"), accounts),
    Entry("R09", POINT, "block", gettext_noop("No borrower card numbers"), borrower_cards),
)
