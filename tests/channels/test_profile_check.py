"""An account says whose it is: the profile names the library and leads to the imprint (A22)."""

from typing import Any

import pytest

from tests import factories
from tests.people import Cast
from theke.channels.models import Channel
from theke.channels.profile_check import lacks, look_at_profile

IMPRINT = "https://www.seeborn.example/bibliothek/impressum"


def account(people: Cast, **profile: Any) -> Channel:
    people.library.imprint_url, people.library.municipality = IMPRINT, "Seeborn am See"
    given = {"name": "Hafen", "about": "", "followers": 1, "posts": 2, "links": []} | profile
    return factories.channel(people.library, network_key="mastodon", profile=given)


def verdicts(channel: Channel) -> list[bool | None]:
    return [one.ok for one in look_at_profile(channel)]


@pytest.mark.parametrize("about", ["Die stadtbibliothek  SEEBORN am Hafen", "Bücherei der Gemeinde Seeborn am See"])
def test_library_or_municipality_may_be_named_in_any_spelling(people: Cast, about: str) -> None:
    assert verdicts(account(people, about=about))[0] is True


def test_a_profile_that_says_neither_is_told_of_both(people: Cast) -> None:
    found = account(people, about="Bücher und mehr. https://andere.example")
    assert verdicts(found) == [False, False]
    assert lacks(found)


@pytest.mark.parametrize("link", [IMPRINT, "http://seeborn.example/bibliothek/impressum/", "https://seeborn.example"])
def test_the_imprint_or_the_front_page_of_its_site_will_do(people: Cast, link: str) -> None:
    assert verdicts(account(people, links=[link]))[1] is True
    assert verdicts(account(people, about=f"Impressum: {link}"))[1] is True


@pytest.mark.parametrize("link", ["https://seeborn.example/kontakt", "https://seeborn.example.evil.example/", "kein [Link"])
def test_another_page_or_another_site_will_not(people: Cast, link: str) -> None:
    assert verdicts(account(people, links=[link]))[1] is False


def test_without_an_imprint_in_the_settings_nobody_is_blamed(people: Cast) -> None:
    channel = account(people, about="Stadtbibliothek Seeborn")
    people.library.imprint_url = ""
    assert verdicts(channel) == [True, None]
    assert not lacks(channel)


def test_our_own_pages_and_accounts_not_asked_yet_are_left_alone(people: Cast) -> None:
    assert look_at_profile(factories.channel(people.library)) == []
    assert look_at_profile(factories.channel(people.library, network_key="mastodon")) == []
