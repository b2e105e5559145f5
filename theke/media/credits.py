"""Who took the picture, as the file says in EXIF, XMP or IPTC, read before all of it is removed."""

import re
from collections.abc import Mapping
from html import unescape

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from theke.media.refusing import HOSTILE

CREATOR = re.compile(rb"<dc:creator>.{0,400}?<rdf:li[^>]{0,100}>(.{1,300}?)</rdf:li>", re.DOTALL)
BY_LINE, CREDIT = (2, 80), (2, 110)
XMP_LOOKED_AT = 2_000_000


def credit_in(picture: Image.Image, data: bytes) -> str:
    """The photographer's name, else the copyright line, else nothing. One line of plain text."""
    exif = _exif(picture)
    named = (
        _text(exif.get(ExifTags.Base.Artist)),
        _from_xmp(picture.info.get("xmp") or data[:XMP_LOOKED_AT]),
        _from_iptc(picture, BY_LINE),
        _text(exif.get(ExifTags.Base.Copyright)),
        _from_iptc(picture, CREDIT),
    )
    return next((name for name in named if name), "")


def _exif(picture: Image.Image) -> Mapping[int, object]:
    try:
        return picture.getexif()
    except HOSTILE:  # a broken block names nobody
        return {}


def _from_xmp(xmp: object) -> str:
    found = CREATOR.search(xmp.encode() if isinstance(xmp, str) else xmp) if isinstance(xmp, (str, bytes)) else None
    return unescape(_text(found.group(1))) if found else ""


def _from_iptc(picture: Image.Image, field: tuple[int, int]) -> str:
    try:
        facts = (IptcImagePlugin.getiptcinfo(picture) if isinstance(picture, ImageFile.ImageFile) else None) or {}
    except HOSTILE:
        return ""
    value = facts.get(field)
    return _text(value[0] if isinstance(value, list) else value)


def _text(value: object) -> str:
    """One line without control characters, whatever the camera wrote."""
    words = _decoded(value) if isinstance(value, bytes) else value
    if not isinstance(words, str):
        return ""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())[:200]


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")
