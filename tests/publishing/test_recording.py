"""The outcome is written down however hard the database makes it (B02)."""

import sqlite3
import threading
import time
from collections.abc import Callable

import httpx2
import pytest
from django.db import connection

from tests.publishing.conftest import World
from theke.publishing.models import Delivery, State
from theke.publishing.sending import deliver

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.skipif("connection.vendor != 'sqlite'")]


def locked_for(seconds: float) -> Callable[[], None]:
    """Hold the database's write lock from another connection for so long; returns once it is held."""
    name, held = str(connection.settings_dict["NAME"]), threading.Event()

    def hold() -> None:
        line = sqlite3.connect(name, isolation_level=None)
        line.execute("BEGIN IMMEDIATE")
        held.set()
        time.sleep(seconds)
        line.execute("ROLLBACK")
        line.close()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(5)
    return thread.join


@pytest.fixture
def impatient() -> None:
    """A connection that gives up on a lock after a moment, so that a short lock shows what a long one does."""
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")


@pytest.mark.usefixtures("impatient")
def test_a_database_locked_after_acceptance_is_waited_for_and_nothing_is_sent_twice(world: World) -> None:
    delivery = world.delivery()
    released: list[Callable[[], None]] = []

    def accept_and_lock(request: httpx2.Request, carry_out: Callable[[], httpx2.Response]) -> httpx2.Response:
        answer = carry_out()
        released.append(locked_for(0.8))
        return answer

    world.network.next_writes = [accept_and_lock]
    assert deliver(delivery.pk) == State.SENT
    released[0]()
    assert len(world.network.texts) == 1
    assert Delivery.objects.get().state == State.SENT


def test_an_outcome_that_cannot_be_written_at_all_is_found_by_a_look(
    world: World, pass_time: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery = world.delivery()
    released: list[Callable[[], None]] = []

    def accept_and_lock(request: httpx2.Request, carry_out: Callable[[], httpx2.Response]) -> httpx2.Response:
        answer = carry_out()
        released.append(locked_for(1.0))
        over = time.monotonic() + 1000  # the lease is over meanwhile
        monkeypatch.setattr(time, "monotonic", lambda: over)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 50")
        return answer

    world.network.next_writes = [accept_and_lock]
    assert deliver(delivery.pk) is None
    monkeypatch.undo()
    released[0]()
    assert Delivery.objects.get().state == State.SENDING
    pass_time(100)
    assert deliver(delivery.pk) == State.SENT
    assert len(world.network.texts) == 1
