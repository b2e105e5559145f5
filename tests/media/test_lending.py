"""Networks that fetch pictures are lent an address that nobody can guess and that ends by itself."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.media.pictures import drawn, encoded
from tests.people import Cast
from theke.media import lending
from theke.media.models import Asset, Rendition
from theke.media.receiving import receive
from theke.media.rendering import render


@pytest.fixture
def rendition(people: Cast) -> Rendition:
    kept = receive(BytesIO(encoded(drawn())), library=people.library, by=people.jana)
    return render(kept, "thumb")


def status(address: str) -> int:
    got = Client().get(address)
    b"".join(got)  # a file is closed when it has been read
    return got.status_code


def path_of(rendition: Rendition) -> str:
    return "/" + lending.lent_url(rendition).split("/", 3)[3]


def test_whoever_has_the_address_gets_just_this_picture_without_signing_in(rendition: Rendition) -> None:
    got = Client().get(path_of(rendition))
    assert (got.status_code, got["Content-Type"]) == (200, rendition.mime)
    assert b"".join(got) == rendition.path.read_bytes()
    assert got["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("sealed", ["1:1abc:notsignedbyus", "MQ:1abc:notsignedbyus"])
def test_an_address_that_we_did_not_seal_gives_nothing(rendition: Rendition, sealed: str) -> None:
    assert status(reverse("media:lent", args=[sealed, "jpg"])) == 404
    altered = path_of(rendition)[:-6] + "x.jpg"
    assert status(altered) == 404


def test_it_ends_after_a_day_and_when_the_picture_is_thrown_away(rendition: Rendition, monkeypatch: pytest.MonkeyPatch) -> None:
    address = path_of(rendition)
    with monkeypatch.context() as patch:
        patch.setattr(lending, "LENT_FOR", timedelta(seconds=-1))
        assert status(address) == 404
    assert status(address) == 200
    Asset.objects.update(binned_at=timezone.now())
    assert status(address) == 404
