"""In a heated conversation a colleague looks at an answer before it goes out, where the channel asks for it (A28, A29; E20)."""

from typing import Any

import pytest
from django.urls import reverse

from tests import factories
from tests.inbox.saying import conversation_about, published
from tests.inbox.test_views import as_, at, written
from tests.people import Cast
from theke.inbox.answering import held_answer
from theke.inbox.heating import mark_heated
from theke.inbox.models import Answer, Conversation
from theke.notices.models import Notice
from theke.posts.models import Approval, Post
from theke.publishing.models import Delivery, State

TEXT = "Das Buch ist ab Montag wieder da."


def conversation_on(people: Cast, *, looks_first: bool = True, heated: bool = True) -> Conversation:
    channel = factories.channel(people.library, looks_first=looks_first)
    conversation = conversation_about(published(people.jana, channel))
    if heated:
        mark_heated(conversation, by=people.tom)
    return conversation


def answered(people: Cast, conversation: Conversation, text: str = TEXT) -> Any:
    return as_(people.jana).post(at("answers", conversation), written(conversation, text), follow=True)


def decided(by: Any, conversation: Conversation, act: str, word: str = "") -> Any:
    found = Approval.objects.order_by("-pk")[0]
    return as_(by).post(at("decide", conversation, found.pk), {"act": act, "word": word}, follow=True)


def replies() -> int:
    return Delivery.objects.filter(post__form="reply").count()


@pytest.mark.parametrize(("looks_first", "heated"), [(True, False), (False, True)])
def test_without_heat_or_without_the_channels_wish_it_goes_out_at_once(people: Cast, looks_first: bool, heated: bool) -> None:
    answered(people, conversation_on(people, looks_first=looks_first, heated=heated))
    assert replies() == 1 and not Approval.objects.exists()


def test_it_is_handed_in_and_goes_out_to_the_message_in_its_authors_name(people: Cast) -> None:
    conversation = conversation_on(people)
    page = answered(people, conversation).content.decode()
    assert replies() == 0 and "Vorgelegt" in page and TEXT in page
    notice = Notice.objects.get(person=people.anna, read_at=None)
    assert as_(people.anna).get(notice.path).headers["Location"].startswith(at("conversation", conversation))
    assert "Freigegeben" in decided(people.anna, conversation, "approve").content.decode()
    answer = Answer.objects.get()
    delivery = Delivery.objects.get(post=answer.post)
    assert (answer.held, answer.post.sender, answer.post.text) == (False, people.jana, TEXT)
    assert delivery.target["id"] == answer.message.remote_id


def test_its_approval_is_not_taken_back_behind_the_conversation(people: Cast) -> None:
    conversation = conversation_on(people)
    answered(people, conversation)
    decided(people.anna, conversation, "approve")
    reply = Post.objects.get(form=Post.Form.REPLY)
    as_(people.anna).post(reverse("publishing:approval_undo", args=[reply.uuid]))
    assert Delivery.objects.get(post=reply).state == State.DUE


def test_it_is_given_back_with_a_word_and_stays_with_its_author(people: Cast) -> None:
    conversation = conversation_on(people)
    answered(people, conversation)
    assert decided(people.anna, conversation, "return").status_code == 422
    decided(people.anna, conversation, "return", "Bitte ohne Datum.")
    answer = held_answer(conversation, people.jana)
    assert answer is not None and answer.post.text == TEXT and replies() == 0
    assert "Bitte ohne Datum." in Notice.objects.filter(person=people.jana).latest("pk").excerpt


def test_nobody_lets_their_own_out_nor_anybody_outside_the_group(people: Cast) -> None:
    conversation = conversation_on(people)
    as_(people.anna).post(at("answers", conversation), written(conversation))
    assert decided(people.anna, conversation, "approve").status_code == 422
    assert decided(people.tom, conversation, "approve").status_code == 403
    assert replies() == 0
    page = as_(people.anna).get(at("conversation", conversation)).content.decode()
    assert "let-out-" not in page and "Wartet auf einen zweiten Blick" in page
    decided(people.maria, conversation, "approve")
    assert replies() == 1


def test_other_words_are_looked_at_anew(people: Cast) -> None:
    conversation = conversation_on(people)
    answered(people, conversation)
    as_(people.jana).post(at("review", conversation), written(conversation, "Ganz andere Worte."))
    assert Approval.objects.get().state == Approval.State.WITHDRAWN
    assert "wartet nichts mehr" in decided(people.anna, conversation, "approve").content.decode()
    answered(people, conversation, "Ganz andere Worte.")
    decided(people.anna, conversation, "approve")
    assert Answer.objects.get().post.text == "Ganz andere Worte." and replies() == 1


def test_the_page_of_approvals_lets_no_answer_out_by_itself(people: Cast) -> None:
    conversation = conversation_on(people)
    answered(people, conversation)
    found = Approval.objects.get()
    as_(people.anna).post(
        reverse("publishing:approval_decision", args=[found.post.uuid]), {"approval": found.pk, "act": "approve", "answer": ""}
    )
    found.refresh_from_db()
    assert found.state == Approval.State.ASKED and replies() == 0


def test_where_nobody_could_look_it_says_so_and_keeps_the_text(people: Cast) -> None:
    conversation = conversation_on(people)
    for person in (people.anna, people.maria):
        type(person).objects.filter(pk=person.pk).update(role="employee")
    response = answered(people, conversation)
    assert response.status_code == 422 and TEXT in response.content.decode() and 'id="refused"' in response.content.decode()
    assert replies() == 0


def test_what_is_thrown_away_waits_no_longer(people: Cast) -> None:
    conversation = conversation_on(people)
    answered(people, conversation)
    as_(people.jana).post(at("discard", conversation, Answer.objects.get().pk))
    assert Approval.objects.get().state == Approval.State.WITHDRAWN and not Answer.objects.exists()
