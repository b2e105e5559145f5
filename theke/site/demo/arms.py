"""Draws the coats of arms of the two towns. Both towns and their arms are invented."""

import io
import math
from collections.abc import Callable

from PIL import Image, ImageDraw

FINE = 4
"""Drawn so many times larger and made smaller again, so that no edge is ragged."""
WIDTH, HEIGHT = 240 * FINE, 288 * FINE
BLUE, SILVER, GOLD, RED, EDGE = "#1D4E89", "#F4F6F8", "#F2C230", "#B3202C", "#10233A"

Point = tuple[float, float]


def _shield(grow: float) -> list[Point]:
    """The outline: straight above, round below; `grow` in pixels inwards."""
    left, right, top = grow, WIDTH - grow, grow
    waist, tip, middle = HEIGHT * 0.5, HEIGHT - grow, WIDTH / 2
    steps = [n / 40 * math.pi / 2 for n in range(41)]
    curve = [(middle + (right - middle) * math.cos(a), waist + (tip - waist) * math.sin(a)) for a in steps]
    return [(left, top), (right, top), *curve, *((2 * middle - x, y) for x, y in reversed(curve))]


def _field(colour: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGBA", (WIDTH, HEIGHT), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.polygon(_shield(0), fill=EDGE)
    draw.polygon(_shield(7 * FINE), fill=colour)
    return image, draw


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.resize((WIDTH // FINE, HEIGHT // FINE), Image.Resampling.LANCZOS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def well() -> bytes:
    """A silver well over two waves, on blue: the *Born* of Seeborn."""
    image, draw = _field(BLUE)

    def box(left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        return left * FINE, top * FINE, right * FINE, bottom * FINE

    draw.polygon([(70 * FINE, 76 * FINE), (120 * FINE, 36 * FINE), (170 * FINE, 76 * FINE)], fill=SILVER)
    for left in (80, 152):
        draw.rectangle(box(left, 76, left + 8, 128), fill=SILVER)
    draw.rectangle(box(118, 76, 122, 100), fill=SILVER)
    draw.rounded_rectangle(box(108, 98, 132, 120), 4 * FINE, fill=GOLD)
    draw.rounded_rectangle(box(68, 124, 172, 166), 6 * FINE, fill=SILVER)
    for left, top in ((72, 144), (106, 144), (140, 144)):
        draw.rectangle(box(left, top, left + 28, top + 3), fill=BLUE)
    for middle in (192, 218):
        upper = [(x, (middle + 7 * math.sin(x / FINE / 11)) * FINE) for x in range(48 * FINE, 192 * FINE, FINE)]
        draw.polygon([*upper, *((x, y + 9 * FINE) for x, y in reversed(upper))], fill=SILVER)
    return _png(image)


def leaves() -> bytes:
    """Three red leaves of the water lily on gold, as many a Swedish place by a lake carries them."""
    image, draw = _field(GOLD)
    for x, y in ((76, 84), (164, 84), (120, 178)):
        turn = [n / 60 * 2 * math.pi for n in range(60)]
        heart = [
            (
                (x + 2.5 * 16 * math.sin(a) ** 3) * FINE,
                (y - 2.5 * (13 * math.cos(a) - 5 * math.cos(2 * a) - 2 * math.cos(3 * a) - math.cos(4 * a))) * FINE,
            )
            for a in turn
        ]
        draw.polygon(heart, fill=RED)
        draw.line([(x * FINE, (y - 14) * FINE), (x * FINE, (y + 30) * FINE)], fill=GOLD, width=3 * FINE)
    return _png(image)


ARMS: dict[str, Callable[[], bytes]] = {"seeborn": well, "sjoby": leaves}
