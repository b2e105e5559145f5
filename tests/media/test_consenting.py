"""Who is shown has agreed; the form is for the editorial group alone (A25, L7)."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.media.pictures import drawn, encoded
from tests.people import Cast
from theke.media.models import Asset, Consent
from theke.media.receiving import receive
from theke.people.models import HistoryEntry, Person

GIVEN = {"who": "Nils A.", "guardians": "0", "guardians_needed": "2"}


@pytest.fixture
def picture(people: Cast) -> Asset:
    return receive(BytesIO(encoded(drawn())), library=people.library, by=people.jana, name="vorlesen.jpg")


def desk_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def noted(by: Person, picture: Asset, **given: Any) -> Any:
    return desk_of(by).post(reverse("media:new_consent", args=[picture.pk]), GIVEN | given)


def test_a_consent_is_noted_and_the_picture_then_shows_somebody(people: Cast, picture: Asset) -> None:
    assert noted(people.jana, picture, minor="on", guardians="1").status_code == 302
    picture.refresh_from_db()
    assert (picture.people, picture.minors) == ("recognisable", True)
    entry = HistoryEntry.objects.about(picture).first()
    assert entry and entry.verb == "consent noted" and "Nils" not in f"{entry.label}{entry.details}"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"who": ""}, "who"),
        ({"until": "2020-01-01"}, "until"),
        ({"channels": ["999999"]}, "channels"),
        ({"minor": "on", "guardians_needed": "0"}, "guardians_needed"),
        ({"scan_file": BytesIO(b"<html>")}, "scan_file"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    people: Cast, picture: Asset, given: dict[str, Any], field: str
) -> None:
    answer = noted(people.jana, picture, **given)
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert ("Nils A." in answer.text) == (field != "who")


def test_the_signed_form_is_for_editors_of_the_library_only(people: Cast, picture: Asset) -> None:
    noted(people.jana, picture, scan_file=BytesIO(b"%PDF-1.7 signed"))
    consent = Consent.objects.get()
    assert consent.scan_path.exists() and Path(settings.MEDIA_ROOT) not in consent.scan_path.parents
    url = reverse("media:scan", args=[consent.pk])
    for name, status in (("jana", 403), ("maria", 200), ("stranger", 404)):
        answer = desk_of(getattr(people, name)).get(url)
        assert answer.status_code == status, name
        if status == 200:
            assert b"".join(answer.streaming_content) == b"%PDF-1.7 signed"  # type: ignore[attr-defined]
            assert "attachment" in answer.headers["Content-Disposition"]
    assert Client().get(url).status_code in (302, 403)
