"""Pictures are found again by what is said of them (E33; A12)."""

import pytest
from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.media.finding import found
from theke.media.models import Asset
from theke.people.models import Person
from theke.posts.models import Attachment


def kept(by: Person, number: int = 0, **fields: object) -> Asset:
    """A row without a file."""
    given = {
        "library": by.library,
        "by": by,
        "sha256": f"{number:064x}",
        "mime": "image/jpeg",
        "width": 60,
        "height": 40,
        "size": 1,
    }
    return Asset.objects.create(**given | fields)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("regal", {"a"}),
        ("REGAL berg", {"a"}),
        ("vorlesen.jpg", {"b"}),
        ("foto", {"a", "b"}),
        ("regal krause", set()),
        ("%", set()),
        ("", {"a", "b"}),
        ("åström", {"b"}),
        ("ÅSTRÖM krause", {"b"}),
        ("äpfel.", set()),
    ],
)
def test_every_word_has_to_stand_somewhere(people: Cast, words: str, names: set[str]) -> None:
    kept(people.jana, 1, alt="Ein volles Regal", credit="Foto: Berg", licence="a")
    kept(people.tom, 2, file_name="vorlesen.jpg", credit="Foto: Krause, Åström", licence="b")
    assert {one.licence for one in found(people.jana, words)} == names


def test_the_tabs_narrow_it_down(people: Cast) -> None:
    mine, theirs = kept(people.jana, 1, alt="Regal"), kept(people.tom, 2)
    Attachment.objects.create(post=factories.post(people.jana), asset=mine)
    shown = {show: set(found(people.jana, "", show)) for show in ("all", "undescribed", "mine", "unused")}
    assert shown == {"all": {mine, theirs}, "undescribed": {theirs}, "mine": {mine}, "unused": {theirs}}


def test_another_librarys_pictures_and_those_in_the_bin_are_not_found(people: Cast) -> None:
    one = kept(people.jana, 1)
    kept(people.stranger, 2)
    assert set(found(people.jana)) == {one}
    Asset.objects.update(binned_at=timezone.now())
    assert not found(people.jana)
