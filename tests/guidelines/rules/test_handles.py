"""R29 and R64: private handles, and handles that only look like another (A21, B24, B25, B27)."""

import pytest

from tests.guidelines.drafts import NOON, draft, saying, target
from theke.guidelines.rules.base import Context, Own
from theke.guidelines.rules.handles import handles_are_what_they_seem, private_handles_have_leave

KNOWN = Context(at=NOON.at, own=Own(handles={"envackerdag": False, "mara@openbiblio.example": True, "jana": True}))


@pytest.mark.parametrize(
    "text", ["Hej @envackerdag!", "Skriv till @EnVackerDag.", "https://pics.example/envackerdag", "siehe @envackerdag"]
)
def test_r29_a_private_handle_without_consent_is_blocked(text: str) -> None:
    (found,) = private_handles_have_leave(saying(text), KNOWN)
    assert (found.severity, text[found.start : found.end]) == ("block", found.seen)


@pytest.mark.parametrize("text", ["@mara@openbiblio.example war da", "https://openbiblio.example/@mara", "@jana hat gelesen"])
def test_r29_with_consent_it_is_asked_about_once_more(text: str) -> None:
    (found,) = private_handles_have_leave(saying(text), KNOWN)
    assert found.severity == "warn"


@pytest.mark.parametrize(
    "text", ["Jana liest vor", "envackerdag i parken", "@mara@other.example", "@janabanana", "jana@bib.example"]
)
def test_r29_names_and_strangers_are_left_alone(text: str) -> None:
    assert private_handles_have_leave(saying(text), KNOWN) == []


def test_r29_the_signature_is_looked_at_too() -> None:
    (found,) = private_handles_have_leave(draft(target(signature="/Johanna @envackerdag")), KNOWN)
    assert (found.severity, found.target, found.seen) == ("block", "1", "")
    assert found.params == {"seen": "@envackerdag"}


def test_r29_without_known_handles_there_is_nothing_to_say() -> None:
    assert private_handles_have_leave(saying("@envackerdag"), NOON) == []


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("Folgt @stadtbüch\u0435rei", "@stadtbücherei"),
        ("Följ @bibliot\u0435ket@social.example", "@biblioteket@social.example"),
        ("Follow @libr\u03b1ry", "@library"),
        ("@bib\u200bliothek ist da", "@bibliothek"),
    ],
)
def test_r64_a_handle_with_letters_that_only_look_alike(text: str, mend: str) -> None:
    (found,) = handles_are_what_they_seem(saying(text), NOON)
    assert (found.severity, found.mend) == ("warn", mend)
    assert text[found.start : found.end] == found.seen


@pytest.mark.parametrize(
    "text", ["@stadtbücherei", "Folgt @библиотека", "Читайте @сосна и @книга", "стадт und @bib", "@bib 🙂 ägypten"]
)
def test_r64_handles_of_one_alphabet_pass(text: str) -> None:
    assert handles_are_what_they_seem(saying(text), NOON) == []
