"""The training record: who sees whose, what stands in it, and how it leaves the desk (A03)."""

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.desk.weeks import practised, together
from tests.guidelines.documents import in_force, today
from tests.people import Cast
from theke.desk.recording import record_of, recorded
from theke.guidelines.confirming import confirm
from theke.people.introducing import introduce
from theke.people.models import HistoryEntry, Person, Training

COURSE = {"title": "Leichte Sprache", "held_on": "2025-03-04", "given_by": "Fachstelle"}


def parts(person: Person) -> list[tuple[str, str]]:
    return [(fact.part, fact.by) for fact in record_of(recorded(Person.objects.all()).get(pk=person.pk))]


def test_what_was_read_tried_and_attended_stands_in_it(people: Cast) -> None:
    assert parts(people.jana) == []
    edition = in_force(people)
    confirm(people.jana, [edition.pk], today(people.library))
    practised(people.jana, factories.channel(people.library), "answer")
    together(people.jana, factories.channel(people.library, network_key="website", name="Website"), people.anna)
    Training.objects.create(person=people.jana, **COURSE)
    introduce(people.jana, by=people.anna)
    assert parts(people.jana) == [
        ("read", ""),
        ("tried", ""),
        ("tried", ""),
        ("introduced", "Anna Weiß"),
        ("attended", "Fachstelle"),
    ]
    facts = record_of(recorded(Person.objects.all()).get(pk=people.jana.pk))
    assert facts[0].what == str(edition) and parts(people.tom) == []


@pytest.mark.parametrize(("who", "status"), [("jana", 200), ("tom", 403), ("anna", 403), ("maria", 200), ("stranger", 404)])
def test_only_its_owner_and_managers_see_and_change_it(client: Client, people: Cast, who: str, status: int) -> None:
    client.force_login(getattr(people, who))
    page, away = (reverse(name, args=[people.jana.pk]) for name in ("desk:record", "desk:remove_training"))
    assert client.get(page).status_code == status
    client.post(page, COURSE)
    assert Training.objects.filter(person=people.jana).exists() is (status == 200)
    there = Training.objects.create(person=people.jana, **COURSE)
    client.post(away, {"training": there.pk})
    assert Training.objects.filter(pk=there.pk).exists() is (status != 200)


def test_what_is_entered_stands_in_no_history_that_everybody_reads(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    client.post(reverse("desk:record", args=[people.jana.pk]), COURSE)
    assert not HistoryEntry.objects.exists()


def test_entering_and_taking_out_can_be_undone(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    page, away = (reverse(name, args=[people.jana.pk]) for name in ("desk:record", "desk:remove_training"))
    answer = client.post(page, COURSE, follow=True).content.decode()
    made = Training.objects.get()
    assert (made.person, made.by, made.title) == (people.jana, people.jana, "Leichte Sprache")
    assert f'action="{away}"' in answer and f'value="{made.pk}"' in answer
    answer = client.post(away, {"training": made.pk}, follow=True).content.decode()
    assert not Training.objects.exists() and 'value="2025-03-04"' in answer
    client.post(page, COURSE)
    assert Training.objects.get().given_by == "Fachstelle"


@pytest.mark.parametrize("field", ["title", "held_on"])
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(client: Client, people: Cast, field: str) -> None:
    client.force_login(people.jana)
    answer = client.post(reverse("desk:record", args=[people.jana.pk]), COURSE | {field: ""})
    assert answer.status_code == 422 and f'id="id_{field}_error"' in answer.content.decode().replace("-error", "_error")
    assert "Fachstelle" in answer.content.decode() and not Training.objects.exists()


def test_a_course_that_is_still_to_come_was_not_attended(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    for day in (timezone.localdate() + timedelta(days=3), "1900-01-01", "gestern"):
        answer = client.post(reverse("desk:record", args=[people.jana.pk]), COURSE | {"held_on": str(day)})
        assert answer.status_code == 422
    assert not Training.objects.exists()


@pytest.mark.parametrize("wanted", ["", "x", "9" * 30, "0"])
def test_what_is_not_there_is_not_taken_out(client: Client, people: Cast, wanted: str) -> None:
    client.force_login(people.jana)
    other = Training.objects.create(person=people.tom, **COURSE)
    away = reverse("desk:remove_training", args=[people.jana.pk])
    assert [client.post(away, {"training": one}).status_code for one in (wanted, other.pk)] == [404, 404]
    assert Training.objects.filter(pk=other.pk).exists()


def test_editors_see_numbers_and_managers_names(client: Client, people: Cast) -> None:
    introduce(people.jana, by=people.anna)
    path, table = reverse("desk:records"), reverse("desk:records_table")
    client.force_login(people.anna)
    page = client.get(path).content.decode()
    assert "1 von 4" in page and "Jana Berg" not in page and table not in page
    assert client.get(table).status_code == 403
    client.force_login(people.maria)
    page = client.get(path).content.decode()
    assert reverse("desk:record", args=[people.jana.pk]) in page and table in page and "Elin" not in page
    client.force_login(people.jana)
    assert client.get(path).status_code == 403


def test_the_table_has_a_line_for_each_fact_and_no_formula(client: Client, people: Cast) -> None:
    introduce(people.jana, by=people.anna)
    Training.objects.create(person=people.jana, title="=1+1", held_on=COURSE["held_on"])
    Training.objects.create(person=people.stranger, **COURSE)
    client.force_login(people.maria)
    answer = client.get(reverse("desk:records_table")).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(answer), delimiter=";"))
    assert len(rows[0]) == 6 and [row[0] for row in rows[1:]] == ["Jana Berg", "Jana Berg"]
    assert rows[1][5] == "Anna Weiß" and rows[2][3:] == ["'=1+1", "2025-03-04", ""]
