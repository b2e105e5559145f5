"""Limits are read from each server, none is taken for granted."""

import pytest

from tests.networks.recorded import account, playing
from theke.networks.base import BadField, Limits
from theke.networks.mastodon import limits
from theke.networks.mastodon.connect import address_of


def probe(situation: str) -> Limits:
    with playing("mastodon", situation):
        return limits.probe(account())[1]


def test_mastodon_tells_everything() -> None:
    with playing("mastodon", "probed"):
        profile, may = limits.probe(account())
    assert (profile.handle, profile.about, profile.followers) == ("@hafen@bib.example", "Lesen am Hafen", 321)
    assert may == limits.DEFAULT


def test_hollo_counts_an_address_as_it_likes() -> None:
    may = probe("probed_hollo")
    assert (may.text_max, may.media_max, may.measure.url) == (10_000, 8, 256)


def test_pixelfed_wants_a_picture() -> None:
    may = probe("probed_pixelfed")
    assert may.media_required
    assert may.image_types == {"image/jpeg", "image/png"}


def test_an_old_server_tells_its_length_in_its_own_way() -> None:
    assert probe("probed_bare").text_max == 5000


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("bib.example", "https://bib.example"),
        (" HTTPS://Bib.Example/@hafen ", "https://bib.example"),
        ("@hafen@bib.example", "https://bib.example"),
        ("hafen@bib.example", "https://bib.example"),
        ("http://localhost:3000", "http://localhost:3000"),
    ],
)
def test_people_type_addresses_in_many_ways(typed: str, address: str) -> None:
    assert address_of(typed) == address


@pytest.mark.parametrize(
    "typed", ["", "  ", "bib", "bib example", "https://", "javascript:alert(1)", "https://a.b:99999", "a" * 300]
)
def test_what_is_no_address_is_refused_at_its_field(typed: str) -> None:
    with pytest.raises(BadField):
        address_of(typed)
