"""Approvals on Today: what waits for a second pair of eyes, and what came back (E20)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests import factories
from tests.people import Cast
from theke.desk.waiting import waiting_for
from theke.people.forms.absence import NOBODY
from theke.people.leaving import leave
from theke.people.models import Absence, Person
from theke.posts.approving import approve, hand_in, lapse, return_to_author
from theke.posts.models import Approval, Post


@pytest.fixture
def handed_in(people: Cast) -> Approval:
    return hand_in(factories.post(people.jana, factories.channel(people.library)), by=people.jana, word="Bitte bis Freitag")


def kinds(person: Person) -> list[str]:
    return [row.key.split("-")[0] for row in waiting_for(person)]


def test_a_request_waits_for_everybody_who_may_approve_it(people: Cast, handed_in: Approval, client: Client) -> None:
    assert [kinds(who) for who in (people.jana, people.tom, people.anna, people.maria, people.stranger)] == [
        [],
        [],
        ["approval"],
        ["approval"],
        [],
    ]
    client.force_login(people.anna)
    page = client.get("/").text
    assert "Bitte bis Freitag" in page
    assert f"/posts/{handed_in.post.uuid}/approval/" in page


def test_it_does_not_wait_for_who_has_had_a_hand_in_it(people: Cast, handed_in: Approval) -> None:
    Post.objects.update(written_by=[people.anna.pk])
    Approval.objects.update(asked_by=people.maria)
    assert [kinds(who) for who in (people.anna, people.maria)] == [[], []]


def test_what_is_decided_waits_no_longer(people: Cast, handed_in: Approval) -> None:
    approve(handed_in, by=people.anna)
    assert [kinds(who) for who in (people.jana, people.anna, people.maria)] == [[], [], []]


def test_a_returned_draft_waits_for_its_author_with_the_word(people: Cast, handed_in: Approval) -> None:
    return_to_author(handed_in, by=people.anna, answer="Bitte den Ort nennen")
    row = waiting_for(people.jana)[0]
    assert (row.reason, row.url) == ("Bitte den Ort nennen", f"/write/{handed_in.post.uuid}/")
    assert kinds(people.tom) == []
    Post.objects.update(revision=5)
    assert kinds(people.jana) == [], "it has been taken up again"


def test_what_was_not_approved_in_time_waits_for_its_author(people: Cast, handed_in: Approval) -> None:
    lapse(handed_in, now=handed_in.asked_at)
    assert kinds(people.jana) == ["returned"]
    hand_in(handed_in.post, by=people.jana)
    assert kinds(people.jana) == []


def test_three_requests_cost_no_more_than_one(
    people: Cast, handed_in: Approval, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8) as one:  # the page knows beforehand whether a pause has left anything
        waiting_for(people.anna, stopped=False, urgent=False)
    for name in "ab":
        hand_in(factories.post(people.tom, factories.channel(people.library, name=name)), by=people.tom)
    with django_assert_max_num_queries(len(one)):
        waiting_for(people.anna, stopped=False, urgent=False)


def test_an_absence_whose_stand_in_has_left_is_mended_from_today(client: Client, people: Cast) -> None:
    """B20: a line for whoever is away and for the editors, with the button to the second step; choosing, and be it nobody, ends it."""
    today = timezone.localdate()
    gone = factories.person(people.library, name="Nele Krause")
    away = Absence.objects.create(person=people.jana, stand_in=gone, starts=today, ends=today + timedelta(3))
    Absence.objects.create(person=people.tom, starts=today, ends=today)
    assert kinds(people.jana) == kinds(people.anna) == []
    leave(gone, by=people.maria, now=timezone.now())
    assert kinds(people.jana) == kinds(people.anna) == ["absence"]
    assert kinds(people.tom) == kinds(people.stranger) == []
    client.force_login(people.anna)
    page = client.get("/").content.decode()
    assert "Nele Krause" in page and people.jana.name in page
    row = waiting_for(people.anna)[0]
    assert client.get(row.url).status_code == 200
    client.post(row.url, {"person": people.jana.pk, "starts": today, "ends": away.ends, "absence": away.pk, "choice": NOBODY})
    assert kinds(people.jana) == kinds(people.anna) == []
    assert people.jana.name in client.get(reverse("people:absences")).content.decode()


def test_the_line_of_an_absence_costs_today_no_query_where_there_is_none(client: Client, people: Cast) -> None:
    client.force_login(people.anna)
    client.get("/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/")
    assert sum("people_absence" in query["sql"] for query in asked.captured_queries) == 1, "in the query of the frame"
