"""Films and recordings that a text links to can be read by those who do not hear them (R21, L11)."""

from dataclasses import replace

import pytest

from tests.guidelines.drafts import NOON, draft, target
from theke.guidelines.rules import films
from theke.guidelines.rules.description import sound_can_be_read

TUBE = "https://www.youtube.com/watch?v=abc123"


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
