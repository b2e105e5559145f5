"""R38: letters are letters."""

import unicodedata

import pytest

from tests.guidelines.drafts import NOON, saying
from theke.guidelines.rules.letters import letters_are_letters


@pytest.mark.parametrize(
    ("text", "seen", "mend"),
    [
        ("Heute 𝓥𝓸𝓻𝓵𝓮𝓼𝓮𝓷 für alle", "𝓥𝓸𝓻𝓵𝓮𝓼𝓮𝓷", "Vorlesen"),
        ("𝗡𝗲𝘂 im Regal", "𝗡𝗲𝘂", "Neu"),
        ("ＬＥＳＥＮ!", "ＬＥＳＥＮ!", "LESEN!"),
        ("Ⓛⓔⓢⓔⓝ", "Ⓛⓔⓢⓔⓝ", "Lesen"),
        ("𝕷𝖊𝖘𝖊𝖓 𝖒𝖆𝖈𝖍𝖙 froh", "𝕷𝖊𝖘𝖊𝖓 𝖒𝖆𝖈𝖍𝖙", "Lesen macht"),
        ("ˢᵃᵍᵒˢᵗᵘⁿᵈ idag", "ˢᵃᵍᵒˢᵗᵘⁿᵈ", "sagostund"),
    ],
)
def test_signs_that_look_like_letters_are_found_with_their_mend(text: str, seen: str, mend: str) -> None:
    (found,) = letters_are_letters(saying(text), NOON)
    assert (found.severity, found.seen, found.mend) == ("warn", seen, mend)
    assert text[found.start : found.end] == seen


@pytest.mark.parametrize(
    "text",
    [
        "Für alle: Åsa läser högt – ganz groß!",
        unicodedata.normalize("NFD", "Bücherei Åsa läser högt"),
        "Eintritt 3 €, 20 m², 15 ℃, 1. OG, No. 5, Nº 5, 1ª, ½ Stunde, ™ ®",
        "ℹ️ Geöffnet Ⓜ️ 🅰️ 👩‍👩‍👧 📚 ① ② ③",
        "Kapitel Ⅷ, 0,5 ℓ Tee, x ∈ ℝ",
        "Читаем вместе · Διαβάζουμε · اقرأ معنا · 読みましょう · 한국어 ㅋㅋ · น้ำ",
        "plain ascii",
    ],
)
def test_what_people_really_write_passes(text: str) -> None:
    assert letters_are_letters(saying(text), NOON) == []
