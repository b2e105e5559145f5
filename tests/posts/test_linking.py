"""The links of what is to go out are found in the texts themselves, and what came of them is said where one writes (R33)."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.guidelines.following import note, record
from theke.guidelines.models import Link, OwnThings
from theke.networks.following import Found
from theke.posts.checking import findings, hindrances
from theke.posts.linking import EVERY, WHOLE_EVERY, Rounds
from theke.posts.models import Approval, Post, Version

NOW = timezone.now()
ADDRESS = "https://seeborn.example/programm"
TEXT = f"Mehr: {ADDRESS}."
LONG_AGO = NOW - timedelta(days=60)


def found_in(rounds: Rounds | None = None, moment: float = 0.0) -> set[str]:
    (rounds or Rounds()).go(moment, NOW)
    return set(Link.objects.values_list("address", flat=True))


def saved(by: Any, ago: timedelta = timedelta(minutes=1), **fields: Any) -> Post:
    return factories.post(by, **{"text": TEXT, "saved_at": NOW - ago} | fields)


def wall(by: timedelta) -> str:
    return f"{NOW + by:%Y-%m-%dT%H:%M}"


def dead(people: Cast, address: str = ADDRESS) -> None:
    note(people.library.pk, [address], NOW)
    for _look in range(2):
        record(Link.objects.get(address=address), Found(404, nowhere=True), NOW)


def test_all_texts_of_a_post_are_looked_through(people: Cast) -> None:
    channel = factories.channel(people.library)
    post = saved(people.jana)
    Version.objects.create(
        post=post,
        channel=channel,
        own_text="Hier: https://eigen.example/x",
        options={"comment": "https://dazu.example", "tags": ["a"], "flag": True},
    )
    assert found_in() == {ADDRESS, "https://eigen.example/x", "https://dazu.example"}


def test_an_address_is_left_alone_while_somebody_types_it(people: Cast) -> None:
    saved(people.jana, timedelta(seconds=5), text="https://seeb")
    assert found_in() == set()


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"saved_at": NOW - timedelta(days=13)}, True),
        ({"saved_at": LONG_AGO}, False),
        ({"saved_at": LONG_AGO, "released_at": LONG_AGO, "planned_wall": wall(timedelta(days=2))}, True),
        ({"saved_at": LONG_AGO, "released_at": LONG_AGO, "planned_wall": wall(timedelta(days=90))}, True),
        ({"saved_at": LONG_AGO, "released_at": LONG_AGO, "planned_wall": wall(-timedelta(days=2))}, False),
        ({"binned_at": NOW}, False),
        ({"text": "Ohne Link."}, False),
    ],
)
def test_drafts_of_late_and_what_is_planned_are_looked_through(people: Cast, fields: dict[str, Any], found: bool) -> None:
    saved(people.jana, **fields)
    assert bool(found_in()) is found


def test_what_waits_for_approval_is_looked_through(people: Cast) -> None:
    post = saved(people.jana, saved_at=LONG_AGO)
    assert found_in() == set()
    Approval.objects.create(post=post, revision=1, asked_by=people.jana)
    assert found_in() == {ADDRESS}


@pytest.mark.parametrize(
    ("fields", "again"),
    [
        ({"saved_at": LONG_AGO, "released_at": LONG_AGO, "planned_wall": wall(timedelta(hours=3))}, True),
        ({"saved_at": LONG_AGO, "released_at": LONG_AGO, "planned_wall": wall(timedelta(days=4))}, False),
        ({"saved_at": NOW - timedelta(days=3)}, False),
        ({"saved_at": NOW - timedelta(hours=3)}, True),
    ],
)
def test_before_it_goes_out_and_when_it_is_worked_on_an_old_look_is_done_again(
    people: Cast, fields: dict[str, Any], again: bool
) -> None:
    saved(people.jana, **fields)
    found_in()
    Link.objects.update(due_at=None, looked_at=NOW - timedelta(days=2))
    found_in()
    assert (Link.objects.get().due_at is not None) is again


def test_a_round_looks_at_what_is_new_and_now_and_then_at_everything(people: Cast) -> None:
    rounds = Rounds()
    assert rounds.wait(0.0) == 0
    found_in(rounds)
    assert rounds.wait(0.0) == EVERY
    saved(people.jana, timedelta(days=3))
    assert found_in(rounds, EVERY) == set()
    assert found_in(rounds, WHOLE_EVERY) == {ADDRESS}


def test_a_round_with_nothing_new_costs_three_queries(people: Cast) -> None:
    rounds = Rounds()
    found_in(rounds)
    with CaptureQueriesContext(connection) as asked:
        found_in(rounds, EVERY)
    assert len(asked) <= 4, "libraries, texts, versions, and the one of this test"


def test_where_the_library_follows_no_links_no_text_is_looked_through(people: Cast) -> None:
    OwnThings.objects.filter(pk=OwnThings.of(people.library).pk).update(follows_links=False)
    saved(people.jana)
    saved(people.stranger, text="https://sjoby.example")
    assert found_in() == {"https://sjoby.example"}


def test_a_dead_link_stands_in_the_way_until_somebody_says_why_it_may_stay(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library), text=TEXT)
    assert "R33" not in [one.rule for one in findings(post)]
    dead(people)
    (found,) = [one for one in hindrances(post) if one.rule == "R33"]
    assert (found.severity, found.seen) == ("warn", ADDRESS)
    post.overrides.create(rule="R33", finding=found.fingerprint, reason="Die Seite kommt am Montag.", by=people.jana)
    assert not [one for one in hindrances(post) if one.rule == "R33"]


@pytest.mark.parametrize("planned", [True, False])
def test_the_page_of_a_planned_post_says_it_too(people: Cast, client: Client, planned: bool) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel, text=TEXT, released_at=NOW, planned_wall=wall(timedelta(days=2)) * planned)
    due_at = NOW + timedelta(days=2) if planned else NOW
    factories.delivery(post, channel, due_at=due_at, state="due" if planned else "sent")
    dead(people)
    client.force_login(people.jana)
    page = client.get(reverse("publishing:page", args=[post.uuid])).text
    assert ("führt ins Leere" in page) is planned


def test_another_librarys_look_says_nothing_here(people: Cast) -> None:
    dead(people)
    post = factories.post(people.stranger, factories.channel(people.stranger.library), text=TEXT)  # type: ignore[arg-type]
    assert "R33" not in [one.rule for one in findings(post)]


def test_the_composer_says_it_and_asks_no_query_more(people: Cast, client: Client) -> None:
    warned = f"{TEXT} http://unsicher.example"  # a warning asks for the reasons given, which is a query by itself
    post = factories.post(people.jana, factories.channel(people.library), text=warned, revision=1)
    client.force_login(people.jana)
    address = reverse("posts:edit", args=[post.uuid])

    def opened() -> tuple[bool, int]:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            page = client.get(address).text
        return "führt ins Leere" in page, len(asked)

    said, queries = opened()
    dead(people)
    assert (said, opened()) == (False, (True, queries))
