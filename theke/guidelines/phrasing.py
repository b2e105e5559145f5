"""Puts findings into words without Django: reads the package's own catalogues."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from theke.guidelines.rules.base import Finding

SAID = ("de", "sv", "en")
"""The languages of the messages. English is in the source."""


@cache
def _catalogue(lang: str) -> NullTranslations:
    path = Path(__file__).parent / "locale" / lang / "LC_MESSAGES" / "django.mo"
    if lang not in SAID or not path.exists():
        return NullTranslations()
    with path.open("rb") as file:
        return GNUTranslations(file)


def phrase(finding: Finding, lang: str) -> str:
    """What the finding says, in one of the three languages; in English for any other."""
    return _catalogue(lang).gettext(finding.words) % finding.params
