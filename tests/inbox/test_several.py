"""Several conversations at once, and a way back (E22, E30); filters that are remembered (E28)."""

import pytest
from django.test import Client

from tests import factories
from tests.inbox.saying import conversation_about, published
from tests.people import Cast
from theke.inbox.caring import assign
from theke.inbox.models import Conversation
from theke.networks.base import Author


@pytest.fixture
def three(people: Cast) -> list[Conversation]:
    channels = [
        factories.channel(people.library, name=name, branch=branch)
        for name, branch in (("Hafen", people.harbour), ("Süd", people.south), ("Blog", None))
    ]
    return [
        conversation_about(published(people.jana, channel), author=Author(str(n), f"Leserin {n}", f"@l{n}"))
        for n, channel in enumerate(channels)
    ]


def acted(client: Client, act: str, *which: Conversation, **more: object) -> str:
    given = {"act": act, "ticked": [one.pk for one in which]} | more
    return client.post("/inbox/several/", given, follow=True).content.decode()


def test_finishing_several_can_be_undone(client: Client, people: Cast, three: list[Conversation]) -> None:
    client.force_login(people.tom)
    page = acted(client, "finish", *three[:2])
    assert "undo-bar" in page
    assert list(Conversation.objects.open()) == three[2:]
    acted(client, "reopen", *three[:2])
    assert Conversation.objects.open().count() == 3


def test_putting_several_off_can_be_undone(client: Client, people: Cast, three: list[Conversation]) -> None:
    client.force_login(people.tom)
    acted(client, "later", *three)
    assert Conversation.objects.later().count() == 3
    acted(client, "back", *three)
    assert Conversation.objects.open().count() == 3


def test_an_employee_gives_only_their_own_and_is_told_of_the_others(
    client: Client, people: Cast, three: list[Conversation]
) -> None:
    assign(three[0], people.tom, by=people.tom)
    client.force_login(people.tom)
    page = acted(client, "give", *three, to=people.anna.pk)
    owners = {c.pk: c.owner for c in Conversation.objects.all()}
    assert owners == {three[0].pk: people.anna, three[1].pk: people.jana, three[2].pk: people.jana}
    assert "2 gehören jemand anderem" in page


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"act": "finish"},
        {"act": "burn", "ticked": "1"},
        {"act": "finish", "ticked": "9" * 99},
        {"act": "give", "ticked": "PK"},
    ],
)
def test_nonsense_does_nothing_and_says_so(
    client: Client, people: Cast, three: list[Conversation], given: dict[str, str]
) -> None:
    client.force_login(people.anna)
    filled = {name: str(three[0].pk) if value == "PK" else value for name, value in given.items()}
    assert 'role="alert"' in client.post("/inbox/several/", filled, follow=True).content.decode()
    assert Conversation.objects.open().count() == 3


def test_another_librarys_conversations_can_not_be_ticked(client: Client, people: Cast, three: list[Conversation]) -> None:
    client.force_login(people.stranger)
    acted(client, "finish", *three)
    assert Conversation.objects.open().count() == 3


def test_the_chosen_branch_is_remembered_per_person_until_it_is_cleared(
    client: Client, people: Cast, three: list[Conversation]
) -> None:
    client.force_login(people.anna)
    client.get(f"/inbox/?branch={people.harbour.pk}&whose=all&channel=")
    page = client.get("/inbox/").content.decode()
    assert "Leserin 0" in page and "Leserin 1" not in page
    client.force_login(people.tom)
    assert "Leserin 1" in client.get("/inbox/").content.decode()
    client.force_login(people.anna)
    client.get("/inbox/?branch=&channel=&whose=all")
    assert "Leserin 1" in client.get("/inbox/").content.decode()


def test_who_knows_about_it_is_suggested(client: Client, people: Cast, three: list[Conversation]) -> None:
    """A07: the knowledge of the staff is used."""
    people.tom.subject_areas = ["Brückentag"]
    people.tom.save()
    client.force_login(people.anna)
    page = client.get(f"/inbox/{three[0].uuid}/owner/").content.decode()
    assert "Tom Ritter · Brückentag" in page


def test_what_went_before_with_the_person_stands_beside_the_answer(client: Client, people: Cast) -> None:
    """E19."""
    channel = factories.channel(people.library)
    author = Author("7", "Karin", "@karin")
    old = conversation_about(published(people.jana, channel), author=author, text="Früher gefragt")
    new = conversation_about(published(people.jana, channel), author=author, text="Jetzt gefragt")
    client.force_login(people.jana)
    page = client.get(f"/inbox/{new.uuid}/").content.decode()
    assert "Früher gefragt" in page.split('class="before"')[1] and str(old.uuid) in page
