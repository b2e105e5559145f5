"""The first days of a new colleague: a list read off the facts, and its end."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.people import Cast
from theke.desk.arriving import own_steps, steps
from theke.desk.setting_up import set_up
from theke.people.introducing import introduce, is_new
from theke.people.models import Library, Person
from theke.posts.models import Approval


def done(person: Person) -> list[bool]:
    return [step.done for step in steps(Person.objects.get(pk=person.pk))]


def test_the_steps_tick_themselves_off(client: Client, people: Cast) -> None:
    assert done(people.jana) == [False] * 4
    Person.objects.filter(pk=people.jana.pk).update(function="Auskunft", languages=["de"])
    assert done(people.jana) == [True, False, False, False]
    client.force_login(people.jana)
    assert client.get(reverse("desk:read_guideline")).headers["Location"] == reverse("guidelines:points")
    post = factories.post(people.jana)
    assert done(people.jana) == [True, True, True, False]
    Approval.objects.create(post=post, revision=1, asked_by=people.jana, state=Approval.State.APPROVED)
    assert done(people.jana) == [True] * 4 and own_steps(Person.objects.get(pk=people.jana.pk)) == []


def test_today_shows_the_list_to_the_new_one_until_the_introduction_ends(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    assert reverse("desk:read_guideline") in client.get("/").content.decode()
    introduce(people.jana, by=people.anna)
    assert reverse("desk:read_guideline") not in client.get("/").content.decode()


def test_an_editor_ends_the_introduction_and_can_undo_it(client: Client, people: Cast) -> None:
    client.force_login(people.anna)
    path = reverse("desk:introduction", args=[people.jana.pk])
    assert path in client.get(reverse("people:colleagues")).content.decode()
    page = client.post(path, follow=True).content.decode()
    assert not is_new(people.jana) and 'name="again"' in page
    client.post(path, {"again": "1"})
    assert is_new(people.jana)


@pytest.mark.parametrize(("who", "status"), [("jana", 403), ("tom", 403), ("stranger", 404)])
def test_who_may_not_introduce_cannot_by_a_crafted_request(client: Client, people: Cast, who: str, status: int) -> None:
    client.force_login(getattr(people, who))
    path = reverse("desk:introduction", args=[people.tom.pk])
    assert [client.get(path).status_code, client.post(path).status_code] == [status, status]
    assert is_new(people.tom)


def test_nobody_introduces_themselves(client: Client, people: Cast) -> None:
    client.force_login(people.anna)
    assert client.post(reverse("desk:introduction", args=[people.anna.pk])).status_code == 404 and is_new(people.anna)


@pytest.mark.django_db
def test_the_founder_is_not_new() -> None:
    assert not Library.objects.exists()
    library = {"name": "Bücherei", "municipality": "", "language": "de", "time_zone": "Europe/Berlin"}
    founder = set_up(library, {"name": "Haus", "shelf_code": "HAU"}, {"email": "a@x.example", "password": "p", "name": "Ada"})
    assert not is_new(founder)
