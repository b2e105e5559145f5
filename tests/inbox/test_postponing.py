"""Put off: comes back by itself, and at once when something new is written (E16)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation

from tests import factories
from tests.inbox.saying import conversation_about, message_about, published
from tests.people import Cast
from theke.inbox import postponing
from theke.inbox.caring import close
from theke.inbox.models import Conversation, Snooze
from theke.inbox.postponing import NotThen, bring_back_now, choices, come_back, postpone
from theke.notices.models import Notice
from theke.publishing.models import Delivery


@pytest.fixture
def delivery(people: Cast) -> Delivery:
    return published(people.jana, factories.channel(people.library))


@pytest.fixture
def conversation(delivery: Delivery) -> Conversation:
    return conversation_about(delivery)


def put_off(conversation: Conversation, people: Cast, hours: float = 3) -> None:
    postpone(conversation, timezone.now() + timedelta(hours=hours), by=people.jana)


def test_what_is_put_off_stands_under_later_and_not_in_the_list(people: Cast, conversation: Conversation) -> None:
    put_off(conversation, people)
    seen = Conversation.objects.visible_to(people.jana)
    assert list(seen.open()) == [] and list(seen.later()) == [conversation]


def test_it_comes_back_by_itself_and_its_owner_is_told_once(people: Cast, conversation: Conversation) -> None:
    put_off(conversation, people)
    Conversation.objects.filter(pk=conversation.pk).update(snoozed_until=timezone.now() - timedelta(seconds=1))
    assert list(Conversation.objects.visible_to(people.tom).open()) == [conversation]  # even while no worker runs
    Notice.objects.all().delete()
    assert postponing.due(10) == [conversation.pk]
    come_back(conversation.pk)
    come_back(conversation.pk)
    assert [notice.person for notice in Notice.objects.all()] == [people.jana]
    assert postponing.due(10) == [] and postponing.next_at() is None
    assert Snooze.objects.get().ended_at is not None


def test_a_new_message_wakes_it_at_once(people: Cast, delivery: Delivery, conversation: Conversation) -> None:
    put_off(conversation, people)
    message_about(delivery, "Noch eine Frage")
    assert list(Conversation.objects.visible_to(people.jana).open()) == [conversation]


def test_finishing_ends_it(people: Cast, conversation: Conversation) -> None:
    put_off(conversation, people)
    close(conversation, by=people.jana)
    assert postponing.next_at() is None


def test_bringing_it_back_by_hand_leaves_no_second_waking(people: Cast, conversation: Conversation) -> None:
    put_off(conversation, people)
    bring_back_now(conversation)
    assert list(Conversation.objects.visible_to(people.jana).open()) == [conversation] and postponing.due(10) == []


@pytest.mark.parametrize("hours", [-1, 0, 24 * 367])
def test_nothing_is_put_off_to_the_past_or_for_years(people: Cast, conversation: Conversation, hours: float) -> None:
    with pytest.raises(NotThen):
        postpone(conversation, timezone.now() + timedelta(hours=hours), by=people.jana)
    assert not Snooze.objects.exists()


@pytest.mark.parametrize(
    ("now", "meant"),
    [
        (datetime(2026, 11, 23, 8, 0, tzinfo=UTC), ["2026-11-23 15:00", "2026-11-24 09:00", "2026-11-30 09:00"]),
        (datetime(2026, 11, 23, 14, 30, tzinfo=UTC), ["2026-11-23 18:30", "2026-11-24 09:00", "2026-11-30 09:00"]),
        (
            datetime(2026, 3, 28, 9, 0, tzinfo=UTC),
            ["2026-03-28 15:00", "2026-03-29 09:00", "2026-03-30 09:00"],
        ),  # clocks change
        (datetime(2026, 11, 22, 9, 0, tzinfo=UTC), ["2026-11-22 15:00", "2026-11-23 09:00", "2026-11-23 09:00"]),  # a Sunday
    ],
)
def test_the_plain_choices_mean_the_librarys_clocks(people: Cast, now: datetime, meant: list[str]) -> None:
    with translation.override("en"):
        found = choices(people.library, now)
    assert [f"{people.library.local(one.until):%Y-%m-%d %H:%M}" for one in found] == meant
    assert all(one.until > now for one in found)


def page(client: Client, conversation: Conversation, **fields: str) -> int:
    return client.post(f"/inbox/{conversation.uuid}/later/", fields).status_code


def test_the_page_offers_choices_and_says_what_is_wrong_with_a_time(
    client: Client, people: Cast, conversation: Conversation
) -> None:
    client.force_login(people.jana)
    for wrong in ("", "gestern", "2020-01-01T10:00", "9" * 400, "2027-03-28T02:30"):
        answer = client.post(f"/inbox/{conversation.uuid}/later/", {"at": wrong})
        assert answer.status_code == 422 and "later-at_error" in answer.content.decode(), wrong
    assert page(client, conversation, choice="week") == 302
    conversation.refresh_from_db()
    assert conversation.is_put_off
    shown = client.get("/inbox/?state=later").content.decode()
    assert str(conversation.with_contact) in shown and "undo-bar" in shown
    assert page(client, conversation, back="1") == 302
    conversation.refresh_from_db()
    assert not conversation.is_put_off
