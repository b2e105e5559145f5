"""What others wrote below our posts is hidden, shown and removed on its network, and every act stands in the conversation."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.inbox.saying import published, said
from tests.networks.bridge import ADDRESS, practice_network
from tests.people import Cast
from theke.inbox import moderating
from theke.inbox.models import Message, Moderation
from theke.inbox.storing import store
from theke.networks.base import Ref
from theke.notices.models import Notice
from theke.practice.models import PracticeAccount, Status

Action, State = Moderation.Action, Moderation.State


@pytest.fixture
def status(people: Cast) -> Status:
    """What somebody wrote below a post of ours on the practice network."""
    account = PracticeAccount.objects.create(library=people.library, name="Hafen", handle="hafen")
    ours = Status.objects.create(library=people.library, account=account, text="Am Samstag")
    return Status.objects.create(library=people.library, public_name="Karin", text="Unsinn", parent=ours, root=ours)


@pytest.fixture
def message(people: Cast, status: Status) -> Message:
    account = status.root.account  # type: ignore[union-attr]
    assert account is not None
    secret = {"token": account.new_token()}
    channel = factories.channel(people.library, address=ADDRESS, remote_id=str(account.pk), secret=secret)
    ours = published(people.jana, channel, str(status.root_id))
    kept = store(channel, said("Unsinn", id=str(status.pk), on=Ref(ours.remote_id), state=""))
    assert kept is not None
    return kept


def carried_out(act: Moderation) -> Moderation:
    with practice_network():
        assert moderating.run(act.pk)
    act.refresh_from_db()
    return act


def test_what_is_hidden_is_hidden_there_and_marked_here_and_can_be_shown_again(
    message: Message, status: Status, people: Cast
) -> None:
    assert carried_out(moderating.ask_for(message, Action.HIDE, by=people.jana)).state == State.DONE
    message.refresh_from_db()
    status.refresh_from_db()
    assert (message.state, bool(status.hidden_at)) == ("hidden", True)
    carried_out(moderating.ask_for(message, Action.SHOW, by=people.jana))
    message.refresh_from_db()
    status.refresh_from_db()
    assert (message.state, status.hidden_at) == ("", None)


def test_removing_is_for_the_editorial_group_and_twice_is_as_good_as_once(
    message: Message, status: Status, people: Cast
) -> None:
    with pytest.raises(PermissionDenied):
        moderating.ask_for(message, Action.REMOVE, by=people.jana)
    for _time in range(2):
        assert carried_out(moderating.ask_for(message, Action.REMOVE, by=people.anna)).state == State.DONE
    status.refresh_from_db()
    assert status.deleted_at is not None


def test_a_later_act_takes_the_place_of_one_that_has_not_begun(message: Message, people: Cast) -> None:
    first = moderating.ask_for(message, Action.HIDE, by=people.jana)
    second = moderating.ask_for(message, Action.SHOW, by=people.tom)
    first.refresh_from_db()
    assert first.state == State.DROPPED
    assert moderating.due(9) == [second.pk]
    assert not moderating.run(first.pk)


def test_a_network_that_is_away_is_asked_again_and_an_act_is_done_by_one_worker(message: Message, people: Cast) -> None:
    act = moderating.ask_for(message, Action.HIDE, by=people.jana)
    assert moderating.run(act.pk), "nobody listens there"
    assert not moderating.run(act.pk), "it waits for its next try"
    act.refresh_from_db()
    assert (act.state, act.tries) == (State.DUE, 1)
    assert act.next_at > timezone.now()
    assert act.trouble["words"]
    Moderation.objects.update(next_at=timezone.now(), tries=moderating.MOST_TRIES - 1)
    assert moderating.run(act.pk)
    act.refresh_from_db()
    assert act.state == State.FAILED


def test_who_asked_is_told_when_the_network_says_no(message: Message, status: Status, people: Cast) -> None:
    act = moderating.ask_for(message, Action.HIDE, by=people.jana)
    Status.objects.filter(pk=status.pk).delete()
    assert carried_out(act).state == State.FAILED
    told = Notice.objects.filter(person=people.jana, words=moderating.FAILED)
    assert [one.path.startswith("/inbox/") for one in told] == [True]


def test_only_what_the_network_can_and_what_makes_sense_is_offered(message: Message, people: Cast) -> None:
    channel = message.channel
    assert moderating.offered(message, channel, people.jana) == [Action.HIDE]
    assert moderating.offered(message, channel, people.anna) == [Action.HIDE, Action.REMOVE]
    message.state = "hidden"
    assert moderating.offered(message, channel, people.jana) == [Action.SHOW]
    message.direct = True
    assert moderating.offered(message, channel, people.anna) == []
    with pytest.raises(ValueError, match="approve"):
        moderating.ask_for(message, Action.APPROVE, by=people.anna)


def test_the_page_offers_it_keeps_the_reason_and_offers_the_way_back(message: Message, people: Cast) -> None:
    client = Client()
    client.force_login(people.anna)
    page = reverse("inbox:conversation", args=[message.conversation.uuid])
    address = reverse("inbox:moderations", args=[message.conversation.uuid, message.pk])
    assert address in client.get(page).content.decode()
    sent: dict[str, Any] = {"action": "hide", "reason": "Beleidigung"}
    shown = client.post(address, sent, follow=True).content.decode()
    act = Moderation.objects.get()
    assert (act.reason, act.by) == ("Beleidigung", people.anna)
    assert 'value="show"' in shown, "the way back"
    client.post(address, {"action": "approve"})
    client.post(address, {"action": "nonsense"})
    assert Moderation.objects.count() == 1
