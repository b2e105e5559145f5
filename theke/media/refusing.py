"""What is turned away, and the words for it."""

import struct
import zlib
from typing import Any

from django.utils.translation import gettext_noop

MEGABYTES = 30
MOST_BYTES = MEGABYTES * 1_000_000
MEGAPIXELS = 40
MOST_PIXELS = MEGAPIXELS * 1_000_000

# What decoders are known to raise for broken and hostile files; anything else would be a fault of ours.
HOSTILE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    ArithmeticError,
    LookupError,
    TypeError,
    AttributeError,
    MemoryError,
    RuntimeError,
    struct.error,
    zlib.error,
)


class NotAPicture(Exception):
    """The file is turned away. `words` is an English msgid, `params` fill it in after translation."""

    def __init__(self, words: str, **params: Any) -> None:
        super().__init__(words % params if params else words)
        self.words = words
        self.params = params


def refuse_what_is_no_picture(data: bytes) -> None:
    """Say at once what needs no decoder to see. Raises `NotAPicture`."""
    if not data:
        raise NotAPicture(gettext_noop("The file is empty."))
    if len(data) > MOST_BYTES:
        raise NotAPicture(gettext_noop("The file is too large: at most %(most)s MB."), most=MEGABYTES)
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        raise NotAPicture(gettext_noop("This is a PDF. Please save the page as a picture (JPEG or PNG) and send that."))
    if start.startswith((b"<svg", b"<?xml", b"<!doctype")):
        raise NotAPicture(gettext_noop("Drawings in SVG can hold more than a picture. Please save it as PNG and send that."))
