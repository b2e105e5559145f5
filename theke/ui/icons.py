"""Icons of Lucide (ISC), inlined, so that they take the colour of their text and need no request."""

from functools import cache
from importlib.resources import files
from re import sub
from zipfile import ZipFile

from django.utils.safestring import SafeString


class NoSuchIcon(Exception):
    """Lucide has no icon of this name."""


@cache
def _drawing(name: str) -> str:
    with (files("lucide") / "lucide.zip").open("rb") as packed, ZipFile(packed) as icons:
        try:
            whole = icons.read(f"{name}.svg").decode()
        except KeyError as missing:
            raise NoSuchIcon(name) from missing
    return sub(r"\s*\n\s*", "", whole[whole.index(">", whole.index("<svg")) + 1 : whole.rindex("</svg>")])


@cache
def svg(name: str, extra: str = "") -> SafeString:
    """The icon as an <svg> hidden from screen readers. Raises NoSuchIcon."""
    classes = f"icon {extra}".strip()
    return SafeString(
        f'<svg class="{classes}" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2"'
        f' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{_drawing(name)}</svg>'
    )
