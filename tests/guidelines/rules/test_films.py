"""Films and recordings that a text links to can be read by those who do not hear them (R21, L11)."""

from dataclasses import replace

import pytest

from tests.guidelines.drafts import NOON, draft, target
from theke.guidelines.rules import films
from theke.guidelines.rules.description import sound_can_be_read
from theke.guidelines.rules.films import is_film

TUBE = "https://www.youtube.com/watch?v=abc123"


@pytest.mark.parametrize(
    "link",
    [
        TUBE,
        "https://youtu.be/abc123?si=x",
        "https://m.youtube.com/watch?v=abc",
        "https://www.youtube.com/shorts/abc",
        "https://vimeo.com/123456",
        "https://tube.seeborn.example/w/9c9de5e8d0f1a1b2c3d4e5",
        "https://tube.seeborn.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d",
        "https://seeborn.example/media/Rundgang.MP4?v=2",
        "https://sjoby.example/podd/avsnitt-3.mp3#t=10",
        "https://open.spotify.com/episode/abc",
        "https://www.instagram.com/reel/abc/",
        "https://www.facebook.com/seeborn/videos/123/",
    ],
)
def test_these_lead_to_a_film_or_a_recording(link: str) -> None:
    assert is_film(link)


@pytest.mark.parametrize(
    "link",
    [
        "https://www.youtube.com/@stadtbibliothek",
        "https://vimeo.com/",
        "https://seeborn.example/filme",
        "https://seeborn.example/mp4",
        "https://www.instagram.com/seeborn/",
        "https://www.svtplay.se/video/abc/film",
        "https://seeborn.example/w/programm",
        "https://[::1/x.mp4",
    ],
)
def test_these_lead_to_a_page(link: str) -> None:
    assert not is_film(link)


@pytest.mark.parametrize("text", [f"Unser Rundgang: {TUBE}!", f"Se filmen: {TUBE}.", f"Watch it here: {TUBE}"])
def test_r21_a_linked_film_is_asked_about_where_it_stands_until_somebody_says_that_it_can_be_read(text: str) -> None:
    asked = draft(target(text), films_captioned=False)
    (found,) = sound_can_be_read(asked, NOON)
    assert (found.rule, found.severity, found.words, found.seen) == ("R21", "hint", films.UNSAID, TUBE)
    assert text[found.start : found.end] == TUBE
    assert sound_can_be_read(replace(asked, films_captioned=True), NOON) == []


def test_r21_asks_nobody_where_nobody_can_answer() -> None:
    assert sound_can_be_read(draft(target(f"Unser Rundgang: {TUBE}")), NOON) == []


@pytest.mark.parametrize("size", [100_000])
def test_a_text_full_of_links_takes_no_longer_than_others(size: int) -> None:
    text = (f"{TUBE} https://tube.example/w/" + "a" * 60 + " ") * (size // 110)
    assert len(sound_can_be_read(draft(target(text), films_captioned=False), NOON)) == size // 110
