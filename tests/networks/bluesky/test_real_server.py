"""The same promises against Bluesky's own server, which really runs (B02, B03)."""

import io
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from uuid import uuid4

import httpx2
import pytest
from PIL import Image

from tests.missing import missing
from tests.servers import bluesky
from tests.servers.bluesky import Bluesky, Person
from theke.networks import net
from theke.networks.base import (
    JSON,
    Absent,
    Account,
    BadField,
    Draft,
    Found,
    Later,
    Media,
    Op,
    Reconnect,
    Ref,
    Refused,
    Renewed,
    Sent,
    Unsure,
)
from theke.networks.bluesky import api, connect, limits, moderate, pictures, publish
from theke.networks.bluesky.shrinking import shrunk

pytestmark = pytest.mark.real
PUT = "/xrpc/com.atproto.repo.putRecord"
OPEN = "/xrpc/com.atproto.server.createSession"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bluesky]:
    if not bluesky.is_there():
        missing("Bluesky")
    with bluesky.running(tmp_path_factory.mktemp("bluesky")) as running:
        yield running


@pytest.fixture(scope="session")
def hafen(server: Bluesky) -> Person:
    return server.person("hafen")


def line() -> Account:
    return Account("", private_ok=True, deadline=20)


@pytest.fixture(scope="session")
def account(server: Bluesky, hafen: Person) -> Account:
    """Connected once for all tests: servers allow 30 sessions in five minutes."""
    made = connect.begin(line(), {"handle": hafen.handle, "server": server.url, "password": hafen.app_password}, "")
    return replace(line(), address=made.address, remote_id=made.remote_id, secret=made.secret, limits=limits.DEFAULT)


def post(text: str, **draft: Any) -> Op:
    return Op(str(uuid4()), "post", str(uuid4()), datetime.now(UTC), Draft(text, **({"lang": "de"} | draft)))


def prepared(account: Account, op: Op) -> Op:
    publish.prepare(account, op, op.state.__setitem__)
    return op


def published(account: Account, op: Op) -> Sent:
    return publish.send(account, prepared(account, op))


def removal(target: Ref) -> Op:
    return Op(str(uuid4()), "remove", str(uuid4()), datetime.now(UTC), target=target)


def photo(folder: Path, width: int = 640, height: int = 360, *, noisy: bool = False) -> Media:
    picture = (
        Image.frombytes("RGB", (width, height), os.urandom(3 * width * height))
        if noisy
        else Image.new("RGB", (width, height), "teal")
    )
    path = folder / f"{width}.{'png' if noisy else 'jpg'}"
    picture.save(path)
    return Media("m1", path, "image/png" if noisy else "image/jpeg", width, height, "Ein Regal am Hafen")


class Wire:
    """The real line, which spoils the answers of calls to `path` after they were carried out, and counts all calls."""

    def __init__(self, path: str = "", times: int = 1) -> None:
        self.path, self.left, self.made = path, times, [""]

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        self.made.append(request.url.path)
        again = httpx2.Request(request.method, request.url, headers=request.headers, content=request.content)
        # A line for each call: none is left open behind the test.
        with httpx2.HTTPTransport(trust_env=False) as real:
            answer = real.handle_request(again)
            content = answer.read()
        if request.url.path == self.path and self.left:
            self.left -= 1
            raise httpx2.ReadTimeout("the answer got lost", request=request)
        return httpx2.Response(answer.status_code, headers=answer.headers, content=content)


def record(server: Bluesky, ref: Ref) -> JSON:
    did, collection, key = ref.id.removeprefix("at://").split("/")
    got: JSON = server.call("GET", "com.atproto.repo.getRecord", query=f"?repo={did}&collection={collection}&rkey={key}")
    return dict(got["value"])


def with_text(server: Bluesky, did: str, text: str) -> int:
    return sum(one["value"]["text"] == text for one in server.posts(did))


def test_a_post_with_a_picture_has_its_description_links_and_language(
    server: Bluesky, account: Account, tmp_path: Path
) -> None:
    text = "Für 📚 @hafen.test und @niemand.test: #Bücher auf https://bücherei.example/ä, kommt!"
    sent = published(account, post(text, media=(photo(tmp_path),)))
    there = record(server, sent.ref)
    assert (there["text"], there["langs"]) == (text, ["de"])
    (image,) = there["embed"]["images"]
    assert image["alt"] == "Ein Regal am Hafen"
    assert image["aspectRatio"] == {"width": 640, "height": 360}
    cut = [text.encode()[f["index"]["byteStart"] : f["index"]["byteEnd"]].decode() for f in there["facets"]]
    assert cut == ["@hafen.test", "#Bücher", "https://bücherei.example/ä"]
    assert there["facets"][0]["features"][0]["did"] == account.remote_id


def test_the_same_write_twice_is_one_record(server: Bluesky, account: Account) -> None:
    op = prepared(account, post("Zweimal gesendet"))
    assert publish.find(account, op) == Absent()
    assert publish.send(account, op) == publish.send(account, op)
    assert with_text(server, account.remote_id, "Zweimal gesendet") == 1


def test_without_a_key_the_same_write_is_two_records(server: Bluesky, hafen: Person, account: Account) -> None:
    """The control: what the key is good for."""
    own = prepared(account, post("Blind gesendet")).state["record"]
    for _try in range(2):
        server.write(hafen, own)
    assert with_text(server, account.remote_id, "Blind gesendet") == 2


def test_an_answer_lost_after_acceptance_is_a_doubt_and_the_post_is_found(server: Bluesky, account: Account) -> None:
    op = prepared(account, post("Antwort verloren"))
    with net.use_transport(Wire(PUT)):
        with pytest.raises(Unsure):
            publish.send(account, op)
        found = publish.find(account, op)
        assert isinstance(found, Found)
        assert publish.send(account, op).ref == found.ref
    assert with_text(server, account.remote_id, "Antwort verloren") == 1


def test_a_chain_and_an_answer_name_their_thread(server: Bluesky, account: Account) -> None:
    first = published(account, post("Eins"))
    second = published(account, post("Zwei", reply_to=first.ref, root=first.ref))
    third = published(account, post("Drei", reply_to=second.ref, root=first.ref))
    reply = record(server, third.ref)["reply"]
    assert (reply["root"]["uri"], reply["parent"]["uri"]) == (first.ref.id, second.ref.id)
    assert reply["root"]["cid"] == first.ref.extra["cid"]


def test_an_answer_to_a_reader_goes_to_the_reader(server: Bluesky, account: Account) -> None:
    reader = server.person("lesemaus")
    ours = published(account, post("Wer liest mit?"))
    strong = {"uri": ours.ref.id, "cid": ours.ref.extra["cid"]}
    theirs = server.write(
        reader, {"text": "Ich!", "createdAt": "2026-11-26T12:00:00.000Z", "reply": {"root": strong, "parent": strong}}
    )
    told = Ref(theirs["uri"], {"cid": theirs["cid"], "root": strong, "handle": "@lesemaus.test"})
    sent = published(account, post("Schön!", reply_to=told))
    assert record(server, sent.ref)["reply"] == {"root": strong, "parent": {"uri": theirs["uri"], "cid": theirs["cid"]}}
    moderate.act(account, "hide", told)
    moderate.act(account, "hide", told)
    gate = Ref(ours.ref.id.replace("feed.post", "feed.threadgate"))
    assert record(server, gate)["hiddenReplies"] == [theirs["uri"]]
    moderate.act(account, "show", told)
    assert record(server, gate)["hiddenReplies"] == []


def test_removing_twice_is_as_good_as_once(server: Bluesky, account: Account) -> None:
    sent = published(account, post("Bald weg"))
    assert publish.find(account, removal(sent.ref)) == Absent()
    for _try in range(2):
        assert publish.send(account, removal(sent.ref)).ref == sent.ref
    assert isinstance(publish.find(account, removal(sent.ref)), Found)
    assert with_text(server, account.remote_id, "Bald weg") == 0


def test_three_hundred_characters_go_and_one_more_does_not(account: Account) -> None:
    family = "👨‍👩‍👧"
    assert published(account, post(family * 100 + "ä" * 200)).ref.id
    with pytest.raises(Refused, match="maximum 300, got 301"):
        published(account, post("ä" * 301))


def test_a_picture_that_is_too_large_for_the_server_goes_smaller(server: Bluesky, account: Account, tmp_path: Path) -> None:
    huge = photo(tmp_path, 1900, 1500, noisy=True)
    assert huge.path.stat().st_size > 5_242_880  # what this server takes
    sent = published(account, post("Sehr großes Bild", media=(huge,)))
    assert record(server, sent.ref)["embed"]["images"][0]["image"]["size"] <= pictures.SMALL


def test_a_picture_between_is_taken_by_the_upload_and_refused_by_the_record(
    server: Bluesky, account: Account, tmp_path: Path
) -> None:
    between = photo(tmp_path, 1000, 900, noisy=True)
    assert 2_000_000 < between.path.stat().st_size < 5_242_880
    sent = published(account, post("Großes Bild", media=(between,)))
    assert record(server, sent.ref)["embed"]["images"][0]["image"]["size"] <= pictures.SMALL


def test_a_wrong_password_and_the_accounts_own_are_told_apart(server: Bluesky, hafen: Person) -> None:
    def begin(password: str) -> None:
        connect.begin(line(), {"handle": f"@{hafen.handle}", "server": server.url, "password": password}, "")

    with pytest.raises(BadField, match="app password"):
        begin("wrong-wrong-wrong-wron")
    with pytest.raises(BadField, match="own password"):
        begin(hafen.password)


def test_a_profile_without_an_app_view_comes_from_the_server_itself(account: Account) -> None:
    profile, read = limits.probe(account)
    assert (profile.remote_id, profile.handle) == (account.remote_id, "@hafen.test")
    assert "edit" not in read.can


class Desk:
    """The desk's part in renewing: one secret, one at a time."""

    def __init__(self, secret: JSON) -> None:
        self.secret, self.lock, self.fetched = secret, threading.Lock(), 0

    def renewed(self, used: JSON, fetch: Any) -> JSON:
        with self.lock:
            if self.secret == used:
                fresh: Renewed = fetch(self.secret)
                self.secret, self.fetched = fresh.secret, self.fetched + 1
            return self.secret


def test_a_session_that_the_server_no_longer_takes_is_renewed_without_a_log_in(account: Account) -> None:
    broken = account.secret | {"access": account.secret["access"][:-4] + "AAAA"}
    desk = Desk(api.renewed(account).secret | {"access": broken["access"]})
    wire = Wire()
    with net.use_transport(wire):
        published(replace(account, secret=desk.secret, renewed=desk.renewed), post("Mit neuer Sitzung"))
    assert desk.fetched == 1
    assert OPEN not in wire.made


def test_two_at_once_renew_once_and_both_go_on(server: Bluesky, account: Account) -> None:
    good = api.renewed(account).secret
    desk = Desk(good | {"access": good["access"][:-4] + "AAAA"})
    stale = replace(account, secret=desk.secret, renewed=desk.renewed)
    sent: list[Sent] = []
    both = [threading.Thread(target=lambda n=n: sent.append(published(stale, post(f"Rennen {n}")))) for n in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(30)
    assert len(sent) == 2
    assert desk.fetched == 1


def test_an_app_password_that_was_withdrawn_asks_for_a_person(server: Bluesky, account: Account) -> None:
    person = server.person("kurz")
    made = connect.begin(line(), {"handle": person.handle, "server": server.url, "password": person.app_password}, "")
    gone = replace(account, remote_id=made.remote_id, secret=made.secret)
    server.call("POST", "com.atproto.server.revokeAppPassword", {"name": "theke"}, person.token)
    # The short token lives on for its two hours; the long one is dead at once.
    dead = replace(gone, secret=made.secret | {"access": made.secret["access"][:-4] + "AAAA"})
    with pytest.raises(Reconnect, match="app password"):
        published(dead, post("Nicht mehr"))


def test_the_look_waits_for_nothing_but_the_server(account: Account) -> None:
    began = time.monotonic()
    assert publish.find(account, prepared(account, post("Nie gesendet"))) == Absent()
    assert time.monotonic() - began < 5


def test_reading_needs_an_app_view_and_is_asked_again_later(account: Account) -> None:
    from theke.networks.bluesky import inbox  # noqa: PLC0415

    with pytest.raises(Later):
        inbox.poll(account, {}, [])


def test_what_is_made_smaller_is_a_picture(tmp_path: Path) -> None:
    small = shrunk(photo(tmp_path, 1900, 1500, noisy=True).path.read_bytes(), pictures.SMALL)
    assert Image.open(io.BytesIO(small)).format == "JPEG"


def test_a_key_that_is_no_moment_is_refused_by_the_server(server: Bluesky, hafen: Person) -> None:
    given = {"repo": hafen.did, "collection": "app.bsky.feed.post", "rkey": "delivery-1"}
    value = {"$type": "app.bsky.feed.post", "text": "x", "createdAt": "2026-11-26T12:00:00.000Z"}
    with pytest.raises(HTTPError):
        server.call("POST", "com.atproto.repo.putRecord", given | {"record": value}, hafen.token)
