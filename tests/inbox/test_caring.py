"""Taking, giving, finishing, noting, being there."""

from datetime import timedelta

from django.utils import timezone

from tests import factories
from tests.inbox.saying import conversation_about, published
from tests.people import Cast
from theke.inbox.caring import assign, be_there, close, note, others_there, reopen
from theke.notices.models import Notice
from theke.publishing.models import Delivery


def test_given_to_a_colleague_with_a_word_the_colleague_is_told(people: Cast) -> None:
    conversation = conversation_about(published(people.jana, factories.channel(people.library)))
    Notice.objects.all().delete()
    assign(conversation, people.tom, by=people.jana, message="Kannst du das beantworten?")
    assert conversation.owner == people.tom
    assert Notice.objects.get().person == people.tom
    assert Notice.objects.get().excerpt == "Kannst du das beantworten?"


def test_taking_over_tells_nobody(people: Cast) -> None:
    conversation = conversation_about(published(people.jana, factories.channel(people.library)))
    Notice.objects.all().delete()
    assign(conversation, people.tom, by=people.tom)
    assert not Notice.objects.exists()


def test_finishing_twice_is_one_closure(people: Cast) -> None:
    conversation = conversation_about(published(people.jana, factories.channel(people.library)))
    close(conversation, by=people.jana)
    close(conversation, by=people.tom)
    assert conversation.closures.get().by == people.jana


def test_opened_again_the_public_waits_again(people: Cast) -> None:
    conversation = conversation_about(published(people.jana, factories.channel(people.library)))
    close(conversation, by=people.jana)
    reopen(conversation)
    conversation.refresh_from_db()
    assert conversation.closed_at is None and conversation.waiting_since is not None


def test_a27_a_note_makes_no_delivery(people: Cast) -> None:
    conversation = conversation_about(published(people.jana, factories.channel(people.library)))
    before = Delivery.objects.count()
    note(conversation, "Nur für uns: die Leitung meldet sich Montag.", by=people.tom)
    assert Delivery.objects.count() == before
    assert not hasattr(conversation.notes.get(), "deliveries")


def test_someone_writing_is_seen_for_a_while(people: Cast) -> None:
    conversation = conversation_about(published(people.jana, factories.channel(people.library)))
    be_there(conversation, by=people.tom, writing=True)
    assert [p.person for p in others_there(conversation, people.jana)] == [people.tom]
    assert others_there(conversation, people.tom) == []
    assert others_there(conversation, people.jana, now=timezone.now() + timedelta(minutes=1)) == []
