"""In a heated conversation a colleague looks at an answer before it goes out, where the channel asks for it (A28, A29; E20)."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation

from tests import factories
from tests.inbox.saying import conversation_about, published
from tests.inbox.test_views import as_, at, written
from tests.people import Cast
from theke.desk.waiting import waiting_for
from theke.inbox.answering import held_answer
from theke.inbox.heating import mark_heated
from theke.inbox.looking_first import REMIND_AFTER
from theke.inbox.models import Answer, Conversation
from theke.notices.models import Notice
from theke.notices.words import in_words
from theke.posts import telling
from theke.posts.models import Approval, Post
from theke.publishing import handing_in
from theke.publishing.models import Delivery, State
from theke.publishing.telling import tell_of

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
    assert replies() == 0 and "Eingereicht" in page and TEXT in page
    notice = Notice.objects.get(person=people.anna, read_at=None)
    assert as_(people.anna).get(notice.path).headers["Location"].startswith(at("conversation", conversation))
    assert "Freigegeben" in decided(people.anna, conversation, "approve").content.decode()
    answer = Answer.objects.get()
    delivery = Delivery.objects.get(post=answer.post)
    assert (answer.held, answer.post.sender, answer.post.text) == (False, people.jana, TEXT)
    assert delivery.target["id"] == answer.message.remote_id


@pytest.mark.parametrize("act", ["approve", "return"])
def test_notices_speak_of_an_answer_and_lead_to_its_conversation(people: Cast, act: str) -> None:
    conversation = conversation_on(people)
    answered(people, conversation)
    decided(people.anna, conversation, act, "Bitte ohne Datum.")
    for person, language in ((people.anna, "de"), (people.jana, "de"), (people.jana, "sv")):
        notice = Notice.objects.filter(person=person).latest("pk")
        with translation.override(language):
            words = in_words(notice)
        assert ("Antwort" if language == "de" else "svar") in words, words
        assert "Beitrag" not in words and "inlägg" not in words, words
        assert as_(person).get(notice.path).headers["Location"].startswith(at("conversation", conversation))


def test_today_leads_from_an_answer_that_came_back_to_its_conversation_and_has_it_once(people: Cast) -> None:
    conversation = conversation_on(people)
    answered(people, conversation)
    assert "answer" not in [one.key.partition("-")[0] for one in waiting_for(people.jana)], "it waits for a colleague"
    decided(people.anna, conversation, "return", "Bitte ohne Datum.")
    (row,) = [one for one in waiting_for(people.jana) if one.key.partition("-")[0] in ("answer", "returned")]
    assert row.reason == "Bitte ohne Datum." and "Antwort" in row.button
    assert as_(people.jana).get(row.url).headers["Location"].startswith(at("conversation", conversation))


def test_a_colleague_is_told_that_their_answer_did_not_go_out(people: Cast) -> None:
    answered(people, conversation_on(people, heated=False))
    delivery = Delivery.objects.select_related("post", "channel").get(post__form="reply")
    for state in (State.FAILED, State.ASK, State.LATE, State.HAND, State.DROPPED):
        delivery.state = state
        tell_of(delivery)
        said = in_words(Notice.objects.filter(person=people.jana).latest("pk"))
        assert "Antwort" in said and "Beitrag" not in said


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


def test_who_could_look_is_reminded_once_after_an_opening_hour(people: Cast) -> None:
    conversation = conversation_on(people)
    answered(people, conversation)
    waits = Approval.objects.get()
    assert waits.remind_at is not None and waits.remind_at >= waits.asked_at + REMIND_AFTER
    for ago, reminded in ((timedelta(minutes=1), 0), (-timedelta(minutes=1), 1), (-timedelta(hours=9), 1)):
        handing_in.run(waits.pk, waits.remind_at - ago)
        told = Notice.objects.filter(person=people.anna, words=telling.OF_AN_ANSWER[telling.STILL])
        assert told.count() == reminded
    assert told[0].path == reverse("inbox:of_answer", args=[waits.post.uuid])
