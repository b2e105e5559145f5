"""The holidays of the Land or the country in which a library stands."""

from datetime import date

from theke.people.feasts import of_year
from theke.people.models import Library

COUNTRY_OF_ZONE = {"Europe/Berlin": "DE", "Europe/Busingen": "DE", "Europe/Stockholm": "SE"}
"""Where no Land is entered: the holidays of the whole country."""
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
    found = {day: name for year in years for day, name in of_year(place, year, library.language)}
    return {day: found[day] for day in sorted(found) if first <= day <= last}
