"""Check digits, as their standards give them.

Written out because they are a line each: `stdnum` brings `pydoc` and `ssl` along, nine megabytes in a process that should stay small.
The tests compare them with it. All take digits (and letters) without separators.
"""

import re
from datetime import date

IBAN_LENGTHS = {
    pair[:2]: int(pair[2:])
    for pair in [
        "AD24",
        "AE23",
        "AL28",
        "AT20",
        "AZ28",
        "BA20",
        "BE16",
        "BG22",
        "BH22",
        "BR29",
        "BY28",
        "CH21",
        "CR22",
        "CY28",
        "CZ24",
        "DE22",
        "DK18",
        "DO28",
        "EE20",
        "EG29",
        "ES24",
        "FI18",
        "FO18",
        "FR27",
        "GB22",
        "GE22",
        "GI23",
        "GL18",
        "GR27",
        "GT28",
        "HR21",
        "HU28",
        "IE22",
        "IL23",
        "IQ23",
        "IS26",
        "IT27",
        "JO30",
        "KW30",
        "KZ20",
        "LB28",
        "LC32",
        "LI21",
        "LT20",
        "LU20",
        "LV21",
        "LY25",
        "MC27",
        "MD24",
        "ME22",
        "MK19",
        "MR27",
        "MT31",
        "MU30",
        "NL18",
        "NO15",
        "PK24",
        "PL28",
        "PS29",
        "PT25",
        "QA29",
        "RO24",
        "RS22",
        "SA24",
        "SC31",
        "SE24",
        "SI19",
        "SK24",
        "SM27",
        "ST25",
        "SV28",
        "TL23",
        "TN24",
        "TR26",
        "UA29",
        "VA22",
        "VG24",
        "XK20",
    ]
}
"""How many signs the IBAN of a country has. Source: SWIFT's IBAN registry."""
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
CARD_WEIGHTS = (7, 3, 1)
PENSION_WEIGHTS = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2)
CODABAR = "0123456789-$:/.+ABCD"
PERSONNUMMER = re.compile(r"(?:(?:19|20)\d\d|\d\d)(\d\d)(\d\d)\d{4}")


def luhn(digits: str) -> bool:
    """Whether the last digit is the one that Luhn's sum asks for (ISO 7812)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        number = int(digit) * (1 + place % 2)
        total += number // 10 + number % 10
    return total % 10 == 0


def personnummer(digits: str, today: date) -> bool:
    """Whether 10 or 12 digits are a Swedish personnummer or, with 60 added to the day, a samordningsnummer of somebody born by `today`."""
    found = PERSONNUMMER.fullmatch(digits)
    if not found or not luhn(digits[-10:]):
        return False
    month, day = int(found.group(1)), int(found.group(2)) % 60
    born = digits[:4] + digits[4:6] + f"{day:02}"
    return 1 <= month <= 12 and 1 <= day <= DAYS[month - 1] and (len(digits) == 10 or born <= f"{today:%Y%m%d}")


def tax_id(digits: str) -> bool:
    """Whether 11 digits are a German Steuer-ID: ISO 7064 mod 11, 10, and among the first ten one digit two or three times."""
    if (
        len(digits) != 11
        or digits[0] == "0"
        or [one for one in map(digits[:10].count, set(digits[:10])) if one > 1] not in ([2], [3])
    ):
        return False
    check = 5
    for digit in digits:
        check = ((check or 10) * 2 % 11 + int(digit)) % 10
    return check == 1


def pension_number(signs: str) -> bool:
    """Whether 12 signs are a German Sozialversicherungsnummer: area, birthday, letter, serial, check digit (VKVV § 4)."""
    spelled = f"{signs[:8]}{ord(signs[8]) - ord('A') + 1:02}{signs[9:11]}"
    total = 0
    for digit, weight in zip(spelled, (*PENSION_WEIGHTS, 1), strict=True):
        number = int(digit) * weight
        total += number // 10 + number % 10
    return total % 10 == int(signs[11]) and 1 <= int(signs[2:4]) % 50 <= 31 and 1 <= int(signs[4:6]) <= 12


def identity_card(signs: str) -> bool:
    """Whether the last of 10 signs is the check digit of a German identity card or passport (ICAO 9303)."""
    total = sum(int(sign, 36) * CARD_WEIGHTS[place % 3] for place, sign in enumerate(signs[:9]))
    return signs[9:].isdecimal() and total % 10 == int(signs[9:])


def iban(signs: str) -> bool:
    """Whether capitals and digits are an IBAN (ISO 13616), its length included."""
    if IBAN_LENGTHS.get(signs[:2]) != len(signs):
        return False
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1


def isbn(signs: str) -> bool:
    """Whether 10 or 13 signs are an ISBN."""
    if len(signs) == 13:
        return (
            signs.startswith(("978", "979"))
            and sum(int(one) * (1 + place % 2 * 2) for place, one in enumerate(signs)) % 10 == 0
        )
    values = [10 if sign in "xX" else int(sign) for sign in signs]
    return sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0


def codabar(signs: str) -> bool:
    """Whether a number ends in a check sign as library cards in Codabar have it: Luhn's, or the sum modulo 16 over all signs."""
    digits = signs.strip("ABCDabcd")
    if digits.isdecimal() and luhn(digits):
        return True
    values = [CODABAR.find(sign) for sign in signs.upper()]
    return min(values, default=-1) >= 0 and sum(values) % 16 == 0
