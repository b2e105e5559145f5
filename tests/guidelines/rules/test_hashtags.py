"""R35 and R36: hashtags of several words have capitals, and stand at the end."""

import pytest

from tests.guidelines.drafts import NOON, draft, saying, target
from theke.guidelines.rules.hashtags import hashtags_are_readable, tags_stand_at_the_end


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


@pytest.mark.parametrize(
    ("lang", "text", "seen"),
    [
        ("de", "Unsere #Vorlesestunde beginnt um elf.", "#Vorlesestunde"),
        ("de", "Danke an @stadt@social.example für den Saal.", "@stadt@social.example"),
        ("de", "Es geht los! #Lesen\nKommt alle vorbei.", "#Lesen"),
        ("sv", "Vår #sagostund börjar klockan elva.", "#sagostund"),
        ("en", "Our #storytime starts at eleven.", "#storytime"),
    ],
)
def test_tags_and_mentions_in_the_middle_are_named(lang: str, text: str, seen: str) -> None:
    (found,) = tags_stand_at_the_end(saying(text, lang=lang), NOON)
    assert (found.seen, found.severity) == (seen, "hint")


@pytest.mark.parametrize(
    "text",
    [
        "Am Samstag wird vorgelesen. #Vorlesen #Kinder",
        "Am Samstag wird vorgelesen.\n\n#Vorlesen\n#Kinder",
        "Am Samstag wird vorgelesen. #Vorlesen\n\nPå lördag är det sagostund. #Sagostund",
        "Am Samstag wird bei uns vorgelesen. #Vorlesen\nPå lördag är det sagostund hos oss. #Sagostund",
        "Mehr dazu: https://bib.example/vorlesen#anmeldung #Vorlesen 📚",
        "Schreibt an info@bib.example, wir sind die #1. C# lernen in Raum 2",
        "Foto und Text von @jana@social.example",
        "Thanks to all who came! #StoryTime @town@social.example",
    ],
)
def test_tags_that_close_a_paragraph_pass_once_per_language(text: str) -> None:
    assert tags_stand_at_the_end(saying(text), NOON) == []


def test_an_answer_begins_with_whom_it_speaks_to() -> None:
    text = "@karin@social.example @ole Danke für die Frage!"
    assert tags_stand_at_the_end(saying(text, form="reply"), NOON) == []
    assert len(tags_stand_at_the_end(saying(text), NOON)) == 1


def test_more_than_five_tags_are_many() -> None:
    assert tags_stand_at_the_end(saying("Da. #A1 #B1 #C1 #D1 #E1"), NOON) == []
    (found,) = tags_stand_at_the_end(saying("Da. #A1 #B1 #C1 #D1 #E1 #F1"), NOON)
    assert found.params["count"] == 6
