"""The pages of the inbox, tried by everybody."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.inbox.saying import conversation_about, message_about, published
from tests.people import Cast
from theke.inbox.answering import keep, seen_now, send
from theke.inbox.models import Answer, Conversation
from theke.networks.base import Author
from theke.people.models import Person
from theke.posts.checking import findings
from theke.posts.models import Override
from theke.publishing.models import Delivery


@pytest.fixture
def conversation(people: Cast) -> Conversation:
    return conversation_about(published(people.jana, factories.channel(people.library)))


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def at(name: str, conversation: Conversation, *more: Any) -> str:
    return reverse(f"inbox:{name}", args=[conversation.uuid, *more])


def written(conversation: Conversation, text: str = "Ja, ab 10 Uhr.", **more: Any) -> dict[str, Any]:
    seen = seen_now(conversation)
    return {"text": text, "done": "on", "seen_message": seen.message, "seen_answer": seen.answer} | more


PAGES = ["conversation", "happening"]
ACTS = ["answers", "review", "notes", "owner", "closure"]


@pytest.mark.parametrize("name", PAGES)
def test_colleagues_see_it_strangers_find_nothing_and_others_sign_in(
    people: Cast, conversation: Conversation, name: str
) -> None:
    for person in (people.jana, people.tom, people.anna, people.maria):
        assert as_(person).get(at(name, conversation)).status_code == 200
    assert as_(people.stranger).get(at(name, conversation)).status_code == 404
    assert Client().get(at(name, conversation)).status_code == 302


@pytest.mark.parametrize("name", ACTS)
def test_no_act_is_open_to_strangers_or_signed_out(people: Cast, conversation: Conversation, name: str) -> None:
    assert as_(people.stranger).post(at(name, conversation), written(conversation)).status_code == 404
    assert Client().post(at(name, conversation), written(conversation)).status_code == 302
    assert as_(people.jana).get(at(name, conversation)).status_code == (200 if name == "owner" else 405)
    assert not Answer.objects.exists()


def test_the_list_shows_only_the_own_library(people: Cast, conversation: Conversation) -> None:
    assert "Jonas Berger" in as_(people.tom).get(reverse("inbox:list")).content.decode()
    assert "Jonas Berger" not in as_(people.stranger).get(reverse("inbox:list")).content.decode()


@pytest.mark.parametrize(
    ("query", "found"), [("whose=mine", True), ("whose=free", False), ("state=done", False), ("whose=junk", True)]
)
def test_the_list_is_filtered(people: Cast, conversation: Conversation, query: str, found: bool) -> None:
    page = as_(people.jana).get(f"{reverse('inbox:list')}?{query}").content.decode()
    assert ("Jonas Berger" in page) is found


def test_an_answer_goes_out_and_finishes_the_conversation(people: Cast, conversation: Conversation) -> None:
    response = as_(people.jana).post(at("answers", conversation), written(conversation))
    assert response.status_code == 302 and "answered=1" in response["Location"]
    assert Delivery.objects.filter(post__form="reply").count() == 1
    conversation.refresh_from_db()
    assert conversation.closed_at


def test_pressed_twice_it_goes_out_once(people: Cast, conversation: Conversation) -> None:
    given, client = written(conversation), as_(people.jana)
    client.post(at("answers", conversation), given)
    again = client.post(at("answers", conversation), given)
    assert again.status_code == 409
    assert Delivery.objects.filter(post__form="reply").count() == 1


def test_when_a_colleague_was_faster_the_answer_is_held_and_shown(people: Cast, conversation: Conversation) -> None:
    mine = written(conversation, "Meine Antwort")
    send(keep(conversation, "Toms Antwort", by=people.tom), by=people.tom)
    response = as_(people.jana).post(at("answers", conversation), mine)
    assert response.status_code == 409
    assert "Meine Antwort" in response.content.decode()
    assert Delivery.objects.filter(post__form="reply").count() == 1
    as_(people.jana).post(at("answers", conversation), written(conversation, "Meine Antwort"))  # read, and sent all the same
    assert Delivery.objects.filter(post__form="reply").count() == 2


def test_what_the_guideline_says_to_a_held_answer_stands_there_when_the_conversation_is_opened_anew(
    people: Cast, conversation: Conversation
) -> None:
    """A28: the same hint as while typing, with its reason where one was given; nothing costs more where nothing is held."""
    client, page = as_(people.jana), at("conversation", conversation)

    def seen() -> tuple[str, int]:
        with CaptureQueriesContext(connection) as captured:
            text = client.get(page).content.decode()
        return text, len(captured)

    seen()
    nothing, before = seen()
    assert 'id="hint-' not in nothing and before <= 12
    client.post(at("review", conversation), written(conversation, "Schreib bitte an verlag@fremd.example."))
    (found,) = [one for one in findings(Answer.objects.get().post) if one.severity == "warn"]
    text, held = seen()
    assert f'id="hint-{found.fingerprint}"' in text and f'name="reason-{found.fingerprint}"' in text
    assert 'id="hint-' not in as_(people.tom).get(page).content.decode(), "it is hers"
    assert held - before <= 8, "and that only where something is held"
    Override.objects.create(post=Answer.objects.get().post, rule=found.rule, finding=found.fingerprint, reason="Ein Zitat")
    text, _queries = seen()
    assert "Ein Zitat" in text and f'name="reason-{found.fingerprint}"' not in text


def test_when_the_public_wrote_more_the_answer_is_held(people: Cast, conversation: Conversation) -> None:
    mine = written(conversation)
    delivery = conversation.delivery
    assert delivery is not None
    message_about(delivery, "Hat sich erledigt")
    assert as_(people.jana).post(at("answers", conversation), mine).status_code == 409
    assert not Delivery.objects.filter(post__form="reply").exists()


def test_an_empty_answer_is_refused_at_the_field(people: Cast, conversation: Conversation) -> None:
    response = as_(people.jana).post(at("answers", conversation), written(conversation, "   "))
    assert response.status_code == 422
    assert not Answer.objects.exists()


@pytest.mark.parametrize("text", ["a\x00b", "x" * 20_001, "\u202eabc"])
def test_odd_text_is_no_server_error_and_sends_nothing_silently(people: Cast, conversation: Conversation, text: str) -> None:
    response = as_(people.jana).post(at("answers", conversation), written(conversation, text))
    assert response.status_code in {302, 422}
    if response.status_code == 422:
        assert not Delivery.objects.filter(post__form="reply").exists()


def test_where_only_editors_publish_an_employee_leaves_a_note(people: Cast, conversation: Conversation) -> None:
    conversation.channel.publishers = "editors"
    conversation.channel.save()
    response = as_(people.jana).post(at("answers", conversation), written(conversation))
    assert response.status_code == 403
    assert not Delivery.objects.filter(post__form="reply").exists()
    assert as_(people.anna).post(at("answers", conversation), written(conversation)).status_code == 302


def test_review_keeps_the_text_and_says_what_hinders(people: Cast, conversation: Conversation) -> None:
    response = as_(people.jana).post(at("review", conversation), written(conversation, "x" * 900))
    assert response.status_code == 200 and "hint" in response.content.decode()
    assert "x" * 900 in as_(people.jana).get(at("conversation", conversation)).content.decode()


def test_a_review_that_arrives_after_sending_keeps_nothing(people: Cast, conversation: Conversation) -> None:
    given, client = written(conversation), as_(people.jana)
    client.post(at("answers", conversation), given)
    client.post(at("review", conversation), given)
    assert not Answer.objects.filter(held=True).exists()


def test_taking_back_is_for_the_author_alone(people: Cast, conversation: Conversation) -> None:
    answer = keep(conversation, "Ja.", by=people.jana)
    send(answer, by=people.jana)
    assert as_(people.tom).post(at("undo", conversation, answer.pk)).status_code == 404
    assert as_(people.jana).post(at("undo", conversation, answer.pk)).status_code == 302
    assert Answer.objects.get().held


def test_an_employee_gives_away_only_what_is_free_or_their_own(people: Cast, conversation: Conversation) -> None:
    given = {"to": people.anna.pk, "message": "bitte"}
    assert as_(people.tom).post(at("owner", conversation), given).status_code == 403
    assert as_(people.jana).post(at("owner", conversation), given).status_code == 302
    conversation.refresh_from_db()
    assert conversation.owner == people.anna


def test_nobody_gives_a_conversation_to_another_library(people: Cast, conversation: Conversation) -> None:
    response = as_(people.anna).post(at("owner", conversation), {"to": people.stranger.pk, "message": ""})
    assert response.status_code == 422
    conversation.refresh_from_db()
    assert conversation.owner == people.jana


def test_a_note_looks_like_a_note_and_is_sent_nowhere(people: Cast, conversation: Conversation) -> None:
    before = Delivery.objects.count()
    as_(people.tom).post(at("notes", conversation), {"text": "Nur für uns."})
    page = as_(people.jana).get(at("conversation", conversation)).content.decode()
    assert 'class="bubble note"' in page and "Nur für uns." in page
    assert Delivery.objects.count() == before


def test_finish_and_open_again(people: Cast, conversation: Conversation) -> None:
    client = as_(people.jana)
    assert client.post(at("closure", conversation)).status_code == 302
    conversation.refresh_from_db()
    assert conversation.closed_at
    client.post(at("closure", conversation), {"reopen": "1"})
    conversation.refresh_from_db()
    assert conversation.closed_at is None


def test_reading_marks_it_read_for_the_reader_alone(people: Cast, conversation: Conversation) -> None:
    as_(people.jana).get(at("conversation", conversation))
    assert "cover unread" not in as_(people.jana).get(reverse("inbox:list")).content.decode()
    assert "cover unread" in as_(people.tom).get(reverse("inbox:list")).content.decode()


def test_a_colleague_who_writes_is_shown(people: Cast, conversation: Conversation) -> None:
    as_(people.tom).get(at("happening", conversation) + "?writing=1")
    assert "Tom Ritter" in as_(people.jana).get(at("happening", conversation)).content.decode()


def test_the_list_costs_the_same_for_one_and_three(people: Cast) -> None:
    channel = factories.channel(people.library)
    client = as_(people.jana)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get(reverse("inbox:list"))
        return len(seen)

    conversation_about(published(people.jana, channel))
    queries()  # warms caches
    one = queries()
    for name in ("Karin", "Bernd"):
        conversation_about(published(people.tom, channel), author=Author(name, name, name))
    assert queries() == one


@pytest.mark.parametrize("name", ["answers", "notes", "closure"])
def test_after_an_act_the_same_part_of_the_list_is_shown(people: Cast, conversation: Conversation, name: str) -> None:
    response = as_(people.jana).post(at(name, conversation) + "?state=open&whose=mine", written(conversation))
    assert response.status_code == 302 and "whose=mine" in response["Location"]


def test_what_is_finished_is_not_unread(people: Cast, conversation: Conversation) -> None:
    as_(people.jana).post(at("closure", conversation))
    assert "cover unread" not in as_(people.tom).get(f"{reverse('inbox:list')}?state=done").content.decode()


def test_a_conversation_costs_twelve_queries_however_much_was_said(people: Cast, conversation: Conversation) -> None:
    client, counts = as_(people.anna), []
    for number in (1, 3):
        for _turn in range(number):
            answer = keep(conversation, "Ja.", by=people.jana)
            send(answer, by=people.jana)
            client.post(at("notes", conversation), {"text": "Hallo"})
            client.post(at("later", conversation), {"choice": "week"})
        client.get(at("conversation", conversation))
        with CaptureQueriesContext(connection) as captured:
            client.get(at("conversation", conversation))
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 12
