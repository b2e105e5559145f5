"""Absence, the second step: who stands in is told, gets what is open if wanted, and all of it can be undone (B20)."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests import factories
from tests.inbox.saying import conversation_about, published
from tests.people import Cast
from theke.inbox.models import Conversation
from theke.notices.models import Notice
from theke.people.models import Absence, HistoryEntry, Person

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 5)
STEP = "/absences/stand-in/"


def given(person: Person, stand_in: Person | None, **more: Any) -> dict[str, Any]:
    choice = stand_in.pk if stand_in else "nobody"
    return {"person": person.pk, "starts": FIRST.isoformat(), "ends": LAST.isoformat(), "choice": choice} | more


def conversation_of(person: Person) -> Conversation:
    """An open one; what its own coming in told is not what these tests count."""
    made = conversation_about(published(person, factories.channel(person.library)))  # type: ignore[arg-type]
    Notice.objects.all().delete()
    return made


def test_in_two_steps_the_stand_in_is_entered_and_told(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    second = client.post(reverse("people:new_absence"), {"starts": FIRST, "ends": LAST}, follow=True)
    assert people.tom.name in second.content.decode()
    page = client.post(STEP, given(people.jana, people.tom), follow=True).content.decode()
    made = Absence.objects.get()
    assert (made.person, made.stand_in, made.starts, made.ends) == (people.jana, people.tom, FIRST, LAST)
    assert people.tom.name in page and Notice.objects.get().person == people.tom
    assert HistoryEntry.objects.get().verb == "added"


def test_nobody_needs_to_stand_in(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    client.post(STEP, given(people.jana, None))
    assert Absence.objects.get().stand_in is None and not Notice.objects.exists()


def test_undo_takes_it_back_and_undo_of_that_enters_it_again(client: Client, people: Cast) -> None:
    """E22: undo for everything reversible."""
    client.force_login(people.jana)
    client.post(STEP, given(people.jana, people.tom))
    end = reverse("desk:end_absence", args=[Absence.objects.get().pk])
    page = client.post(end, follow=True).content.decode()
    assert not Absence.objects.exists() and 'name="choice"' in page
    assert Notice.objects.filter(person=people.tom).count() == 2
    client.post(STEP, given(people.jana, people.tom, sure=people.tom.pk))
    assert Absence.objects.get().stand_in == people.tom


def test_open_conversations_are_handed_over_and_come_back_with_the_undo(client: Client, people: Cast) -> None:
    mine, later_given_on = conversation_of(people.jana), conversation_of(people.jana)
    client.force_login(people.jana)
    page = client.post(STEP, given(people.jana, people.tom, hand_over="on"), follow=True).content.decode()
    assert set(Conversation.objects.of(people.tom)) == {mine, later_given_on}
    assert f'name="given" value="{mine.pk}"' in " ".join(page.split())
    Conversation.objects.filter(pk=later_given_on.pk).update(owner=people.anna)
    keys = [mine.pk, later_given_on.pk, "junk", "9" * 30]
    client.post(reverse("desk:end_absence", args=[Absence.objects.get().pk]), {"given": keys})
    assert list(Conversation.objects.of(people.jana)) == [mine]


def test_a_crafted_undo_takes_no_conversation_that_was_not_handed_over(client: Client, people: Cast) -> None:
    toms = conversation_of(people.tom)
    client.force_login(people.jana)
    client.post(STEP, given(people.jana, people.tom))
    client.post(reverse("desk:end_absence", args=[Absence.objects.get().pk]), {"given": [toms.pk]})
    toms.refresh_from_db()
    assert toms.owner == people.tom


def test_without_the_tick_open_conversations_stay(client: Client, people: Cast) -> None:
    mine = conversation_of(people.jana)
    client.force_login(people.jana)
    assert "hand_over" in client.get(STEP, given(people.jana, None)).content.decode()
    client.post(STEP, given(people.jana, people.tom))
    mine.refresh_from_db()
    assert mine.owner == people.jana


def test_a_stand_in_who_is_away_asks_once_more(client: Client, people: Cast) -> None:
    Absence.objects.create(person=people.tom, starts=FIRST, ends=LAST, stand_in=people.jana)
    client.force_login(people.jana)
    asked = client.post(STEP, given(people.jana, None, choice="other", other=people.tom.pk))
    assert 'name="sure"' in asked.content.decode() and Absence.objects.count() == 1
    client.post(STEP, given(people.jana, None, choice="other", other=people.tom.pk, sure=people.anna.pk))
    assert Absence.objects.count() == 1, "the word was about somebody else"
    client.post(STEP, given(people.jana, None, choice="other", other=people.tom.pk, sure=people.tom.pk))
    assert Absence.objects.filter(person=people.jana, stand_in=people.tom).exists()


def test_sent_twice_it_is_entered_once_and_no_error(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    answers = [client.post(STEP, given(people.jana, people.tom)) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Absence.objects.count() == 1 and Notice.objects.count() == 1


def test_an_editor_enters_it_for_a_colleague_who_is_told(client: Client, people: Cast) -> None:
    client.force_login(people.anna)
    client.post(STEP, given(people.jana, people.tom))
    assert {notice.person for notice in Notice.objects.all()} == {people.jana, people.tom}


def test_a_changed_stand_in_tells_both(client: Client, people: Cast) -> None:
    mine = Absence.objects.create(person=people.jana, starts=FIRST, ends=LAST, stand_in=people.tom)
    client.force_login(people.jana)
    client.post(STEP, given(people.jana, people.maria, absence=mine.pk, ends=(LAST + timedelta(1)).isoformat()))
    mine.refresh_from_db()
    assert mine.stand_in == people.maria and mine.ends == LAST + timedelta(1)
    assert {notice.person for notice in Notice.objects.all()} == {people.tom, people.maria}


@pytest.mark.parametrize("who", ["jana", "stranger"])
def test_nobody_but_editors_touches_a_colleagues_absence(client: Client, people: Cast, who: str) -> None:
    toms = Absence.objects.create(person=people.tom, starts=FIRST, ends=LAST)
    client.force_login(getattr(people, who))
    assert client.get(STEP, given(people.tom, None)).status_code == 404
    assert client.post(STEP, given(people.tom, people.jana)).status_code == 404
    assert client.post(STEP, given(getattr(people, who), None, absence=toms.pk)).status_code == 404
    assert client.post(reverse("desk:end_absence", args=[toms.pk])).status_code == 404
    assert Absence.objects.get() == toms


@pytest.mark.parametrize("choice", ["", "0", "junk", "other", "9" * 18, "9" * 30, "\x00"])
def test_a_crafted_stand_in_is_refused_at_the_field(client: Client, people: Cast, choice: str) -> None:
    client.force_login(people.jana)
    for other in ("", str(people.stranger.pk), str(people.jana.pk)):
        answer = client.post(STEP, given(people.jana, None, choice=choice, other=other))
        assert b"choice-error" in answer.content, (choice, other)
    assert b"choice-error" in client.post(STEP, given(people.jana, people.stranger)).content
    assert not Absence.objects.exists()


@pytest.mark.parametrize("wrong", [{"starts": "junk"}, {"ends": ""}, {"starts": "2026-12-09"}, {"absence": "junk"}])
def test_crafted_days_lead_back_to_the_first_step(client: Client, people: Cast, wrong: dict[str, str]) -> None:
    client.force_login(people.jana)
    for answer in (client.get(STEP, given(people.jana, None) | wrong), client.post(STEP, given(people.jana, None) | wrong)):
        assert answer.status_code == 404 if "absence" in wrong else b"error-summary" in answer.content
    assert not Absence.objects.exists()


def test_the_page_shows_the_suggested_first_and_the_rest_in_a_list(client: Client, people: Cast) -> None:
    for n in range(6):
        factories.person(people.library, name=f"Kollege {n}")
    client.force_login(people.jana)
    page = client.get(STEP, given(people.jana, None)).content.decode()
    assert page.count('type="radio"') == 6 and page.count("<option") == 5


def test_many_colleagues_need_no_more_queries(
    client: Client, people: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(people.jana)
    for _round in range(3):
        away = factories.person(people.library)
        Absence.objects.create(person=away, stand_in=people.jana, starts=FIRST, ends=LAST)
        with django_assert_max_num_queries(11):
            client.get(STEP, given(people.jana, None))
