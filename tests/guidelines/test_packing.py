"""The guideline and its weights as a package to hand on, and another house's as a draft (A05)."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.guidelines.documents import in_force, today
from tests.people import Cast
from theke.guidelines.layering import own_layer
from theke.guidelines.models import Edition, RuleSetting
from theke.guidelines.packing import Unreadable, package, read, take_over, written
from theke.guidelines.weighing import set_weight


def file(raw: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("leitfaden.json", raw, "application/json")


def test_a05_a_package_makes_the_same_guideline_elsewhere(people: Cast) -> None:
    edition = in_force(people)
    set_weight(edition.guideline, "R35", "off", valid_from=today(people.library), reason="x", by=people.maria)
    raw = written(edition, today(people.library))
    assert people.stranger.library is not None
    made = take_over(own_layer(people.stranger.library), read(raw.encode()), by=people.stranger)
    assert made.is_draft and made.languages == ["de", "sv"]
    assert [one.title for one in made.points.all()] == [one.title for one in edition.points.all()]
    assert [one.do for one in made.points.all()] == [one.do for one in edition.points.all()]
    assert package(edition, today(people.library))["rules"]["R35"] == "off"
    assert RuleSetting.objects.filter(guideline__library=people.stranger.library).count() == 0


def test_a_package_names_no_person(people: Cast) -> None:
    edition = in_force(people)
    set_weight(edition.guideline, "R35", "off", valid_from=today(people.library), reason="x", by=people.maria)
    raw = written(edition, today(people.library))
    assert not any(one.name in raw for one in (people.maria, people.jana))


def test_everybody_may_take_it_along_to_read_and_as_json(people: Cast, client: Client) -> None:
    edition = in_force(people)
    client.force_login(people.jana)
    answer = client.get(reverse("guidelines:package", args=[edition.pk]))
    assert "attachment" in answer.headers["Content-Disposition"] and answer.json()["format"] == "theke-guideline/1"
    page = client.get(reverse("guidelines:to_read", args=[edition.pk]) + "?save=1")
    assert "attachment" in page.headers["Content-Disposition"]
    assert "Mitmachen" in page.text and "<link" not in page.text and "<script" not in page.text
    client.force_login(people.stranger)
    assert client.get(reverse("guidelines:package", args=[edition.pk])).status_code == 404


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"[1, 2]",
        b'{"format": "theke-guideline/1"}',
        b'{"format": "theke-guideline/1", "points": ["x"]}',
        b'{"format": "another/1", "points": [{}]}',
        b"[" * 100_000,
        b'{"format": "theke-guideline/1", "points": []}' + b" " * 1_000_000,
    ],
)
def test_what_is_no_package_is_refused_at_the_field(people: Cast, client: Client, raw: bytes) -> None:
    with pytest.raises(Unreadable):
        read(raw)
    client.force_login(people.maria)
    layer = own_layer(people.library)
    page = client.post(reverse("guidelines:take_over", args=[layer.pk]), {"file": file(raw)})
    assert page.status_code == 422 and not Edition.objects.exists()


def test_a_package_of_nonsense_does_no_harm(people: Cast) -> None:
    points = [
        {"anchor": "../../x", "title": {"de": "A\x00B", "xx": "no", "sv": 7}, "text": [], "do": None},
        {"anchor": "../../x", "title": "no"},
        {"anchor": 5},
    ]
    given = {"format": "theke-guideline/1", "languages": "de", "intro": 4, "points": points, "rules": {"R01": "off"}}
    made = take_over(own_layer(people.library), read(json.dumps(given).encode()), by=people.maria)
    assert [one.anchor for one in made.points.all()] == ["x", "x-2", "5"]
    assert made.points.all()[0].title == {"de": "AB"} and not RuleSetting.objects.exists()


def test_a_draft_that_is_there_is_not_overwritten(people: Cast, client: Client) -> None:
    edition = in_force(people)
    raw = written(edition, today(people.library)).encode()
    take_over(edition.guideline, read(raw), by=people.maria)
    client.force_login(people.maria)
    page = client.post(reverse("guidelines:take_over", args=[edition.guideline_id]), {"file": file(raw)})
    assert page.status_code == 422 and Edition.objects.count() == 2
