"""Links are followed in the background, politely, and only what is sure is said (R33)."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests import factories
from tests.networks.pages import Site, site
from tests.people import Cast
from theke.guidelines import following
from theke.guidelines.following import LEASE, PAUSE, note, record, run, worth_following
from theke.guidelines.knowing import context_of
from theke.guidelines.models import Link, OwnThings
from theke.networks.following import Found

NOW = timezone.now()
ADDRESS = "https://seeborn.example/programm"
DEAD, ALIVE = Found(404, nowhere=True), Found(200)
UNKNOWN = Found(nowhere=True, nameless=True)


@pytest.fixture
def pages() -> Iterator[Site]:
    with site() as made:
        yield made


def noted(people: Cast, address: str = ADDRESS, **fields: Any) -> Link:
    note(people.library.pk, [address], NOW)
    Link.objects.filter(address=address).update(**fields)
    return Link.objects.get(address=address)


def looked(link: Link, *founds: Found) -> Link:
    for found in founds:
        link.refresh_from_db()
        record(link, found, NOW)
    link.refresh_from_db()
    return link


def tried(people: Cast) -> dict[str, str]:
    return dict(context_of(people.library).tried)


def test_each_address_is_one_row_of_its_library_however_often_it_is_noted(people: Cast) -> None:
    long = "https://seeborn.example/" + "ü" * 1900
    for _round in range(2):
        note(people.library.pk, [ADDRESS, long], NOW)
        note(factories.library().pk, [ADDRESS], NOW)
    assert Link.objects.filter(library=people.library).count() == 2
    assert {one.host for one in Link.objects.all()} == {"seeborn.example"}


@pytest.mark.parametrize(
    ("address", "worth"),
    [
        ("https://seeborn.example/a", True),
        ("HTTP://Seeborn.example", True),
        ("https://bücherei.example/", True),
        ("ftp://seeborn.example/a", False),
        ("https://jana:geheim@seeborn.example/", False),
        ("https://intranet/", False),
        ("https://drucker.local/", False),
        ("http://192.168.1.1/", False),
        ("https://", False),
        ("https://[::1", False),
        ("https://seeborn.example/\x00", False),
        ("https://seeborn.example/\ud800", False),
        ("https://seeborn.example/" + "x" * 2000, False),
        ("https://" + "a." * 200 + "example/", False),
    ],
)
def test_only_addresses_on_the_internet_are_followed(people: Cast, settings: Any, address: str, worth: bool) -> None:
    settings.ALLOW_PRIVATE_ADDRESSES = False
    assert worth_following(address) is worth
    note(people.library.pk, [address], NOW)
    assert Link.objects.exists() is worth


def test_what_two_looks_found_dead_is_dead_and_one_is_not_enough(people: Cast) -> None:
    link = looked(noted(people), DEAD)
    assert (link.misses, link.due_at, tried(people)) == (1, NOW + following.AGAIN, {})
    link = looked(link, DEAD)
    assert (link.due_at, tried(people)) == (None, {ADDRESS: ""})
    looked(link, ALIVE)
    assert tried(people) == {}


@pytest.mark.parametrize("found", [Found(), Found(401), Found(403), Found(405), Found(408), Found(429), Found(503), Found(302)])
def test_what_may_be_busy_or_shut_to_us_alone_says_nothing(people: Cast, found: Found) -> None:
    assert looked(noted(people), *[found] * 4).misses == 0
    assert tried(people) == {}
    link = looked(noted(people, misses=2), found)
    assert (link.misses, link.status) == (2, found.status)


def test_who_does_not_answer_is_asked_ever_less_and_then_left_alone(people: Cast) -> None:
    link, waits = noted(people), []
    for _try in range(4):
        link = looked(link, Found(503))
        waits.append(None if link.due_at is None else int((link.due_at - NOW).total_seconds() / 60))
    assert waits == [15, 60, 240, None]


def test_a_name_that_nobody_knows_counts_only_where_names_of_the_world_are_known(people: Cast) -> None:
    row = OwnThings.of(people.library)
    row.domains = ["seeborn.example"]
    row.save()
    link = noted(people, "https://gibtesnicht.example/")
    ours = noted(people, "https://www.seeborn.example/", looked_at=NOW, status=200)
    assert looked(link, UNKNOWN, UNKNOWN).misses == 0
    Link.objects.filter(pk=ours.pk).update(host="anderswo.example")
    assert looked(link, UNKNOWN, UNKNOWN).misses == 2
    assert tried(people) == {"https://gibtesnicht.example/": ""}


@pytest.mark.parametrize(("network", "sure"), [("practice", False), ("mastodon", True)])
def test_a_channel_on_the_internet_shows_that_names_are_known(people: Cast, network: str, sure: bool) -> None:
    factories.channel(people.library, network_key=network, last_success_at=NOW)
    assert (looked(noted(people), UNKNOWN, UNKNOWN).misses == 2) is sure


@pytest.mark.parametrize(
    ("to", "kept"),
    [
        ("https://neu.example/programm", True),
        ("https://neu.example/programm?utm_source=x", True),
        ("https://www.seeborn.example/programm", False),
        ("http://seeborn.example/programm/", False),
        ("https://SEEBORN.example./", False),
        ("https://neu.example/" + "x" * 3000, False),
    ],
)
def test_only_another_host_is_another_place(people: Cast, to: str, kept: bool) -> None:
    looked(noted(people), Found(200, moved_to=to))
    assert tried(people) == ({ADDRESS: "https://neu.example/programm"} if kept else {})


def test_a_name_with_letters_such_as_ü_is_the_same_in_both_spellings(people: Cast) -> None:
    looked(noted(people, "https://bücherei.example/"), Found(200, moved_to="https://xn--bcherei-n2a.example/start"))
    assert tried(people) == {}


def test_nothing_is_told_or_followed_where_the_library_does_not_want_it(people: Cast) -> None:
    link = noted(people, misses=2)
    assert (tried(people), following.due(5)) == ({ADDRESS: ""}, [link.pk])
    OwnThings.objects.filter(pk=OwnThings.of(people.library).pk).update(follows_links=False)
    OwnThings.touch(people.library)
    assert (tried(people), following.due(5), following.next_at()) == ({}, [], None)


@pytest.mark.parametrize(
    ("age", "fields", "again"),
    [
        (timedelta(hours=23), {}, False),
        (timedelta(hours=25), {}, True),
        (timedelta(minutes=59), {"misses": 2}, False),
        (timedelta(minutes=61), {"misses": 2}, True),
        (timedelta(minutes=61), {"led_to": "https://neu.example/"}, True),
    ],
)
def test_a_look_is_fresh_for_a_day_and_trouble_for_an_hour(
    people: Cast, age: timedelta, fields: dict[str, Any], again: bool
) -> None:
    link = noted(people, due_at=None, looked_at=NOW - age, **fields)
    note(people.library.pk, [ADDRESS], NOW, anew=False)
    assert following.due(5) == []
    note(people.library.pk, [ADDRESS], NOW)
    assert following.due(5) == ([link.pk] if again else [])


def test_what_no_text_has_used_for_thirty_days_is_forgotten(people: Cast) -> None:
    noted(people, "https://alt.example/", used_at=NOW - timedelta(days=31))
    noted(people, used_at=NOW - timedelta(days=29))
    following.sweep(NOW)
    assert [one.address for one in Link.objects.all()] == [ADDRESS]


def test_it_is_followed_without_the_marks_that_count_readers(people: Cast, pages: Site) -> None:
    pages.answers["/a"] = 200
    link = noted(people, pages.url("/a?utm_source=post"))
    assert run(link.pk)
    link.refresh_from_db()
    assert ([path for _method, path, _agent in pages.asked], link.status, link.due_at) == (["/a"], 200, None)


def test_one_link_of_a_host_is_followed_at_a_time_with_a_pause(people: Cast, pages: Site) -> None:
    pages.answers |= {"/a": 200, "/b": 200}
    first, second = noted(people, pages.url("/a")), noted(people, pages.url("/b"))
    elsewhere = noted(people)
    before = timezone.now()
    assert run(first.pk)
    assert run(second.pk) is False
    second.refresh_from_db()
    elsewhere.refresh_from_db()
    assert second.due_at is not None and before + PAUSE <= second.due_at <= timezone.now() + PAUSE
    assert elsewhere.due_at == NOW
    Link.objects.update(due_at=NOW)
    assert run(second.pk)


def test_killed_in_the_middle_it_is_followed_again_and_its_host_waits(people: Cast) -> None:
    first, second = noted(people), noted(people, "https://seeborn.example/b")
    held = following._claimed(first.pk, NOW)
    assert held is not None and held.due_at == NOW + LEASE
    assert following._claimed(second.pk, NOW) is None and following._claimed(first.pk, NOW) is None
    assert following._claimed(first.pk, NOW + LEASE) is not None
    record(held, DEAD, NOW + LEASE)
    first.refresh_from_db()
    assert first.misses == 0, "whoever comes back after the lease changes nothing"


def test_a_link_that_comes_new_waits_while_somebody_is_at_its_host(people: Cast) -> None:
    held = following._claimed(noted(people).pk, NOW)
    new = noted(people, "https://seeborn.example/neu")
    assert held is not None and following._claimed(new.pk, NOW) is None
    new.refresh_from_db()
    assert new.due_at == NOW + LEASE
    record(held, ALIVE, NOW)
    new.refresh_from_db()
    assert new.due_at == NOW + PAUSE


def test_run_is_harmless_for_any_key(people: Cast) -> None:
    link = noted(people, due_at=None)
    assert (run(link.pk), run(link.pk + 1)) == (False, False)
