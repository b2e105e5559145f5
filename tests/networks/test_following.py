"""Where a link leads, tried on a real small site that behaves as badly as one can (R33)."""

import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.networks.pages import Site, site
from theke.networks import wire
from theke.networks.following import Found, follow

HOME = "https://theke.seeborn.example"
NOWHERE = Found(nowhere=True, nameless=True)


@pytest.fixture
def pages() -> Iterator[Site]:
    with site() as made:
        yield made


def look(address: str, *, private_ok: bool = True, seconds: float = 5.0) -> Found:
    return follow(address, home=HOME, private_ok=private_ok, seconds=seconds)


def names(monkeypatch: pytest.MonkeyPatch, known: dict[str, Any]) -> None:
    """A name service that knows these: an address, or the error that it gives."""
    real = socket.getaddrinfo

    def asked(host: Any, port: Any, *given: Any, **more: Any) -> Any:
        answer = known.get(host, host)
        if isinstance(answer, Exception):
            raise answer
        return real(answer, port, *given, **more)

    monkeypatch.setattr(socket, "getaddrinfo", asked)


@pytest.mark.parametrize(
    ("status", "nowhere"),
    [
        (200, False),
        (204, False),
        (404, True),
        (410, True),
        (401, False),
        (403, False),
        (405, False),
        (429, False),
        (500, False),
    ],
)
def test_only_an_answer_that_says_so_means_that_nothing_is_there(pages: Site, status: int, nowhere: bool) -> None:
    pages.answers["/seite"] = status
    assert look(pages.url("/seite")) == Found(status, nowhere)


def test_the_page_itself_is_asked_for_only_where_the_short_question_gets_a_no(pages: Site) -> None:
    pages.answers |= {"/da": 200, "/nur-get": "get", "/legt-auf": "rude"}
    for path in pages.answers:
        assert look(pages.url(path)) == Found(200)
    methods = [(method, path) for method, path, _agent in pages.asked]
    assert methods == [
        ("HEAD", "/da"),
        ("HEAD", "/nur-get"),
        ("GET", "/nur-get"),
        ("HEAD", "/legt-auf"),
        ("GET", "/legt-auf"),
    ]


def test_whoever_is_asked_can_tell_who_asks(pages: Site) -> None:
    look(pages.url("/"))
    assert all("Theke/" in agent and HOME in agent for _method, _path, agent in pages.asked)


def test_a_page_that_has_moved_for_good_says_where_and_keeps_the_place_on_it(pages: Site) -> None:
    pages.answers |= {"/alt": (301, "/mitte"), "/mitte": (308, "/neu"), "/neu": 200}
    assert look(pages.url("/alt#zeiten")) == Found(200, moved_to=pages.url("/neu#zeiten"))


def test_who_sends_on_for_now_asks_to_keep_the_address(pages: Site) -> None:
    pages.answers |= {"/kurz": (302, "/heute"), "/heute": (301, "/anmelden"), "/anmelden": 200}
    assert look(pages.url("/kurz")) == Found(200)


def test_a_page_that_has_moved_to_nowhere_is_nowhere(pages: Site) -> None:
    pages.answers["/alt"] = (301, "/weg")
    assert look(pages.url("/alt")) == Found(404, nowhere=True)


@pytest.mark.parametrize("to", ["/kreis", "mailto:karin@seeborn.example", "http://[::1", "", "javascript:alert(1)"])
def test_a_redirect_that_leads_to_no_page_says_nothing(pages: Site, to: str) -> None:
    pages.answers["/kreis"] = (302, to)
    assert look(pages.url("/kreis")) == Found(302)
    assert len(pages.asked) <= 6


def test_a_slow_page_says_nothing_and_ends_in_time(pages: Site) -> None:
    pages.answers["/langsam"] = "slow"
    began = time.monotonic()
    assert look(pages.url("/langsam"), seconds=0.5) == Found()
    assert time.monotonic() - began < 1.5


def test_of_a_huge_page_next_to_nothing_is_read(pages: Site) -> None:
    pages.answers["/riesig"] = "huge"
    assert look(pages.url("/riesig")) == Found(200)
    assert 0 < pages.sent < 10_000_000


def test_nobody_answering_says_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert look(f"http://127.0.0.1:{port}/") == Found()


@pytest.mark.parametrize("allowed", [True, False])
def test_a_redirect_into_a_private_network_is_not_followed(pages: Site, monkeypatch: pytest.MonkeyPatch, allowed: bool) -> None:
    with site("127.0.0.2") as inner:
        inner.answers["/geheim"] = 404
        pages.answers["/hinein"] = (302, inner.url("/geheim"))
        monkeypatch.setattr(wire, "is_public", lambda ip: allowed or ip == "127.0.0.1")
        found = look(pages.url("/hinein"), private_ok=False)
        assert (found, bool(inner.asked)) == ((Found(404, nowhere=True), True) if allowed else (Found(), False))


def test_a_name_that_nobody_knows_is_told_from_a_name_service_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    unknown, away = socket.gaierror(socket.EAI_NONAME, "unknown"), socket.gaierror(socket.EAI_AGAIN, "away")
    names(monkeypatch, {"gibtesnicht.example": unknown, "wartet.example": away})
    assert look("https://gibtesnicht.example/") == NOWHERE
    assert look("https://wartet.example/") == Found()


@pytest.mark.parametrize(
    "address",
    [
        "https://",
        "https:///nichts",
        "https://[::1/",
        "https://seeborn.example:99999/",
        "https://seeborn.example:-1/",
        "https://a b/",
        "https://%00/",
        "https://\ud800/",
        "https://xn--a/",
        "https://127.0.0.1:1/\r\nHost: x",
        "https://" + "a" * 1900,
        "https://" + "a." * 900 + "de/",
    ],
)
def test_nonsense_raises_nothing(address: str) -> None:
    assert look(address, seconds=1).status is None


@pytest.mark.parametrize("host", ["zwei..punkte.example", "a" * 64 + ".example"])
def test_what_can_be_no_name_is_nowhere(host: str) -> None:
    assert look(f"https://{host}/") == NOWHERE
