from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests import factories
from tests.people import Cast
from theke.channels.models import Channel
from theke.desk.agenda import going_out, next_one, week
from theke.desk.waiting import waiting_for
from theke.inbox.models import Contact, Conversation
from theke.jobs.models import Worker
from theke.people.introducing import introduce
from theke.people.models import Person


@pytest.fixture
def channel(people: Cast) -> Channel:
    return factories.channel(people.library, branch=people.harbour)


def asked(people: Cast, channel: Channel, owner: Person | None, hours: int, name: str) -> Conversation:
    who = Contact.objects.create(library=people.library, network_key="practice", remote_id=name, name=name)
    return Conversation.objects.create(
        library=people.library,
        channel=channel,
        root=name,
        with_contact=who,
        owner=owner,
        waiting_since=timezone.now() - timedelta(hours=hours),
    )


def test_errors_come_first_then_who_waits_longest_then_what_is_free(client: Client, people: Cast, channel: Channel) -> None:
    asked(people, channel, None, 90, "Freia")
    asked(people, channel, people.jana, 2, "Kurz")
    asked(people, channel, people.jana, 30, "Lang")
    factories.delivery(
        factories.post(people.jana, channel), channel, state="failed", trouble={"words": "Too long", "params": {}}
    )
    order = [row.sentence for row in waiting_for(people.jana)]
    assert ["Samstag" in order[0], "Lang" in order[1], "Kurz" in order[2], "Freia" in order[3]] == [True] * 4
    client.force_login(people.jana)
    page = client.get("/").content.decode()
    assert page.index("Too long") < page.index("Lang") < page.index("Kurz") < page.index("Freia")


def test_a_colleagues_trouble_waits_for_editors_and_not_for_employees(people: Cast, channel: Channel) -> None:
    factories.delivery(factories.post(people.jana, channel), channel, state="ask")
    keys = {who.name: [row.key.split("-")[0] for row in waiting_for(who)] for who in (people.jana, people.tom, people.anna)}
    assert keys == {"Jana Berg": ["delivery"], "Tom Ritter": [], "Anna Weiß": ["delivery"]}
    assert waiting_for(people.stranger) == []


def test_a_dead_access_waits_for_those_who_look_after_the_channel(people: Cast, channel: Channel) -> None:
    channel.token_state, channel.deputy = Channel.Token.DEAD, people.tom
    channel.save()
    assert [bool(waiting_for(who)) for who in (people.maria, people.tom, people.jana)] == [True, True, False]


def test_a_colleagues_conversation_does_not_wait_for_me(people: Cast, channel: Channel) -> None:
    asked(people, channel, people.tom, 5, "Mara")
    assert waiting_for(people.jana) == [] and len(waiting_for(people.tom)) == 1


def test_todays_posts_are_listed_once_with_all_their_channels(people: Cast, channel: Channel) -> None:
    second, now = factories.channel(people.library, name="Zweiter"), timezone.now()
    post = factories.post(people.jana, channel, second)
    for one in (channel, second):
        factories.delivery(post, one, due_at=now)
    factories.delivery(factories.post(people.jana, channel), channel, due_at=now + timedelta(days=8))
    today = people.library.local(now).date()
    rows = going_out(people.tom, people.library, today)
    assert len(rows) == 1 and len(rows[0].channels) == 2 and not rows[0].out
    days = week(people.tom, people.library, today)
    assert len(days) == 7 and sum(day.posts for day in days) == 1 and [d.posts for d in days if d.is_today] == [1]
    assert going_out(people.stranger, people.library, today) == []


def test_a_paused_post_of_today_says_so_and_is_not_the_next_to_go_out(client: Client, people: Cast, channel: Channel) -> None:
    """R51."""
    now, post = timezone.now(), factories.post(people.jana, channel)
    factories.delivery(post, channel, due_at=now + timedelta(seconds=1), held_at=now)
    later = factories.delivery(factories.post(people.jana, channel), channel, due_at=now + timedelta(hours=1))
    (row,) = [one for one in going_out(people.tom, people.library, people.library.local(now).date()) if one.post == post]
    assert row.held and not row.troubled
    client.force_login(people.jana)
    assert "angehalten" in client.get("/").content.decode()
    assert next_one(people.jana) == later


def test_a_silent_worker_shouts_and_a_beating_one_does_not(client: Client, people: Cast) -> None:
    people.jana.language = "en"
    people.jana.save()
    client.force_login(people.jana)
    assert "Nothing goes out at the moment" in client.get("/").content.decode()
    worker = Worker.objects.create(name="w", beat_at=timezone.now())
    assert "Nothing goes out at the moment" not in client.get("/").content.decode()
    worker.beat_at = timezone.now() - timedelta(seconds=90)
    worker.save()
    assert "Nothing goes out at the moment" in client.get("/").content.decode()


def test_first_steps_stand_there_until_something_was_published(client: Client, people: Cast, channel: Channel) -> None:
    """A01."""
    introduce(people.maria, by=people.anna)
    client.force_login(people.maria)
    assert 'class="steps"' in client.get("/").content.decode()
    factories.delivery(factories.post(people.jana, channel), channel, state="sent")
    assert 'class="steps"' not in client.get("/").content.decode()


def test_three_rows_need_the_queries_of_one(
    client: Client, people: Cast, channel: Channel, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    introduce(people.anna, by=people.maria)
    client.force_login(people.anna)
    for number in range(3):
        asked(people, channel, people.anna, 5, f"Leser {number}")
        post = factories.post(people.jana, channel)
        factories.delivery(post, channel, state="failed")
        with django_assert_max_num_queries(20):
            client.get("/")
