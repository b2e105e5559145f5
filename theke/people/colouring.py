"""One colour of the library, and the tones that the pages need of it: readable in the light and in the dark (WCAG 2.2, 1.4.3)."""

import colorsys
import re
from collections.abc import Iterable
from dataclasses import dataclass

HEX = re.compile(r"#[0-9a-fA-F]{6}")
ENOUGH = 4.5
"""Contrast of text against what stands behind it."""
COMFORT = 6.0
"""What the tone for the dark is lightened to."""
LIGHT_SURFACES = ("#FFFFFF", "#F3F6F6", "#E8EDEE")
DARK_SURFACES = ("#172022", "#0F1517", "#0B1011")
LIGHT_INK, DARK_INK = "#55646A", "#9BAAAE"
"""The palest inks of the design; they stand on the soft tone, too."""
STEP = 0.01

Rgb = tuple[float, float, float]


def is_colour(text: str) -> bool:
    """Whether the text is a colour as we keep it, #rrggbb."""
    return HEX.fullmatch(text) is not None


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def _hex(rgb: Iterable[float]) -> str:
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in rgb)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, as WCAG defines it."""
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, base: str, share: float) -> str:
    """So much of the colour on the base."""
    return _hex(a * share + b * (1 - share) for a, b in zip(_rgb(colour), _rgb(base), strict=True))


def _shifted(colour: str, by: float) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    return _hex(colorsys.hls_to_rgb(hue, min(max(light + by, 0), 1), saturation))


def _soft(colour: str, surface: str, ink: str) -> str:
    """The surface with as much of the colour as the palest ink on it allows."""
    shares = (share / 100 for share in range(16, 0, -1))
    tones = (mixed(colour, surface, share) for share in shares)
    return next((tone for tone in tones if contrast(ink, tone) >= ENOUGH + 0.1), surface)


def weakest(colour: str) -> float:
    """The lowest contrast that the colour has as a text or a button on light pages."""
    return min(contrast(colour, surface) for surface in (*LIGHT_SURFACES, _soft(colour, "#FFFFFF", LIGHT_INK)))


def passes(colour: str) -> bool:
    """Whether the colour can be read everywhere on light pages."""
    return weakest(colour) >= ENOUGH


def nearest(colour: str) -> str:
    """The colour itself, or the lightest darker one of the same hue that can be read."""
    while not passes(colour):
        colour = _shifted(colour, -STEP)
    return colour.upper()


def _for_the_dark(colour: str) -> str:
    tone = colour
    while min(contrast(tone, surface) for surface in DARK_SURFACES) < COMFORT:
        tone = _shifted(tone, STEP)
    return tone


@dataclass(frozen=True)
class Tones:
    """The tones of one theme, named as in the stylesheet."""

    brand: str
    link: str
    hover: str
    on_brand: str
    soft: str

    def named(self) -> dict[str, str]:
        """By the names of the stylesheet's tokens."""
        return {
            "--brand": self.brand,
            "--link": self.link,
            "--brand-hover": self.hover,
            "--on-brand": self.on_brand,
            "--brand-soft": self.soft,
        }


def light_tones(colour: str) -> Tones:
    """The tones for light pages of a colour that passes."""
    return Tones(colour, colour, _shifted(colour, -0.07), "#FFFFFF", _soft(colour, "#FFFFFF", LIGHT_INK))


def dark_tones(colour: str) -> Tones:
    """The tones for dark pages, made by lightening the colour."""
    tone = _for_the_dark(colour)
    return Tones(tone, tone, _shifted(tone, 0.07), mixed(tone, "#000000", 0.12), _soft(tone, "#172022", DARK_INK))


def stylesheet(colour: str) -> str:
    """The tokens of the library's colour as CSS, to be loaded after the design's own; nothing for a colour that does not pass."""
    if not is_colour(colour) or not passes(colour):
        return ""
    light, dark = light_tones(colour).named(), dark_tones(colour).named()
    plain = " ".join(f"{name}: {tone};" for name, tone in light.items())
    both = " ".join(f"{name}: light-dark({tone}, {dark[name]});" for name, tone in light.items())
    return (
        f"@layer tokens {{\n  :root {{ {plain} }}\n  @supports (color: light-dark(#000, #fff)) {{ :root {{ {both} }} }}\n}}\n"
    )
