"""Connecting a channel: one question a page, sign-in on the network, and back (A01)."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.networks.bridge import practice_network
from tests.people import Cast
from theke.channels import connecting
from theke.channels.models import Channel, Credential
from theke.channels.sealing import account_of, unseal
from theke.networks import net
from theke.networks.base import Choose, Connected
from theke.people.models import HistoryEntry
from theke.practice.models import PracticeAccount

TOKEN = "the-token-that-nobody-may-see"
ME = {"id": "42", "username": "hafen", "acct": "hafen", "display_name": "Bibliothek Hafen", "url": "https://bib.example/@hafen"}
PAGES: dict[str, Any] = {
    "/api/v2/instance": {"version": "4.4.0", "domain": "bib.example", "configuration": {"statuses": {"max_characters": 700}}},
    "/.well-known/oauth-authorization-server": {"code_challenge_methods_supported": ["S256"]},
    "/api/v1/apps": {"client_id": "client-1", "client_secret": "client-secret-1"},
    "/oauth/token": {"access_token": TOKEN, "token_type": "Bearer", "scope": "read write"},
    "/api/v1/accounts/verify_credentials": ME,
}


class Server:
    """A Mastodon server that answers from a table, and remembers what it was asked."""

    def __init__(self) -> None:
        self.pages, self.asked = dict(PAGES), list[httpx2.Request]()

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        page = self.pages.get(request.url.path)
        return page if isinstance(page, httpx2.Response) else httpx2.Response(200 if page else 404, json=page or {})


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    with net.use_transport(made):
        yield made


@pytest.fixture
def maria(people: Cast) -> Client:
    client = Client()
    client.force_login(people.maria)
    return client


def answer(client: Client, *answers: str) -> Any:
    client.post(reverse("channels:connect"), {"network": "mastodon"})
    got = None
    for one in answers:
        got = client.post(reverse("channels:question"), {"answer": one})
    return got


def where(got: Any) -> str:
    return str(got.url)


def come_back(client: Client, **query: str) -> Any:
    return client.get(reverse("channels:return"), query)


def sent_to(client: Client) -> dict[str, str]:
    """Where the page of the wizard leads, and with which query."""
    url = client.get(reverse("channels:leave")).context["url"]
    return {k: v[0] for k, v in parse_qs(urlsplit(url).query).items()}


def test_an_account_is_connected_by_signing_in_on_its_server(people: Cast, maria: Client, server: Server) -> None:
    got = answer(maria, "bib.example", "")
    assert got.url == reverse("channels:leave")
    query = sent_to(maria)
    assert query["code_challenge_method"] == "S256"
    done = come_back(maria, code="c0de", state=query["state"])
    channel = Channel.objects.get()
    assert done.url.startswith(reverse("channels:edit", args=[channel.pk]))
    assert (channel.address, channel.remote_id, channel.handle) == ("https://bib.example", "42", "@hafen@bib.example")
    assert (channel.token_state, channel.limits.text_max, channel.responsible) == ("works", 700, people.maria)
    assert unseal(channel.credential.sealed)["token"] == TOKEN
    exchange = next(r for r in server.asked if r.url.path == "/oauth/token")
    assert b"code_verifier=" in exchange.content
    assert HistoryEntry.objects.about(channel)[0].verb == "connected"


def test_a_pasted_token_connects_at_once(maria: Client, server: Server) -> None:
    answer(maria, "https://bib.example/@hafen", TOKEN)
    assert Channel.objects.get().connected
    assert all(r.url.path != "/api/v1/apps" for r in server.asked)


def test_an_account_that_stands_in_the_register_keeps_its_name(maria: Client, server: Server) -> None:
    answer(maria, "bib.example", TOKEN)
    channel = Channel.objects.get()
    assert channel.name == channel.profile["name"]
    Channel.objects.update(name="Fediverse")
    got = answer(maria, "bib.example", TOKEN)
    assert Channel.objects.get().name == "Fediverse"
    assert where(got) == reverse("channels:page", args=[channel.pk])


def test_one_can_go_back_and_answer_otherwise(maria: Client, server: Server) -> None:
    answer(maria, "bib.example", "")
    maria.get(reverse("channels:question"), {"back": "token"})
    maria.post(reverse("channels:question"), {"answer": TOKEN})
    assert Channel.objects.get().connected


def test_the_answer_of_another_sign_in_connects_nothing(maria: Client, server: Server) -> None:
    answer(maria, "bib.example", "")
    assert come_back(maria, code="c0de", state="forged").url == reverse("channels:connect")
    assert not Channel.objects.exists()
    assert come_back(maria, code="c0de", state="forged").url == reverse("channels:connect")


def test_access_denied_on_the_server_connects_nothing(maria: Client, server: Server) -> None:
    answer(maria, "bib.example", "")
    query = sent_to(maria)
    come_back(maria, error="access_denied", state=query["state"])
    assert not Channel.objects.exists()


@pytest.mark.parametrize(
    "typed", ["", "kein server", "a\x00b", "http://", "https://user@bib.example", "x" * 600, "http://[::1", "ftp://a.example"]
)
def test_junk_for_an_address_is_refused_at_the_field(maria: Client, server: Server, typed: str) -> None:
    got = answer(maria, typed)
    if got.status_code == 302:
        got = maria.post(reverse("channels:question"), {"answer": ""})
    assert got.status_code == 422
    assert "answer" in got.context["form"].errors
    assert not Channel.objects.exists()


def test_a_server_of_another_kind_is_named_at_the_address_with_what_was_typed(maria: Client, server: Server) -> None:
    server.pages.clear()
    got = answer(maria, "bib.example")
    assert got.status_code == 422
    assert "bib.example" in str(got.context["form"].errors["answer"])
    assert 'value="bib.example"' in got.text


def test_a_wrong_token_is_refused_and_not_given_back_to_the_page(maria: Client, server: Server) -> None:
    server.pages["/api/v1/accounts/verify_credentials"] = httpx2.Response(422, json={"error": f"{TOKEN} is junk"})
    got = answer(maria, "bib.example", TOKEN)
    assert got.status_code == 422
    assert TOKEN not in got.text


def test_the_session_holds_a_pasted_token_only_sealed(maria: Client, server: Server) -> None:
    server.pages["/api/v1/accounts/verify_credentials"] = httpx2.Response(422, json={})
    answer(maria, "bib.example", TOKEN)
    assert TOKEN not in json.dumps(dict(maria.session.items()))


def test_connecting_again_keeps_the_channel_and_its_settings(people: Cast, maria: Client, server: Server) -> None:
    answer(maria, "bib.example", TOKEN)
    Channel.objects.update(name="Hafen", disconnected_at=factories.soon(), token_state="dead")
    channel = Channel.objects.get()
    maria.post(reverse("channels:reconnect", args=[channel.pk]))
    maria.post(reverse("channels:question"), {"answer": "a-new-token"})
    again = Channel.objects.get()
    assert (again.pk, again.name, again.connected, again.token_state) == (channel.pk, "Hafen", True, "works")
    assert account_of(again).secret["token"] == "a-new-token"


def test_connecting_again_as_another_account_changes_nothing(maria: Client, server: Server) -> None:
    answer(maria, "bib.example", TOKEN)
    channel = Channel.objects.get()
    server.pages["/api/v1/accounts/verify_credentials"] = ME | {"id": "43"}
    maria.post(reverse("channels:reconnect", args=[channel.pk]))
    maria.post(reverse("channels:question"), {"answer": "token-of-another"})
    assert Channel.objects.get() == channel
    assert account_of(Channel.objects.get()).secret["token"] == TOKEN


def test_an_old_server_without_the_fine_scopes_gets_the_coarse_ones(maria: Client, server: Server) -> None:
    def picky(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/api/v1/apps" and b"write%3Astatuses" in request.content:
            return httpx2.Response(422, json={"error": "scopes"})
        return server(request)

    with net.use_transport(picky):
        answer(maria, "bib.example", "")
    assert sent_to(maria)["scope"] == "read write"


def test_the_practice_network_is_connected_on_its_own_page(people: Cast, maria: Client) -> None:
    with practice_network():
        got = maria.post(reverse("channels:connect"), {"network": "practice"})
        there = maria.post(where(got), {"name": "Bibliothek Hafen", "branch": people.harbour.pk})
        maria.get(where(there))
    channel = Channel.objects.get()
    assert channel.connected
    assert channel.remote_id == str(PracticeAccount.objects.get().pk)
    assert channel.profile["name"] == "Bibliothek Hafen"


def test_the_own_pages_are_connected_without_any_question(people: Cast, maria: Client) -> None:
    maria.post(reverse("channels:connect"), {"network": "website"})
    channel = Channel.objects.get()
    assert channel.settings["post_url"].endswith(f"/w/{people.library.slug}/{{id}}/")
    assert Credential.objects.filter(channel=channel).exists()


@pytest.mark.parametrize("who", ["jana", "anna", "stranger"])
def test_nobody_else_comes_into_the_wizard(people: Cast, who: str) -> None:
    client = Client()
    client.force_login(getattr(people, who))
    expected = 200 if who == "stranger" else 403  # a manager, but of their own library
    assert client.get(reverse("channels:connect")).status_code == expected
    get: Callable[..., Any] = client.get
    assert get("/practice/connect/", {"back": "https://evil.example/", "state": "s"}).status_code in (403, 404)


@pytest.mark.parametrize("network", ["", "nope", "mastodon\x00"])
def test_an_unknown_network_is_not_found(maria: Client, network: str) -> None:
    assert maria.post(reverse("channels:connect"), {"network": network}).status_code == 404


def test_stray_pages_of_the_wizard_lead_to_its_start(maria: Client) -> None:
    for name in ("question", "leave", "return"):
        assert where(maria.get(reverse(f"channels:{name}"))) == reverse("channels:connect")


class Several:
    """A network whose sign-in opens several accounts."""

    @staticmethod
    def chosen(line: Any, pending: Any, value: str) -> Connected:
        return Connected("https://bib.example", f"{pending['who']}-{value}", {"token": TOKEN})


def test_a_sign_in_that_opens_several_accounts_asks_which(
    maria: Client, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    several = Choose("Which page?", (("1", "Hafen"), ("2", "Mitte")), {"who": "page"})
    monkeypatch.setattr(connecting, "begin", lambda *given: several)
    monkeypatch.setattr(connecting, "choose", lambda library, key, pending, value: Several.chosen(None, pending, value))
    got = answer(maria, "bib.example", "")
    assert where(got) == reverse("channels:choose")
    page = maria.get(where(got)).content.decode()
    assert "Which page?" in page
    assert "Mitte" in page
    wrong = maria.post(reverse("channels:choose"), {"answer": "3"})
    assert wrong.status_code == 422
    maria.post(reverse("channels:choose"), {"answer": "2"})
    assert Channel.objects.get(network_key="mastodon").remote_id == "page-2"


def test_what_was_answered_before_is_not_asked_again(people: Cast) -> None:
    channel = factories.channel(people.library, address="https://bib.example", secret={"token": "t", "answers": {"app": "a1"}})
    assert connecting.known_answers(channel) == {
        "address": "https://bib.example",
        "identity": channel.remote_id,
        "app": "a1",
    }
