"""R49: quotations are short and have a source (A24)."""

import pytest

from tests.guidelines.drafts import NOON, saying
from theke.guidelines.rules import quotations
from theke.guidelines.rules.quotations import quotations_are_fair

DE = "„" + "Es war einmal ein kleines Haus am Meer und " * 3 + "dann.“"
SV = "”" + "Det var en gång ett litet hus vid havet och " * 3 + "sen.”"
EN = "“" + "Once there was a little house by the sea and " * 3 + "then.”"
POEMS = {
    "de": "„Der Mond geht auf,\ndas Haus wird still,\ndie Nacht ist da.“",
    "sv": "”Månen går upp,\nhuset blir tyst,\nnatten är här.”",
    "en": "“The moon is up,\nthe house is still,\nthe night is here.”",
}


@pytest.mark.parametrize(("lang", "quote"), [("de", DE), ("sv", SV), ("en", EN)])
def test_a_long_quotation_needs_its_source(lang: str, quote: str) -> None:
    (found,) = quotations_are_fair(saying(f"{quote} 📚", lang=lang), NOON)
    assert (found.words, found.severity, found.seen) == (quotations.NO_SOURCE, "warn", quote)


@pytest.mark.parametrize(
    "text",
    [
        f"{DE} – Mara Lindqvist",
        f"{DE} (Mara Lindqvist, Das Haus, S. 12)",
        f"Mara Lindqvist schreibt: {DE}",
        f"{DE}, sagt Mara.",
        f"{SV} ur Huset av Mara Lindqvist",
        f"Mara Lindqvist säger: {SV}",
        f"{EN} – from The House by Mara Lindqvist",
        f"As Mara Lindqvist wrote: {EN}",
    ],
)
def test_with_its_source_it_passes(text: str) -> None:
    assert quotations_are_fair(saying(text), NOON) == []


@pytest.mark.parametrize("lang", POEMS)
def test_a_poem_needs_a_permission_even_with_its_source(lang: str) -> None:
    (found,) = quotations_are_fair(saying(f"{POEMS[lang]} – Mara Lindqvist", lang=lang), NOON)
    assert found.words == quotations.POEM
    assert quotations_are_fair(saying(POEMS[lang], quotes_with_leave=True), NOON) == []


@pytest.mark.parametrize(
    "text",
    [
        "Wir lesen „Der Hundertjährige, der aus dem Fenster stieg und verschwand“ von Jonas Jonasson.",
        "„Lesen ist wie Fliegen.“",
        "”Att läsa är att resa.”",
        "“Reading is flying.”",
        "> Ein kurzer Satz.",
        "Ein Text ohne Zitat, aber mit\nvielen\nkurzen\nZeilen.",
    ],
)
def test_titles_and_short_quotations_pass(text: str) -> None:
    assert quotations_are_fair(saying(text), NOON) == []


def test_lines_marked_as_quoted_are_a_poem_too() -> None:
    (found,) = quotations_are_fair(saying("Schön:\n> Der Mond geht auf,\n> das Haus wird still,\n> die Nacht ist da."), NOON)
    assert found.words == quotations.POEM
