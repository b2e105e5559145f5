"""Holidays of the Land: shaded in the calendar, offered as closing days."""

import sys
from datetime import date

import pytest

from tests import factories
from theke.people.holidaying import holidays_of, jurisdiction_of

pytestmark = pytest.mark.django_db
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def test_a_land_has_holidays_that_its_neighbour_has_not() -> None:
    west, north = factories.library(jurisdiction="DE-NW"), factories.library(jurisdiction="de-ni ")
    assert holidays_of(west, *YEAR)[date(2026, 11, 1)] == "Allerheiligen"
    assert date(2026, 11, 1) not in holidays_of(north, *YEAR)
    assert holidays_of(north, *YEAR)[date(2026, 10, 31)] == "Reformationstag"


def test_in_sweden_the_eves_are_free_though_no_law_says_so() -> None:
    found = holidays_of(factories.library(jurisdiction="SE", languages=["sv"]), *YEAR)
    assert found[date(2026, 6, 19)] == "Midsommarafton"
    assert {date(2026, 12, 24), date(2026, 12, 31)} <= found.keys()


def test_only_the_days_asked_for_come_and_both_ends_count() -> None:
    library = factories.library(jurisdiction="DE-NW")
    assert list(holidays_of(library, date(2026, 12, 25), date(2027, 1, 1))) == [
        date(2026, 12, 25),
        date(2026, 12, 26),
        date(2027, 1, 1),
    ]
    assert holidays_of(library, date(2026, 12, 24), date(2026, 12, 24)) == {}


def test_without_a_land_the_holidays_of_the_country_hold() -> None:
    library = factories.library(jurisdiction="", time_zone="Europe/Stockholm", languages=["sv"])
    assert jurisdiction_of(library) == "SE" and holidays_of(library, *YEAR)[date(2026, 6, 6)] == "Nationaldagen"


@pytest.mark.parametrize("place", ["DE-XX", "de-"])
def test_an_unknown_land_falls_back_to_its_country(place: str) -> None:
    assert holidays_of(factories.library(jurisdiction=place), *YEAR)[date(2026, 10, 3)] == "Tag der Deutschen Einheit"


@pytest.mark.parametrize("place", ["-", "??", "Nordpol", "__init__", "DE\x00"])
def test_junk_in_the_land_gives_no_holidays_and_no_error(place: str) -> None:
    library = factories.library()
    library.jurisdiction = place
    assert holidays_of(library, *YEAR) == {}


def test_a_crafted_span_of_a_thousand_years_is_cut_short() -> None:
    found = holidays_of(factories.library(jurisdiction="DE"), date(2026, 1, 1), date(9999, 1, 1))
    assert max(found).year == 2038


def test_no_other_country_is_imported_for_ours() -> None:
    """250 countries would cost the one process eight megabytes."""
    holidays_of(factories.library(jurisdiction="DE-NW"), *YEAR)
    holidays_of(factories.library(jurisdiction="SE", languages=["sv"]), *YEAR)
    countries = {name.rpartition(".")[2] for name in sys.modules if name.startswith("holidays.countries.")}
    assert countries == {"germany", "sweden"}
