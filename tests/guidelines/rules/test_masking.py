"""What only looks like an identity number or a telephone is masked first, in the documented order (rules.md 5b)."""

import time

import pytest

from theke.guidelines.rules.masking import BLANK, LOOKS, masked, spans


def kinds(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in spans(text)]


@pytest.mark.parametrize(
    ("text", "kind", "seen"),
    [
        ("ISBN 978-3-446-25431-2", "isbn", "978-3-446-25431-2"),
        ("ISBN: 3446254315", "isbn", "3446254315"),
        ("Neu: 9783161484100 im Regal", "isbn", "9783161484100"),
        ("2026 978-3-16-148410-0", "isbn", "978-3-16-148410-0"),
        ("0-14-032869-6 ist da", "isbn", "0-14-032869-6"),
        ("ISSN 0317-8471", "isbn", "ISSN 0317-8471"),
        ("https://bib.example/titel/8112289874", "address", "https://bib.example/titel/8112289874"),
        ("bib.example/8112289874", "address", "bib.example/8112289874"),
        ("an a.811228@bib.example schreiben", "address", "a.811228@bib.example"),
        ("von 05.12. - 08.12.2026", "date", "05.12. - 08.12.2026"),
        ("am 5. Dezember 2026", "date", "5. Dezember 2026"),
        ("vom 5. bis 8. Dezember", "date", "5. bis 8. Dezember"),
        ("den 5–8 december 2026", "date", "5–8 december 2026"),
        ("2026-12-05 kommt sie", "date", "2026-12-05"),
        ("tis 24/11-2026", "date", "24/11-2026"),
        ("09.00-18.30 Uhr", "time", "09.00-18.30 Uhr"),
        ("öppet 0900-1800", "time", "0900-1800"),
        ("kl 09-18", "time", "kl 09-18"),
        ("10-18 Uhr", "time", "10-18 Uhr"),
        ("Eintritt 12,50 €", "price", "12,50 €"),
        ("inträde 1 200 kr", "price", "1 200 kr"),
        ("kostar 120:-", "price", "120:-"),
        ("EUR 1.234,00", "price", "EUR 1.234,00"),
        ("Signatur: R 811228-9874", "mark", "R 811228-9874"),
        ("Aktenzeichen 811228-9874", "mark", "811228-9874"),
        ("hylla 839.738", "mark", "839.738"),
        ("027.4 Kno", "mark", "027.4"),
    ],
)
def test_each_kind_is_masked(text: str, kind: str, seen: str) -> None:
    assert (kind, seen) in kinds(text)
    assert len(masked(text)) == len(text)
    assert masked(text).count(BLANK) >= len(seen)


@pytest.mark.parametrize(
    "text",
    [
        "811228-9874",
        "19811228-9874",
        "1981-12-28-9874",
        "8112289874",
        "DE89 3704 0044 0532 0130 00",
        "05772 562130",
        "0571/12345",
        "08-465 004 00",
        "040 2020 1999",
        "+49 571 12345",
        "86 095 742 719",
        "65 170839 J 003",
        "978-3-16-148410-1",
    ],
)
def test_numbers_of_persons_and_telephones_are_never_masked(text: str) -> None:
    assert masked(text) == text


def test_a_date_before_a_telephone_takes_nothing_of_it() -> None:
    assert masked("Bis 05.12. 08-465 004 00").endswith(" 08-465 004 00")


def test_a_price_is_not_taken_for_a_time() -> None:
    assert kinds("12.50 €") == [("price", "12.50 €")]


def test_an_earlier_mask_keeps_a_later_one_out() -> None:
    assert [kind for kind, _seen in kinds("https://bib.example/05.12.2026/12,50€")] == ["address"]


@pytest.mark.parametrize(
    "hard",
    [
        "1 " * 50_000,
        "0-" * 50_000,
        "12.12.-" * 15_000,
        "a." * 50_000,
        "@a" * 50_000,
        "1" * 100_000,
        "Signatur " * 12_000,
        "978-" * 25_000,
        "www." * 25_000,
        "a@" * 50_000,
        "12. dez - " * 10_000,
        "1 234 " * 17_000,
        "(" * 100_000,
        "a/" * 50_000,
        "1:1" * 33_000,
        "kl " * 33_000,
    ],
    ids=lambda hard: hard[:8],
)
@pytest.mark.parametrize("look", range(len(LOOKS)))
def test_no_pattern_explodes(hard: str, look: int) -> None:
    start = time.process_time()
    for _ in LOOKS[look](hard):
        pass
    assert time.process_time() - start < 1
