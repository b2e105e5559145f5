"""Makes a picture smaller. The imaging library is imported when it is first needed."""

import io

from theke.networks.base import Refused, gettext_noop

QUALITIES = (85, 75, 65)
MOST_PIXELS = 50_000_000
STEPS = 6

NOT_A_PICTURE = gettext_noop("The picture cannot be made small enough for this server.")


def shrunk(content: bytes, most: int, edge: int = 0) -> bytes:
    """The picture as JPEG of at most so many bytes, without any metadata, and not longer than `edge`. Raises Refused."""
    from PIL import Image  # noqa: PLC0415 -- heavy, and rarely needed

    try:
        with Image.open(io.BytesIO(content)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Refused(NOT_A_PICTURE)
            picture = opened.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as trouble:
        raise Refused(NOT_A_PICTURE) from trouble
    if edge:
        picture.thumbnail((edge, edge))
    for _step in range(STEPS):
        for quality in QUALITIES:
            out = io.BytesIO()
            picture.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= most:
                return out.getvalue()
        picture.thumbnail((picture.width * 3 // 4, picture.height * 3 // 4))
    raise Refused(NOT_A_PICTURE)
