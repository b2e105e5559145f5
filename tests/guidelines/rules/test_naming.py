"""R11 and R12: persons who are not to be named, and children who can be found (A30, L7)."""

import pytest

from tests.guidelines.drafts import NOON, draft, saying, showing
from theke.guidelines.rules.base import Context, Own, Picture
from theke.guidelines.rules.naming import children_cannot_be_found, nobody_is_named_who_does_not_want_it

KNOWN = Context(at=NOON.at, own=Own(unnamed=("Mara Lindqvist", "Frau Berg")))


@pytest.mark.parametrize("text", ["Danke, Mara Lindqvist!", "MARA LINDQVIST liest", "Mara Lindqvists bok", "mit Frau Berg"])
def test_r11_somebody_of_the_list_is_named(text: str) -> None:
    (found,) = nobody_is_named_who_does_not_want_it(saying(text), KNOWN)
    assert (found.rule, found.severity) == ("R11", "warn")
    assert text[found.start : found.end] == found.seen


@pytest.mark.parametrize("text", ["Mara liest", "Frau Bergmann", "Lindqvist, Mara", "Am Berg"])
def test_r11_others_may_be_named(text: str) -> None:
    assert nobody_is_named_who_does_not_want_it(saying(text), KNOWN) == []


@pytest.mark.parametrize("alt", ["Emma Schulz liest vor", "Elsa Nilsson läser", "Ben Miller with a robot"])
def test_r11_a_child_is_named_in_the_description_of_its_picture(alt: str) -> None:
    shown = draft(pictures=(Picture("7", alt, minors=True),))
    (found,) = nobody_is_named_who_does_not_want_it(shown, NOON)
    assert (found.picture, found.start) == ("7", 0)
    assert nobody_is_named_who_does_not_want_it(showing(alt), NOON) == []


@pytest.mark.parametrize(
    "text",
    [
        "Emma (7) hat gewonnen.",
        "Lukas, 8 Jahre, liest am liebsten Comics.",
        "Ben (9, Grundschule Nord) war schneller.",
        "Die achtjährige Emma las vor.",
        "Unser 9-jähriger Ben war dabei.",
        "Emma aus der Klasse 3b hat gewonnen.",
        "Lukas Meyer von der Grundschule Nord liest.",
        "Glückwunsch an Emma (Klasse 4a)!",
        "Die Siegerin aus Klasse 3b heißt Emma.",
        "Schülerin Zuleika aus der 3b",
        "Elsa, 9 år, vann.",
        "Nioåriga Elsa läste högt.",
        "7-åriga Nils vann.",
        "Elsa i åk 4 vann.",
        "Nils från Norra skolan läste.",
        "Elsa fyller 8 år i dag.",
        "Emma, 8 years old, won.",
        "Emma ist 8.",
        "Ben wird 9 Jahre alt.",
        "Nils är 9 år gammal.",
        "8-year-old Ben won.",
        "Emma from class 3b won.",
        "Ben in year 4 read aloud.",
    ],
)
def test_r12_a_child_that_can_be_found(text: str) -> None:
    (found,) = children_cannot_be_found(saying(text), NOON)
    assert (found.rule, found.severity) == ("R12", "warn")
    assert text[found.start : found.end] == found.seen
    (shown,) = children_cannot_be_found(showing(text), NOON)
    assert shown.picture == "7"


@pytest.mark.parametrize(
    "text",
    [
        "Vorlesen ab 6 Jahren, für die Klasse 3b.",
        "Für Kinder von 6 bis 9 Jahren",
        "Danke an die Klasse 3b der Grundschule Nord!",
        "Mara Lindqvist (42) liest.",
        "Jana liest für Klasse 3b.",
        "Emma hat gewonnen!",
        "Im Roman sucht die zwölfjährige Emma ihren Vater.",
        "Ein Bilderbuch: Lotta (5) will Rad fahren.",
        "Die Anne-Frank-Gesamtschule war da.",
        "Paul kommt um 10 Uhr.",
        "Anna, 10 Jahre dabei, geht in Rente.",
        "Jana ist 10 Jahre dabei.",
        "Max (3. Platz)",
        "Elsa, 12 år på biblioteket, slutar.",
        "Till 12 Uhr geöffnet, Klasse!",
        "Für åk 4 och uppåt, från 9 år",
        "Boken handlar om nioåriga Elsa.",
        "Klass 4B från Norra skolan var här.",
        "Elsa läste högt.",
        "For ages 6 to 9, for class 3b",
        "The novel follows 12-year-old Emma.",
        "Das zehnjährige Jubiläum von Emma & Co",
    ],
)
def test_r12_an_audience_or_somebody_in_a_book_is_no_child(text: str) -> None:
    assert children_cannot_be_found(saying(text), NOON) == []
