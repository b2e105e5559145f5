"""The practice network really hangs up: over a socket, served by the desk's own web server."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.wsgi import get_wsgi_application
from waitress.server import create_server

from tests.networks.bridge import account_for
from tests.people import Cast
from theke.networks.base import Account, Draft, Exchange, Op, Unsure
from theke.networks.practice import publish
from theke.practice.models import Faults, Status
from theke.practice.opening import open_account


@pytest.fixture
def account(transactional_db: None, people: Cast) -> Iterator[Account]:
    server = create_server(get_wsgi_application(), host="127.0.0.1", port=0, threads=2)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield replace(
        account_for(open_account(people.library, "Hafen")), address=f"http://127.0.0.1:{server.effective_port}", deadline=5
    )
    server.close()
    thread.join(5)


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
