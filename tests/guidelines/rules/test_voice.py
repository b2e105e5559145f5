"""R26 to R28: who speaks is heard (A23)."""

import pytest

from tests.guidelines.drafts import NOON, draft, saying, target
from theke.guidelines.rules.base import Context, Own
from theke.guidelines.rules.voice import library_has_no_opinions, person_says_i, person_says_whose_view


@pytest.mark.parametrize(
    ("lang", "text", "seen"),
    [
        ("de", "Ich finde, das Buch ist großartig.", "Ich finde"),
        ("de", "Das finde ich richtig gut.", "finde ich"),
        ("de", "Meiner Meinung nach ist das falsch.", "Meiner Meinung nach"),
        ("sv", "Jag tycker att boken är bra.", "Jag tycker"),
        ("sv", "Enligt mig är den årets bok.", "Enligt mig"),
        ("en", "I think this is the best book of the year.", "I think"),
        ("en", "In my opinion it is too long.", "In my opinion"),
    ],
)
def test_the_library_has_no_private_opinions(lang: str, text: str, seen: str) -> None:
    (found,) = library_has_no_opinions(saying(text, lang=lang), NOON)
    assert (found.severity, found.seen) == ("warn", seen)
    assert library_has_no_opinions(saying(text, lang=lang, kind="personal"), NOON) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Wie finde ich ein Buch im Katalog? Wo finde ich die Toilette?"),
        ("de", "Ich finde mein Passwort nicht: was nun? Wir helfen."),
        ("de", "„Ich finde dich“ von Harlan Coben ist da."),
        ("de", "Lena, 9 Jahre, sagt: „Ich finde, Lesen ist wie Fliegen.“"),
        ("de", "Eure Meinung zählt! Was meint ihr?"),
        ("sv", "Vi tycker om böcker. Vad tycker du?"),
        ("sv", "Elsa säger: ”Jag tycker att sagor är bäst.”"),
        ("en", "What do you think? Tell us your opinion."),
        ("en", "“I think, therefore I am”, wrote Descartes."),
    ],
)
def test_questions_quotations_and_titles_are_no_opinions(lang: str, text: str) -> None:
    assert library_has_no_opinions(saying(text, lang=lang), NOON) == []


@pytest.mark.parametrize(
    ("lang", "text", "seen"),
    [
        ("de", "Bei uns ist morgen Lesung.", "uns"),
        ("de", "Unsere Leserinnen lieben das.", "Unsere"),
        ("sv", "Vi har sagostund på lördag.", "Vi"),
        ("sv", "Välkommen till vårt bibliotek!", "vårt"),
        ("en", "We have a new book club.", "We"),
        ("en", "Come to our library.", "our"),
    ],
)
def test_a_person_does_not_say_we(lang: str, text: str, seen: str) -> None:
    (found,) = person_says_i(saying(text, lang=lang, kind="personal"), NOON)
    assert (found.severity, found.seen) == ("warn", seen)
    assert person_says_i(saying(text, lang=lang), NOON) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Ich habe Kapitel VI gelesen. Wirklich!"),
        ("de", "Ich lese „Wir Kinder vom Bahnhof Zoo“ und mag es."),
        ("sv", "Jag läser Kejsar Karl VI, och ”Vi på Saltkråkan” av Astrid Lindgren."),
        ("en", "I flew to the US and read “We Are the Ants” by Shaun David Hutchinson."),
    ],
)
def test_numbers_countries_and_titles_are_no_we(lang: str, text: str) -> None:
    assert person_says_i(saying(text, lang=lang, kind="personal"), NOON) == []


@pytest.mark.parametrize(("lang", "text"), [("de", "Das Buch ist gut."), ("sv", "Boken är bra."), ("en", "The book is good.")])
def test_a_person_says_whose_view_it_is(lang: str, text: str) -> None:
    (found,) = person_says_whose_view(saying(text, lang=lang, kind="personal"), NOON)
    assert found.severity == "warn"
    assert person_says_whose_view(saying(text, lang=lang), NOON) == []


@pytest.mark.parametrize(
    "text",
    [
        "Privat hier: das Buch ist gut.",
        "Das ist meine persönliche Meinung.",
        "Ich finde das Buch gut.",
        "Boken är bra. Åsikterna är mina egna.",
        "Jag tycker att boken är bra.",
        "Great book. Views my own.",
        "In my personal opinion a great book.",
        "Hier spricht  der Mensch.",
    ],
)
def test_the_usual_ways_to_say_so_and_our_own_text_pass(text: str) -> None:
    context = Context(at=NOON.at, own=Own(disclaimers=("Hier spricht der Mensch",)))
    assert person_says_whose_view(saying(text, kind="personal"), context) == []


def test_it_may_stand_in_the_signature_of_one_channel() -> None:
    signed = target("Gut.", signature="Jana, privat hier")
    assert person_says_whose_view(draft(signed, kind="personal"), NOON) == []
    (found,) = person_says_whose_view(draft(signed, target("Gut.", key="2"), kind="personal"), NOON)
    assert found.target == "2"
