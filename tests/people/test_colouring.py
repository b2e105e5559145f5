"""The library's colour: contrast by the formula of WCAG, refused where it cannot be read."""

import random

import pytest

from theke.people.colouring import (
    DARK_INK,
    DARK_SURFACES,
    ENOUGH,
    LIGHT_INK,
    LIGHT_SURFACES,
    contrast,
    dark_tones,
    is_colour,
    light_tones,
    nearest,
    passes,
    stylesheet,
)

SEEN = random.Random(3)
COLOURS = ["#000000", "#FFFFFF", "#FF0000", "#00FF00", "#0000FF", "#FFFF00", "#7F7F7F", "#0B5563", "#E30613", "#FECC00"]
COLOURS += [f"#{SEEN.randrange(1 << 24):06X}" for _n in range(60)]


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#777777", "#FFFFFF", 4.48), ("#0B5563", "#FFFFFF", 8.42)],
)
def test_contrast_is_that_of_wcag_in_either_order(one: str, other: str, value: float) -> None:
    assert round(contrast(one, other), 2) == value == round(contrast(other, one), 2)


@pytest.mark.parametrize("colour", COLOURS)
def test_every_tone_made_of_any_colour_can_be_read_in_both_themes(colour: str) -> None:
    good = nearest(colour)
    light, dark = light_tones(good), dark_tones(good)
    for tones, surfaces, ink in ((light, LIGHT_SURFACES, LIGHT_INK), (dark, DARK_SURFACES, DARK_INK)):
        for text in (tones.brand, tones.link, tones.hover):
            assert min(contrast(text, behind) for behind in (*surfaces, tones.soft)) >= ENOUGH
        assert contrast(tones.on_brand, tones.brand) >= ENOUGH and contrast(tones.on_brand, tones.hover) >= ENOUGH
        assert contrast(ink, tones.soft) >= ENOUGH


@pytest.mark.parametrize(("colour", "good"), [("#FFFF00", False), ("#FF0000", False), ("#0B5563", True), ("#B00020", True)])
def test_what_is_too_pale_does_not_pass(colour: str, good: bool) -> None:
    assert passes(colour) is good
    assert (nearest(colour) == colour) is good


def test_the_colour_offered_instead_is_the_nearest_of_its_hue() -> None:
    offered = nearest("#FF0000")
    assert passes(offered) and offered[3:] == "0000" and offered > "#C00000"


@pytest.mark.parametrize("text", ["", "red", "#12345", "#1234567", "#12345g", "#0B5563;}", "url(x)"])
def test_what_is_no_colour_makes_no_stylesheet(text: str) -> None:
    assert not is_colour(text) and stylesheet(text) == ""


def test_a_pale_colour_that_got_into_the_database_changes_nothing() -> None:
    assert stylesheet("#FFFF00") == "" and "--brand: #0B5563" in stylesheet("#0B5563")
