"""Readers and the app view: what is answered, counted and hidden on a Bluesky that really runs (B03)."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from uuid import uuid4

import httpx2
import pytest
from PIL import Image

from tests.missing import missing
from tests.servers import bluesky, postgres, redis
from tests.servers.bluesky import Bluesky, Person
from theke.networks import net
from theke.networks.base import JSON, Account, Connected, Counts, Draft, Item, Media, Op, Ref
from theke.networks.bluesky import connect, inbox, insights, limits, moderate, publish

pytestmark = pytest.mark.real
PATIENCE = 40.0
SETTLED = 2.0
"""Seconds after which the app view tells of an answer for sure; right after its post it sometimes does not."""


@dataclass(frozen=True)
class Scene:
    """The network, the library's account, and somebody who reads."""

    server: Bluesky
    ours: Account
    reader: Person

    def view(self, name: str, query: str, token: str = "") -> Any:
        """Ask the app view, as the reader, through the reader's own server."""
        return self.server.call("GET", name, token=token or self.reader.token, query=query)

    def thread(self, uri: str) -> JSON:
        """A thread as the reader sees it; empty while the app view does not know it."""
        try:
            told: JSON = self.view("app.bsky.feed.getPostThread", f"?uri={quote(uri)}&depth=10")["thread"]
        except HTTPError:
            return {}
        return told if "post" in told else {}

    def says(self, text: str, **more: Any) -> str:
        """The reader writes. Gives the address."""
        record = {"text": text, "createdAt": datetime.now(UTC).isoformat(timespec="milliseconds")} | more
        return str(self.server.write(self.reader, record)["uri"])

    def answers(self, text: str, ref: Ref) -> str:
        """The reader answers a first post, not too soon."""
        time.sleep(SETTLED)
        strong = {"uri": ref.id, "cid": ref.extra["cid"]}
        return self.says(text, reply={"root": strong, "parent": strong})


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    if not bluesky.is_there():
        missing("a compiler for Bluesky's server")
    if postgres.binaries() is None:
        missing("PostgreSQL")
    if not redis.is_there():
        missing("Redis")
    folder = tmp_path_factory.mktemp("bluesky")
    with postgres.server() as base, redis.running(folder) as memory, bluesky.whole_network(folder, base, memory) as server:
        library, reader = server.person("hafen"), server.person("lesemaus")
        scene = Scene(server, connected(server, library), reader)
        until(lambda: known(scene, library.did) and known(scene, reader.did))
        yield scene


def known(scene: Scene, did: str) -> bool:
    """Whether the app view knows somebody."""
    try:
        return bool(scene.view("app.bsky.actor.getProfile", f"?actor={did}"))
    except HTTPError:
        return False


def connected(server: Bluesky, who: Person) -> Account:
    form = {"handle": who.handle, "server": server.url, "password": who.app_password}
    got = connect.begin(Account("", private_ok=True), form, "http://localhost/back")
    assert isinstance(got, Connected)
    return Account(got.address, got.remote_id, got.secret, limits.DEFAULT, private_ok=True, deadline=20)


def until(ask: Callable[[], Any]) -> Any:
    """Ask again and again until the answer is a yes."""
    ends = time.monotonic() + PATIENCE
    while not (found := ask()):
        assert time.monotonic() < ends, "it did not happen"
        time.sleep(0.3)
    return found


def published(scene: Scene, text: str, **draft: Any) -> Ref:
    """Publish, and wait until readers see it."""
    post = Op(str(uuid4()), "post", str(uuid4()), datetime.now(UTC), Draft(text, **{"lang": "de"} | draft))
    publish.prepare(scene.ours, post, post.state.__setitem__)
    ref = publish.send(scene.ours, post).ref
    until(lambda: scene.thread(ref.id))
    return ref


def polled(scene: Scene, *watching: Ref) -> dict[str, Item]:
    return {item.id: item for item in inbox.poll(scene.ours, {}, watching).items}


def deaf(request: httpx2.Request) -> httpx2.Response:
    """Hand every call on, except that no notification ever comes."""
    if request.url.path.endswith("listNotifications"):
        return httpx2.Response(200, content=json.dumps({"notifications": []}).encode())
    with httpx2.HTTPTransport() as out:
        answer = out.handle_request(request)
        return httpx2.Response(answer.status_code, headers=answer.headers, content=answer.read())


def picture(folder: Path) -> Media:
    Image.new("RGB", (640, 480), "teal").save(folder / "regal.jpg")
    return Media("m1", folder / "regal.jpg", "image/jpeg", 640, 480, "Ein Regal am Hafen")


def test_readers_see_picture_description_link_and_tag(scene: Scene, tmp_path: Path) -> None:
    ref = published(scene, "Lesung #Hafen, mehr: https://bibliothek.example/lesung", media=(picture(tmp_path),))
    seen = scene.thread(ref.id)["post"]
    image = seen["embed"]["images"][0]
    assert (image["alt"], image["aspectRatio"]) == ("Ein Regal am Hafen", {"width": 640, "height": 480})
    features = [facet["features"][0] for facet in seen["record"]["facets"]]
    assert [one.get("tag") or one.get("uri") for one in features] == ["Hafen", "https://bibliothek.example/lesung"]
    assert seen["record"]["langs"] == ["de"]


def test_an_answer_comes_by_notification_and_ours_stands_below_it(scene: Scene) -> None:
    ref = published(scene, "Am Samstag wird vorgelesen.")
    asked = scene.answers("Muss man sich anmelden?", ref)
    item = until(lambda: polled(scene).get(asked))
    assert (item.kind, item.text, item.on) == ("reply", "Muss man sich anmelden?", ref)
    assert item.author.handle == "@lesemaus.test"
    answer = published(scene, "Nein.", reply_to=Ref(item.id, item.extra))
    below = scene.thread(ref.id)["replies"][0]
    assert below["post"]["uri"] == asked
    assert [one["post"]["uri"] for one in below["replies"]] == [answer.id]
    assert answer.extra["root"] == {"uri": ref.id, "cid": ref.extra["cid"]}


def test_an_answer_of_which_nothing_was_told_is_found_in_its_thread(scene: Scene) -> None:
    ref = published(scene, "Am Sonntag ist geschlossen.")
    asked = scene.answers("Warum?", ref)
    with net.use_transport(deaf):
        found = until(lambda: polled(scene, ref).get(asked))
        assert polled(scene) == {}, "control: without the thread nothing would be found"
    assert (found.kind, found.on, found.state) == ("reply", ref, "")


def test_a_mention_and_a_quote_come(scene: Scene) -> None:
    ref = published(scene, "Neu im Regal.")
    feature = {"$type": "app.bsky.richtext.facet#mention", "did": scene.ours.remote_id}
    named = {"index": {"byteStart": 0, "byteEnd": 11}, "features": [feature]}
    mention = scene.says("@hafen.test, danke!", facets=[named])
    quote = scene.says("Lesen!", embed={"$type": "app.bsky.embed.record", "record": {"uri": ref.id, "cid": ref.extra["cid"]}})
    found = until(lambda: all_of(polled(scene), mention, quote))
    assert [found[uri].kind for uri in (mention, quote)] == ["mention", "quote"]
    assert found[quote].on == Ref(ref.id)
    answer = published(scene, "Gern!", reply_to=Ref(mention, found[mention].extra))
    assert [one["post"]["uri"] for one in scene.thread(mention)["replies"]] == [answer.id]


def all_of(found: dict[str, Item], *wanted: str) -> dict[str, Item]:
    return found if set(wanted) <= set(found) else {}


def test_a_hidden_answer_is_hidden_and_can_be_shown_again(scene: Scene) -> None:
    ref = published(scene, "Fragen? Hier!")
    spam = scene.answers("Billige Uhren", ref)
    item = until(lambda: polled(scene, ref).get(spam))
    for action, state in (("hide", "hidden"), ("hide", "hidden"), ("show", "")):
        moderate.act(scene.ours, action, Ref(item.id, item.extra))  # type: ignore[arg-type]
        until(lambda wanted=state: spam in (now := polled(scene, ref)) and now[spam].state == wanted)  # type: ignore[misc]


def test_responses_are_counted(scene: Scene) -> None:
    ref = published(scene, "Wer kommt?")
    subject = {"subject": {"uri": ref.id, "cid": ref.extra["cid"]}, "createdAt": datetime.now(UTC).isoformat()}
    scene.server.write(scene.reader, subject, "app.bsky.feed.like")
    scene.server.write(scene.reader, subject, "app.bsky.feed.repost")
    scene.answers("Ich!", ref)
    until(lambda: insights.counts(scene.ours, [ref]).get(ref.id) == Counts(likes=1, shares=1, replies=1))


def test_a_chain_hangs_together_and_a_removed_post_is_gone(scene: Scene) -> None:
    first = published(scene, "1/3")
    second = published(scene, "2/3", reply_to=first, root=first)
    third = published(scene, "3/3", reply_to=second, root=first)
    thread = scene.thread(first.id)
    assert thread["replies"][0]["post"]["uri"] == second.id
    assert thread["replies"][0]["replies"][0]["post"]["uri"] == third.id
    assert polled(scene, first).keys().isdisjoint({second.id, third.id})
    publish.send(scene.ours, Op(str(uuid4()), "remove", "k", datetime.now(UTC), target=third))
    until(lambda: not scene.thread(third.id))


def test_the_profile_tells_how_many_follow(scene: Scene) -> None:
    given = {"subject": scene.ours.remote_id, "createdAt": datetime.now(UTC).isoformat()}
    scene.server.write(scene.reader, given, "app.bsky.graph.follow")
    until(lambda: limits.probe(scene.ours)[0].followers == 1)
    profile, read = limits.probe(scene.ours)
    assert (profile.handle, profile.remote_id) == ("@hafen.test", scene.ours.remote_id)
    assert "moderate:hide" in read.can
