"""Finding an account's server by its name, signing in there, and the card below a link."""

import base64
import io
import json
from typing import Any

import httpx2
import pytest
from PIL import Image

from tests.networks.bluesky.case import DID, account, op
from theke.networks import net
from theke.networks.base import BadField, Draft
from theke.networks.bluesky import api, connect, publish
from theke.networks.bluesky.cards import card, read
from theke.networks.bluesky.identity import handle_of, home_of

NAMED = f"did:plc:{'hafen' * 4}hafe"
PDS = "https://pds.example"


def token(scope: str) -> str:
    middle = base64.urlsafe_b64encode(json.dumps({"scope": scope, "exp": 4_000_000_000}).encode()).decode().rstrip("=")
    return f"e30.{middle}.c2ln"


class World:
    """Plays hosts by `host/path`; what it does not know is not found."""

    def __init__(self, **scope: str) -> None:
        document: dict[str, Any] = {"id": NAMED, "alsoKnownAs": ["at://bib.example"]}
        document |= {"service": [{"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": PDS}]}
        session = {"did": NAMED, "accessJwt": token(scope.get("scope", "com.atproto.appPass")), "refreshJwt": "long"}
        self.calls: list[httpx2.Request] = []
        self.known: dict[str, Any] = {
            "bib.example/.well-known/atproto-did": NAMED.encode() + b"\n",
            "public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle": {"did": NAMED},
            f"plc.directory/{NAMED}": document,
            "pds.example/xrpc/com.atproto.server.createSession": session,
        }

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        self.calls.append(request)
        said = self.known.get(request.url.host + request.url.path)
        if isinstance(said, httpx2.Response):
            return said
        if isinstance(said, bytes):
            return httpx2.Response(200, content=said)
        return httpx2.Response(404, json={"error": "NotFound"}) if said is None else httpx2.Response(200, json=said)


@pytest.mark.parametrize(
    "typed",
    ["bib.example", "@Bib.example", " https://bsky.app/profile/bib.example ", "\u202abib.example\u202c", "bib.example/"],
)
def test_a_name_is_read_as_people_copy_it(typed: str) -> None:
    assert handle_of(typed) == "bib.example"


@pytest.mark.parametrize("typed", ["", "bibliothek", "a@b.example", "bib example.org", "bib..example", "did:plc:abc"])
def test_what_is_no_name_is_said_so(typed: str) -> None:
    with pytest.raises(BadField):
        handle_of(typed)


@pytest.mark.parametrize("known_by_host", [True, False])
def test_a_name_leads_to_the_server_by_its_host_or_by_a_public_resolver(known_by_host: bool) -> None:
    world = World()
    if not known_by_host:
        del world.known["bib.example/.well-known/atproto-did"]
    with net.use_transport(world):
        home = home_of(account(), "bib.example")
    assert (home.did, home.server) == (NAMED, PDS)
    assert not any("authorization" in call.headers for call in world.calls)


def test_an_account_that_does_not_go_by_the_name_gets_no_password() -> None:
    world = World()
    world.known[f"plc.directory/{NAMED}"] = world.known[f"plc.directory/{NAMED}"] | {"alsoKnownAs": ["at://other.example"]}
    with net.use_transport(world), pytest.raises(BadField, match="does not go by this name"):
        connect.begin(account(), {"handle": "bib.example", "server": "", "password": "abcd-efgh-ijkl-mnop"}, "")
    assert not any("createSession" in str(call.url) for call in world.calls)


def test_connecting_opens_one_session_and_keeps_both_tokens() -> None:
    world = World()
    with net.use_transport(world):
        made = connect.begin(account(), {"handle": "@bib.example", "password": " abcd-efgh-ijkl-mnop "}, "")
    assert (made.address, made.remote_id) == (PDS, NAMED)
    assert set(made.secret) == {"password", "access", "refresh"}
    assert sum("createSession" in str(call.url) for call in world.calls) == 1


def test_the_accounts_own_password_is_not_kept() -> None:
    with net.use_transport(World(scope="com.atproto.access")), pytest.raises(BadField, match="own password"):
        connect.begin(account(), {"handle": "bib.example", "password": "hunter22"}, "")


@pytest.mark.parametrize(
    ("name", "said"), [("AuthenticationRequired", "app password"), ("AuthFactorTokenRequired", "by e-mail")]
)
def test_a_refused_sign_in_says_what_to_do(name: str, said: str) -> None:
    world = World()
    world.known["pds.example/xrpc/com.atproto.server.createSession"] = httpx2.Response(
        401, json={"error": name, "message": "x"}
    )
    with net.use_transport(world), pytest.raises(BadField, match=said) as caught:
        connect.begin(account(), {"handle": "bib.example", "password": "abcd"}, "")
    assert caught.value.field == "password"


def test_a_name_is_looked_up_only_once_it_is_clear_who_is_to_be_asked() -> None:
    with net.use_transport(World()) as _nothing:
        connect.look(account(), {"handle": "unknown.example"})
        connect.look(account(), {"handle": "unknown.example", "server": "https://pds.example"})
        connect.look(account(), {"handle": "bib.example", "server": ""})
        with pytest.raises(BadField):
            connect.look(account(), {"handle": "unknown.example", "server": "http://a b"})


def test_a_token_is_renewed_before_it_ends() -> None:
    short = base64.urlsafe_b64encode(json.dumps({"exp": 1000}).encode()).decode().rstrip("=")
    world = World()
    world.known["pds.example/xrpc/com.atproto.server.refreshSession"] = {"accessJwt": "new", "refreshJwt": "newer"}
    world.known["pds.example/xrpc/app.bsky.actor.getProfile"] = {"did": DID}
    with net.use_transport(world):
        api.get(account(secret={"access": f"e30.{short}.c2ln", "refresh": "long-token"}), "app.bsky.actor.getProfile")
    assert [call.headers["authorization"] for call in world.calls] == ["Bearer long-token", "Bearer new"]


PAGE = """<html><head><title>Kino &amp; Buch</title><meta property="og:title" content="Lesenacht im Hafen">
<meta name="description" content="Am  Samstag
 ab 19 Uhr"><meta property="og:image" content="/bild.png"></head><body><title>nicht</title></body></html>"""


def linked(world: World) -> World:
    out = io.BytesIO()
    Image.new("RGB", (2400, 1200), "teal").save(out, "PNG")
    blob = {"$type": "blob", "ref": {"$link": "bafkthumb"}, "mimeType": "image/jpeg", "size": 9}
    world.known["bib.example/lesenacht"] = httpx2.Response(200, headers={"content-type": "text/html"}, text=PAGE)
    world.known["bib.example/bild.png"] = out.getvalue()
    world.known["pds.example/xrpc/com.atproto.repo.uploadBlob"] = {"blob": blob}
    return world


def test_a_link_without_a_picture_gets_a_card() -> None:
    world = linked(World())
    kept: dict[str, Any] = {}
    with net.use_transport(world):
        from_text = Draft("Lesenacht! https://bib.example/lesenacht")
        publish.prepare(account(), op(draft=from_text, state={}), kept.__setitem__)
    external = kept["record"]["embed"]["external"]
    assert external["title"] == "Lesenacht im Hafen"
    assert external["description"] == "Am Samstag ab 19 Uhr"
    assert external["thumb"]["ref"] == {"$link": "bafkthumb"}
    upload = next(call for call in world.calls if "uploadBlob" in str(call.url))
    assert Image.open(io.BytesIO(upload.content)).size == (1200, 600)
    fetched = [call for call in world.calls if call.method == "GET"]
    assert not any("authorization" in call.headers for call in fetched)


def test_a_card_that_cannot_be_made_does_not_hold_the_post_back() -> None:
    kept: dict[str, Any] = {}
    with net.use_transport(World()):
        publish.prepare(account(), op(draft=Draft("https://bib.example/weg"), state={}), kept.__setitem__)
    assert "embed" not in kept["record"]
    assert kept["record"]["facets"]


def test_a_card_without_its_picture_is_a_card() -> None:
    world = linked(World())
    world.known["bib.example/bild.png"] = b"no picture"
    with net.use_transport(world):
        assert "thumb" not in card(account(), "https://bib.example/lesenacht")["external"]


def test_private_addresses_are_not_fetched_for_a_card() -> None:
    # No stand-in: the guard itself answers, before anything is called.
    assert card(account(), "https://127.0.0.1:9/") == {}
    assert card(account(), "http://bib.example/") == {}


def test_a_page_without_words_has_no_title() -> None:
    assert read("<html><p>nichts</p></html>").first("og:title", "title") == ""


def test_an_unknown_name_stays_text_and_a_known_one_leads_to_the_account() -> None:
    world = World()
    kept: dict[str, Any] = {}
    world.known["pds.example/xrpc/com.atproto.identity.resolveHandle"] = {"did": NAMED}
    with net.use_transport(world):
        publish.prepare(account(), op(draft=Draft("Dank an @lesemaus.test"), state={}), kept.__setitem__)
    assert kept["record"]["facets"][0]["features"] == [{"$type": "app.bsky.richtext.facet#mention", "did": NAMED}]
    with net.use_transport(World()):
        publish.prepare(account(), op(draft=Draft("Dank an @lesemaus.test"), state={}), kept.__setitem__)
    assert "facets" not in kept["record"]
