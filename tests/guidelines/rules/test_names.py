"""R48: our names are spelt right (A32)."""

import pytest

from tests.guidelines.drafts import NOON, saying
from theke.guidelines.rules.base import Context, Own
from theke.guidelines.rules.names import names_are_spelt_right

HERE = Context(at=NOON.at, own=Own(names=("Mara Lindqvist", "Hafenbibliothek", "Södermalm", "Hafen", "Ole Nilsson")))


@pytest.mark.parametrize(
    ("lang", "text", "seen", "mend"),
    [
        ("de", "Heute liest Mara Lindquist vor.", "Mara Lindquist", "Mara Lindqvist"),
        ("de", "In der Hafenbiblothek ist Platz.", "Hafenbiblothek", "Hafenbibliothek"),
        ("sv", "Välkommen till Sodermalm!", "Sodermalm", "Södermalm"),
        ("sv", "Ole Nilson läser.", "Ole Nilson", "Ole Nilsson"),
        ("en", "Meet Mara Lindqivst.", "Mara Lindqivst", "Mara Lindqvist"),
    ],
)
def test_one_letter_off_a_name_of_ours_is_mended(lang: str, text: str, seen: str, mend: str) -> None:
    (found,) = names_are_spelt_right(saying(text, lang=lang), HERE)
    assert (found.seen, found.mend, found.severity) == (seen, mend, "hint")


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lindqvist liest in der Hafenbibliothek.",
        "Mara Lindqvists Roman, Hafenbibliotheken, Södermalms bibliotek",
        "Haben wir im Hagen einen Haken?",
        "MARA LINDQVIST, mara lindqvist, #MaraLindquist",
        "Mara und Ole lesen.",
    ],
)
def test_right_inflected_and_other_words_pass(text: str) -> None:
    assert names_are_spelt_right(saying(text), HERE) == []
    assert names_are_spelt_right(saying("Mara Lindquist"), NOON) == []
