"""The holidays of the Land or the country in which a library stands."""

import sys
from datetime import date
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from theke.people.models import Library

COUNTRY_OF_ZONE = {"Europe/Berlin": "DE", "Europe/Busingen": "DE", "Europe/Stockholm": "SE"}
"""Where no Land is entered: the holidays of the whole country."""
LANGUAGE = {"de": "de", "sv": "sv", "en": "en_US"}
MOST_YEARS = 12
"""A longer span is a crafted one; each year costs some milliseconds."""


def jurisdiction_of(library: Library) -> str:
    """The Land or state whose holidays hold, for example DE-NW or SE; empty when it is not known."""
    return library.jurisdiction.strip().upper() or COUNTRY_OF_ZONE.get(library.time_zone, "")


def holidays_of(library: Library, first: date, last: date) -> dict[date, str]:
    """The holidays from `first` to `last`, both included, by day, with their names in the library's language.

    In Sweden with the days that are free without standing in the law, such as midsommarafton. Empty where the Land is unknown.
    """
    years = range(first.year, min(last.year, first.year + MOST_YEARS) + 1)
    place = jurisdiction_of(library)
    found = {day: name for year in years for day, name in _of_year(place, year, library.language)}
    return {day: found[day] for day in sorted(found) if first <= day <= last}


def _leave_countries_out() -> None:
    """Put a bare package in the place of `holidays.countries`, whose own beginning imports 250 countries, another eight megabytes.

    The registry of `holidays` imports the module of a country by its name when it is asked for.
    """
    found, bare = find_spec("holidays"), ModuleType("holidays.countries")
    bare.__path__ = [str(Path(place) / "countries") for place in (found and found.submodule_search_locations) or ()]
    sys.modules.setdefault(bare.__name__, bare)


@lru_cache(maxsize=64)
def _of_year(place: str, year: int, language: str) -> tuple[tuple[date, str], ...]:
    _leave_countries_out()
    # Imported when first asked for: it costs some megabytes that most processes never need.
    from holidays import country_holidays  # noqa: PLC0415

    country, _dash, land = place.partition("-")
    if not country:
        return ()
    kinds = ("public", "de_facto") if country == "SE" else ("public",)
    try:
        found = country_holidays(country, subdiv=land or None, years=year, categories=kinds, language=LANGUAGE.get(language))
    except (NotImplementedError, ValueError):  # a place that the package does not know
        return _of_year(country, year, language) if land else ()
    return tuple(sorted(found.items()))
