"""The same promises against a server that really runs."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from PIL import Image

from tests.missing import missing
from tests.servers import mastodon
from tests.servers.mastodon import Mastodon
from theke.networks import net
from theke.networks.base import Absent, Account, Draft, Found, GoTo, Later, Media, Op, Reconnect, Ref, Unsure
from theke.networks.mastodon import connect, inbox, insights, limits, publish

pytestmark = pytest.mark.real


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mastodon]:
    if not mastodon.is_there():
        missing("mastodon-mock")
    with mastodon.running(tmp_path_factory.mktemp("mastodon")) as running:
        yield running


@pytest.fixture
def account(server: Mastodon) -> Account:
    line = Account("", private_ok=True)
    got = connect.begin(line, {"address": server.url, "token": server.ours}, "http://localhost/back")
    assert not isinstance(got, GoTo)
    return Account(got.address, got.remote_id, got.secret, private_ok=True, deadline=10)


def op(text: str, kind: Any = "post", **other: Any) -> Op:
    now = datetime.now(UTC)
    key = str(uuid4())
    given: dict[str, Any] = {"id": key, "kind": kind, "key": key, "at": now, "tried_at": now, "draft": Draft(text, lang="de")}
    return Op(**given | other)


def listed(server: Mastodon, account: Account, text: str) -> int:
    statuses = server.call("GET", f"/api/v1/accounts/{account.remote_id}/statuses?limit=40", token=server.ours)
    return sum(text in one["content"] for one in statuses)


def test_it_tells_who_we_are_and_what_we_may_send(account: Account) -> None:
    profile, may = limits.probe(account)
    assert profile.name == "Bibliothek Hafen"
    assert may.text_max
    assert may.measure.url


def test_a_post_with_a_picture_goes_out_is_found_changed_and_removed(
    server: Mastodon, account: Account, tmp_path: Path
) -> None:
    Image.new("RGB", (40, 30), "teal").save(tmp_path / "a.jpg")
    media = Media("m1", tmp_path / "a.jpg", "image/jpeg", 40, 30, "Ein Regal am Hafen", (0.5, -0.25))
    kept: dict[str, Any] = {}
    post = op("Neues vom Hafen", state=kept, draft=Draft("Neues vom Hafen", lang="de", media=(media,)))
    assert publish.find(account, post) == Absent()
    publish.prepare(account, post, kept.__setitem__)
    sent = publish.send(account, post)
    assert publish.find(account, post) == Found(sent.ref, sent.url)
    shown = server.call("GET", f"/api/v1/statuses/{sent.ref.id}")
    assert (shown["language"], shown["media_attachments"][0]["description"]) == ("de", "Ein Regal am Hafen")
    change = op("Neues und Altes", "edit", target=sent.ref, draft=Draft("Neues und Altes", lang="de", media=(media,)))
    publish.send(account, change)
    assert isinstance(publish.find(account, change), Found)
    away = op("", "remove", target=sent.ref)
    assert publish.find(account, away) == Absent()
    publish.send(account, away)
    publish.send(account, away)
    assert isinstance(publish.find(account, away), Found)


def losing(request: httpx2.Request) -> httpx2.Response:
    """Hand the call to the server, and lose its answer."""
    request.read()
    with httpx2.HTTPTransport() as line:
        line.handle_request(request).read()
    raise httpx2.ReadError("lost on the way", request=request)


def test_an_answer_lost_on_the_way_is_found_and_the_post_stands_there_once(server: Mastodon, account: Account) -> None:
    post = op("Einmal, nicht zweimal")
    with net.use_transport(losing), pytest.raises(Unsure):
        publish.send(account, post)
    assert isinstance(publish.find(account, post), Found)
    assert listed(server, account, "Einmal, nicht zweimal") == 1


def test_an_unreadable_yes_that_did_nothing_is_a_doubt_and_then_absent(server: Mastodon, account: Account) -> None:
    post = op("Nie angekommen")
    server.spoil("/api/v1/statuses", "POST", type="malformed")
    with pytest.raises(Unsure):
        publish.send(account, post)
    assert publish.find(account, post) == Absent()


def test_the_key_keeps_a_repeat_from_doubling(server: Mastodon, account: Account) -> None:
    post = op("Mit Schlüssel")
    assert publish.send(account, post).ref == publish.send(account, post).ref
    publish.send(account, op("Mit Schlüssel"))
    assert listed(server, account, "Mit Schlüssel") == 2


def test_a_limit_is_waited_for(server: Mastodon, account: Account) -> None:
    server.spoil("/api/v1/statuses", "POST", type="ratelimit", headers={"Retry-After": "17"})
    with pytest.raises(Later) as caught:
        publish.send(account, op("Zu schnell"))
    assert caught.value.again_in == 17


def test_a_wrong_token_asks_for_a_person(account: Account) -> None:
    stranger = Account(account.address, account.remote_id, {"token": "another"}, private_ok=True)
    with pytest.raises(Reconnect):
        publish.send(stranger, op("Nein"))


def test_the_public_answers_and_we_answer_back(server: Mastodon, account: Account) -> None:
    start = inbox.poll(account, {}, []).cursor
    sent = publish.send(account, op("Fragt uns etwas"))
    said = {"status": "@hafen Habt ihr Krimis?", "in_reply_to_id": sent.ref.id}
    question = server.call("POST", "/api/v1/statuses", said, server.public)
    page = inbox.poll(account, start, [sent.ref])
    item = next(i for i in page.items if i.id == question["id"])
    assert (item.kind, item.on) == ("reply", sent.ref)
    assert item.text.endswith("Habt ihr Krimis?")
    answer = publish.send(account, op("Ja!", draft=Draft("Ja!", reply_to=Ref(item.id, {"handle": item.author.handle}))))
    assert server.call("GET", f"/api/v1/statuses/{answer.ref.id}")["in_reply_to_id"] == question["id"]
    assert not [i for i in inbox.poll(account, page.cursor, [sent.ref]).items if i.id == answer.ref.id]
    assert insights.counts(account, [sent.ref])[sent.ref.id].replies == 1


def test_the_desk_registers_itself_and_sends_the_person_to_sign_in(server: Mastodon) -> None:
    went = connect.begin(Account("", private_ok=True), {"address": server.url}, "http://localhost/back")
    assert isinstance(went, GoTo)
    assert went.url.startswith(server.url + "/oauth/authorize?")
    assert went.pending["client_id"]
