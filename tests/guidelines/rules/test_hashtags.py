"""R35: hashtags of several words have capitals."""

import pytest

from tests.guidelines.drafts import NOON, draft, saying, target
from theke.guidelines.rules.hashtags import hashtags_are_readable


@pytest.mark.parametrize(
    ("tag", "mend"),
    [
        ("#wirlesengemeinsam", "#WirLesenGemeinsam"),
        ("#lesenmachtglücklich", "#LesenMachtGlücklich"),
        ("#bibliotheksindfueralle", ""),
        ("#bibliothekistfüralle", "#BibliothekIstFürAlle"),
        ("#viläsertillsammans", "#ViLäserTillsammans"),
        ("#biblioteketärditt", "#BiblioteketÄrDitt"),
        ("#saveourlibraries", "#SaveOurLibraries"),
        ("#summerreadingclub", "#SummerReadingClub"),
        ("#welcometothelibrary", "#WelcomeToTheLibrary"),
    ],
)
def test_words_run_together_get_capitals_when_their_seams_are_known(tag: str, mend: str) -> None:
    found = hashtags_are_readable(saying(f"Heute: {tag}!"), NOON)
    assert [one.mend for one in found] == ([mend] if mend else [])
    assert all((one.seen, one.start, one.end) == (tag, 7, 7 + len(tag)) for one in found)


@pytest.mark.parametrize(
    "tag",
    [
        "#Öffnungszeiten",
        "#öffnungszeiten",
        "#Lieblingsbuch",
        "#boktips",
        "#vorlesestunde",
        "#stadtbibliothek",
        "#kinderbuchtipp",
        "#stadtteilbibliothek",
        "#folkbibliotek",
        "#sommarlovsboken",
        "#storytime",
        "#WirLesenVor",
        "#wir_lesen_gemeinsam",
        "#LESENMACHTFREUDE",
        "#wirlesen",
        "https://bib.example/seite#wirlesengemeinsam",
    ],
)
def test_compounds_and_readable_tags_pass(tag: str) -> None:
    assert hashtags_are_readable(saying(f"Heute: {tag}"), NOON) == []


def test_a_shared_text_is_spoken_of_once_and_an_own_one_by_its_channel() -> None:
    tag = "#wirlesengemeinsam"
    shared = draft(target(tag), target(tag, key="2"), target(f"Blog {tag}", key="3", own=True))
    assert [(one.target, one.start) for one in hashtags_are_readable(shared, NOON)] == [("", 0), ("3", 5)]
