"""R46 and R47: marked as the language it is, and easy to read (A29)."""

import pytest

from tests.guidelines.drafts import NOON, draft, saying, target
from theke.guidelines.rules import language
from theke.guidelines.rules.base import Context
from theke.guidelines.rules.language import language_fits, language_of, text_is_readable

DE = "Am Samstag wird bei uns vorgelesen, und alle Kinder sind eingeladen."
SV = "På lördag är det sagostund hos oss, och alla barn är välkomna."
EN = "On Saturday we read aloud, and all children are welcome to join us."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (DE, "de"),
        (SV, "sv"),
        (EN, "en"),
        ("Welche Bücher liest du gerade? Schreib es uns!", "de"),
        ("Vilken bok läser du just nu? Berätta för oss!", "sv"),
        ("What are you reading at the moment? Tell us!", "en"),
        ("Bokbussen kommer till skolan i morgon förmiddag", "sv"),
        ("Der Bücherbus kommt morgen früh zur Schule", "de"),
        ("Neu: Roman, Krimi, DVD", ""),
        ("Bu cumartesi çocuklar için masal okuyoruz", ""),
        ("Читаем вместе в субботу в библиотеке", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_sentence_is_heard_or_left_open(text: str, lang: str) -> None:
    assert language_of(text) == lang


@pytest.mark.parametrize(("lang", "text"), [("de", SV), ("sv", DE), ("en", DE), ("de", EN)])
def test_a_text_marked_as_another_language_gets_a_hint(lang: str, text: str) -> None:
    (found,) = language_fits(saying(text, lang=lang), NOON)
    assert (found.severity, found.params["lang"]) == ("hint", language_of(text))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", DE),
        ("sv", SV),
        ("en", EN),
        ("de", f"{DE}\n\n{SV}"),
        ("sv", f"{DE}\n\n{SV}"),
        ("de", "Wir lesen heute „The Importance of Being Earnest and the other plays of the author“ im Lesekreis."),
        ("de", "OK! #OnTheRoadAgain https://bib.example/the-and-of-the-all"),
        ("tr", "Bu cumartesi çocuklar için masal okuyoruz"),
        ("tr", DE),
    ],
)
def test_bilingual_texts_titles_and_other_languages_pass(lang: str, text: str) -> None:
    assert language_fits(saying(text, lang=lang), NOON) == []


def test_a_language_that_the_channel_does_not_have_gets_a_hint() -> None:
    context = Context(at=NOON.at, languages={"1": ("de",), "2": ("de", "sv")})
    found = language_fits(draft(target(SV), target(SV, key="2"), lang="sv"), context)
    assert [(one.words, one.target) for one in found] == [(language.UNUSUAL, "1")]


LONG = {
    "de": "Wir haben uns sehr gefreut dass so viele von euch am Samstag zu uns in den Hafen gekommen sind um mit Mara und mit uns allen einen schönen Abend zu haben.",
    "sv": "Vi blev så glada över att så många av er kom till oss i hamnen i lördags för att lyssna på Mara och dela en fin kväll med oss alla som arbetar här.",
    "en": "We were so glad that so many of you came to us at the harbour on Saturday to listen to Mara and to share a lovely evening with all of us here.",
}


@pytest.mark.parametrize("lang", LONG)
def test_a_sentence_of_more_than_25_words_gets_a_hint(lang: str) -> None:
    (found,) = text_is_readable(saying(f"Hej. {LONG[lang]}", lang=lang), NOON)
    assert (found.words, found.severity, found.seen) == (language.LONG, "hint", LONG[lang])


@pytest.mark.parametrize(
    "text",
    [
        "Kurzer Satz. " * 40,
        "Neu im Regal: Ein Krimi, ein Roman, ein Bilderbuch, drei Comics, zwei Spiele, eine DVD, ein Hörbuch, vier Sachbücher, ein Lexikon, ein Atlas, eine Chronik, ein Kochbuch",
        f"Lena sagt: „{LONG['de']}“",
        "Mo 10-12\nDi 10-12\nMi 10-12\nDo 10-12\nFr 10-12\n" * 6,
        "Am 24.11. liest Mara. Am 25.11. liest Ole. Am 26.11. lesen alle. Am 27.11. ist Pause. Danach geht es weiter. Kommt gerne vorbei und bringt Freunde mit.",
    ],
)
def test_short_sentences_lists_and_what_others_say_pass(text: str) -> None:
    assert text_is_readable(saying(text), NOON) == []


def test_lix_speaks_from_80_words_and_never_of_compounds_alone() -> None:
    heavy = "Veranstaltungsteilnehmende benötigen grundsätzlich schriftliche Anmeldebestätigungen sowie entsprechende Berechtigungsnachweise und gültige Bibliotheksausweise ohne zeitliche Einschränkungen beziehungsweise Sonderregelungen. "
    compounds = "Die Stadtbibliothek zeigt Kinderbuchillustrationen. Bilderbuchkünstlerinnen erklären Arbeitstechniken. "
    (found,) = text_is_readable(saying(heavy * 5), NOON)
    assert found.words == language.HARD
    assert text_is_readable(saying(heavy * 3), NOON) == []
    assert text_is_readable(saying(compounds * 15), NOON) == []
