"""How SQLite finds what the pages ask for: by key or by a narrow index, never through a library's whole past.

PostgreSQL knows how many rows there are and chooses by that; SQLite guesses, so its plans are held here.
"""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.inbox.saying import message_about, published
from tests.people import Cast
from theke.media.models import Asset
from theke.search.finding import find

pytestmark = pytest.mark.skipif("connection.vendor != 'sqlite'")
GROWING = ("posts_post", "posts_version", "inbox_conversation", "inbox_message", "inbox_note", "inbox_answer", "media_asset")


def steps(asked: CaptureQueriesContext) -> list[str]:
    """Every step of the plans of what was asked."""
    found: list[str] = []
    with connection.cursor() as cursor:
        for query in asked.captured_queries:
            cursor.execute("EXPLAIN QUERY PLAN " + query["sql"].replace("%", "%%"))
            found += [row[3] for row in cursor.fetchall()]
    return found


def through_all(found: list[str]) -> list[str]:
    """The steps that read all rows of a table, or all of one library in it."""
    names = [*GROWING, "row", "U0"]
    whole = [step for step in found if step.startswith("SCAN") and step.split()[1] in names]
    return whole + [step for step in found if step.endswith("(library_id=?)") and step.split()[1] in names]


@pytest.mark.parametrize("mine", [False, True])
def test_the_search_reads_nothing_but_what_the_index_names(people: Cast, mine: bool) -> None:
    channel = factories.channel(people.library)
    message = message_about(published(people.jana, channel), "Vorlesen, wann?")
    message.conversation.notes.create(by=people.jana, text="Vorlesen: Oskar weiß es")
    factories.post(people.jana, channel, text="Vorlesen").versions.update(own_text="Vorlesen im Hafen")
    Asset.objects.create(
        library=people.library, sha256="ab" * 32, mime="image/png", width=1, height=1, size=1, alt="Vorlesen", by=people.jana
    )
    with CaptureQueriesContext(connection) as asked:
        find(people.jana, "vorlesen", mine=mine)
    found = steps(asked)
    assert any("rowid=?" in step for step in found)
    assert through_all(found) == []


def test_a_plan_through_a_whole_library_is_noticed(people: Cast) -> None:
    with CaptureQueriesContext(connection) as asked:
        list(Asset.objects.filter(library=people.library, credit="x"))
        list(Asset.objects.filter(credit="x"))
    assert len(through_all(steps(asked))) == 2


def test_the_frame_counts_open_conversations_by_an_index_of_those_alone(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    with CaptureQueriesContext(connection) as asked:
        client.get("/channels/")
    assert any("INDEX open_of_owner" in step for step in steps(asked))
