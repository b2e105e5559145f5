"""R04, R05, R06, R09: numbers that name a person or an account (A25, A26, L26)."""

import random

import pytest
import stdnum.de.idnr
import stdnum.iban
import stdnum.isbn
import stdnum.luhn
import stdnum.se.orgnr
import stdnum.se.personnummer

from tests.guidelines.drafts import NOON, draft, saying, target
from theke.guidelines.checking import check
from theke.guidelines.rules import checksums
from theke.guidelines.rules.base import Context, Finding, Own

TODAY = NOON.today


def found(
    text: str, own: Own | None = None, rules: tuple[str, ...] = ("R04", "R05", "R06", "R09", "R07")
) -> list[tuple[str, str, str]]:
    """Rule, weight and what was seen."""
    context = Context(at=NOON.at, own=own or Own())
    return [(one.rule, one.severity, one.seen) for one in check(saying(text), context) if one.rule in rules]


@pytest.mark.parametrize(
    ("text", "weight", "seen"),
    [
        ("Ditt personnummer är 811228-9874.", "block", "811228-9874"),
        ("811228-9874 finns i vårt register", "block", "811228-9874"),
        ("811228+9874", "block", "811228+9874"),
        ("811228–9874", "block", "811228–9874"),
        ("19811228-9874", "block", "19811228-9874"),
        ("1981-12-28-9874", "block", "1981-12-28-9874"),
        ("samordningsnummer 811278-9873", "block", "811278-9873"),
        ("Meine Personnummer lautet 8112289874", "block", "8112289874"),
        ("personal identity number 198112289874", "block", "198112289874"),
        ("Skriv 8112289874 här", "warn", "8112289874"),
        ("Nummer 811228 9874", "warn", "811228 9874"),
        ("198112289874", "warn", "198112289874"),
    ],
)
def test_r04_swedish_identity_numbers(text: str, weight: str, seen: str) -> None:
    assert found(text) == [("R04", weight, seen)]


@pytest.mark.parametrize(
    "text",
    [
        "811228-9875",  # check digit
        "811328-9876",  # no such month
        "556036-0793",  # an organisation
        "Botkyrka kommun, org.nr 212000-2882",
        "ISBN 8112289874",
        "Diarienummer 811228-9874",
        "Beställningsnummer: finns ej",
        "https://bib.example/811228-9874",
        "Öppet 0900-1800, 2026-11-24",
        "20991228-9874",
    ],
)
def test_r04_leaves_other_numbers_alone(text: str) -> None:
    assert found(text) == []


def test_r04_a_telephone_that_passes_the_check_is_what_the_words_say() -> None:
    """2.8 % of Swedish 070 mobiles pass as a personnummer; 073 too few to see."""
    number = next(f"070123{one:04}" for one in range(10_000) if checksums.personnummer(f"070123{one:04}", TODAY))
    parted = f"{number[:6]}-{number[6:]}"
    assert found(f"Mobil {number}")[0][0] == "R07"
    assert found(f"Skriv till {number}")[0][0] == "R07"
    assert found(f"Ring {parted}")[0][0] == "R07"
    assert found(f"Personnummer {number}")[0][:2] == ("R04", "block")
    assert found(f"Karins {parted}")[0][:2] == ("R04", "block")
    assert found(f"Ring {number}", Own(phones=(f"+46 {number[1:]}",))) == []


@pytest.mark.parametrize(
    ("text", "weight", "seen"),
    [
        ("Steuer-ID 86095742719", "block", "86095742719"),
        ("Ihre Steuer-Identifikationsnummer: 86 095 742 719", "block", "86 095 742 719"),
        ("Die Nummer 86 095 742 719 liegt hier", "warn", "86 095 742 719"),
        ("Steuernummer 133/8150/8159", "block", "133/8150/8159"),
        ("133/8150/8159", "warn", "133/8150/8159"),
        ("Sozialversicherungsnummer 65 170839 J 003", "block", "65 170839 J 003"),
        ("65170839J003", "warn", "65170839J003"),
        ("Personalausweis L01X00T471", "block", "L01X00T471"),
        ("Ausweisnummer L01X00T47", "block", "L01X00T47"),
        ("L01X00T471 bitte abholen", "warn", "L01X00T471"),
        ("Ditt tyska skattenummer: 86095742719", "block", "86095742719"),
        ("Tyskt skatte-id 86095742719", "block", "86095742719"),
        ("Tyskt id-kort L01X00T471", "block", "L01X00T471"),
        ("German tax ID 86095742719", "block", "86095742719"),
        ("German identity card L01X00T471", "block", "L01X00T471"),
    ],
)
def test_r05_german_identity_numbers(text: str, weight: str, seen: str) -> None:
    assert found(text) == [("R05", weight, seen)]


@pytest.mark.parametrize(
    "text",
    [
        "Steuer-ID 86095742718",
        "Vi lånade ut 86 095 742 böcker",
        "In 2026 we lent 86 095 742 books",
        "Die Nummer 12345678901",
        "Az. 133/8150/8159",
        "ISBN 978-3-446-25431-2",
        "Wir beraten zur Steuer-ID am 24.12.2026 um 10.00 Uhr",
        "Steuererklärung 2025/26",
        "65170839J009",
        "Ein Personalausweis genügt zur Anmeldung",
    ],
)
def test_r05_leaves_other_numbers_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "seen",
    ["DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "SE45 5000 0000 0583 9825 7466", "de89 3704 0044 0532 0130 00"],
)
@pytest.mark.parametrize("around", ["{}", "Bitte an {} überweisen", "Betala till {}.", "Pay to {}, please", "IBAN:{}"])
def test_r06_accounts_of_others(seen: str, around: str) -> None:
    assert found(around.format(seen)) == [("R06", "block", seen)]


@pytest.mark.parametrize(
    "text", ["DE89 3704 0044 0532 0130 01", "DE89 3704 0044 0532 0130", "Bus DE12 fährt", "XX89370400440532013000", "SE45 5000"]
)
def test_r06_leaves_alone_what_is_no_iban(text: str) -> None:
    assert found(text) == []


def test_r06_our_own_account_may_be_named_however_it_is_written() -> None:
    assert found("Spenden: DE89 3704 0044 0532 0130 00", Own(ibans=("de89370400440532013000",))) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Dein Leserausweis 00123456 ist gesperrt", "00123456"),
        ("Ausweisnummer: 2001 2345 678", "2001 2345 678"),
        ("Bibliotheksausweis mit der Nummer 123456789", "123456789"),
        ("Ditt lånekort 1234567 är spärrat", "1234567"),
        ("lånekortsnummer: 12345678", "12345678"),
        ("Your library card 29000123456789 is ready", "29000123456789"),
        ("card number 1234567", "1234567"),
    ],
)
def test_r09_card_numbers_of_which_the_words_say_so(text: str, seen: str) -> None:
    assert ("R09", "block", seen) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Leserausweis kostet 12 Euro",
        "Mit dem Bibliotheksausweis 2026 gratis in 24 Museen",
        "Lånekort får du från 2026-12-01",
        "A library card costs 10000 kr",
        "Personalausweis genügt, 5 Minuten dauert es",
    ],
)
def test_r09_leaves_talk_of_cards_alone(text: str) -> None:
    assert found(text) == []


def test_r09_the_librarys_own_pattern_and_check() -> None:
    own = Own(card_pattern=r"29\d{12}", card_check="codabar")
    good = next(f"2900012345678{one}" for one in range(10) if checksums.luhn(f"2900012345678{one}"))
    bad = good[:-1] + str((int(good[-1]) + 1) % 10)
    assert found(f"Es liegt unter {good} bereit", own) == [("R09", "block", good)]
    assert found(f"Es liegt unter {good[:4]} {good[4:]} bereit", own) == [("R09", "block", f"{good[:4]} {good[4:]}")]
    assert found(f"Es liegt unter {bad} bereit", own) == []
    assert found(f"Es liegt unter {good} bereit") == []


@pytest.mark.parametrize("pattern", ["(((", r"(\d+)+x", "(?:a|a?)+b"])
def test_r09_a_bad_pattern_of_the_library_harms_nobody(pattern: str) -> None:
    assert found("Es sind 1234567890123456789012345678901234567 da", Own(card_pattern=pattern)) == []


def test_what_was_found_can_be_taken_out_in_one_step_and_is_not_repeated() -> None:
    (one,) = [one for one in check(saying("Dein Leserausweis 00123456 ist da"), NOON) if one.rule == "R09"]
    assert one.mend == "" and not one.params
    assert (one.start, one.end, one.point) == (18, 26, "4-law")


def test_each_channels_own_text_is_looked_at() -> None:
    two = draft(target("Nichts"), target("811228-9874", key="2", own=True))
    seen: list[Finding] = [one for one in check(two, NOON) if one.rule == "R04"]
    assert [(one.target, one.start, one.end) for one in seen] == [("2", 0, 11)]


def test_the_check_digits_agree_with_stdnum() -> None:
    pick = random.Random(7)
    for _ in range(20_000):
        digits = "".join(pick.choice("0123456789") for _ in range(10))
        assert checksums.luhn(digits) == stdnum.luhn.is_valid(digits)
        assert checksums.isbn(digits) == bool(stdnum.isbn.is_valid(digits))
        tax = digits + pick.choice("0123456789")
        assert checksums.tax_id(tax) == stdnum.de.idnr.is_valid(tax)
        born = f"{pick.randrange(30, 99):02}{pick.randrange(1, 13):02}{pick.randrange(1, 29):02}{digits[:4]}"
        assert checksums.personnummer(born, TODAY) == stdnum.se.personnummer.is_valid(born)
    assert checksums.iban("DE89370400440532013000") and stdnum.iban.is_valid("DE89370400440532013000")


def test_stdnum_would_not_have_sufficed() -> None:
    """The measured gaps of rules.md 5b: coordination numbers, and organisations."""
    assert not stdnum.se.personnummer.is_valid("811278-9873")
    assert checksums.personnummer("8112789873", TODAY)
    assert stdnum.se.orgnr.is_valid("811228-9874") and stdnum.se.orgnr.is_valid("556036-0793")
    assert not checksums.personnummer("5560360793", TODAY)
