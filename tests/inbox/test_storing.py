"""Each message is stored once, in the conversation it belongs to."""

from tests import factories
from tests.inbox.saying import conversation_about, message_about, published, said
from tests.people import Cast
from theke.inbox.caring import close
from theke.inbox.models import Conversation, Message
from theke.inbox.storing import store
from theke.networks.base import Author, Ref


def test_the_same_message_is_stored_once(people: Cast) -> None:
    channel, item = factories.channel(people.library), said()
    assert store(channel, item) is not None
    assert store(channel, item) is None
    assert Message.objects.count() == 1


def test_two_channels_may_hold_the_same_remote_id(people: Cast) -> None:
    item = said()
    for _channel in range(2):
        assert store(factories.channel(people.library), item) is not None
    assert Message.objects.count() == 2


def test_what_we_said_ourselves_is_no_message(people: Cast) -> None:
    channel = factories.channel(people.library, remote_id="me")
    assert store(channel, said(author=Author("me", "Bibliothek", "@lib"))) is None


def test_answers_of_one_person_to_one_post_are_one_conversation(people: Cast) -> None:
    delivery = published(people.jana, factories.channel(people.library))
    first, second = message_about(delivery, "Wann?"), message_about(delivery, "Und wo?")
    assert first.conversation == second.conversation
    assert first.conversation.about == delivery.post


def test_two_people_below_one_post_are_two_conversations(people: Cast) -> None:
    delivery = published(people.jana, factories.channel(people.library))
    one, other = message_about(delivery), message_about(delivery, author=Author("78", "Karin", "@karin"))
    assert one.conversation != other.conversation


def test_an_answer_to_our_answer_stays_in_its_conversation(people: Cast) -> None:
    channel = factories.channel(people.library)
    conversation = conversation_about(published(people.jana, channel))
    reply = factories.post(people.jana, channel, form="reply")
    conversation.answers.create(message=conversation.messages.get(), post=reply, by=people.jana)
    ours = published(people.jana, channel, post=reply)
    message = store(channel, said("Danke!", parent=Ref(ours.remote_id)))
    assert message is not None and message.conversation == conversation


def test_a_mention_begins_a_conversation_about_nothing(people: Cast) -> None:
    message = store(factories.channel(people.library), said(kind="mention"))
    assert message is not None and message.conversation.about is None


def test_a_new_message_reopens_a_finished_conversation(people: Cast) -> None:
    delivery = published(people.jana, factories.channel(people.library))
    conversation = conversation_about(delivery)
    close(conversation, by=people.jana)
    message_about(delivery, "Doch noch eine Frage")
    conversation.refresh_from_db()
    assert conversation.closed_at is None and conversation.waiting_since is not None
    assert conversation.closures.get().reopened_at is not None


def test_the_wait_counts_from_the_first_unanswered_message(people: Cast) -> None:
    delivery = published(people.jana, factories.channel(people.library))
    first = message_about(delivery)
    message_about(delivery, "Hallo?")
    assert Conversation.objects.get().waiting_since == first.at


def test_nul_and_endless_text_do_not_break_the_store(people: Cast) -> None:
    message = store(factories.channel(people.library), said("a\x00b" + "x" * 10_000_000))
    assert message is not None and "\x00" not in message.text and len(message.text) <= 50_000


def test_a_changed_name_is_taken_over(people: Cast) -> None:
    channel = factories.channel(people.library)
    store(channel, said(author=Author("9", "Alt", "@a")))
    store(channel, said(author=Author("9", "Neu", "@a")))
    assert channel.library.contacts.get().name == "Neu"


def test_a_message_that_was_changed_or_approved_elsewhere_is_brought_up_to_date(people: Cast) -> None:
    channel = factories.channel(people.library)
    kept = store(channel, said(id="m-1", state="held", text="Wann denn?"))
    assert kept is not None
    assert kept.state == "held"
    assert store(channel, said(id="m-1", state="", text="Wann genau?")) is None
    kept.refresh_from_db()
    assert (kept.state, kept.text) == ("", "Wann genau?")
    assert store(channel, said(id="m-1", text="Wann genau?")) is None
    kept.refresh_from_db()
    assert kept.state == "", "a network that does not tell changes nothing"


def test_what_the_network_holds_for_spam_waits_for_nobody_until_it_is_let_in(people: Cast) -> None:
    channel = factories.channel(people.library)
    kept = store(channel, said(id="m-1", state="spam"))
    assert kept is not None
    conversation = Conversation.objects.get()
    assert conversation.closed_at is not None
    assert (conversation.waiting_since, conversation.assignments.count()) == (None, 0)
    store(channel, said(id="m-1", state=""))
    now_open = Conversation.objects.get()
    assert now_open.closed_at is None
    assert now_open.waiting_since == kept.at
