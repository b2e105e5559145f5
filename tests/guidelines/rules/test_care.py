"""R50 to R52: care with hard topics, in a crisis, before elections (A28, A30, A33)."""

import pytest

from tests.guidelines.drafts import NOON, saying
from theke.guidelines.rules.base import Context, Own
from theke.guidelines.rules.care import crisis_stops_posts, elections_are_neutral, hard_topics_come_with_care

ELECTION = Context(at=NOON.at, election=True, own=Own(candidates=("Mara Muster", "UWG")))


@pytest.mark.parametrize(
    ("lang", "text", "severity"),
    [
        ("de", "Vortrag über Suizid im Alter", "warn"),
        ("de", "Er hat sich das Leben genommen.", "warn"),
        ("de", "Eine Betroffene erzählt von der Vergewaltigung.", "hint"),
        ("de", "Gespräch über sexualisierte Gewalt", "hint"),
        ("sv", "Föreläsning om självmord bland unga", "warn"),
        ("sv", "Ett samtal om sexuellt våld", "hint"),
        ("sv", "Bilder från kriget visas i foajén", "hint"),
        ("en", "A talk on suicide among the young", "warn"),
        ("en", "A talk on sexual violence", "hint"),
    ],
)
def test_hard_topics_ask_for_help_or_a_warning(lang: str, text: str, severity: str) -> None:
    (found,) = hard_topics_come_with_care(saying(text, lang=lang), NOON)
    assert found.severity == severity


@pytest.mark.parametrize(
    "text",
    [
        "Vortrag über Suizid. Hilfe: Telefonseelsorge 0800 111 0 111",
        "Hilfetelefon Gewalt gegen Frauen: 116 016, auch nach Vergewaltigung",
        "Självmordslinjen 90101 finns där dygnet runt",
        "Suicide prevention: call the Samaritans, 116 123",
        "„Mord im Orientexpress“ von Agatha Christie, ein Krimi mit Leichtigkeit",
        "Der Roman „Selbstmord-Schwestern“ von Jeffrey Eugenides",
        "Krieg und Frieden von Leo Tolstoi, Star Wars und Suicide Squad im Filmabend",
        "Naturgewalten: gewaltige Bilder. Gewaltfrei streiten lernen",
        "Mord, Blut und Tote: die lange Krimi-Nacht",
        "Mordgåtan på Södermalm: deckarkväll",
    ],
)
def test_help_titles_and_crime_novels_pass(text: str) -> None:
    assert hard_topics_come_with_care(saying(text), NOON) == []


def test_a_content_warning_is_enough_but_for_help() -> None:
    assert hard_topics_come_with_care(saying("Vortrag über Folter", warning="Gewalt"), NOON) == []
    assert len(hard_topics_come_with_care(saying("Vortrag über Suizid", warning="Suizid"), NOON)) == 1


def test_while_all_is_paused_posts_wait_and_answers_go() -> None:
    paused = Context(at=NOON.at, paused=True)
    assert [one.severity for one in crisis_stops_posts(saying("Hallo"), paused)] == ["block"]
    assert [one.severity for one in crisis_stops_posts(saying("Hallo", form="reply"), paused)] == ["hint"]
    assert crisis_stops_posts(saying("Hallo"), NOON) == []


@pytest.mark.parametrize(
    ("lang", "text", "seen"),
    [
        ("de", "Die SPD lädt zum Gespräch in die Bücherei.", "SPD"),
        ("de", "Mit der Spitzenkandidatin im Gespräch", "Spitzenkandidatin"),
        ("de", "Mara Muster liest vor, die UWG kommt auch", "Mara Muster"),
        ("sv", "Socialdemokraterna har torgmöte utanför biblioteket.", "Socialdemokraterna"),
        ("sv", "Möt Miljöpartiet i foajén", "Miljöpartiet"),
        ("en", "The Green Party meets here.", "Green Party"),
    ],
)
def test_parties_and_candidates_are_named_before_elections_only(lang: str, text: str, seen: str) -> None:
    assert elections_are_neutral(saying(text, lang=lang), ELECTION)[0].seen == seen
    assert elections_are_neutral(saying(text, lang=lang), NOON) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vorlesen im Grünen, auf der linken Seite der Wiese",
        "Podiumsdiskussion mit allen Parteien",
        "„Geschichte der SPD“ von Mara Lindqvist",
        "Stimmt ab: das Buch des Jahres! Rösta på din favoritbok!",
        "Vi läser i gröngräset, moderata priser och liberala öppettider",
        "Vote for your favourite book!",
        "SD-Karten, M-Regal, die grünen Bänke",
    ],
)
def test_everyday_words_and_titles_pass(text: str) -> None:
    assert elections_are_neutral(saying(text), ELECTION) == []
