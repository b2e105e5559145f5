"""What is a title and what is a quotation, in the typography of three languages."""

import pytest

from theke.guidelines.rules.quoting import is_within, outside, quotations, titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wir lesen „Der Idiot“ von Fjodor Dostojewski.", "„Der Idiot“"),
        ("Buchtipp: »Idioten« von Jakob Arjouni", "»Idioten«"),
        ("Der Roman «Der Idiot» liegt bereit.", "«Der Idiot»"),
        ('Vi läser "Idioten" av Jakob Arjouni.', '"Idioten"'),
        ("Filmen ”Idioterna” visas på torsdag.", "”Idioterna”"),
        ("Our book of the month is “The Idiot” by Elif Batuman.", "“The Idiot”"),
        ("We read *The Idiot* by Elif Batuman.", "*The Idiot*"),
        ("Heute: Idioten von Jakob Arjouni", "Idioten von Jakob Arjouni"),
        ("Vi läser Idioten av Jakob Arjouni ikväll", "Idioten av Jakob Arjouni"),
        ("Tonight: The Idiot by Elif Batuman", "The Idiot by Elif Batuman"),
        ("Fjodor Dostojewski: Der Idiot", "Der Idiot"),
        ("Wir zeigen den Film Idioten im Foyer.", "Idioten"),
        ("Im Dezember: Der Idiot von Dostojewski", "Der Idiot von Dostojewski"),
        ("Månadens bok: Idioten av Dostojevskij", "Idioten av Dostojevskij"),
        ("We read The Idiot by Dostoevsky", "The Idiot by Dostoevsky"),
        ("Im Lesekreis lesen wir Dostojewskis Idiot.", "Idiot"),
    ],
)
def test_titles_are_known_by_what_stands_beside_them(text: str, title: str) -> None:
    assert title.strip() in [text[start:end].strip() for start, end in titles(text)]
    assert quotations(text) == ()


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Er nannte uns „Idioten“.", "„Idioten“"),
        ("Sie sagte: „Das ist doch schön.“", "„Das ist doch schön.“"),
        ("Hon sade: ”Det är fint.”", "”Det är fint.”"),
        ("He called us “idiots”.", "“idiots”"),
        ("Ihr „Idioten“ da draußen", "„Idioten“"),
        ("> Ein Satz aus dem Buch\n> und noch einer", "> Ein Satz aus dem Buch\n> und noch einer"),
    ],
)
def test_what_somebody_says_is_a_quotation(text: str, spoken: str) -> None:
    assert [text[start:end] for start, end in quotations(text)] == [spoken]
    assert titles(text) == ()


@pytest.mark.parametrize("text", ['Ein 5" Display', "Karin’s Buch und Lars’ Bok", "rock ’n’ roll", "a „ b", "»", "", "* und *"])
def test_stray_marks_and_apostrophes_quote_nothing(text: str) -> None:
    assert (titles(text), quotations(text)) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "Ihr Idioten von Stadtwerken",
        "Der Idiot von Nachbar",
        "Lauter Idioten von Berlin",
        "Dieser Idiot von Peter Müller",
        "Du bist ein Idiot!",
    ],
)
def test_an_insult_is_no_title_because_a_name_follows(text: str) -> None:
    assert titles(text) == ()


def test_outside_keeps_every_place_and_every_line() -> None:
    text = "Er sagt: „Ich\nfinde“ und liest „Der Idiot“ vor."
    assert len(outside(text)) == len(text) and outside(text).count("\n") == 1
    assert "finde" not in outside(text) and "Idiot" not in outside(text) and outside(text).endswith(" vor.")


def test_is_within_finds_the_span() -> None:
    assert [is_within(((2, 4), (7, 9)), at) for at in range(10)] == [at in {2, 3, 7, 8} for at in range(10)]
