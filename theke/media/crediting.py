"""Writes the line that names whose a picture is, as its licence demands."""

from django.utils import translation
from django.utils.translation import gettext

CREATIVE_COMMONS = "cc_by"
"""All licences whose key begins like this ask for a credit."""


def credit_line(*, terms: str, author: str, licence: str, source: str, cropped: bool, lang: str | None = None) -> str:
    """The credit in a language, the reader's by default; empty where nobody is known.

    Creative Commons asks for author, source and licence, and for a word where it was changed (section 3 of the licences, all
    versions); the addresses stand without `https://`, which no reader needs. Everything else names its author.
    """
    if not terms.startswith(CREATIVE_COMMONS) or not author:
        return author
    with translation.override(lang or translation.get_language() or "de"):
        changed = gettext("cropped") if cropped else ""
    shown = source.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return ", ".join(part for part in (author, licence, changed, shown) if part)
