"""Places without an interface: the desk prepares, a person publishes and tells it where (B43)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.channels.models import Channel, Figure
from theke.networks import net
from theke.notices.models import Notice
from theke.posts.models import Post
from theke.publishing import changing
from theke.publishing.models import Delivery, Kind, State
from theke.publishing.scheduling import schedule
from theke.publishing.sending import deliver


@pytest.fixture
def letter(people: Cast) -> Channel:
    return factories.channel(people.library, network_key="byhand", name="Newsletter", address="", settings={"code": "NL"})


@pytest.fixture
def post(people: Cast, letter: Channel) -> Post:
    return factories.post(people.jana, letter, text="Am Samstag wird vorgelesen.")


@pytest.fixture
def jana(people: Cast) -> Client:
    client = Client()
    client.force_login(people.jana)
    return client


def handed_over(post: Post, people: Cast) -> Delivery:
    def nobody(request: Any) -> Any:
        raise AssertionError("called")

    made = schedule(post, at=None, by=people.jana)[0]
    with net.use_transport(nobody):
        assert deliver(made.pk) == State.HAND
    made.refresh_from_db()
    return made


def test_at_its_time_it_waits_for_a_person_and_its_sender_is_told(people: Cast, post: Post) -> None:
    made = handed_over(post, people)
    assert (made.state, made.tries, made.attempts.count()) == (State.HAND, 0, 0)
    assert Notice.objects.get(person=people.jana).params == {"channel": "Newsletter"}
    assert deliver(made.pk) is None, "nothing is left to do for a machine"


def test_the_page_gives_text_and_pictures_and_asks_for_the_address(people: Cast, post: Post, jana: Client) -> None:
    made = handed_over(post, people)
    page = jana.get(reverse("publishing:page", args=[post.uuid])).content.decode()
    assert "Am Samstag wird vorgelesen." in page
    assert f'name="decision" value="there" id="there-{made.pk}"' in " ".join(page.split())
    there = {"decision": "there", "url": "https://seeborn.example/newsletter/7"}
    jana.post(reverse("publishing:decision", args=[made.pk]), there)
    made.refresh_from_db()
    assert (made.state, made.url) == (State.SENT, there["url"])
    assert Delivery.objects.standing().get() == made


def test_without_an_address_it_is_published_all_the_same_and_a_wrong_one_is_refused(
    people: Cast, post: Post, jana: Client
) -> None:
    made = handed_over(post, people)
    address = reverse("publishing:decision", args=[made.pk])
    jana.post(address, {"decision": "there", "url": "javascript:alert(1)"})
    made.refresh_from_db()
    assert made.state == State.HAND
    jana.post(address, {"decision": "there", "url": ""})
    made.refresh_from_db()
    assert made.state == State.SENT


def test_what_is_left_becomes_a_draft_again(people: Cast, post: Post, jana: Client) -> None:
    made = handed_over(post, people)
    jana.post(reverse("publishing:decision", args=[made.pk]), {"decision": "give_up"})
    post.refresh_from_db()
    assert post.released_at is None


def test_changes_and_removals_are_asked_of_a_person_too(people: Cast, post: Post, jana: Client) -> None:
    made = handed_over(post, people)
    jana.post(reverse("publishing:decision", args=[made.pk]), {"decision": "there"})
    post.refresh_from_db()
    post.text = "Am Sonntag wird vorgelesen."
    post.save()
    change = changing.edit(post, by=people.jana)[0]
    assert deliver(change.pk) == State.HAND
    page = jana.get(reverse("publishing:page", args=[post.uuid])).content.decode()
    assert "Am Sonntag wird vorgelesen." in page
    jana.post(reverse("publishing:decision", args=[change.pk]), {"decision": "there"})
    change.refresh_from_db()
    assert (change.kind, change.state) == (Kind.EDIT, State.SENT)


def test_the_place_is_connected_by_three_questions_and_again_by_none(people: Cast) -> None:
    maria = Client()
    maria.force_login(people.maria)
    maria.post(reverse("channels:connect"), {"network": "byhand"})
    for one in ("MySpace der Jugendbibliothek", "m", "MS", "https://myspace.example/jugend"):
        maria.post(reverse("channels:question"), {"answer": one})
    channel = Channel.objects.get()
    assert (channel.name, channel.facts.code) == ("MySpace der Jugendbibliothek", "MS")
    maria.post(reverse("channels:disconnect", args=[channel.pk]))
    maria.post(reverse("channels:reconnect", args=[channel.pk]))
    again = Channel.objects.get()
    assert (again.connected, again.facts.code) == (True, "MS")


def test_figures_are_entered_with_their_day_and_the_same_day_again_replaces(people: Cast, letter: Channel) -> None:
    anna = Client()
    anna.force_login(people.anna)
    address, today = reverse("channels:figures", args=[letter.pk]), timezone.localdate().isoformat()
    for value in ("120", "125"):
        anna.post(address, {"name": "readers", "value": value, "on": today})
    assert Figure.objects.get().value == 125
    got = anna.post(address, {"name": "readers", "value": "-3", "on": "2999-01-01"})
    assert got.status_code == 422
    assert "125" in anna.get(reverse("channels:page", args=[letter.pk])).content.decode()
    anna.post(address, {"remove": str(Figure.objects.get().pk)})
    assert not Figure.objects.exists()
