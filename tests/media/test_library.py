"""The library of pictures on the page: looking, searching, several at once (E7, E33; A12, B27)."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.media.pictures import drawn, encoded
from tests.media.test_finding import kept
from tests.people import Cast
from theke.media.models import Asset
from theke.people.models import Person

SCRIPT = {"HX-Request": "true"}


def desk_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def file(name: str = "vorlesen.jpg", size: tuple[int, int] = (60, 40), data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, encoded(drawn(size)) if data is None else data, "image/jpeg")


def test_several_files_come_in_and_what_is_no_picture_is_said_by_name(people: Cast) -> None:
    files = [file(), file("gross.jpg", (90, 40)), file("text.jpg", data=b"kein Bild")]
    page = desk_of(people.jana).post(reverse("media:files"), {"files": files}, follow=True)
    assert Asset.objects.filter(library=people.library, by=people.jana).count() == 2
    assert "text.jpg: Diese Datei ist kein Bild" in page.text


def test_a_script_gets_the_item_or_the_reason(people: Cast) -> None:
    desk = desk_of(people.jana)
    good = desk.post(reverse("media:files"), {"files": file()}, headers=SCRIPT)
    bad = desk.post(reverse("media:files"), {"files": file("text.jpg", data=b"kein Bild")}, headers=SCRIPT)
    none = desk.post(reverse("media:files"), {}, headers=SCRIPT)
    assert (good.status_code, bad.status_code, none.status_code) == (200, 422, 422)
    assert f'id="picture-{Asset.objects.get().pk}"' in good.text


def test_the_same_picture_twice_is_one_and_comes_out_of_the_bin(people: Cast) -> None:
    desk = desk_of(people.jana)
    desk.post(reverse("media:files"), {"files": file()})
    Asset.objects.update(binned_at=timezone.now())
    desk.post(reverse("media:files"), {"files": file("nochmal.jpg")})
    assert Asset.objects.get().binned_at is None


def test_searching_shows_what_fits_and_says_when_nothing_does(people: Cast) -> None:
    kept(people.jana, 1, alt="Ein Regal")
    kept(people.jana, 2, alt="Ein Fenster")
    desk = desk_of(people.tom)
    page = desk.get(reverse("media:library"), {"q": "regal"}).text
    assert "Ein Regal" in page and "Ein Fenster" not in page
    part = desk.get(reverse("media:library"), {"q": "regal"}, headers=SCRIPT | {"HX-Target": "picture-grid"}).text
    assert "<html" not in part and "Ein Regal" in part
    assert "nirgends" in desk.get(reverse("media:library"), {"q": "nirgends"}).text


@pytest.mark.parametrize(
    "query", [{"q": "\x00"}, {"q": "x" * 5000}, {"show": "<b>"}, {"page": "-3"}, {"page": "9" * 30}, {"page": "zwei"}]
)
def test_junk_in_the_address_shows_the_page(people: Cast, query: dict[str, str]) -> None:
    assert desk_of(people.jana).get(reverse("media:library"), query).status_code == 200


def test_more_than_a_page_goes_on_without_counting(people: Cast) -> None:
    for number in range(30):
        kept(people.jana, number, alt=f"Bild {number}")
    desk = desk_of(people.jana)
    first, second = (desk.get(reverse("media:library"), {"page": page}) for page in (1, 2))
    assert (len(first.context["page"]), len(second.context["page"])) == (24, 6)
    assert 'rel="next"' in first.text and 'rel="next"' not in second.text


def test_thirty_pictures_cost_no_more_queries_than_one(people: Cast, django_assert_num_queries: Any) -> None:
    client = desk_of(people.jana)
    kept(people.jana, 0)
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("media:library"))
    assert len(one.captured_queries) <= 12
    for number in range(1, 30):
        kept(people.tom, number)
    with django_assert_num_queries(len(one.captured_queries)):
        client.get(reverse("media:library"))
