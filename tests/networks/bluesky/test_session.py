"""Connecting, and the session that is kept and renewed."""

import base64
import json
import time
from typing import Any

import pytest

from tests.networks.bluesky.case import DID, account, op
from tests.networks.recorded import TOKEN, playing
from theke.networks.base import JSON, Account, BadField, Connected, Later
from theke.networks.bluesky import api, connect, identity, limits, publish

FORM = {"handle": "@Hafen.bibliothek.example", "server": "", "password": "abcd-efgh-ijkl-mnop"}
LINE = Account("")


def begin(situation: str, **form: str) -> Any:
    with playing("bluesky", situation):
        return connect.begin(LINE, FORM | form, "https://theke.example/back")


def test_the_name_leads_to_the_server_that_the_account_lives_on() -> None:
    got = begin("connected")
    assert isinstance(got, Connected)
    assert (got.address, got.remote_id) == ("https://pds.example", DID)
    assert got.secret["access"] == TOKEN
    assert "abcd-efgh-ijkl-mnop" not in repr(got)


def test_an_identity_of_ones_own_host_leads_there() -> None:
    with playing("bluesky", "connected_web"):
        home = identity.home_of(LINE, "hafen.bibliothek.example")
    assert home == identity.Home("did:web:hafen.bibliothek.example", "https://pds.bibliothek.example")


def test_a_directory_of_ones_own_is_asked_instead() -> None:
    line = Account("", settings={"directory": "https://plc.bib.example", "names": "https://pds.bib.example"})
    with playing("bluesky", "connected") as tape:
        identity.home_of(line, "hafen.bibliothek.example")
    assert [call.url.host for call in tape.calls] == ["hafen.bibliothek.example", "pds.bib.example", "plc.bib.example"]


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("@Hafen.BSKY.social ", "hafen.bsky.social"),
        ("\u202ahafen.bsky.social\u202c", "hafen.bsky.social"),
        ("https://bsky.app/profile/hafen.bsky.social/post/3m6", "hafen.bsky.social"),
    ],
)
def test_a_name_may_be_typed_in_many_ways(typed: str, bare: str) -> None:
    assert identity.handle_of(typed) == bare


@pytest.mark.parametrize("typed", ["", "hafen", "a b.example", "hafen@example.org", "../x.example"])
def test_what_is_no_name_is_said_at_its_question(typed: str) -> None:
    with pytest.raises(BadField) as caught:
        connect.look(LINE, {"handle": typed})
    assert caught.value.field == "handle"


@pytest.mark.parametrize(
    ("situation", "field", "words"),
    [
        ("nobody", "handle", "No account of this name"),
        ("another_name", "handle", "does not go by this name"),
    ],
)
def test_a_name_that_leads_nowhere_is_told(situation: str, field: str, words: str) -> None:
    with pytest.raises(BadField, match=words) as caught:
        begin(situation)
    assert caught.value.field == field


@pytest.mark.parametrize(("situation", "words"), [("wrong_password", "app password"), ("asks_for_code", "code by e-mail")])
def test_a_wrong_password_is_explained_with_where_to_make_one(situation: str, words: str) -> None:
    with pytest.raises(BadField, match=words) as caught:
        begin(situation, server="https://pds.example")
    assert caught.value.field == "password"
    assert "App passwords" in str(caught.value)


def token(**claims: Any) -> str:
    """A token of this content, unsigned."""
    body = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"e30.{body}.c2ln"


def test_a_token_says_when_it_ends_and_rubbish_says_nothing() -> None:
    assert api.claims(token(exp=5)) == {"exp": 5}
    assert [api.claims(one) for one in ("", "a.b", "a.!!.c", "a.W10.c")] == [{}] * 4


def test_a_refused_token_is_renewed_once_and_the_call_made_again() -> None:
    with playing("bluesky", "renewed") as tape:
        publish.send(account(), op())
    assert [path.rsplit(".", 1)[-1] for path in tape.made] == ["putRecord", "refreshSession", "putRecord"]
    assert tape.calls[1].headers["authorization"] == "Bearer the-long-token-of-the-harbour"
    assert tape.calls[2].headers["authorization"] == "Bearer new-access-token"


def test_a_token_about_to_end_is_renewed_before_it_is_used() -> None:
    ends_soon = {"access": token(exp=time.time() + 30), "refresh": "long-token", "password": "x"}
    with playing("bluesky", "renewed") as tape:
        tape.answers["POST /xrpc/com.atproto.repo.putRecord"].pop(0)
        publish.send(account(secret=ends_soon), op())
    assert [path.rsplit(".", 1)[-1] for path in tape.made] == ["refreshSession", "putRecord"]


def test_when_the_long_token_is_used_up_the_desk_signs_in_again() -> None:
    with playing("bluesky", "session_used_up") as tape:
        publish.send(account(), op())
    steps = [path.rsplit(".", 1)[-1] for path in tape.made]
    assert steps == ["putRecord", "refreshSession", "createSession", "putRecord"]
    assert json.loads(tape.calls[2].content)["identifier"] == DID


def test_a_session_that_somebody_else_renewed_is_taken_as_it_is() -> None:
    fresh: JSON = {"access": "their-new-token", "refresh": "their-long-token", "password": "x"}
    with playing("bluesky", "renewed") as tape:
        publish.send(account(renewed=lambda used, fetch: fresh), op())
    assert [path.rsplit(".", 1)[-1] for path in tape.made] == ["putRecord", "putRecord"]
    assert tape.calls[1].headers["authorization"] == "Bearer their-new-token"


def test_who_does_not_get_the_lease_comes_back_later() -> None:
    def busy(used: JSON, fetch: Any) -> JSON:
        raise Later("busy")

    with playing("bluesky", "renewed"), pytest.raises(Later):
        publish.send(account(renewed=busy), op())


def test_the_profile_comes_with_its_figures_and_addresses() -> None:
    with playing("bluesky", "probed"):
        profile, read = limits.probe(account())
    assert (profile.followers, profile.posts, profile.handle) == (612, 88, "@hafen.bibliothek.example")
    assert profile.links == ("https://bibliothek.example/impressum", "https://bibliothek.example")
    assert (read.text_max, read.bytes_max) == (300, 3000)


def test_without_the_app_view_the_own_server_knows_who_we_are() -> None:
    with playing("bluesky", "probed_without_view"):
        profile, _read = limits.probe(account())
    assert (profile.remote_id, profile.followers) == (DID, None)
