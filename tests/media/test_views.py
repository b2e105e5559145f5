"""Who gets to see which picture."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.media.pictures import drawn, encoded
from tests.people import Cast
from theke.media.models import Asset
from theke.media.publicity import is_public, open_to_public, public_path, withdraw
from theke.media.receiving import receive
from theke.media.rendering import render


@pytest.fixture
def asset(people: Cast) -> Asset:
    return receive(BytesIO(encoded(drawn())), library=people.library, by=people.jana)


def get(person: Any, asset: Asset, spec: str = "thumb") -> Any:
    client = Client()
    if person:
        client.force_login(person)
    return read(client, reverse("media:picture", args=[asset.pk, spec]))


def read(client: Client, path: str) -> Any:
    """The answer, read to its end so that its file is closed."""
    answer: Any = client.get(path)
    answer.body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer


def test_every_colleague_of_the_library_sees_its_pictures(people: Cast, asset: Asset) -> None:
    for person in (people.jana, people.tom, people.anna, people.maria):
        answer = get(person, asset)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "image/jpeg"
        assert "private" in answer["Cache-Control"]
        assert answer.body.startswith(b"\xff\xd8")


def test_a_stranger_gets_a_404_and_whoever_is_signed_out_a_sign_in(people: Cast, asset: Asset) -> None:
    assert get(people.stranger, asset).status_code == 404
    assert get(None, asset).status_code == 302


@pytest.mark.parametrize("spec", ["b9-p9-j", "unknown", "b8000000-p16777216-jp"])
def test_an_address_cannot_make_work(people: Cast, asset: Asset, spec: str) -> None:
    assert get(people.jana, asset, spec).status_code == 404
    assert not asset.renditions.exists()


def test_a_crafted_number_is_a_404(people: Cast) -> None:
    client = Client()
    client.force_login(people.jana)
    assert client.get(f"/pictures/{10**30}/thumb").status_code == 404


def test_a_file_that_is_gone_is_a_404_not_a_500(people: Cast, asset: Asset) -> None:
    asset.path.unlink()
    assert get(people.jana, asset).status_code == 404


def test_the_public_sees_a_picture_only_while_something_shows_it(people: Cast, asset: Asset) -> None:
    path = public_path(render(asset, "view"))
    assert read(Client(), path).status_code == 404
    open_to_public(asset, "first")
    open_to_public(asset, "second")
    answer = read(Client(), path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    withdraw(asset, "first")
    assert read(Client(), path).status_code == 200
    withdraw(asset, "second")
    assert read(Client(), path).status_code == 404


def test_a_picture_shown_until_a_day_is_public_until_then(people: Cast, asset: Asset) -> None:
    made, now = render(asset, "view"), timezone.now()
    open_to_public(asset, until=now + timedelta(days=1))
    assert is_public(made, now)
    assert not is_public(made, now + timedelta(days=2))


def test_a_wrong_ending_or_hash_is_a_404(people: Cast, asset: Asset) -> None:
    made = render(asset, "view")
    open_to_public(asset)
    assert Client().get(f"/m/{made.sha256}.png").status_code == 404
    assert Client().get(f"/m/{'0' * 64}.jpg").status_code == 404
