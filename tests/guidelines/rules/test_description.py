"""R19–R22 and R39: pictures and films are there for everybody, and tell nothing of the camera (A30, L11, L12)."""

import pytest

from tests.guidelines.drafts import NOON, draft, showing, target
from theke.guidelines.rules import description
from theke.guidelines.rules.base import Picture
from theke.guidelines.rules.description import (
    descriptions_help,
    files_tell_nothing,
    pictures_are_described,
    sound_can_be_read,
    written_words_are_text,
)


@pytest.mark.parametrize("alt", ["", " ", "\n\t"])
def test_a_picture_without_description_is_blocked_unless_it_is_decoration(alt: str) -> None:
    (found,) = pictures_are_described(showing(alt), NOON)
    assert (found.severity, found.picture) == ("block", "7")
    assert pictures_are_described(showing(alt, decorative=True), NOON) == []


@pytest.mark.parametrize(
    ("alt", "words"),
    [
        ("IMG_4711.JPG", description.IS_FILE),
        ("dsc01234", description.IS_FILE),
        ("20261122_101500", description.IS_FILE),
        ("lesung-mara.jpeg", description.IS_FILE),
        ("Bild von einer Frau, die vorliest", description.OPENS),
        ("Das Foto zeigt eine Frau beim Vorlesen", description.OPENS),
        ("Auf dem Bild sieht man eine Frau mit Buch", description.OPENS),
        ("Bild på en kvinna som läser högt", description.OPENS),
        ("Bilden föreställer en kvinna som läser", description.OPENS),
        ("Image of a woman reading aloud", description.OPENS),
        ("A picture of a woman reading aloud", description.OPENS),
        ("Frau", description.SHORT),
        ("En bok", description.SHORT),
        ("Am  samstag wird vorgelesen.", description.SAME),
    ],
)
def test_a_description_that_does_not_help_gets_one_hint(alt: str, words: str) -> None:
    (found,) = descriptions_help(showing(alt), NOON)
    assert (found.words, found.severity) == (words, "hint")


@pytest.mark.parametrize(
    "alt",
    [
        "Eine Frau liest einer Gruppe Kinder vor.",
        "Bilderbuchkino im Foyer mit zwanzig Kindern",
        "Fotografin Mara Lindqvist vor ihrer Ausstellung",
        "Bildband über den Hafen, aufgeschlagen",
        "Tolv barn lyssnar på en saga",
        "Imagefilm: zwei Jugendliche am 3D-Drucker",
        "2026 lasen wir 12 000 Bücher: Balkendiagramm",
    ],
)
def test_a_good_description_passes(alt: str) -> None:
    assert descriptions_help(showing(alt), NOON) == []


def test_the_name_of_the_file_itself_is_no_description() -> None:
    (found,) = descriptions_help(showing("vorlesestunde", file_name="vorlesestunde.webp"), NOON)
    assert found.words == description.IS_FILE


def test_the_idle_opening_can_be_taken_away_in_one_step() -> None:
    (found,) = descriptions_help(showing("Bild: Eine Frau liest vor."), NOON)
    assert (found.seen, found.mend) == ("Bild: ", "")


def test_a_description_longer_than_a_channel_takes_is_said_for_that_channel() -> None:
    picture = Picture("7", "x" * 101)
    (found,) = descriptions_help(
        draft(target(alt_max=200), target(key="2", name="Blog", alt_max=100), pictures=(picture,)), NOON
    )
    assert (found.target, found.start, found.end) == ("2", 100, 101)


def test_r21_film_and_sound_need_captions_or_a_transcript() -> None:
    (found,) = sound_can_be_read(showing("Film vom Hafen", medium="video"), NOON)
    assert (found.severity, found.picture) == ("warn", "7")
    assert sound_can_be_read(showing("Gespräch", medium="audio"), NOON)
    assert sound_can_be_read(showing("Film", medium="video", captioned=True), NOON) == []
    assert sound_can_be_read(showing("Bild"), NOON) == []


def test_r22_a_file_that_still_tells_of_its_place_is_blocked() -> None:
    (found,) = files_tell_nothing(showing("Der Hafen", traces=("GPS",)), NOON)
    assert found.severity == "block"
    assert files_tell_nothing(showing("Der Hafen"), NOON) == []


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("Lesung mit Mara Lindqvist am Samstag um elf", "Kommt alle!"),
        ("Högläsning på lördag klockan elf", "Välkomna!"),
        ("Reading aloud on Saturday at eleven", "Come along!"),
    ],
)
def test_r39_what_is_written_in_a_picture_is_text_too(wording: str, text: str) -> None:
    shown = Picture("7", "Ein Plakat", wording=wording)
    (found,) = written_words_are_text(draft(target(text), pictures=(shown,)), NOON)
    assert (found.severity, found.picture) == ("warn", "7")
    assert written_words_are_text(draft(target(f"{text} {wording.lower()}!"), pictures=(shown,)), NOON) == []
    described = Picture("7", f"Plakat: {wording}", wording=wording)
    assert written_words_are_text(draft(target(text), pictures=(described,)), NOON) == []


def test_r39_two_words_on_a_sign_do_not_matter() -> None:
    assert written_words_are_text(draft(pictures=(Picture("7", "Eine Tür", wording="Bitte klingeln"),)), NOON) == []
