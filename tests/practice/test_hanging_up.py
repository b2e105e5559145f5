"""The practice network really hangs up: over a socket, served by the desk's own web server."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.wsgi import get_wsgi_application
from waitress import wasyncore
from waitress.server import create_server

from tests.networks.bridge import account_for
from tests.people import Cast
from theke.networks.base import Account, Draft, Exchange, Op, Unsure
from theke.networks.practice import publish
from theke.practice.models import Faults, Status
from theke.practice.opening import open_account


def serve(server: Any, sockets: dict[int, Any], stop: threading.Event) -> None:
    while not stop.is_set():
        wasyncore.loop(timeout=0.05, map=sockets, count=1)
    server.task_dispatcher.shutdown()
    wasyncore.close_all(sockets)


@pytest.fixture
def account(transactional_db: None, people: Cast) -> Iterator[Account]:
    sockets: dict[int, Any] = {}
    server, stop = create_server(get_wsgi_application(), map=sockets, host="127.0.0.1", port=0, threads=1), threading.Event()
    thread = threading.Thread(target=serve, args=(server, sockets, stop))
    thread.start()
    there = f"http://127.0.0.1:{server.effective_port}"
    yield replace(account_for(open_account(people.library, "Hafen")), address=there, deadline=5)
    stop.set()
    thread.join(10)


@pytest.mark.parametrize(("fault", "stored"), [("lost", 1), ("dropped", 0)])
def test_the_connection_is_cut_without_an_answer(account: Account, people: Cast, fault: str, stored: int) -> None:
    Faults.objects.create(library=people.library, **{fault: 100})
    kept: list[Exchange] = []
    now = datetime.now(UTC)
    with pytest.raises(Unsure):
        publish.send(replace(account, journal=kept.append), Op("1", "post", "k", now, Draft("Hallo")))
    assert Status.objects.count() == stored
    assert kept[0].status is None
    assert kept[0].seconds < 3
