"""Languages and time zones to choose from."""

import zoneinfo

from django.conf import settings
from django.utils.translation import get_language_info

SPOKEN = (
    "de",
    "sv",
    "en",
    "ar",
    "da",
    "es",
    "fa",
    "fi",
    "fr",
    "it",
    "nb",
    "nl",
    "pl",
    "pt",
    "ru",
    "so",
    "sq",
    "tr",
    "uk",
    "vi",
)


def _name(code: str) -> str:
    try:
        return str(get_language_info(code)["name_local"]).capitalize()
    except KeyError:
        return {"so": "Soomaali"}.get(code, code)


def desk_languages() -> list[tuple[str, str]]:
    """The languages of the desk, each by its own name."""
    return list(settings.LANGUAGES)


def spoken_languages() -> list[tuple[str, str]]:
    """Languages that staff may speak, each by its own name."""
    return [(code, _name(code)) for code in SPOKEN]


def time_zones() -> list[tuple[str, str]]:
    """The time zones of Europe."""
    return [(name, name.replace("_", " ")) for name in sorted(zoneinfo.available_timezones()) if name.startswith("Europe/")]
