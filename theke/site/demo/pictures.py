"""Draws the demo's pictures, so that no photo of anybody is needed."""

import io
import random

from PIL import Image, ImageDraw

SIZE = (1600, 1200)
INKS = ("#0B5563", "#B4530A", "#6D3FA0", "#2F7D32", "#B8123F", "#D9A441", "#3B6EA5", "#8C5A3C", "#E3D5B8")


def _sky(top: tuple[int, int, int], bottom: tuple[int, int, int]) -> Image.Image:
    column = Image.new("RGB", (1, SIZE[1]))
    for y in range(SIZE[1]):
        part = y / SIZE[1]
        column.putpixel((0, y), tuple(round(a + (b - a) * part) for a, b in zip(top, bottom, strict=True)))
    return column.resize(SIZE)


def shelf(rng: random.Random) -> Image.Image:
    """Shelves full of books, and an armchair."""
    image = _sky((236, 226, 206), (214, 196, 164))
    draw = ImageDraw.Draw(image)
    for board in (330, 660, 990):
        x = 40
        while x < SIZE[0] - 80:
            width, height = rng.randint(28, 64), rng.randint(190, 265)
            draw.rounded_rectangle((x, board - height, x + width, board), 4, fill=rng.choice(INKS))
            draw.rectangle((x + 6, board - height + 28, x + width - 6, board - height + 38), fill="#F4EAD2")
            x += width + rng.choice((3, 3, 3, 26))
        draw.rectangle((0, board, SIZE[0], board + 22), fill="#7A5230")
    draw.rounded_rectangle((1080, 640, 1500, 1060), 90, fill="#0B5563")
    draw.rounded_rectangle((1120, 860, 1460, 1130), 50, fill="#11707F")
    draw.rounded_rectangle((1030, 830, 1130, 1130), 50, fill="#083F4A")
    draw.rounded_rectangle((1450, 830, 1550, 1130), 50, fill="#083F4A")
    return image


def lantern(rng: random.Random) -> Image.Image:
    """Paper lanterns at night."""
    image = _sky((18, 28, 62), (58, 52, 104))
    draw = ImageDraw.Draw(image, "RGBA")
    for _star in range(90):
        x, y, r = rng.randint(0, SIZE[0]), rng.randint(0, 600), rng.randint(1, 3)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=(255, 244, 214, 190))
    for place, ink in enumerate(((226, 120, 50), (240, 186, 70), (190, 60, 90), (250, 210, 120), (120, 170, 90))):
        x, y, r = 190 + place * 305, rng.randint(470, 760), rng.randint(105, 145)
        draw.line((x, 0, x, y - r), fill=(20, 20, 30, 255), width=4)
        for ring in range(9, 0, -1):
            grown = r + ring * 16
            draw.ellipse((x - grown, y - grown, x + grown, y + grown), fill=(*ink, 10))
        draw.ellipse((x - r, y - r, x + r, y + r), fill=(*ink, 255))
        for fold in range(-2, 3):
            draw.arc((x - r + abs(fold) * 24, y - r, x + r - abs(fold) * 24, y + r), 90, 270, fill=(255, 255, 255, 70), width=4)
    return image


def whale(rng: random.Random) -> Image.Image:
    """A small whale under paper stars."""
    image = _sky((196, 226, 232), (46, 120, 148))
    draw = ImageDraw.Draw(image)
    for _star in range(14):
        x, y, r = rng.randint(60, 1540), rng.randint(40, 420), rng.randint(14, 34)
        draw.regular_polygon((x, y, r), 5, rotation=rng.randint(0, 70), fill=rng.choice(("#F0C75E", "#F7E3A1", "#FFFFFF")))
    draw.polygon([(1180, 700), (1420, 520), (1400, 690), (1480, 860), (1200, 790)], fill="#1B4E78")
    draw.ellipse((360, 520, 1260, 1000), fill="#24618F")
    draw.chord((380, 600, 1220, 990), 10, 170, fill="#D9E8EE")
    draw.ellipse((520, 690, 560, 730), fill="#0D2233")
    draw.ellipse((530, 696, 542, 708), fill="#FFFFFF")
    draw.arc((560, 740, 700, 820), 20, 140, fill="#0D2233", width=8)
    for side in (-1, 1):
        draw.arc(
            (720 + side * 60 - 60, 380, 720 + side * 60 + 60, 560),
            200 if side < 0 else 270,
            340 if side > 0 else 280,
            fill="#FFFFFF",
            width=12,
        )
    return image


def window(rng: random.Random) -> Image.Image:
    """A window with a view of snowy roofs."""
    image = _sky((120, 146, 178), (222, 226, 232))
    draw = ImageDraw.Draw(image)
    for x in range(-60, 1600, 300):
        top = rng.randint(520, 660)
        draw.polygon([(x, top + 170), (x + 160, top), (x + 330, top + 170)], fill="#F7FAFC")
        draw.rectangle((x + 20, top + 165, x + 310, 1200), fill=rng.choice(("#8A5A44", "#6E7F8C", "#A98B5D")))
        for light in (70, 190):
            draw.rectangle((x + light, top + 240, x + light + 60, top + 320), fill="#F5D37A")
    for _flake in range(260):
        x, y, r = rng.randint(0, 1600), rng.randint(0, 1200), rng.randint(2, 6)
        draw.ellipse((x - r, y - r, x + r, y + r), fill="#FFFFFF")
    for x in (0, 785, 1570):
        draw.rectangle((x, 0, x + 34, 1200), fill="#4A3425")
    for y in (0, 590, 1166):
        draw.rectangle((0, y, 1600, y + 34), fill="#4A3425")
    return image


def cup(rng: random.Random) -> Image.Image:
    """A cup of tea beside some books."""
    image = _sky((244, 226, 196), (222, 178, 132))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 900, *SIZE), fill="#7A5230")
    for place in range(3):
        left, top = 140 + rng.randint(-30, 30), 800 - place * 100
        draw.rounded_rectangle((left, top, left + 560, top + 96), 10, fill=rng.choice(INKS[:7]))
        draw.rectangle((left + 30, top + 70, left + 530, top + 76), fill="#F4EAD2")
    draw.ellipse((840, 850, 1440, 960), fill="#F4F6F8")
    draw.arc((1220, 560, 1420, 800), 250, 110, fill="#0B5563", width=36)
    draw.chord((900, 280, 1320, 900), 0, 180, fill="#0B5563")
    draw.ellipse((900, 540, 1320, 640), fill="#083F4A")
    draw.ellipse((930, 556, 1290, 626), fill="#B4530A")
    for steam in (1010, 1110, 1210):
        draw.line([(steam + 22 * (n % 2), 500 - n * 50) for n in range(6)], fill="#FFF7EA", width=14, joint="curve")
    return image


def reader(rng: random.Random) -> Image.Image:
    """Somebody who reads from a large book, before shelves."""
    image = shelf(rng)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, *SIZE), outline="#7A5230", width=20)
    draw.chord((430, 690, 1170, 1500), 180, 360, fill="#2F7D32")
    draw.rectangle((740, 600, 860, 760), fill="#C98F6B")
    draw.ellipse((590, 190, 1010, 690), fill="#5B3A24")
    draw.ellipse((640, 250, 960, 660), fill="#DDA883")
    for eye in (735, 865):
        draw.ellipse((eye - 16, 420, eye + 16, 452), fill="#22160E")
        draw.arc((eye - 46, 386, eye + 46, 486), 0, 360, fill="#22160E", width=7)
    draw.line((781, 436, 819, 436), fill="#22160E", width=7)
    draw.arc((735, 500, 865, 610), 20, 160, fill="#8C3B32", width=10)
    draw.polygon([(380, 860), (800, 930), (800, 1200), (380, 1130)], fill="#B8123F")
    draw.polygon([(1220, 860), (800, 930), (800, 1200), (1220, 1130)], fill="#96102F")
    return image


PICTURES = {"shelf": shelf, "lantern": lantern, "whale": whale, "window": window, "cup": cup, "reader": reader}


def drawn(name: str) -> bytes:
    """A picture as JPEG; the same bytes every time."""
    buffer = io.BytesIO()
    PICTURES[name](random.Random(name)).save(buffer, "JPEG", quality=88)  # noqa: S311 -- it draws, it guards nothing
    return buffer.getvalue()
