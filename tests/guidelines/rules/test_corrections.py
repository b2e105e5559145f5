"""R58 and R59: mistakes are named where they stand, and criticism is closed with an answer (A32, A33, A34)."""

import pytest

from tests.guidelines.drafts import NOON, draft, target
from theke.guidelines.rules import corrections
from theke.guidelines.rules.base import Closing, Mending
from theke.guidelines.rules.corrections import corrections_name_the_mistake, criticism_has_an_end

WRONG = Mending("Die Lesung ist am Freitag.")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Korrektur: Die Lesung ist am Samstag."),
        ("de", "Die Lesung ist am Samstag, nicht am Freitag. Unser Fehler!"),
        ("sv", "Rättelse: läsningen är på lördag."),
        ("en", "Correction: the reading is on Saturday."),
        ("de", "Wir schrieben: „Die Lesung ist am Freitag.“ Sie ist am Samstag."),
    ],
)
def test_r58_a_correction_that_says_what_was_wrong_passes(lang: str, text: str) -> None:
    assert corrections_name_the_mistake(draft(target(text), lang=lang, corrects=WRONG), NOON) == []


@pytest.mark.parametrize(
    ("lang", "text"), [("de", "Die Lesung ist am Samstag."), ("sv", "Läsningen är på lördag."), ("en", "Come on Saturday.")]
)
def test_r58_a_silent_correction_is_blocked(lang: str, text: str) -> None:
    (found,) = corrections_name_the_mistake(draft(target(text), lang=lang, corrects=WRONG), NOON)
    assert (found.severity, found.words) == ("block", corrections.SILENT)
    assert corrections_name_the_mistake(draft(target(text), lang=lang), NOON) == []


def test_r58_it_names_the_error_and_goes_wherever_the_mistake_stands() -> None:
    (nameless,) = corrections_name_the_mistake(draft(target("Korrektur"), corrects=Mending(" ")), NOON)
    assert nameless.words == corrections.NAMELESS
    (elsewhere,) = corrections_name_the_mistake(draft(target("Korrektur"), corrects=Mending("x", ("Blog", "Matrix"))), NOON)
    assert (elsewhere.words, elsewhere.params) == (corrections.ELSEWHERE, {"channels": "Blog, Matrix"})


def test_r59_criticism_is_closed_with_an_outcome_and_an_answer() -> None:
    (open_,) = criticism_has_an_end(draft(closes=Closing(" ", answered=True)), NOON)
    (silent,) = criticism_has_an_end(draft(closes=Closing("Wir haben das Regal umgestellt.")), NOON)
    assert (open_.words, silent.words, open_.severity) == (corrections.NO_OUTCOME, corrections.NO_ANSWER, "block")
    assert criticism_has_an_end(draft(closes=Closing("Umgestellt.", answered=True)), NOON) == []
    assert criticism_has_an_end(draft(), NOON) == []


def test_they_wait_for_the_packages_that_bring_their_data() -> None:
    assert [entry.waits_for for entry in corrections.ENTRIES] == ["corrections", "criticism"]
