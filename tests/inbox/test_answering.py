"""An answer is a post like any other: checked, sent once, and never lost."""

import pytest
from django.utils import timezone

from tests import factories
from tests.inbox.saying import conversation_about, message_about, published
from tests.people import Cast
from theke.inbox.answering import bring_back, brought_back_next, discard, held_answer, keep, seen_now, send, take_back
from theke.inbox.models import Answer, Conversation
from theke.networks.base import Author
from theke.people.models import Person
from theke.posts.checking import findings
from theke.posts.models import Post
from theke.publishing.models import Delivery, State
from theke.publishing.scheduling import Hindered


def waiting(people: Cast) -> Conversation:
    return conversation_about(published(people.jana, factories.channel(people.library)))


def answered(conversation: Conversation, by: Person, text: str = "Ja, von 10 bis 14 Uhr.") -> Answer:
    answer = keep(conversation, text, by=by)
    send(answer, by=by)
    answer.refresh_from_db()
    return answer


def the_delivery(answer: Answer) -> Delivery:
    return Delivery.objects.get(post=answer.post)


def test_an_answer_leaves_as_a_delivery_to_the_message_after_ten_seconds(people: Cast) -> None:
    conversation = waiting(people)
    delivery = the_delivery(answered(conversation, people.jana))
    assert delivery.target["id"] == conversation.messages.get().remote_id
    assert 5 < (delivery.due_at - timezone.now()).total_seconds() <= 10
    assert "Jana Berg" in delivery.payload["text"]  # B19: the sender shows


def test_done_afterwards_finishes_the_conversation(people: Cast) -> None:
    conversation = waiting(people)
    answered(conversation, people.jana)
    conversation.refresh_from_db()
    assert conversation.closed_at is not None and conversation.waiting_since is None


def test_without_done_it_stays_open_but_nobody_waits(people: Cast) -> None:
    conversation = waiting(people)
    send(keep(conversation, "Wir klären das.", by=people.jana, done=False), by=people.jana)
    conversation.refresh_from_db()
    assert conversation.closed_at is None and conversation.waiting_since is None


def test_who_answers_a_free_conversation_owns_it(people: Cast) -> None:
    conversation = waiting(people)
    Conversation.objects.update(owner=None)
    conversation.refresh_from_db()
    answered(conversation, people.tom)
    conversation.refresh_from_db()
    assert conversation.owner == people.tom


def test_taken_back_within_its_ten_seconds_the_text_is_there_again(people: Cast) -> None:
    conversation = waiting(people)
    answer = answered(conversation, people.jana)
    assert take_back(answer, by=people.jana)
    conversation.refresh_from_db()
    held = held_answer(conversation, people.jana)
    assert held is not None and held.post.text == "Ja, von 10 bis 14 Uhr."
    assert conversation.closed_at is None and conversation.waiting_since is not None
    assert the_delivery(answer).state == State.CANCELLED


def test_taken_back_and_sent_again_it_goes_out_once(people: Cast) -> None:
    conversation = waiting(people)
    answer = answered(conversation, people.jana)
    take_back(answer, by=people.jana)
    send(keep(conversation, "Ja, ab 10 Uhr.", by=people.jana), by=people.jana)
    assert list(Delivery.objects.filter(state=State.DUE).values_list("payload__text", flat=True)) == [
        "Ja, ab 10 Uhr.\n\n– Jana Berg, Hafen"
    ]


def test_gone_out_it_cannot_be_taken_back(people: Cast) -> None:
    answer = answered(waiting(people), people.jana)
    Delivery.objects.filter(post=answer.post).update(state=State.SENT)
    assert not take_back(answer, by=people.jana)


def test_a_hindered_answer_stays_held_with_its_text(people: Cast) -> None:
    conversation = waiting(people)
    people.jana.function = ""
    people.jana.save()
    conversation.channel.signature = "function"  # the rule asks for what we do not know: R01 blocks
    conversation.channel.save()
    answer = keep(conversation, "Ja.", by=people.jana)
    with pytest.raises(Hindered):
        send(answer, by=people.jana)
    held = held_answer(conversation, people.jana)
    assert held is not None and held.post.text == "Ja."
    assert not Delivery.objects.filter(post=answer.post).exists()


def test_two_colleagues_hold_their_own_texts(people: Cast) -> None:
    conversation = waiting(people)
    keep(conversation, "von Jana", by=people.jana)
    keep(conversation, "von Tom", by=people.tom)
    mine = held_answer(conversation, people.jana)
    assert mine is not None and mine.post.text == "von Jana"


def test_what_stands_there_changes_with_each_message_and_answer(people: Cast) -> None:
    conversation = waiting(people)
    before = seen_now(conversation)
    answered(conversation, people.tom)
    after = seen_now(conversation)
    assert before.message == after.message and before.answer != after.answer


def test_a_failed_answer_opens_its_conversation_again_once(people: Cast) -> None:
    conversation = waiting(people)
    answer = answered(conversation, people.jana)
    Delivery.objects.filter(post=answer.post).update(state=State.FAILED)
    assert brought_back_next(10) == [answer.pk]
    bring_back(answer.pk)
    conversation.refresh_from_db()
    assert conversation.closed_at is None
    assert brought_back_next(10) == []


def test_thrown_away_it_is_gone_from_the_conversation_but_in_the_bin(people: Cast) -> None:
    conversation = waiting(people)
    answer = keep(conversation, "doch nicht", by=people.jana)
    discard(answer)
    assert held_answer(conversation, people.jana) is None
    assert Post.objects.get(pk=answer.post_id).binned_at is not None


def test_a_private_message_is_answered_privately(people: Cast) -> None:
    delivery = published(people.jana, factories.channel(people.library))
    conversation = message_about(delivery, direct=True).conversation
    answer = answered(conversation, people.jana)
    assert answer.post.audience == "direct"
    assert the_delivery(answer).target["extra"]["direct"] is True


def test_where_an_answer_reaches_only_those_it_names_it_names_them_and_that_counts(people: Cast) -> None:
    delivery = published(people.jana, factories.channel(people.library, network_key="mastodon"))
    conversation = message_about(delivery, author=Author("9", "Karin", "@karin@other.example")).conversation
    answer = keep(conversation, "x" * 470, by=people.jana)
    assert not findings(answer.post)
    answer = keep(conversation, "x" * 476, by=people.jana)  # with the name in front and the signature longer than 500
    assert [found.rule for found in findings(answer.post)] == ["R45"]
    send(keep(conversation, "Ja.", by=people.jana), by=people.jana)
    assert the_delivery(answer).payload["text"].startswith("@karin@other.example Ja.")


def test_elsewhere_nobody_is_named(people: Cast) -> None:
    answer = answered(waiting(people), people.jana, "Ja.")
    assert the_delivery(answer).payload["text"].startswith("Ja.")
