"""R55: nothing is said twice (B33)."""

from datetime import timedelta

import pytest

from tests.guidelines.drafts import NOON, draft, saying, target
from theke.guidelines.rules import doublets
from theke.guidelines.rules.base import Context, Picture, Recent
from theke.guidelines.rules.doublets import nothing_is_said_twice

TEXTS = (
    "Am Samstag um elf liest Mara Lindqvist in der Hafenbibliothek aus ihrem neuen Roman vor.",
    "På lördag klockan elva läser Mara Lindqvist ur sin nya roman på biblioteket i hamnen.",
    "On Saturday at eleven Mara Lindqvist reads from her new novel at the harbour library.",
)


def lately(text: str, days: int = 3, target: str = "1", looks: tuple[int, ...] = ()) -> Context:
    return Context(at=NOON.at, recent=(Recent(target, NOON.at - timedelta(days=days), text, looks),))


@pytest.mark.parametrize("text", TEXTS)
def test_nearly_the_same_text_on_the_same_channel_gets_a_hint(text: str) -> None:
    (found,) = nothing_is_said_twice(saying(text + " Kommt!"), lately(text))
    assert (found.words, found.severity, found.target) == (doublets.SAME_TEXT, "hint", "1")


@pytest.mark.parametrize("text", TEXTS)
def test_another_channel_a_longer_time_or_another_text_passes(text: str) -> None:
    assert nothing_is_said_twice(saying(text), lately(text, target="2")) == []
    assert nothing_is_said_twice(saying(text), lately(text, days=15)) == []
    assert nothing_is_said_twice(saying(text), lately("Etwas ganz anderes steht in diesem Text von neulich.")) == []
    assert nothing_is_said_twice(saying(text, form="reply"), lately(text)) == []
    assert nothing_is_said_twice(saying("Danke euch!"), lately("Danke euch!")) == []


def test_a_picture_that_looks_alike_gets_a_hint() -> None:
    shown = draft(target("Neu"), pictures=(Picture("7", "Ein Haus", look=0b1011),))
    (found,) = nothing_is_said_twice(shown, lately("", looks=(0b1000,)))
    assert (found.words, found.picture) == (doublets.SAME_PICTURE, "7")
    assert nothing_is_said_twice(shown, lately("", looks=(2**64 - 1,))) == []


@pytest.mark.parametrize(
    ("lang", "quote"),
    [
        ("de", "„Lesen ist das schönste Reisen der Welt.“"),
        ("sv", "”Att läsa är det finaste sättet att resa.”"),
        ("en", "“Reading is the finest way to travel.”"),
    ],
)
def test_two_reporters_do_not_quote_the_same_sentence(lang: str, quote: str) -> None:
    (found,) = nothing_is_said_twice(saying(f"Mara sagt: {quote}", lang=lang), lately(f"Live: {quote} Großer Applaus im Saal."))
    assert (found.words, found.seen) == (doublets.SAME_QUOTE, quote)
    assert nothing_is_said_twice(saying("Mara sagt: „Hallo zusammen.“"), lately("Live: „Hallo zusammen.“")) == []
