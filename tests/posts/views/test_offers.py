"""What the text field offers, fetched once a page."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.people import Cast
from tests.posts.sheets import desk_of
from theke.posts.emoji import GROUPS
from theke.posts.models import Hashtag, Partner


def test_words_come_in_one_answer_and_an_account_only_from_the_partners(people: Cast) -> None:
    Hashtag.objects.create(library=people.library, word="WirLesenGemeinsam")
    Partner.objects.create(library=people.library, name="Museum", handle="@museum@kultur.example")
    answer = desk_of(people.jana).get(reverse("posts:completions")).json()
    assert answer["#"][0] == "WirLesenGemeinsam"
    assert answer["@"] == [{"handle": "@museum@kultur.example", "name": "Museum"}]
    assert desk_of(people.stranger).get(reverse("posts:completions")).json() == {"#": [], "@": []}


def test_every_emoji_stands_there_once_and_has_a_name(people: Cast) -> None:
    signs = [sign for _name, emoji in GROUPS for sign, _words in emoji]
    assert 55 <= len(signs) == len(set(signs))
    page = desk_of(people.jana).get(reverse("posts:emoji")).content.decode()
    assert page.count("data-emoji") == page.count("aria-label=") == len(signs)
    assert 'aria-label="Bücher"' in page


@pytest.mark.parametrize("name", ["completions", "mentionable", "emoji"])
@pytest.mark.django_db
def test_signed_out_nothing_is_offered(name: str) -> None:
    assert Client().get(reverse(f"posts:{name}")).status_code == 302


def test_remarks_offer_the_colleagues_by_whole_name_and_nobody_else(people: Cast) -> None:
    found = desk_of(people.jana).get(reverse("posts:mentionable")).json()["@"]
    names = {one["handle"] for one in found}
    assert people.anna.name in names and people.jana.name not in names and people.stranger.name not in names
