"""Telephone numbers: which are the library's own, which help everybody, and what is one at all."""

import re
from collections.abc import Iterable
from functools import lru_cache

COUNTRY = re.compile(r"^(?:\+|00)(?:49|46)")
HELPLINES = frozenset(
    [
        "110",
        "112",
        "115",
        "911",
        "999",
        "116000",
        "116006",
        "116016",
        "116111",
        "116117",
        "116123",
        "19240",
        "08001110111",
        "08001110222",
        "08001110333",
        "08001110550",
        "08000116016",
        "08002255530",
        "01806313031",
        "08001239900",
        "08003100080",
        "11313",
        "11414",
        "1177",
        "90101",
        "0200239500",
        "020505050",
        "0771505050",
        "020222233",
        "020222060",
        "0207850",
        "020850000",
        "087021680",
        "0104566700",
        "0201234500",
        "988",
    ]
)
"""Emergency numbers and known helplines of Germany, Sweden and the EU, as dialled there."""


@lru_cache(maxsize=1024)
def national(number: str) -> str:
    """The digits as dialled within the country, with the zero in front where there is one: +49 (0)571 12-3 is 0571123."""
    number = re.sub(r"\(0\)", "", number)
    compact = re.sub(r"[^\d+]", "", number)
    return COUNTRY.sub("0", compact)


def is_helpline(number: str) -> bool:
    """Whether it is an emergency number or a helpline that anybody may name."""
    return national(number) in HELPLINES


def is_own(number: str, phones: Iterable[str]) -> bool:
    """Whether it is one of the library's numbers, or an extension behind one that ends in -0."""
    digits = national(number)
    return any(_same(digits, own.strip()) for own in phones)


def _same(digits: str, own: str) -> bool:
    known = national(own)
    return bool(known) and (
        digits == known or (own.endswith("-0") and digits.startswith(known[:-1]) and len(digits) <= len(known) + 4)
    )


@lru_cache(maxsize=1024)
def is_phone(number: str, countries: tuple[str, ...]) -> bool:
    """Whether somebody in one of the countries could be reached by it."""
    # Its tables are read for each country when first asked for; a process without telephone numbers in its texts never loads it.
    import phonenumbers  # noqa: PLC0415

    for country in countries:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(number, country)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False
