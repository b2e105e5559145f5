"""Pictures made for tests."""

from io import BytesIO
from typing import Any

import pillow_heif
from PIL import Image, ImageDraw

pillow_heif.register_heif_opener()


def drawn(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right, so that turning shows."""
    picture = Image.new(mode, size, "red")
    ImageDraw.Draw(picture).rectangle((size[0] // 2, 0, size[0], size[1]), fill="blue")
    return picture


def noisy(size: tuple[int, int] = (900, 700)) -> Image.Image:
    """A picture that does not compress well, the same every time."""
    bands = [Image.effect_noise(size, 90) for _ in range(3)]
    return Image.merge("RGB", bands)


def encoded(picture: Image.Image, format: str = "JPEG", **options: Any) -> bytes:
    out = BytesIO()
    picture.save(out, format, **options)
    return out.getvalue()


def uploaded(picture: Image.Image | None = None, format: str = "JPEG", **options: Any) -> BytesIO:
    return BytesIO(encoded(picture or drawn(), format, **options))
