"""Branches of which nothing has been heard: A12."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.calendar.diary import browser, out, planned
from tests.people import Cast
from theke.calendar.gapping import gaps_of


def heard(people: Cast) -> list[tuple[str, int | None]]:
    return [(gap.branch.name, gap.days) for gap in gaps_of(people.library, timezone.now())]


def test_a_silent_branch_is_told_with_the_days_since_its_last_post(people: Cast) -> None:
    now = timezone.now()
    out(people.jana, factories.channel(people.library), now - timedelta(days=12, hours=2))
    out(people.tom, factories.channel(people.library), now - timedelta(days=3))
    assert heard(people) == [("Hafen", 12)]


def test_a_post_on_the_channel_of_a_branch_counts_for_it_whoever_sends(people: Cast) -> None:
    harbours = factories.channel(people.library, branch=people.harbour)
    out(people.tom, harbours, timezone.now() - timedelta(days=1))
    assert heard(people) == []


def test_a_planned_post_ends_the_gap_and_a_failed_one_does_not(people: Cast) -> None:
    now, channel = timezone.now(), factories.channel(people.library)
    out(people.jana, channel, now - timedelta(days=1), state="failed")
    planned(people.tom, channel, now + timedelta(days=5))
    assert heard(people) == [("Hafen", None)]


def test_who_has_never_said_anything_is_said_to_be_silent_for_long(people: Cast) -> None:
    assert heard(people) == [("Hafen", None), ("Südstadt", None)]


@pytest.mark.parametrize(("look", "told"), [("week", True), ("list", True), ("month", False)])
def test_the_pages_of_today_say_it(people: Cast, look: str, told: bool) -> None:
    out(people.jana, factories.channel(people.library), timezone.now() - timedelta(days=12, hours=2))
    page = browser(people.jana).get(f"/calendar/{look}/" if look != "week" else "/calendar/").text
    assert ("12 Tage ohne Beitrag der Zweigstelle Hafen" in page) is told


def test_the_hint_costs_one_question(people: Cast, django_assert_num_queries: object) -> None:
    out(people.jana, factories.channel(people.library), timezone.now() - timedelta(days=12))
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(heard(people)) == 2
