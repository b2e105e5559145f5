"""R24: nobody is shouted at (A28)."""

import pytest

from tests.guidelines.drafts import NOON, saying
from theke.guidelines.rules.base import Context, Own
from theke.guidelines.rules.shouting import nobody_is_shouted_at


@pytest.mark.parametrize(
    ("lang", "text", "seen"),
    [
        ("de", "Das ist SOFORT WICHTIG für euch", "SOFORT WICHTIG"),
        ("de", "NUR HEUTE gratis", "NUR HEUTE"),
        ("de", "Es gibt wieder einen großen BÜCHERFLOHMARKT SAMSTAG im Foyer", "BÜCHERFLOHMARKT SAMSTAG"),
        ("de", "Bitte JETZT ANMELDEN, liebe Leute", "JETZT ANMELDEN"),
        ("de", "Kommt vorbei!!!", "!!!"),
        ("de", "Was soll das???", "???"),
        ("sv", "Kom och läs, ALLA BÖCKER är gratis", "ALLA BÖCKER"),
        ("sv", "SISTA CHANSEN att boka", "SISTA CHANSEN"),
        ("sv", "Vad är det här?!?", "?!?"),
        ("en", "Please READ THIS now", "READ THIS"),
        ("en", "It is FREE TODAY for all", "FREE TODAY"),
        ("en", "Come along!!!!", "!!!!"),
    ],
)
def test_capitals_side_by_side_and_rows_of_marks_are_loud(lang: str, text: str, seen: str) -> None:
    found = nobody_is_shouted_at(saying(text, lang=lang), NOON)
    assert [(one.seen, one.severity) for one in found] == [(seen, "hint")]


@pytest.mark.parametrize(
    "text",
    [
        "KOMMT ALLE HEUTE IN DIE BÜCHEREI",
        "KOM ALLA TILL BIBLIOTEKET IDAG",
        "KOMMT! HEUTE! ALLE! BÜCHER! GRATIS!",
        "COME TO THE LIBRARY TODAY",
    ],
)
def test_a_text_in_capitals_is_loud_as_a_whole(text: str) -> None:
    (found,) = nobody_is_shouted_at(saying(text), NOON)
    assert (found.severity, found.seen) == ("warn", text)


@pytest.mark.parametrize(
    "text",
    [
        "DVDs, CDs, USB-Sticks und WLAN: ARD, ZDF und WDR zu Gast. NRW, EU, UNESCO, ISBN 978-3-16-148410-0",
        "MINT AG der VHS im OPAC",
        "MARA LINDQVIST liest aus ihrem Roman",
        "JANA BERG und OLE NILSSON im Gespräch",
        "Die drei ??? und Die drei !!! sind wieder da.",
        "Neu: „DER IDIOT“ von Fjodor Dostojewski",
        "Vi spelar ABBA och läser ur KALLE ANKA",
        "Skriv till BARN- och UNGDOMSBIBLIOTEKET",
        "#VORLESEN #IMMERWIEDER @STADT",
        "Wirklich?! Ja!! Komm!",
        "Kapitel XII, Band VII",
        "TOKIO HOTEL live",
        "Only ONE day left",
        "日本語 и русский ТЕКСТ",
    ],
)
def test_acronyms_names_titles_and_single_words_pass(text: str) -> None:
    assert nobody_is_shouted_at(saying(text), NOON) == []


def test_a_name_of_our_own_may_stand_in_capitals() -> None:
    context = Context(at=NOON.at, own=Own(names=("Lesen am Markt",)))
    assert nobody_is_shouted_at(saying("Wir sind LESEN AM MARKT."), context) == []
    assert nobody_is_shouted_at(saying("Wir sind LESEN WOLLEN ALLE."), context) != []
