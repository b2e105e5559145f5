"""Absence, the first step: which days. And who fits as a stand-in (B20)."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.people import Cast
from theke.people.models import Absence, Person
from theke.people.substituting import candidates, handed_on, plan_for, quick_spans, suggested

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 5)


def away(person: Person, starts: date = FIRST, ends: date = LAST, stand_in: Person | None = None) -> Absence:
    return Absence.objects.create(person=person, starts=starts, ends=ends, stand_in=stand_in)


def test_good_days_lead_on_to_the_question_who_stands_in(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    answer = client.post(reverse("people:new_absence"), {"starts": FIRST, "ends": LAST})
    assert answer.headers["Location"] == f"/absences/stand-in/?starts={FIRST}&ends={LAST}&person={people.jana.pk}"
    assert not Absence.objects.exists()


def test_one_press_is_enough_for_the_usual_spans(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    today = people.library.today
    answer = client.post(reverse("people:new_absence"), {"quick": "today"})
    assert f"starts={today}&ends={today}" in answer.headers["Location"]
    assert b"error-summary" in client.post(reverse("people:new_absence"), {"quick": "for ever"}).content


def test_the_usual_spans_are_working_days() -> None:
    wednesday, saturday = date(2026, 11, 25), date(2026, 11, 28)
    assert quick_spans(wednesday) == {
        "today": (wednesday, wednesday),
        "week": (wednesday, date(2026, 11, 27)),
        "next_week": (date(2026, 11, 30), date(2026, 12, 4)),
    }
    assert "week" not in quick_spans(saturday) and quick_spans(saturday)["next_week"][0] == date(2026, 11, 30)


def test_an_absence_is_for_editors_to_enter_for_others_and_for_nobody_else(client: Client, people: Cast) -> None:
    path = f"{reverse('people:new_absence')}?person={people.tom.pk}"
    made = away(people.tom)
    for who, new, change in (
        (people.jana, 404, 404),
        (people.stranger, 404, 404),
        (people.tom, 200, 200),
        (people.anna, 200, 200),
        (people.maria, 200, 200),
    ):
        client.force_login(who)
        assert client.get(path).status_code == new
        assert client.get(reverse("people:absence", args=[made.pk])).status_code == change


@pytest.mark.parametrize("key", ["0", "junk", "9" * 40, "\x00", "-1"])
def test_a_crafted_person_is_not_found(client: Client, people: Cast, key: str) -> None:
    client.force_login(people.anna)
    assert client.get(reverse("people:new_absence"), {"person": key}).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{"ends": "2026-01-01"}, {"ends": "2050-01-01"}, {"starts": "soon"}, {"starts": "\x00"}, {"starts": "1026-11-30"}],
)
def test_impossible_days_are_refused_and_what_was_typed_stays(client: Client, people: Cast, wrong: dict[str, str]) -> None:
    client.force_login(people.jana)
    page = client.post(reverse("people:new_absence"), {"starts": "2026-11-30", "ends": "2026-12-01"} | wrong).content.decode()
    assert "error-summary" in page and not Absence.objects.exists()
    assert ("2026-12-01" if "starts" in wrong else "2026-11-30") in page


def test_days_that_are_entered_already_are_said(client: Client, people: Cast) -> None:
    away(people.jana)
    client.force_login(people.jana)
    given = {"starts": LAST, "ends": LAST + timedelta(3)}
    assert b"error-summary" in client.post(reverse("people:new_absence"), given).content


def test_an_absence_does_not_stand_in_its_own_way_when_it_is_changed(client: Client, people: Cast) -> None:
    mine = away(people.jana)
    client.force_login(people.jana)
    answer = client.post(reverse("people:absence", args=[mine.pk]), {"starts": FIRST, "ends": LAST + timedelta(1)})
    assert answer.status_code == 302 and f"absence={mine.pk}" in answer.headers["Location"]


def test_who_shares_branch_and_subjects_is_suggested_first(people: Cast) -> None:
    people.jana.subject_areas, people.jana.languages = ["Manga"], ["de"]
    people.jana.save()
    Person.objects.filter(pk=people.maria.pk).update(subject_areas=["manga", "Comics"])
    found = candidates(plan_for(people.jana, FIRST, LAST))
    assert [one.person for one in found] == [people.anna, people.maria, people.tom]
    assert found[1].why == ["manga"] and people.stranger not in [one.person for one in found]


def test_who_is_away_or_has_left_is_not_suggested(people: Cast) -> None:
    away(people.anna, stand_in=people.maria)
    Person.objects.filter(pk=people.tom.pk).update(left_at=timezone.now())
    found = candidates(plan_for(people.jana, FIRST, LAST))
    assert [one.person for one in suggested(found)] == [people.maria]
    assert [one.person for one in found] == [people.maria, people.anna]


def test_a_chain_is_said_with_its_end(people: Cast) -> None:
    away(people.anna, stand_in=people.maria)
    anna = next(one for one in candidates(plan_for(people.jana, FIRST, LAST)) if one.person == people.anna)
    assert people.maria.name in anna.warning


def test_two_who_stand_in_for_each_other_are_a_circle(people: Cast) -> None:
    away(people.anna, stand_in=people.jana)
    plan = plan_for(people.jana, FIRST, LAST)
    assert plan.end_of(people.anna, FIRST) == (None, True)
    assert [one.person for one in handed_on(plan)] == [people.anna]
    away(people.tom, stand_in=people.maria)
    away(people.maria, stand_in=people.tom)
    assert plan_for(people.jana, FIRST, LAST).end_of(people.tom, FIRST) == (None, True)


def test_a_stand_in_who_is_away_without_one_leads_nowhere(people: Cast) -> None:
    away(people.anna)
    assert plan_for(people.jana, FIRST, LAST).end_of(people.anna, FIRST) == (None, False)
    assert plan_for(people.jana, FIRST, LAST).end_of(people.tom, FIRST) == (people.tom, False)


def test_the_absence_list_needs_the_same_queries_for_one_and_three(
    client: Client, people: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(people.jana)
    for person in (people.jana, people.tom, people.anna):
        away(person, date(2026, 11, 1), date(2099, 1, 1), people.maria)
        with django_assert_max_num_queries(7):
            assert person.name in client.get(reverse("people:absences")).content.decode()
