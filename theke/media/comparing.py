"""Knows a picture again though it was saved anew: smaller, recompressed, a little brighter (R55)."""

import logging
from datetime import datetime
from io import BytesIO
from itertools import pairwise

from django.utils import timezone
from PIL import Image

from theke.jobs.sources import Source
from theke.media.models import Asset
from theke.media.refusing import HOSTILE
from theke.media.rendering import on_white

log = logging.getLogger(__name__)
COLUMNS, ROWS = 17, 16
FINE = 8
"""So many times finer the picture is first made: then rounding cannot turn a comparison round."""
STEP = 1.0
"""Of 255 grey levels: what differs by less is even, and noise may turn it either way."""
TELLING, FEWEST = 2.0, 40
"""In so many places neighbours must differ by so much; a plain, blank or nearly black picture looks like any other of its kind."""
FEWEST_ROWS = 3
"""So many rows must be different ones; stripes look like any other stripes."""


def look_of(data: bytes) -> str:
    """The look of a picture in a file; empty for what is no picture."""
    try:
        with Image.open(BytesIO(data)) as picture:
            # A JPEG is read at a part of its size, in a tenth of the time.
            picture.draft("RGB", (COLUMNS * FINE * 2, ROWS * FINE * 2))
            return look_at(picture)
    except HOSTILE:
        return ""


def look_at(picture: Image.Image) -> str:
    """256 bits in hex that say where a picture gets darker from left to right; empty where it is too plain to tell.

    A difference hash (https://www.hackerfactor.com/blog/index.php?/archives/529-Kind-of-Like-That.html). Measured on drawings,
    photographs, and posters of one template: saved anew they differ in up to 14 bits, from others in 38 or more. The usual 64
    bits tell posters apart no better (up to 4, and 4 or more).
    """
    falls = [[left - right for left, right in pairwise(row)] for row in _grey(picture)]
    rows = [sum(1 << place for place, fall in enumerate(row) if fall > STEP) for row in falls]
    told = sum(abs(fall) >= TELLING for row in falls for fall in row)
    return "".join(f"{row:04x}" for row in rows) if told >= FEWEST and len(set(rows)) >= FEWEST_ROWS else ""


def _grey(picture: Image.Image) -> list[list[float]]:
    """How light it is in rows of places, in steps finer than a pixel has."""
    plain = on_white(picture.convert("RGBA")) if picture.has_transparency_data else picture
    even = plain.convert("L").resize((COLUMNS * FINE, ROWS * FINE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    small = even.convert("F").resize((COLUMNS, ROWS), Image.Resampling.LANCZOS)
    return [[float(small.getpixel((x, y))) for x in range(COLUMNS)] for y in range(ROWS)]  # type: ignore[arg-type]  # one band


def due(most: int) -> list[int]:
    """Pictures from before looks were taken, the newest first: they are the likeliest to be shown again."""
    return list(Asset.objects.filter(look=None).order_by("-pk").values_list("pk", flat=True)[:most])


def next_at() -> datetime | None:
    """At once, while there are any."""
    return timezone.now() if Asset.objects.filter(look=None).exists() else None


def run(pk: int) -> None:
    """Take the look of one picture."""
    asset = Asset.objects.filter(pk=pk, look=None).first()
    if asset is None:
        return
    try:
        data = asset.path.read_bytes()
    except OSError as trouble:
        log.warning("the look of asset %s: %s", pk, trouble)
        data = b""
    Asset.objects.filter(pk=pk, look=None).update(look=look_of(data))


SOURCE = Source("looks", due=due, next_at=next_at, run=run)
