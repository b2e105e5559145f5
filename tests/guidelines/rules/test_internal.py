"""R30 and R31: what is meant for the house stays in the house (A27, B36)."""

import pytest

from tests.guidelines.drafts import NOON, draft, saying, target
from theke.guidelines.rules.base import Context, Own
from theke.guidelines.rules.internal import internals_stay_inside, remarks_stay_inside

KNOWN = Context(at=NOON.at, own=Own(internal_terms=("Projekt Phönix", "Raum K12")))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Wegen Projekt Phönix umgeräumt", "Projekt Phönix"),
        ("wegen PROJEKT PHÖNIX", "PROJEKT PHÖNIX"),
        ("Treffen in Raum K12!", "Raum K12"),
        ("Siehe 192.168.1.20", "192.168.1.20"),
        ("http://10.0.0.5:8080/admin", "10.0.0.5:8080"),
        ("Drucker 172.16.4.9 ist aus", "172.16.4.9"),
        ("auf drucker.local", "drucker.local"),
        ("siehe wiki.bib.intern", "wiki.bib.intern"),
        ("https://intranet.stadt.example/plan", "intranet.stadt.example"),
        ("http://localhost:8000", "://localhost"),
        (r"liegt auf \\server\plan", r"\\server\plan"),
        ("Nur intern: Dienstplan", "Nur intern"),
        ("Nur für den internen Gebrauch", "Nur für den internen Gebrauch"),
        ("Bitte nicht weitergeben!", "Bitte nicht weitergeben"),
        ("Endast internt: schemat", "Endast internt"),
        ("för internt bruk", "för internt bruk"),
        ("Internal use only", "Internal use only"),
        ("Strictly confidential", "Strictly confidential"),
    ],
)
def test_r30_internals_are_blocked(text: str, seen: str) -> None:
    (found,) = internals_stay_inside(saying(text), KNOWN)
    assert (found.severity, found.seen) == ("block", seen)
    assert text[found.start : found.end] == seen


@pytest.mark.parametrize(
    "text",
    [
        "Version 10.2.0.1 ist da",
        "v10.2.0.1",
        "App-Update 10.2.0.1",
        "Kapitel 10.1.2.3",
        "am 10.12.2026",
        "8.8.8.8 ist öffentlich",
        "110.12.1.2",
        "Nicht nur intern, auch nach außen",
        "Unser internes Team wächst",
        "Im Intranet der Schulen",
        "Das Internat „Schloss Einstein“",
        "Lokal und regional: local.example",
        "inte bara internt",
        "Internationella kvinnodagen",
        "International reading day",
        "Vertrauliche Beratung am Mittwoch",
        "Raum K120",
    ],
)
def test_r30_leaves_versions_dates_and_talk_alone(text: str) -> None:
    assert internals_stay_inside(saying(text), KNOWN) == []


REMARK = "Die Moderatorin kam zu spät und war schlecht vorbereitet."


@pytest.mark.parametrize(
    "text",
    [
        "Schöner Abend! Die Moderatorin kam zu spät und war schlecht vorbereitet.",
        "Schöner Abend, die MODERATORIN kam zu spät, aber dann!",
    ],
)
def test_r31_words_of_a_remark_are_blocked(text: str) -> None:
    (found,) = remarks_stay_inside(draft(target(text), remarks=(REMARK,)), NOON)
    assert found.severity == "block"
    assert text[found.start : found.end].casefold().startswith("die moderatorin kam zu spät")


def test_r31_a_short_remark_counts_as_a_whole() -> None:
    assert remarks_stay_inside(draft(target("Wer kam? Mikrofon kaputt, leider."), remarks=("Mikrofon kaputt",)), NOON)
    assert remarks_stay_inside(draft(target("Mikrofon war da, nichts kaputt"), remarks=("Mikrofon kaputt",)), NOON) == []


def test_r31_single_words_in_common_and_the_title_are_no_remark() -> None:
    assert remarks_stay_inside(draft(target("Die Moderatorin war wunderbar."), remarks=(REMARK,)), NOON) == []
    assert remarks_stay_inside(draft(target("Gut."), remarks=("", "ja")), NOON) == []
    titled = draft(
        target("Lesung mit Mara im Hafen heute"), title="Lesung mit Mara im Hafen", remarks=("Lesung mit Mara im Hafen: leer",)
    )
    assert remarks_stay_inside(titled, NOON) == []


def test_r31_swedish_and_english_remarks() -> None:
    assert remarks_stay_inside(draft(target("Talaren var sen och sur i dag."), remarks=("Talaren var sen och sur",)), NOON)
    assert remarks_stay_inside(draft(target("The speaker was late and angry."), remarks=("speaker was late and angry",)), NOON)
