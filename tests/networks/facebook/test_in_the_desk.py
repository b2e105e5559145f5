"""The desk itself with a Page on the stand-in: pictures that are uploaded, a first comment, an answer, a change and a removal."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone

from tests import factories
from tests.media.pictures import drawn, encoded
from tests.networks.settling import settled
from tests.people import Cast
from tests.servers.graph import APP, Graph, written
from theke.channels.models import Channel
from theke.inbox.collecting import collect
from theke.inbox.models import Collection, Message
from theke.media.receiving import receive
from theke.networks import net
from theke.networks.facebook.limits import DEFAULT
from theke.posts.illustrating import attach
from theke.posts.models import Post, Version
from theke.publishing.changing import edit, remove
from theke.publishing.models import Delivery, State
from theke.publishing.scheduling import schedule
from theke.publishing.sending import deliver


@pytest.fixture
def graph() -> Iterator[Graph]:
    stands = Graph()
    with net.use_transport(stands):
        yield stands
    assert stands.broken == []


@pytest.fixture
def channel(people: Cast, graph: Graph) -> Channel:
    return factories.channel(
        people.library,
        network_key="facebook",
        address="https://graph.facebook.com",
        remote_id="42",
        secret={"token": "page-token", "answers": APP},
        limits_read=DEFAULT.as_json(),
        connected_at=timezone.now() - timedelta(minutes=1),
    )


@pytest.fixture
def post(people: Cast, channel: Channel) -> Post:
    made = factories.post(people.jana, channel)
    picture = receive(BytesIO(encoded(drawn((400, 300)))), library=people.library, by=people.jana, name="regal.jpg")
    attach(made, picture, alt="Ein Regal am Hafen")
    Version.objects.filter(post=made).update(options={"first_comment": "Anmeldung am Tresen im Hafen."})
    return made


def test_a_post_with_a_picture_and_a_first_comment_each_go_out_once(people: Cast, post: Post, graph: Graph) -> None:
    parts = schedule(post, at=None, by=people.jana)
    assert [one.payload.get("below", False) for one in parts] == [False, True]
    assert [settled(one) for one in parts] == [State.SENT, State.SENT]
    assert "Ein Regal am Hafen" in written(graph, "photo")
    assert [(one["text"], one["on"]) for one in graph.of("comment")] == [
        ("Anmeldung am Tresen im Hafen.", graph.of("post")[0]["id"])
    ]


@pytest.mark.parametrize("how", ["lost", "500"])
def test_a_first_comment_in_doubt_is_looked_for_and_stands_there_once(people: Cast, post: Post, graph: Graph, how: str) -> None:
    first, below = schedule(post, at=None, by=people.jana)
    assert deliver(first.pk) == State.SENT
    graph.fault(how, f"{graph.of('post')[0]['id']}/comments")
    assert deliver(below.pk) == State.SENDING
    assert settled(below) == State.SENT
    assert len(graph.of("comment")) == 1


def test_a_post_in_doubt_that_is_there_gets_its_first_comment_too(people: Cast, post: Post, graph: Graph) -> None:
    first, below = schedule(post, at=None, by=people.jana)
    graph.fault("lost", "POST /v25.0/42/feed")
    assert deliver(first.pk) == State.SENDING
    assert [settled(first), settled(below)] == [State.SENT, State.SENT]
    assert (len(graph.of("post")), len(graph.of("comment"))) == (1, 1)


def test_a_post_in_doubt_that_is_not_there_is_left_to_a_person(people: Cast, post: Post, graph: Graph) -> None:
    first, below = schedule(post, at=None, by=people.jana)
    graph.fault("500", "POST /v25.0/42/feed")
    assert deliver(first.pk) == State.SENDING
    assert [settled(first), settled(below)] == [State.ASK, State.DUE]
    assert graph.of("post") == []


def test_a_comment_below_a_post_that_nobody_knows_the_place_of_is_not_sent(people: Cast, post: Post, graph: Graph) -> None:
    first, below = schedule(post, at=None, by=people.jana)
    Delivery.objects.filter(pk=first.pk).update(state=State.SENT, remote={}, url="https://www.facebook.com/hafen/posts/1")
    assert settled(below) == State.FAILED
    assert graph.calls == []


def test_a_reader_is_heard_and_the_post_changed_and_removed_with_what_stands_below(
    people: Cast, post: Post, channel: Channel, graph: Graph
) -> None:
    for one in schedule(post, at=None, by=people.jana):
        settled(one)
    graph.said(graph.of("post")[0]["id"], "Habt ihr Krimis?")
    Collection.objects.create(channel=channel, next_at=timezone.now() - timedelta(seconds=1))
    assert collect(channel.pk) == 1, "our own comment is no message"
    assert Message.objects.get().text == "Habt ihr Krimis?"
    Post.objects.filter(pk=post.pk).update(text="Am Sonntag wird vorgelesen.")
    post.refresh_from_db()
    assert [settled(one) for one in edit(post, by=people.jana)] == [State.SENT]
    assert graph.of("post")[0]["text"].startswith("Am Sonntag")
    assert [settled(one) for one in remove(post, by=people.jana)] == [State.SENT, State.SENT]
    assert graph.of("post") == []
