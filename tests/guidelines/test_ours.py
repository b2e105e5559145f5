"""What is the library's own: entered with errors at the field, known to the checks at once."""

import time
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.guidelines.documents import today
from tests.people import Cast
from theke.guidelines.cards import Unusable, compiled, fits
from theke.guidelines.knowing import context_of
from theke.guidelines.models import CoverRight, ElectionPeriod, OwnThings
from theke.people.models import HistoryEntry


@pytest.fixture
def maria(people: Cast, client: Client) -> Client:
    client.force_login(people.maria)
    return client


OURS = "/guideline/ours/"


def test_what_is_entered_is_known_to_the_checks(people: Cast, maria: Client) -> None:
    given = {
        "domains": "https://www.Seeborn.example/start\nseeborn.example",
        "phones": "0571 829-0",
        "ibans": "DE89 3704 0044 0532 0130 00",
        "addresses": "Info@Verein.example",
        "harsh_de": "Depp",
        "card_pattern": r"00\d{8}",
        "card_check": "luhn",
    }
    assert maria.post(OURS, given).status_code == 302
    own = context_of(people.library).own
    assert own.domains == ("seeborn.example",) and own.ibans == ("DE89370400440532013000",)
    assert own.addresses == ("info@verein.example",) and own.harsh == {"de": frozenset({"depp"})}
    assert (own.card_pattern, own.card_check) == (r"00\d{8}", "luhn")
    assert "0571 829-0" in maria.get(OURS).text


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("domains", "kein domain"),
        ("phones", "ruf an"),
        ("ibans", "DE00 0000 0000 0000 0000 00"),
        ("addresses", "info@"),
        ("card_pattern", "("),
        ("card_pattern", ".*"),
        ("card_pattern", "[0-9--5]{8}"),
        ("card_pattern", "(a+)+b"),
        ("names", "x" * 300),
        ("card_check", "magic"),
    ],
)
def test_an_error_is_said_at_its_field_and_nothing_is_lost(people: Cast, maria: Client, field: str, typed: str) -> None:
    page = maria.post(OURS, {"phones": "0571 829-0"} | {field: typed})
    assert page.status_code == 422 and f'id="id_{field}_error"' in page.text
    assert typed in page.text or field == "card_check"
    assert context_of(people.library).own.phones == ()


@pytest.mark.parametrize(
    ("number", "check", "found"),
    [
        ("0012345674", "", True),
        ("00 1234 5674", "", True),
        ("1234567890", "", False),
        ("0012345674", "luhn", True),
        ("0012345675", "luhn", False),
    ],
)
def test_a_number_is_tried_on_the_pattern(people: Cast, maria: Client, number: str, check: str, found: bool) -> None:
    assert fits(number, r"00\d{8}", check) is found
    given = {"card_pattern": r"00\d{8}", "card_check": check, "card_number": number}
    part = maria.post(reverse("guidelines:card"), given).text
    assert ("passt nicht" not in part) is found
    whole = maria.post(OURS, given | {"try": "1"}).text
    assert ("passt nicht" not in whole) is found and number not in str(OwnThings.objects.values())


def test_a_pattern_cannot_run_away() -> None:
    for pattern in ("(a+)+$", "(a|a)*b", r"(\d+)*x", r"(.)\1", r"(?=a)a", "a**"):
        start = time.perf_counter()
        try:
            compiled(pattern)
        except Unusable:
            continue
        assert time.perf_counter() - start < 0.1, pattern


def test_publishers_and_elections_come_and_go_with_an_undo(people: Cast, maria: Client) -> None:
    day = today(people.library)
    maria.post(reverse("guidelines:covers"), {"publisher": "Leuchtturm", "isbn_prefix": "978-3-00", "may": "whole"})
    given = {"name": "Wahl", "first": day.isoformat(), "last": (day + timedelta(30)).isoformat()}
    maria.post(reverse("guidelines:elections"), given)
    assert context_of(people.library).election
    page = maria.post(reverse("guidelines:remove_election", args=[ElectionPeriod.objects.get().pk]), follow=True)
    assert not context_of(people.library).election and 'value="Wahl"' in page.text
    page = maria.post(reverse("guidelines:remove_cover", args=[CoverRight.objects.get().pk]), follow=True)
    assert not CoverRight.objects.exists() and 'value="Leuchtturm"' in page.text


@pytest.mark.parametrize(
    ("name", "given", "field"),
    [
        ("covers", {"publisher": "", "may": "ask"}, "id_cover-publisher_error"),
        ("covers", {"publisher": "X", "may": "ask", "isbn_prefix": "12"}, "id_cover-isbn_prefix_error"),
        ("elections", {"name": "Wahl", "first": "2026-05-02", "last": "2026-05-01"}, "id_election-last_error"),
        ("elections", {"name": "Wahl", "first": "0001-05-02", "last": "9999-05-01"}, "id_election-last_error"),
    ],
)
def test_a_row_that_is_refused_says_why(people: Cast, maria: Client, name: str, given: dict[str, str], field: str) -> None:
    page = maria.post(reverse(f"guidelines:{name}"), given)
    assert page.status_code == 422 and field in page.text
    assert not CoverRight.objects.exists() and not ElectionPeriod.objects.exists()


def test_a_publisher_is_entered_once(people: Cast, maria: Client) -> None:
    for status in (302, 422):
        answer = maria.post(reverse("guidelines:covers"), {"publisher": "Leuchtturm", "may": "ask"})
        assert answer.status_code == status


def test_a03_the_duties_are_off_by_default_and_kept_apart_from_the_rest(people: Cast, maria: Client) -> None:
    row = OwnThings.of(people.library)
    assert not row.asks_confirmation and not row.asks_introduction
    maria.post(reverse("guidelines:duties"), {"asks_confirmation": "on"})
    maria.post(OURS, {"phones": "0571 829-0"})
    found = OwnThings.objects.get()
    assert found.asks_confirmation and not found.asks_introduction and found.phones == ["0571 829-0"]


def test_r33_following_links_is_turned_off_and_on_with_its_line_in_the_history(people: Cast, maria: Client) -> None:
    assert maria.get(OURS).context["form"]["follows_links"].value() is True
    for given, follows in (({}, False), ({"follows_links": "on"}, True)):
        maria.post(OURS, given)
        assert OwnThings.objects.get().follows_links is follows
    changes = [one.details["fields"] for one in HistoryEntry.objects.filter(kind="guidelines.ownthings")]
    assert changes == [["follows_links"], ["follows_links"]]


@pytest.mark.parametrize("name", ["jana", "anna"])
def test_only_managers_change_what_is_ours(people: Cast, client: Client, name: str) -> None:
    client.force_login(getattr(people, name))
    assert client.get(OURS).status_code == 403
    assert client.post(OURS, {"phones": "0571 829-0"}).status_code == 403
