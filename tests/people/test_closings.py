"""Closing days: entered in spans or as the holidays of a year, taken out and brought back."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests import factories
from tests.people import Cast
from theke.people.closings import close, missing_holidays, reopen, spans
from theke.people.models import Branch, Closing, OpeningHours

DAY = date(2031, 12, 27)


def given(**more: object) -> dict[str, object]:
    return {"first": DAY.isoformat(), "last": (DAY + timedelta(2)).isoformat(), "branch": "", "reason": "Inventur"} | more


def test_a_span_is_kept_by_day_and_shown_as_one(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    page = client.post(reverse("people:new_closing"), given(), follow=True).content.decode()
    assert [one.day for one in Closing.objects.all()] == [DAY, DAY + timedelta(1), DAY + timedelta(2)]
    assert page.count('id="closing-') - page.count('id="closing-new"') == 1 and "Inventur" in page


def test_one_branch_may_be_closed_alone(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    client.post(reverse("people:new_closing"), given(branch=people.south.pk, last=""))
    made = Closing.objects.get()
    assert made.branch == people.south and made.day == DAY


def test_entering_and_removing_can_both_be_undone(client: Client, people: Cast) -> None:
    """E22: undo for everything reversible."""
    client.force_login(people.maria)
    client.post(reverse("people:new_closing"), given(branch=people.south.pk))
    keys = list(Closing.objects.values_list("pk", flat=True))
    page = client.post(reverse("people:remove_closings"), {"day": keys}, follow=True).content.decode()
    assert not Closing.objects.exists() and 'name="first"' in page
    client.post(reverse("people:new_closing"), given(branch=people.south.pk))
    assert Closing.objects.filter(branch=people.south, reason="Inventur").count() == 3


def test_a_day_sent_twice_is_entered_once(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    for _ in range(2):
        client.post(reverse("people:new_closing"), given())
    assert Closing.objects.count() == 3


def test_the_holidays_of_a_year_are_entered_with_one_press(client: Client, people: Cast) -> None:
    people.library.jurisdiction = "DE-NW"
    people.library.save()
    client.force_login(people.maria)
    year = timezone.localdate().year + 1
    assert f"enter-{year}" in client.get(reverse("people:closings")).content.decode()
    client.post(reverse("people:closing_holidays"), {"year": year})
    assert Closing.objects.get(day=date(year, 11, 1)).reason == "Allerheiligen"
    count = Closing.objects.count()
    assert f"enter-{year}" not in client.get(reverse("people:closings")).content.decode()
    client.post(reverse("people:closing_holidays"), {"year": year})
    assert Closing.objects.count() == count


def test_only_holidays_to_come_are_offered(people: Cast) -> None:
    people.library.jurisdiction = "DE-NW"
    found = missing_holidays(people.library, 2026, date(2026, 12, 26))
    assert list(found) == [date(2026, 12, 26)]
    assert missing_holidays(people.library, 2025, date(2026, 1, 1)) == {}


@pytest.mark.parametrize("year", ["", "1999", "9999", "junk", "\x00"])
def test_a_crafted_year_enters_nothing(client: Client, people: Cast, year: str) -> None:
    client.force_login(people.maria)
    assert client.post(reverse("people:closing_holidays"), {"year": year}).status_code == 302
    assert not Closing.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"first": ""},
        {"first": "soon"},
        {"last": "2031-12-01"},
        {"last": "2039-01-01"},
        {"first": "0001-01-01", "last": ""},
        {"reason": "a\x00b"},
        {"reason": "\u202egrob"},
        {"reason": "x" * 121},
        {"branch": "99999"},
        {"branch": "9" * 40},
    ],
)
def test_wrong_days_are_refused_at_the_field_and_stay_typed(client: Client, people: Cast, wrong: dict[str, str]) -> None:
    client.force_login(people.maria)
    page = client.post(reverse("people:new_closing"), given(**wrong)).content.decode()
    assert "error-summary" in page and not Closing.objects.exists()
    assert "Inventur" in page or "reason" in wrong


def test_another_librarys_branch_and_days_are_out_of_reach(client: Client, people: Cast) -> None:
    theirs = factories.branch(people.stranger.library)  # type: ignore[arg-type]
    day = Closing.objects.create(library=theirs.library, day=DAY)
    client.force_login(people.maria)
    assert b"error-summary" in client.post(reverse("people:new_closing"), given(branch=theirs.pk)).content
    client.post(reverse("people:remove_closings"), {"day": [day.pk, "junk", "9" * 30]})
    assert Closing.objects.get() == day


@pytest.mark.parametrize("who", ["jana", "anna"])
def test_everybody_sees_them_and_only_managers_change_them(client: Client, people: Cast, who: str) -> None:
    close(people.library, {DAY: "Inventur"}, branch=None, by=people.maria)
    client.force_login(getattr(people, who))
    page = client.get(reverse("people:closings")).content.decode()
    assert "Inventur" in page and 'name="first"' not in page
    for name in ("new_closing", "closing_holidays", "remove_closings"):
        assert client.post(reverse(f"people:{name}"), given(day=Closing.objects.get().pk)).status_code == 403
    assert Closing.objects.count() == 1


def test_days_apart_and_other_reasons_are_spans_of_their_own(people: Cast) -> None:
    close(people.library, {DAY: "a", DAY + timedelta(1): "a", DAY + timedelta(3): "a"}, branch=None, by=people.maria)
    close(people.library, {DAY: "b"}, branch=people.south, by=people.maria)
    found = [(span.first, span.last, span.reason) for span in spans(Closing.objects.all())]
    assert found == [
        (DAY, DAY + timedelta(1), "a"),
        (DAY, DAY, "b"),
        (DAY + timedelta(3), DAY + timedelta(3), "a"),
    ]
    assert len(reopen(people.library, Closing.objects.values_list("pk", flat=True), by=people.maria)) == 4


def test_hours_are_taken_over_from_another_branch_without_saving(client: Client, people: Cast) -> None:
    OpeningHours.objects.create(branch=people.south, weekday=2, opens="10:00", closes="18:00")
    client.force_login(people.maria)
    path = reverse("people:branch", args=[people.harbour.pk])
    typed = {"name": "Hafen neu", "shelf_code": "haf", "address": "", "copy": "1", "copy_from": people.south.pk}
    page = client.post(path, typed).content.decode()
    assert "10:00-18:00" in page and "Hafen neu" in page and "error-summary" not in page
    assert not people.harbour.opening_hours.exists() and Branch.objects.get(pk=people.harbour.pk).name == "Hafen"


@pytest.mark.parametrize("key", ["", "junk", "9" * 30, "0"])
def test_a_crafted_branch_to_copy_from_is_not_found(client: Client, people: Cast, key: str) -> None:
    client.force_login(people.maria)
    path = reverse("people:branch", args=[people.harbour.pk])
    assert client.post(path, {"name": "x", "copy": "1", "copy_from": key}).status_code == 404


def test_the_page_needs_the_same_queries_for_one_and_many(
    client: Client, people: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(people.maria)
    for number in range(3):
        close(people.library, {DAY + timedelta(9 * number): "x"}, branch=people.south, by=people.maria)
        with django_assert_max_num_queries(11):
            client.get(reverse("people:closings"))
