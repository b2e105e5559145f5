"""A crafted request can do nothing that the page does not offer: every persona, every address, every method."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client

from tests.people import Cast
from tests.site.things import Door, Scene, doors, scene
from theke.people.access import ABILITIES
from theke.people.models import Person

DOORS = doors()
METHODS = ("get", "post", "put", "patch", "delete")
WITHOUT_A_LIBRARY = {
    *("calendar:week", "calendar:month", "calendar:list", "calendar:day", "posts:add_word", "channels:network"),
    *("guidelines:weight", "guidelines:new_setting", "guidelines:question", "guidelines:new_answer", "guidelines:say"),
}
"""They speak of a day, of a kind of word, of a network, a rule or a question, which every library has."""
ONES_OWN = {"sessions.session", "people.keptform"}


@pytest.fixture
def things(people: Cast) -> Scene:
    return scene(people)


def rows() -> Counter[str]:
    """How many rows every table of ours has."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("theke.")]
    return Counter(
        {model._meta.label_lower: model._default_manager.count() for model in ours if model._meta.label_lower not in ONES_OWN}
    )


def signed_in(person: Person | None) -> Client:
    client = Client(raise_request_exception=False)
    if person is not None:
        client.force_login(person)
    return client


def tried(person: Person | None, things: Scene, which: list[Door]) -> Iterator[tuple[str, str, int]]:
    """Every address by every method: its name, the method, the status of the answer. Nothing of it is kept."""
    client = signed_in(person)
    for door in which:
        for method in METHODS:
            with transaction.atomic():
                answer = getattr(client, method)(door.url(things))
                transaction.set_rollback(True)
            yield door.name, method, answer.status_code


def test_the_scene_knows_a_thing_for_every_address(things: Scene) -> None:
    for door in DOORS:
        assert door.url(things).startswith("/"), door.name
    assert len(DOORS) > 60


@pytest.mark.parametrize("who", ["jana", "anna", "maria"])
def test_an_ability_that_the_role_lacks_opens_no_door(people: Cast, things: Scene, who: str) -> None:
    person: Person = getattr(people, who)
    closed = [door for door in DOORS if person.role not in ABILITIES[door.ability]]
    before = rows()
    opened = [one for one in tried(person, things, closed) if one[2] not in {403, 404, 405}]
    assert opened == [] and rows() == before
    assert closed or who == "maria"


def test_another_librarys_things_are_not_there(people: Cast, things: Scene) -> None:
    before = rows()
    speaking = [door for door in DOORS if door.has_things and door.name not in WITHOUT_A_LIBRARY]
    opened = [one for one in tried(people.stranger, things, speaking) if one[2] not in {404, 405}]
    assert opened == [] and rows() == before and len(speaking) > 25


@pytest.mark.parametrize("state", ["signed out", "left"])
def test_who_is_signed_out_or_has_left_does_nothing(people: Cast, things: Scene, state: str) -> None:
    if state == "left":
        Person.objects.filter(pk=people.maria.pk).update(left_at=people.maria.created_at, is_active=False)
    before = rows()
    person = people.maria if state == "left" else None
    opened = [one for one in tried(person, things, DOORS) if one[2] not in {302, 401, 403}]
    assert opened == [] and rows() == before


@pytest.mark.parametrize("who", ["jana", "anna", "maria"])
def test_no_address_breaks_whoever_asks_by_whatever_method(people: Cast, things: Scene, who: str) -> None:
    broken = [one for one in tried(getattr(people, who), things, DOORS) if one[2] >= 500]
    assert broken == []
    assert connection.in_atomic_block  # the tries above are rolled back, so that none disturbs the next


def test_reading_writes_nothing_but_what_was_read(people: Cast, things: Scene) -> None:
    """Looking is without consequence: a link in a mail or a prefetch changes nothing (the first draft apart)."""
    client, before = signed_in(people.maria), rows()
    for door in DOORS:
        client.get(door.url(things))
    grown = {name for name, number in rows().items() if number != before[name]}
    begun = {"posts.post", "posts.version", "posts.writing", "posts.topic"}  # a draft with the only channel; the first topics
    assert grown <= begun | {"inbox.presence", "inbox.reading"}, grown
