"""The pages of the guideline: quick, in every language, and what was taken out comes back."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.guidelines.documents import in_force, next_edition, today, town
from tests.people import Cast
from theke.guidelines import editing
from theke.guidelines.confirming import confirm
from theke.guidelines.layering import own_layer
from theke.guidelines.patterns import pattern
from theke.guidelines.weighing import set_weight

PAGES = ("points", "weights", "questions", "texts", "editions", "ours")


@pytest.fixture
def full(people: Cast) -> Cast:
    """Two layers, two editions, some weights, somebody who has confirmed."""
    first, _theirs = in_force(people), town(people)
    second = next_edition(people)
    confirm(people.maria, [second.pk, _theirs.pk], today(people.library))
    for rule in ("R01", "R35"):
        set_weight(first.guideline, rule, "warn", valid_from=today(people.library), reason="x", by=people.maria)
    return people


@pytest.mark.parametrize("name", PAGES)
def test_no_page_asks_the_database_more_than_twelve_times(
    full: Cast, client: Client, name: str, django_assert_max_num_queries: Any
) -> None:
    client.force_login(full.maria)
    client.get(reverse(f"guidelines:{name}"))
    with django_assert_max_num_queries(12):
        assert client.get(reverse(f"guidelines:{name}")).status_code == 200


@pytest.mark.parametrize("lang", ["de", "sv", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_in_every_language_before_and_after_there_is_a_guideline(
    people: Cast, client: Client, name: str, lang: str
) -> None:
    people.maria.language = lang
    people.maria.save()
    client.force_login(people.maria)
    assert client.get(reverse(f"guidelines:{name}")).status_code == 200
    in_force(people)
    assert client.get(reverse(f"guidelines:{name}")).status_code == 200


def test_a_point_that_was_taken_out_comes_back_to_its_place(people: Cast, client: Client) -> None:
    draft = editing.from_pattern(own_layer(people.library), pattern("seven_points"), ["de"], by=people.maria)
    point = draft.points.get(anchor="3-transparency")
    client.force_login(people.maria)
    page = client.post(reverse("guidelines:place", args=[point.pk]), {"act": "remove"}, follow=True)
    assert "Rückgängig" in page.text and draft.points.count() == 6
    kept = json.dumps({"anchor": point.anchor, "position": point.position, "title": point.title, "text": point.text})
    for _twice in range(2):
        client.post(reverse("guidelines:new_point", args=[draft.pk]), {"again": kept})
    assert [one.anchor for one in draft.points.all()][2] == "3-transparency" and draft.points.count() == 7
    client.post(reverse("guidelines:new_point", args=[draft.pk]), {"again": "nonsense"})
    assert draft.points.count() == 7


def test_a_draft_is_thrown_away_only_on_purpose(people: Cast, client: Client) -> None:
    draft = editing.from_pattern(own_layer(people.library), pattern("seven_points"), ["de"], by=people.maria)
    client.force_login(people.maria)
    assert client.post(reverse("guidelines:drop", args=[draft.pk])).status_code == 404
    client.post(reverse("guidelines:drop", args=[draft.pk]), {"sure": "1"})
    assert editing.draft_of(own_layer(people.library)) is None
