"""The guideline can be read, and findings lead to its points (A13)."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.people import Cast
from theke.guidelines.points import POINTS


@pytest.mark.parametrize(
    ("lang", "title"), [("de", "Zu Fehlern stehen"), ("sv", "Stå för sina misstag"), ("en", "Stand by mistakes")]
)
def test_a13_each_point_has_its_anchor_in_every_language(people: Cast, lang: str, title: str) -> None:
    people.jana.language = lang
    people.jana.save()
    client = Client()
    client.force_login(people.jana)
    page = client.get(reverse("guidelines:points")).content.decode()
    assert title in page
    assert all(f'id="{point.anchor}"' in page for point in POINTS)


def test_it_is_for_signed_in_colleagues(people: Cast) -> None:
    assert Client().get(reverse("guidelines:points")).status_code == 302
