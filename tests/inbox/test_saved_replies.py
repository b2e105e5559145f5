"""Saved replies with places that are filled in (E29)."""

from datetime import time

import pytest
from django.test import Client

from tests import factories
from tests.inbox.saying import conversation_about, published
from tests.people import Cast
from theke.inbox.filling import filled
from theke.inbox.models import Conversation, SavedReply
from theke.people.models import HistoryEntry, OpeningHours


@pytest.fixture
def conversation(people: Cast) -> Conversation:
    for day, opens in ((0, 10), (4, 14)):
        OpeningHours.objects.create(branch=people.harbour, weekday=day, opens=time(opens), closes=time(18))
    return conversation_about(published(people.jana, factories.channel(people.library, branch=people.harbour)))


def saved(people: Cast, text: str, lang: str = "de") -> SavedReply:
    return SavedReply.objects.create(library=people.library, name="Öffnungszeiten", lang=lang, text=text)


@pytest.mark.parametrize(
    ("lang", "hours"), [("de", "Mo 10:00-18:00, Fr 14:00-18:00"), ("sv", "mån 10:00-18:00, fre 14:00-18:00")]
)
def test_places_are_filled_in_in_the_language_of_the_reply(
    people: Cast, conversation: Conversation, lang: str, hours: str
) -> None:
    reply = saved(people, "Hallo {name}, {branch} ({library}): {opening_hours}. {me} {nobody}", lang)
    assert filled(reply, conversation, people.jana) == (
        f"Hallo {conversation.with_contact}, Hafen ({people.library.name}): {hours}. Jana Berg {{nobody}}"
    )


def test_a_name_that_looks_like_a_place_is_left_alone(people: Cast, conversation: Conversation) -> None:
    assert conversation.with_contact is not None
    conversation.with_contact.name = "{me}"
    assert filled(saved(people, "{name}"), conversation, people.jana) == "{me}"


def test_every_employee_takes_one_and_the_text_stands_in_the_field(
    client: Client, people: Cast, conversation: Conversation
) -> None:
    reply = saved(people, "Wir sind {opening_hours} da.")
    client.force_login(people.jana)
    text = client.get(f"/inbox/{conversation.uuid}/replies/{reply.pk}/").json()["text"]
    assert text == "Wir sind Mo 10:00-18:00, Fr 14:00-18:00 da."
    assert text in client.get(f"/inbox/{conversation.uuid}/?reply={reply.pk}").content.decode()
    assert client.get(f"/inbox/{conversation.uuid}/?reply={'9' * 40}").status_code == 200


def test_editors_write_change_and_remove_them_and_a_removal_can_be_undone(client: Client, people: Cast) -> None:
    client.force_login(people.anna)
    given = {"name": "Gebühren", "lang": "de", "text": "Es kostet nichts, {name}."}
    assert client.post("/inbox/replies/new/", given).status_code == 302
    reply = SavedReply.objects.get()
    assert client.post(f"/inbox/replies/{reply.pk}/", given | {"text": "Neu"}).status_code == 302
    page = client.post(f"/inbox/replies/{reply.pk}/removal/", follow=True).content.decode()
    assert not SavedReply.objects.exists() and "undo-bar" in page
    assert client.post("/inbox/replies/new/", given).status_code == 302
    assert SavedReply.objects.get().text == given["text"]
    assert HistoryEntry.objects.filter(kind="inbox.savedreply").count() == 4


@pytest.mark.parametrize(
    ("field", "value"),
    [("text", "{nmae}"), ("text", ""), ("name", ""), ("name", "\u202ex"), ("lang", "fr"), ("name", "x" * 81)],
)
def test_a_faulty_reply_is_refused_at_its_field_and_nothing_typed_is_lost(
    client: Client, people: Cast, field: str, value: str
) -> None:
    client.force_login(people.anna)
    given = {"name": "Gebühren", "lang": "de", "text": "Hallo"} | {field: value}
    answer = client.post("/inbox/replies/new/", given)
    assert answer.status_code == 422 and f'id="id_{field}_error"' in answer.content.decode()
    assert not SavedReply.objects.exists()


def test_two_of_one_name_in_one_language_are_refused(client: Client, people: Cast) -> None:
    saved(people, "Hallo")
    client.force_login(people.anna)
    again = {"name": "Öffnungszeiten", "lang": "de", "text": "Nochmal"}
    assert client.post("/inbox/replies/new/", again).status_code == 422
    assert client.post("/inbox/replies/new/", again | {"lang": "sv"}).status_code == 302


def test_employees_only_read_the_list_and_strangers_find_nothing(client: Client, people: Cast) -> None:
    reply = saved(people, "Hallo")
    client.force_login(people.jana)
    assert "Öffnungszeiten" in client.get("/inbox/replies/").content.decode()
    assert client.post(f"/inbox/replies/{reply.pk}/removal/").status_code == 403
    client.force_login(people.stranger)
    assert client.post(f"/inbox/replies/{reply.pk}/removal/").status_code == 404
    assert f"reply-{reply.pk}" not in client.get("/inbox/replies/").content.decode()
