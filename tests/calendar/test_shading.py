"""Holidays, closing days, hours: B10."""

from datetime import date, time, timedelta

import pytest
from django.utils import translation

from tests import factories
from tests.calendar.diary import browser, day
from tests.people import Cast
from theke.calendar.shading import shades_of
from theke.people.models import Closing, Library, OpeningHours

CORPUS_CHRISTI = date(2027, 5, 27)


@pytest.mark.parametrize(
    ("jurisdiction", "day", "name"),
    [
        ("DE-NW", CORPUS_CHRISTI, "Fronleichnam"),
        ("DE-BE", date(2027, 3, 8), "Frauentag"),
        ("SE", date(2026, 6, 19), "Midsommarafton"),
        ("SE", date(2026, 12, 24), "Julafton"),
        ("SE", date(2026, 12, 31), "Nyårsafton"),
    ],
)
def test_holidays_of_the_land_and_the_swedish_de_facto_ones_have_their_names(
    db: None, jurisdiction: str, day: date, name: str
) -> None:
    languages = ["sv"] if jurisdiction == "SE" else ["de"]
    library = factories.library(jurisdiction=jurisdiction, languages=languages)
    marks = shades_of(library, day, day).of(day)
    assert [(mark.words, mark.is_holiday) for mark in marks] == [(name, True)]


def test_a_holiday_of_another_land_is_an_ordinary_day(db: None) -> None:
    library = factories.library(jurisdiction="DE-BE")
    assert shades_of(library, CORPUS_CHRISTI, CORPUS_CHRISTI).of(CORPUS_CHRISTI) == []


def test_closing_days_of_the_library_and_of_a_branch_are_told_apart(people: Cast) -> None:
    Closing.objects.create(library=people.library, day=day(1), reason="Betriebsausflug")
    Closing.objects.create(library=people.library, branch=people.harbour, day=day(2), reason="Inventur")
    with translation.override("de"):
        shades = shades_of(people.library, day(0), day(6))
    assert [mark.words for mark in shades.of(day(1))] == ["Betriebsausflug"]
    assert [mark.words for mark in shades.of(day(2))] == ["Hafen geschlossen: Inventur"]
    assert shades.is_closed(day(1), people.south.pk) and not shades.is_closed(day(2), people.south.pk)


def test_where_one_branch_is_looked_at_only_its_closing_days_and_its_hours_are_told(people: Cast) -> None:
    Closing.objects.create(library=people.library, branch=people.south, day=day(2))
    for opens, closes in ((time(10), time(13)), (time(14), time(18, 30))):
        OpeningHours.objects.create(branch=people.harbour, weekday=0, opens=opens, closes=closes)
    with translation.override("de"):
        shades = shades_of(people.library, day(0), day(6), [people.harbour.pk])
        assert shades.of(day(2)) == []
        assert [shades.opening(day(n)) for n in (0, 1)] == ["10:00–13:00, 14:00–18:30", "geschlossen"]
    assert shades.opens(day(0)) == time(10) and shades.opens(day(1)) is None


def test_a_branch_without_hours_is_not_said_to_be_closed(people: Cast) -> None:
    shades = shades_of(people.library, day(0), day(6), [people.harbour.pk])
    assert shades.opening(day(0)) == ""


def test_the_page_shades_the_day_and_says_why(people: Cast) -> None:
    Library.objects.filter(pk=people.library.pk).update(jurisdiction="DE-NW")
    page = browser(people.jana).get("/calendar/week/2027-05-27/").text
    start = page.index('id="day-2027-05-27"')
    cell = page[start - 300 : page.index("</li>", start)]
    assert "shaded" in cell and "Fronleichnam" in cell
    assert "shaded" not in page[: start - 300]


def test_another_librarys_closing_day_is_not_ours(people: Cast) -> None:
    assert people.stranger.library is not None
    Closing.objects.create(library=people.stranger.library, day=day(1))
    assert shades_of(people.library, day(0), day(0) + timedelta(days=6)).of(day(1)) == []
