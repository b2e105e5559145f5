"""The desk itself with an account on the stand-in: pictures that are lent by address, containers, a first comment, the daily check."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image

from tests import factories
from tests.media.pictures import drawn, encoded
from tests.networks.settling import settled
from tests.people import Cast
from tests.servers.graph import APP, Graph
from theke.channels import watching
from theke.channels.models import Channel, Credential
from theke.channels.sealing import unseal
from theke.inbox.collecting import collect
from theke.inbox.models import Collection, Message
from theke.media.receiving import receive
from theke.networks import net
from theke.networks.instagram.limits import DEFAULT
from theke.posts.illustrating import attach
from theke.posts.models import Post, Version
from theke.publishing.models import State
from theke.publishing.scheduling import schedule
from theke.publishing.sending import deliver


@pytest.fixture
def graph(settings: Any) -> Iterator[Graph]:
    settings.URL = "https://theke.example"
    stands = Graph()
    with net.use_transport(stands):
        yield stands
    assert stands.broken == []


@pytest.fixture
def channel(people: Cast, graph: Graph) -> Channel:
    return factories.channel(
        people.library,
        network_key="instagram",
        address="https://graph.instagram.com",
        remote_id="43",
        secret={"token": "ig-token", "answers": APP},
        limits_read=DEFAULT.as_json(),
        connected_at=timezone.now() - timedelta(minutes=1),
    )


def post(people: Cast, channel: Channel, pictures: int = 1, **options: str) -> Post:
    made = factories.post(people.jana, channel)
    for number in range(pictures):
        data = encoded(drawn((300 + number, 1200)), "PNG")
        picture = receive(BytesIO(data), library=people.library, by=people.jana, name=f"regal-{number}.png")
        attach(made, picture, alt=f"Regal {number}")
    Version.objects.filter(post=made).update(options=options)
    return made


def test_pictures_are_lent_by_address_in_the_form_that_instagram_takes_and_published_once(
    people: Cast, channel: Channel, graph: Graph
) -> None:
    made = schedule(post(people, channel, pictures=2), at=None, by=people.jana)[0]
    assert deliver(made.pk) == State.DUE, "Meta is still processing it"
    assert settled(made) == State.SENT
    assert [one["alts"] for one in graph.of("media")] == [["Regal 0", "Regal 1"]]
    lent = [one["image_url"] for one in graph.of("container") if "image_url" in one]
    assert len(lent) == 2
    for url in lent:
        assert url.startswith("https://theke.example/")
        got = Client().get(urlsplit(url).path)
        with Image.open(BytesIO(got.getvalue())) as picture:
            assert picture.format == "JPEG"
            assert picture.width / picture.height == pytest.approx(0.8, abs=0.01), "taller than 4:5 is cut to it"


def test_an_address_that_was_changed_by_a_letter_lends_nothing(people: Cast, channel: Channel, graph: Graph) -> None:
    settled(schedule(post(people, channel), at=None, by=people.jana)[0])
    path = urlsplit(graph.of("container")[0]["image_url"]).path
    got = Client().get(path)
    assert got.status_code == 200
    got.close()
    assert Client().get(path.replace(":", "x", 1)).status_code == 404


@pytest.mark.parametrize("how", ["lost", "500", "4279009"])
def test_whatever_becomes_of_the_answer_the_post_and_its_comment_stand_there_once(
    people: Cast, channel: Channel, graph: Graph, how: str
) -> None:
    parts = schedule(post(people, channel, first_comment="Bis 18 Uhr."), at=None, by=people.jana)
    graph.fault(how, "/43/media_publish")
    assert settled(parts[0]) == State.SENT
    graph.fault("lost", f"{graph.of('media')[0]['id']}/comments")
    assert settled(parts[1]) == State.SENT
    assert len(graph.of("media")) == 1
    assert [(one["text"], one["on"]) for one in graph.of("comment")] == [("Bis 18 Uhr.", graph.of("media")[0]["id"])]


def test_a_container_that_ended_before_it_was_published_is_made_anew(people: Cast, channel: Channel, graph: Graph) -> None:
    made = schedule(post(people, channel), at=None, by=people.jana)[0]
    assert deliver(made.pk) == State.DUE
    for one in graph.of("container"):
        one["state"] = "EXPIRED"
    assert settled(made) == State.SENT
    assert (len(graph.of("container")), len(graph.of("media"))) == (2, 1)


def test_a_desk_that_cannot_be_reached_from_outside_says_so_and_sends_nothing(
    people: Cast, channel: Channel, graph: Graph, settings: Any
) -> None:
    settings.URL = "http://localhost:8000"
    made = schedule(post(people, channel), at=None, by=people.jana)[0]
    assert settled(made) == State.FAILED
    assert graph.calls == []


def test_a_reader_is_heard_and_the_sign_in_renewed_ahead(people: Cast, channel: Channel, graph: Graph) -> None:
    settled(schedule(post(people, channel), at=None, by=people.jana)[0])
    graph.said(graph.of("media")[0]["id"], "Habt ihr Krimis?")
    Collection.objects.create(channel=channel, next_at=timezone.now() - timedelta(seconds=1))
    assert collect(channel.pk) == 1
    assert Message.objects.get().text == "Habt ihr Krimis?"
    Credential.objects.filter(channel=channel).update(expires_at=timezone.now() + timedelta(days=10))
    watching.check(channel.pk)
    kept = Credential.objects.get(channel=channel)
    assert unseal(kept.sealed)["token"] != "ig-token"
    assert kept.expires_at is not None
    assert kept.expires_at > timezone.now() + timedelta(days=50)
