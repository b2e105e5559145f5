"""R42 and R43: today is today, and nobody is invited to what is over (A32)."""

from datetime import UTC, datetime

import pytest

from tests.guidelines.drafts import NOON, saying
from theke.guidelines.rules.base import Context, Happening
from theke.guidelines.rules.nearness import events_are_ahead, near_words_fit_their_day

EVENT = Happening("Lesung", datetime(2026, 11, 24, 18, tzinfo=UTC))


@pytest.mark.parametrize(
    ("lang", "text", "seen"),
    [
        ("de", "Heute Abend liest Mara! Dienstag, 24.11., 18 Uhr.", "Heute"),
        ("de", "Morgen, am 25.11., wird vorgelesen.", "Morgen"),
        ("sv", "I kväll läser Mara. Tisdag 24/11 kl 18.", "I kväll"),
        ("sv", "Idag, den 24 november, är det sagostund.", "Idag"),
        ("en", "Tonight Mara reads. Tuesday, 24 November, 6 pm.", "Tonight"),
        ("en", "Tomorrow, November 25, is story day.", "Tomorrow"),
    ],
)
def test_a_near_word_on_another_day_is_named(lang: str, text: str, seen: str) -> None:
    (found,) = near_words_fit_their_day(saying(text, lang=lang), NOON)
    assert (found.seen, found.severity) == (seen, "warn")


@pytest.mark.parametrize(
    "text",
    [
        "Heute, am 23.11., wird vorgelesen.",
        "Heute Abend, Montag 23. November, liest Mara.",
        "Morgen, Dienstag 24.11., 18 Uhr",
        "Gestern, am 22.11., war viel los.",
        "Heute wird vorgelesen!",
        "Ab heute im Vorverkauf: Lesung am 12.12.",
        "Heute noch anmelden: Lesung am 12.12.",
        "Heute vor 100 Jahren, am 4.5.1926, wurde sie geboren.",
        "Guten Morgen! Am 24.11. wird vorgelesen.",
        "Lesung am 24.11.: „Heute hier, morgen dort“",
        "Heute eröffnen wir die Ausstellung, sie läuft bis 30.11.",
        "Heute stellen wir den Autor vor, er liest am 12.12.",
        "Von heute auf morgen: Vortrag am 24.11.",
        "I dag, den 23 november, är det sagostund.",
        "I morgon, tisdag 24/11, läser Mara.",
        "I morse var det kö. Tisdag 24/11 läser Mara.",
        "Från och med i dag kan du boka: föreläsning den 12 december.",
        "God morgon! Den 24 november läser Mara.",
        "Today, November 23, is story day.",
        "Sign up today for the reading on December 12.",
    ],
)
def test_on_the_day_itself_and_in_other_senses_they_pass(text: str) -> None:
    assert near_words_fit_their_day(saying(text), NOON) == []


def test_a_post_of_an_event_is_measured_by_its_day() -> None:
    assert len(near_words_fit_their_day(saying("Heute wird vorgelesen!", event=EVENT), NOON)) == 1
    assert near_words_fit_their_day(saying("Morgen wird vorgelesen!", event=EVENT), NOON) == []
    on_the_day = Context(at=datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert near_words_fit_their_day(saying("Heute wird vorgelesen!", event=EVENT), on_the_day) == []


@pytest.mark.parametrize(
    ("lang", "text", "severity"),
    [
        ("de", "Herzliche Einladung zur Lesung am 20.11.2026!", "warn"),
        ("de", "Freitag, 20.11.: Mara liest, Eintritt frei.", "warn"),
        ("de", "Kommt heute um 10 Uhr zum Vorlesen!", "block"),
        ("sv", "Välkommen till sagostund den 20 november 2026!", "warn"),
        ("sv", "Kom till sagostunden i dag kl 10!", "block"),
        ("en", "Join us on November 20, 2026!", "warn"),
        ("en", "Come today at 10 am!", "block"),
    ],
)
def test_nobody_is_invited_to_what_is_over(lang: str, text: str, severity: str) -> None:
    (found,) = events_are_ahead(saying(text, lang=lang), NOON)
    assert found.severity == severity


@pytest.mark.parametrize(
    "text",
    [
        "Herzliche Einladung am 24.11.2026!",
        "Am 20.11.2026 war Mara zu Gast. Danke fürs Kommen!",
        "Gegründet am 1.4.1998. Kommt zum Feiern!",
        "Heute ab 10 Uhr geöffnet",
        "Kommt heute um 18 Uhr!",
        "Heute von 10 bis 18 Uhr",
        "Heute um 10 Uhr kamen 40 Kinder.",
        "Vernissage 20.11.2026, Ausstellung bis 30.11.2026, Eintritt frei",
        "Välkommen den 24 november 2026!",
        "Den 20 november 2026 var Mara här. Tack alla som kom!",
        "Join us on November 24, 2026!",
        "Thanks to all who came on November 20, 2026!",
    ],
)
def test_what_is_ahead_goes_on_or_is_told_of_passes(text: str) -> None:
    assert events_are_ahead(saying(text), NOON) == []


def test_an_event_that_is_over_is_known_without_any_date() -> None:
    past = Happening("Lesung", datetime(2026, 11, 22, 18, tzinfo=UTC))
    assert [one.severity for one in events_are_ahead(saying("Kommt alle!", event=past), NOON)] == ["warn"]
    assert [one.severity for one in events_are_ahead(saying("Kommt heute!", event=past), NOON)] == ["block"]
    assert events_are_ahead(saying("Danke, es war schön.", event=past), NOON) == []
    assert events_are_ahead(saying("Kommt alle!", event=EVENT), NOON) == []
