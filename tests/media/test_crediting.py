"""The credit is written as the licence demands; what somebody wrote stays (A24, L8)."""

import pytest

from theke.media.forms import AssetForm
from theke.media.models import Asset

OWED = {"terms": "cc_by_sa", "author": "Mia Sand", "source": "https://www.bilder.example/42/"}


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, ""),
        ({"credit": "Foto: Mia Sand"}, "Foto: Mia Sand"),
        (OWED, "Mia Sand, CC BY-SA 4.0, bilder.example/42"),
        (OWED | {"cropped": True}, "Mia Sand, CC BY-SA 4.0, beskuren, bilder.example/42"),
        (OWED | {"licence": "CC BY-SA 2.0 DE"}, "Mia Sand, CC BY-SA 2.0 DE, bilder.example/42"),
        (OWED | {"licence": "wie besprochen"}, "Mia Sand, CC BY-SA 4.0, bilder.example/42"),
        (OWED | {"credit": "Mia Sand"}, "Mia Sand, CC BY-SA 4.0, bilder.example/42"),
        (OWED | {"credit": "© Mia Sand (CC BY-SA)"}, "© Mia Sand (CC BY-SA)"),
        ({"terms": "own", "author": "Jana Berg"}, "Jana Berg"),
        ({"terms": "cc0", "author": "Mia Sand", "source": "x"}, "Mia Sand"),
        ({"terms": "cc_by"}, ""),
    ],
)
def test_the_line_names_what_the_licence_demands(fields: dict[str, object], line: str) -> None:
    assert Asset(**fields).credit_in("sv") == line


def test_a_word_of_change_is_in_the_language_of_the_post() -> None:
    picture = Asset(**OWED, cropped=True)
    assert "beschnitten" in picture.credit_in("de") and "beskuren" in picture.credit_in("sv")


@pytest.mark.parametrize(
    ("given", "at"),
    [
        ({"terms": "cc_by"}, "author"),
        ({"terms": "cover"}, "cover_of"),
        ({"minors": "on", "people": "none"}, "people"),
        ({"minors": "on"}, "people"),
        ({"rights_until": "31.02.2027"}, "rights_until"),
        ({"terms": "stolen"}, "terms"),
    ],
)
def test_what_belongs_together_is_asked_for_at_its_field(given: dict[str, str], at: str) -> None:
    assert list(AssetForm(given, instance=Asset()).errors) == [at]


def test_the_name_that_the_file_gave_is_offered_as_the_author() -> None:
    assert AssetForm(instance=Asset(credit="Mia Sand"))["author"].value() == "Mia Sand"
