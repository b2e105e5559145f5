"""The register: who may see and change what it says about the library's accounts."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.channels.models import Channel, Credential
from theke.people.models import HistoryEntry, Person

SECRET = "a-very-secret-token-of-seeborn"


@pytest.fixture
def channel(people: Cast) -> Channel:
    return factories.channel(people.library, name="Mastodon Hafen", branch=people.harbour, secret={"token": SECRET})


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def pages(channel: Channel) -> list[str]:
    return [reverse("channels:list"), reverse("channels:page", args=[channel.pk])]


def test_everyone_in_the_library_may_look_and_a_stranger_finds_nothing(people: Cast, channel: Channel) -> None:
    for person in (people.jana, people.tom, people.anna, people.maria):
        assert [as_(person).get(url).status_code for url in pages(channel)] == [200, 200]
    assert as_(people.stranger).get(reverse("channels:page", args=[channel.pk])).status_code == 404
    assert "Mastodon Hafen" not in as_(people.stranger).get(reverse("channels:list")).text
    assert Client().get(reverse("channels:list")).status_code == 302


@pytest.mark.parametrize("name", ["edit", "check", "disconnect", "reconnect"])
def test_only_managers_of_the_library_change_the_register(people: Cast, channel: Channel, name: str) -> None:
    url = reverse(f"channels:{name}", args=[channel.pk])
    for person, status in ((people.jana, 403), (people.anna, 403), (people.stranger, 404)):
        assert as_(person).post(url).status_code == status
    assert Client().post(url).status_code == 302
    channel.refresh_from_db()
    assert channel.connected


def test_the_secret_stands_on_no_page_and_in_no_history(people: Cast, channel: Channel) -> None:
    client = as_(people.maria)
    urls = [*pages(channel), reverse("channels:edit", args=[channel.pk]), reverse("channels:disconnect", args=[channel.pk])]
    assert all(SECRET not in client.get(url).text for url in urls)
    client.post(reverse("channels:disconnect", args=[channel.pk]))
    assert SECRET not in str(list(HistoryEntry.objects.values()))
    assert SECRET not in str(list(Credential.objects.values()))


def fields(**other: Any) -> dict[str, Any]:
    given = {"name": "Hafen", "language": "de", "publishers": "branch", "signature": "initials_branch", "position": "0"}
    return given | {"approval": "always", "purpose": "", "branch": "", "responsible": "", "deputy": ""} | other


def test_a_manager_changes_the_entry_and_the_history_tells(people: Cast, channel: Channel) -> None:
    url = reverse("channels:edit", args=[channel.pk])
    got = as_(people.maria).post(url, fields(responsible=people.jana.pk, deputy=people.tom.pk, purpose="Für Familien"))
    assert got.status_code == 302
    channel.refresh_from_db()
    assert (channel.name, channel.signature, channel.responsible) == ("Hafen", "initials_branch", people.jana)
    assert channel.approval == "always"
    entry = HistoryEntry.objects.about(channel)[0]
    assert (entry.by, entry.verb) == (people.maria, "changed")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 81),
        ("name", "a\x00b"),
        ("name", "Hafen\u202egnp"),
        ("purpose", "\x07"),
        ("position", "-1"),
        ("language", "xx"),
        ("publishers", "all"),
        ("approval", "perhaps"),
        ("branch", "999999"),
        ("responsible", "nobody"),
    ],
)
def test_what_will_not_do_is_refused_at_its_field_and_stays_typed(
    people: Cast, channel: Channel, field: str, value: str
) -> None:
    got = as_(people.maria).post(
        reverse("channels:edit", args=[channel.pk]), fields(**{"purpose": "Bleibt stehen"} | {field: value})
    )
    assert got.status_code == 422
    assert list(got.context["form"].errors) == [field]
    if field != "purpose":
        assert "Bleibt stehen" in got.text
    channel.refresh_from_db()
    assert channel.name == "Mastodon Hafen"


def test_nobody_of_another_library_can_be_made_responsible(people: Cast, channel: Channel) -> None:
    got = as_(people.maria).post(reverse("channels:edit", args=[channel.pk]), fields(responsible=people.stranger.pk))
    assert list(got.context["form"].errors) == ["responsible"]
    same = as_(people.maria).post(
        reverse("channels:edit", args=[channel.pk]), fields(responsible=people.jana.pk, deputy=people.jana.pk)
    )
    assert list(same.context["form"].errors) == ["deputy"]


def test_disconnecting_forgets_the_sign_in_and_keeps_everything_else(people: Cast, channel: Channel) -> None:
    as_(people.maria).post(reverse("channels:disconnect", args=[channel.pk]))
    channel.refresh_from_db()
    assert not channel.connected
    assert not Credential.objects.filter(channel=channel).exists()
    assert channel.remote_id
    assert HistoryEntry.objects.about(channel)[0].verb == "disconnected"


def test_what_needs_someone_stands_on_top_with_the_way_to_mend_it(people: Cast, channel: Channel) -> None:
    factories.channel(people.library, name="Alles gut", token_state="works")
    Channel.objects.filter(pk=channel.pk).update(token_state="dead")
    text = as_(people.maria).get(reverse("channels:list")).text
    assert text.index("Mastodon Hafen") < text.index("Alles gut")
    assert reverse("channels:reconnect", args=[channel.pk]) in text
    assert reverse("channels:reconnect", args=[channel.pk]) not in as_(people.jana).get(reverse("channels:list")).text


def test_who_may_not_connect_is_told_who_may(people: Cast, channel: Channel) -> None:
    Channel.objects.filter(pk=channel.pk).update(token_state="dead")
    url = reverse("channels:page", args=[channel.pk])
    told, able = as_(people.jana).get(url).text, as_(people.maria).get(url).text
    assert f": {people.maria.name}." in told and f": {people.maria.name}." not in able
    assert reverse("channels:reconnect", args=[channel.pk]) in able


def test_a_trouble_is_told_in_words_until_the_next_success(people: Cast, channel: Channel) -> None:
    now = timezone.now()
    trouble = {"words": "%(host)s cannot be reached.", "params": {"host": "bib.example"}}
    Channel.objects.filter(pk=channel.pk).update(last_trouble=trouble, last_trouble_at=now, token_state="works")
    url = reverse("channels:page", args=[channel.pk])
    assert "bib.example" in as_(people.jana).get(url).text
    Channel.objects.filter(pk=channel.pk).update(last_success_at=now + timedelta(seconds=1))
    assert "bib.example" not in as_(people.jana).get(url).text


def test_the_register_asks_the_database_as_often_for_three_accounts_as_for_one(people: Cast, channel: Channel) -> None:
    client = as_(people.maria)
    client.get(reverse("channels:list"))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("channels:list"))
    for house in (people.harbour, people.south):
        factories.channel(people.library, branch=house, responsible=people.jana, deputy=people.tom)
    with CaptureQueriesContext(connection) as three:
        client.get(reverse("channels:list"))
    assert len(three) == len(one)
