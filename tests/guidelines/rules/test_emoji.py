"""R37: few emoji, at the end."""

import pytest

from tests.guidelines.drafts import NOON, saying
from theke.guidelines.rules import emoji
from theke.guidelines.rules.emoji import emoji_are_few


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lesung heute 🎉🎉🎉", emoji.IN_A_ROW),
        ("Familie 👩‍👩‍👧 👩🏽‍🚀 🇸🇪 da", emoji.IN_A_ROW),
        ("📅 Samstag\n🕐 11 Uhr\nim Hafen", emoji.BULLET),
        ("a 📚\n\nb 📚\n\nc 📚\n\nd 📚\n\ne 📚\n\nf 📚", emoji.TOO_MANY),
        ("Wir lesen 📚 am Samstag.", emoji.IN_BETWEEN),
        ("Vi läser 📚 på lördag.", emoji.IN_BETWEEN),
        ("We read 📚 on Saturday.", emoji.IN_BETWEEN),
        ("Nummer 1️⃣ ist da", emoji.IN_BETWEEN),
    ],
)
def test_emoji_in_the_way_get_the_one_hint_most_worth_saying(text: str, words: str) -> None:
    (found,) = emoji_are_few(saying(text), NOON)
    assert (found.words, found.severity) == (words, "hint")


@pytest.mark.parametrize(
    "text",
    [
        "Am Samstag wird vorgelesen. 📚",
        "Am Samstag wird vorgelesen. 📚☕",
        "Wir lesen vor. 📚\n\nVi läser högt. 📚",
        "Am Samstag wird bei uns vorgelesen. 📚\nPå lördag är det sagostund hos oss. 📚",
        "Wir lesen vor. 📚 #Vorlesen https://bib.example/",
        "© 2026, ™ und ®, ℹ Auskunft, 5 → 6, ♥ und ✓, № 5 ‼",
        "Über 20 °C – „schön“ … und 5 €",
        "plain ascii 1 2 3 # *",
    ],
)
def test_an_emoji_at_the_end_and_signs_of_writing_pass(text: str) -> None:
    assert emoji_are_few(saying(text), NOON) == []
