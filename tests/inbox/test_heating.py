"""Heated conversations: marked, insulting, or crowded (A28, A29, R25)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.inbox.saying import conversation_about, message_about, published
from tests.people import Cast
from theke.inbox.answering import keep, send
from theke.inbox.heating import CROWDED, HARSH, MARKED, calm, heat_of, mark_heated
from theke.inbox.models import Conversation
from theke.posts.checking import findings
from theke.publishing.models import Delivery

QUIET = "Ist am Brückentag offen?"


@pytest.fixture
def delivery(people: Cast) -> Delivery:
    return published(people.jana, factories.channel(people.library))


def afresh(conversation: Conversation) -> Conversation:
    return Conversation.objects.select_related("library", "channel", "heated_by").get(pk=conversation.pk)


def test_an_ordinary_question_is_calm(delivery: Delivery) -> None:
    assert heat_of(conversation_about(delivery)) is None


@pytest.mark.parametrize(("text", "lang"), [("Ihr seid doch alle Idioten!", "de"), ("Ni är ju idioter allihop!", "sv")])
def test_an_insult_heats_it_for_a_week(delivery: Delivery, text: str, lang: str) -> None:
    conversation = message_about(delivery, text, lang=lang).conversation
    found = heat_of(conversation)
    assert found is not None and found.reason == HARSH
    assert heat_of(conversation, now=timezone.now() + timedelta(days=8)) is None


def test_the_title_of_a_book_heats_nothing(delivery: Delivery) -> None:
    assert heat_of(message_about(delivery, "Habt ihr „Der Idiot“ von Dostojewski?", lang="de").conversation) is None


@pytest.mark.parametrize(("minutes", "heated"), [(10, True), (40, False)])
def test_five_messages_within_an_hour_heat_it(delivery: Delivery, minutes: int, heated: bool) -> None:
    begun = timezone.now() - timedelta(hours=5)
    for number in range(5):
        conversation = message_about(delivery, at=begun + number * timedelta(minutes=minutes)).conversation
    found = heat_of(conversation)
    assert (found is not None) is heated
    assert found is None or found.reason == CROWDED


def test_a_colleague_marks_it_and_says_when_it_is_calm_again(people: Cast, delivery: Delivery) -> None:
    conversation = message_about(delivery, "Du Idiot!", lang="de").conversation
    mark_heated(conversation, by=people.tom)
    found = heat_of(afresh(conversation))
    assert found is not None and (found.reason, found.name) == (MARKED, "Tom Ritter")
    calm(conversation)
    assert heat_of(afresh(conversation)) is None


def test_r25_advises_where_it_is_heated_and_right_after_our_last_answer(people: Cast, delivery: Delivery) -> None:
    conversation = conversation_about(delivery)
    assert "R25" not in {one.rule for one in findings(keep(conversation, "Ja ja, wer lesen kann.", by=people.jana).post)}
    mark_heated(conversation, by=people.tom)
    hot = afresh(conversation)
    seen = {one.seen for one in findings(keep(hot, "Ja ja, wer lesen kann.", by=people.jana).post) if one.rule == "R25"}
    assert {"Ja ja", "wer lesen kann"} & seen
    send(keep(hot, "Ja, bis 18 Uhr.", by=people.jana), by=people.jana)
    again = findings(keep(afresh(hot), "Und am Freitag auch.", by=people.jana).post)
    assert [one.rule for one in again if one.rule == "R25"] == ["R25"]


def test_the_page_says_it_and_both_acts_can_be_undone(client: Client, people: Cast, delivery: Delivery) -> None:
    conversation = conversation_about(delivery)
    client.force_login(people.tom)
    url = reverse("inbox:heat", args=[conversation.uuid])
    page = client.post(url, follow=True).content.decode()
    assert "Tom Ritter hat dieses Gespräch als hitzig markiert" in page and 'id="calm"' in page
    page = client.post(url, {"calm": "1"}, follow=True).content.decode()
    assert 'id="heat"' not in page and 'id="heated"' in page
