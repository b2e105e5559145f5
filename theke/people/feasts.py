"""The holidays of a Land or a country by its code, without Django: the desk, the rules of the guideline and `theke check` ask here."""

import sys
from datetime import date
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

LANGUAGE = {"de": "de", "sv": "sv", "en": "en_US"}


def leave_countries_out() -> None:
    """Put a bare package in the place of `holidays.countries`, whose own beginning imports 250 countries, another eight megabytes.

    The registry of `holidays` imports the module of a country by its name when it is asked for.
    """
    found, bare = find_spec("holidays"), ModuleType("holidays.countries")
    bare.__path__ = [str(Path(place) / "countries") for place in (found and found.submodule_search_locations) or ()]
    sys.modules.setdefault(bare.__name__, bare)


@lru_cache(maxsize=64)
def of_year(place: str, year: int, language: str) -> tuple[tuple[date, str], ...]:
    """The holidays of a place (DE-NW, SE) in a year with their names in the language; of the country where the Land is unknown.

    In Sweden with the days that are free without standing in the law, such as midsommarafton. Empty for an unknown place.
    """
    leave_countries_out()
    # Imported when first asked for: it costs some megabytes that most processes never need.
    from holidays import country_holidays  # noqa: PLC0415

    country, _dash, land = place.partition("-")
    if not country:
        return ()
    kinds = ("public", "de_facto") if country == "SE" else ("public",)
    try:
        found = country_holidays(country, subdiv=land or None, years=year, categories=kinds, language=LANGUAGE.get(language))
    except (NotImplementedError, ValueError):  # a place that the package does not know
        return of_year(country, year, language) if land else ()
    return tuple(sorted(found.items()))
