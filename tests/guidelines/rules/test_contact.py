"""R07 and R08: telephones and mail addresses that are not the library's (A30)."""

import pytest

from tests.guidelines.drafts import NOON, draft, target
from theke.guidelines.rules.base import Context, Own
from theke.guidelines.rules.contact import mails_are_our_own, phones_are_our_own

OURS = Own(
    domains=("bib.example", "stadt.example"), phones=("05772 562-0", "+46 8 530 610 00"), addresses=("karin@verein.example",)
)


def phones(text: str, lang: str = "de", region: str = "") -> list[str]:
    return [
        one.seen for one in phones_are_our_own(draft(target(text), lang=lang), Context(at=NOON.at, region=region, own=OURS))
    ]


def mails(text: str) -> list[str]:
    return [one.seen for one in mails_are_our_own(draft(target(text)), Context(at=NOON.at, own=OURS))]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Ruf Jana an: 0170 1234567", "0170 1234567"),
        ("Tel. 0571/123456", "0571/123456"),
        ("Meldet euch unter +49 (0)571 82 91 0-12!", "+49 (0)571 82 91 0-12"),
        ("Telefon: 123456", "123456"),
        ("Handy 01511 2345678.", "01511 2345678"),
        ("030 23125 123", "030 23125 123"),
        ("am 05.12. unter 0571 123456", "0571 123456"),
        ("☎ 0571-123456", "0571-123456"),
        ("0049 571 123456", "0049 571 123456"),
    ],
)
def test_r07_german_numbers_that_are_not_ours(text: str, seen: str) -> None:
    assert phones(text) == [seen]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Ring Karin på 070-174 06 05", "070-174 06 05"),
        ("Mobil: 0701740605", "0701740605"),
        ("Telefon 08-465 004 00", "08-465 004 00"),
        ("Nå mig på +46 70 174 06 05", "+46 70 174 06 05"),
        ("tfn 0500-12 34 56", "0500-12 34 56"),
    ],
)
def test_r07_swedish_numbers_that_are_not_ours(text: str, seen: str) -> None:
    assert phones(text, "sv", "SE") == [seen]


@pytest.mark.parametrize("text", ["Call Jana on 0170 1234567", "Phone: +44 20 7946 0018", "Text me: +1 202-555-0143"])
def test_r07_numbers_in_an_english_text(text: str) -> None:
    assert len(phones(text, "en")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Neu: das Telefon31128, ein Hörspiel zum Mitraten",
        "05.12. - 08.12.2026",
        "05.12.-08.12.2026, 09.00-18.30 Uhr",
        "ISBN 978-3-446-25431-2",
        "ISBN 0-14-032869-6",
        "Mo-Fr 09-18, Sa 10-14",
        "Mo 09.00–18.30, Di 09.00–18.30",
        "Öffnungszeiten: 0900-1800",
        "Eintritt 0,50 €, ermäßigt 0,30 €",
        "Signatur 027.4 Kno",
        "Heft 2026/05",
        "Postleitzahl 01067 Dresden",
        "Ruft an: 05772 562130",
        "Ruft an: +49 5772 562-0",
        "In Not: 112, 110, 116 117 oder 0800 1110111",
        "Unser Passwortkurs: 10.12., 14-16 Uhr, Raum 2",
        "https://bib.example/titel/05711234567",
        "Telefon und E-Mail helfen",
        "Am Telefon: Montag 10 Uhr",
        "@mara0170123456@openbiblio.example",
    ],
)
def test_r07_leaves_alone_what_only_looks_like_a_telephone(text: str) -> None:
    assert phones(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Öppet 08-18 mån-fre, 10-16 lör",
        "mån–tor kl 0900–1900",
        "2026-12-05 kl. 18.00",
        "Ring 08-530 610 00",
        "Vid nöd ring 112, 1177 eller 113 13",
        "Självmordslinjen 90101, Bris 116 111",
        "Inträde 120:- för vuxna, 0 kr för barn",
        "Hylla Hcf 0123",
        "Diarienummer KOF/2026:0123",
        "Ring så hjälper vi, 10 minuter räcker",
        "org.nr 212000-2882",
        "läsåret 2026/27, 09:00-15:30",
    ],
)
def test_r07_leaves_swedish_dates_hours_and_helplines_alone(text: str) -> None:
    assert phones(text, "sv", "SE") == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Schreib an jana.berg@gmx.example!", "jana.berg@gmx.example"),
        ("mailto:jana@privat.example", "jana@privat.example"),
        ("(jörg@bücher.example)", "jörg@bücher.example"),
        ("Mejla karin (at) privat.example", "karin (at) privat.example"),
        ("karin [at] privat [punkt] example", "karin [at] privat [punkt] example"),
        ("mail to x@bib.example.org", "x@bib.example.org"),
        ("x@notbib.example", "x@notbib.example"),
    ],
)
def test_r08_mail_addresses_that_are_not_ours(text: str, seen: str) -> None:
    assert mails(text) == [seen]


@pytest.mark.parametrize(
    "text",
    [
        "info@bib.example",
        "hafen@hafen.bib.example",
        "INFO@BIB.EXAMPLE.",
        "info (at) bib.example",
        "karin@verein.example",
        "@mara@openbiblio.example hat recht",
        "https://social.example/@mara@openbiblio.example",
        "@mara",
        "10@home und mehr",
        "um 18 Uhr @ Hafen.",
    ],
)
def test_r08_leaves_our_own_and_handles_alone(text: str) -> None:
    assert mails(text) == []
