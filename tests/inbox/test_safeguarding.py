"""What concerns one person alone is answered by a private way (R10, R57)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.inbox.saying import conversation_about, published
from tests.inbox.test_views import written
from tests.people import Cast
from theke.guidelines.models import OwnThings
from theke.inbox.answering import held_answer, keep
from theke.inbox.models import Conversation, SavedReply
from theke.inbox.safeguarding import safe_text
from theke.people.models import Library
from theke.posts.checking import hindrances

CASE = "Hallo, dein Buch ist überfällig."


def conversation_in(people: Cast, lang: str = "de", network: str = "practice") -> Conversation:
    Library.objects.filter(pk=people.library.pk).update(contact_email="post@seeborn.example", languages=["de", "sv", "en"])
    things = OwnThings.of(people.library)
    things.phones = ["0700 4711-10"]
    things.save()
    OwnThings.touch(people.library)
    delivery = published(people.jana, factories.channel(people.library, network_key=network))
    return Conversation.objects.get(pk=conversation_about(delivery, lang=lang).pk)


def act(client: Client, conversation: Conversation, way: str, text: str = CASE, **more: Any) -> Any:
    url = reverse("inbox:safe_answer", args=[conversation.uuid])
    return client.post(url, written(conversation, text, way=way) | more, follow=True)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("de", "telefonisch unter 0700 4711-10, per E-Mail an post@seeborn.example oder per Direktnachricht hier"),
        ("sv", "på telefon 0700 4711-10, via e-post till post@seeborn.example eller med ett direktmeddelande här"),
        ("en", "by telephone, 0700 4711-10, by e-mail to post@seeborn.example or by a private message here"),
    ],
)
def test_the_safe_text_names_the_private_ways_in_the_language_of_the_message_and_may_go_out(
    people: Cast, lang: str, words: str
) -> None:
    conversation = conversation_in(people, lang)
    text = safe_text(conversation, people.jana)
    assert words in text
    assert hindrances(keep(conversation, text, by=people.jana).post) == []


def test_without_a_number_or_an_address_it_names_the_branch(people: Cast) -> None:
    conversation = conversation_in(people, network="bluesky")
    OwnThings.objects.update(phones=[])
    OwnThings.touch(people.library)
    conversation.library.contact_email = ""
    assert people.jana.home_branch is not None
    assert people.jana.home_branch.name in safe_text(conversation, people.jana)


def test_the_librarys_own_reply_for_it_goes_first_in_its_language_alone(people: Cast) -> None:
    conversation = conversation_in(people, "sv")
    for lang, safe in (("de", True), ("sv", False)):
        SavedReply.objects.create(library=people.library, name="Weg", lang=lang, text="{me}: 0700 4711-10", safe_way=safe)
    assert "direktmeddelande" in safe_text(conversation, people.jana)
    SavedReply.objects.filter(lang="sv").update(safe_way=True)
    assert safe_text(conversation, people.jana) == "Jana Berg: 0700 4711-10"


def test_a_case_offers_the_safe_way_and_an_ordinary_answer_does_not(client: Client, people: Cast) -> None:
    conversation = conversation_in(people)
    client.force_login(people.jana)
    url = reverse("inbox:review", args=[conversation.uuid])
    page = client.post(url, written(conversation, CASE)).content.decode()
    assert 'id="safe-text"' in page and 'id="make-private"' in page
    assert f"{reverse('guidelines:points')}#4-law" in page
    assert "safe-text" not in client.post(url, written(conversation, "Ja, bis 18 Uhr!!!")).content.decode()


def test_what_hinders_an_answer_and_is_no_point_of_the_guideline_leads_to_none(client: Client, people: Cast) -> None:
    conversation = conversation_in(people)
    client.force_login(people.jana)
    page = client.post(
        reverse("inbox:review", args=[conversation.uuid]), written(conversation, "Ja\u202e, gern.")
    ).content.decode()
    assert "/guidelines/" not in page and 'class="hint danger"' in page


def test_the_safe_text_takes_the_place_and_what_was_written_comes_back(client: Client, people: Cast) -> None:
    conversation = conversation_in(people)
    client.force_login(people.jana)
    page = act(client, conversation, "text").content.decode()
    answer = held_answer(conversation, people.jana)
    assert answer is not None and "0700 4711-10" in answer.post.text and "0700 4711-10" in page
    assert CASE in page  # in the bar that offers to undo
    act(client, conversation, "back")
    answer = held_answer(conversation, people.jana)
    assert answer is not None and answer.post.text == CASE


def test_where_the_network_allows_it_one_person_alone_reads_the_answer(client: Client, people: Cast) -> None:
    conversation = conversation_in(people)
    client.force_login(people.jana)
    page = act(client, conversation, "private").content.decode()
    answer = held_answer(conversation, people.jana)
    assert answer is not None and answer.post.audience == "direct" and answer.post.text == CASE
    assert hindrances(answer.post) == [] and 'id="make-public"' in page
    act(client, conversation, "public")
    answer = held_answer(conversation, people.jana)
    assert answer is not None and answer.post.audience == "public"


def test_where_the_network_does_not_the_answer_stays_public(client: Client, people: Cast) -> None:
    conversation = conversation_in(people, network="bluesky")
    client.force_login(people.jana)
    act(client, conversation, "private")
    answer = held_answer(conversation, people.jana)
    assert answer is not None and answer.post.audience == "public" and answer.post.text == CASE


def test_an_empty_or_unknown_act_keeps_what_was_typed_on_the_page(client: Client, people: Cast) -> None:
    conversation = conversation_in(people)
    client.force_login(people.jana)
    response = act(client, conversation, "sideways")
    assert response.status_code == 422 and CASE in response.content.decode()
