"""Pictures are found again by what is said of them (E33; A12)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.media.finding import found
from theke.media.models import Asset, Consent
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
        ("bilderbuchkino", {"b"}),
        ("%", set()),
        ("", {"a", "b"}),
        ("åström", {"b"}),
        ("ÅSTRÖM krause", {"b"}),
        ("äpfel.", set()),
    ],
)
def test_every_word_has_to_stand_somewhere(people: Cast, words: str, names: set[str]) -> None:
    kept(people.jana, 1, alt="Ein volles Regal", credit="Foto: Berg", licence="a")
    kept(
        people.tom,
        2,
        file_name="vorlesen.jpg",
        wording="Bilderbuchkino, Samstag um elf",
        credit="Foto: Krause, Åström",
        licence="b",
    )
    assert {one.licence for one in found(people.jana, words)} == names


def test_the_tabs_narrow_it_down(people: Cast) -> None:
    mine, theirs = kept(people.jana, 1, alt="Regal"), kept(people.tom, 2)
    Attachment.objects.create(post=factories.post(people.jana), asset=mine)
    shown = {show: set(found(people.jana, "", show)) for show in ("all", "undescribed", "mine", "unused")}
    assert shown == {"all": {mine, theirs}, "undescribed": {theirs}, "mine": {mine}, "unused": {theirs}}


def test_pictures_are_found_by_how_long_they_may_be_shown(people: Cast) -> None:
    """A25: whose rights are unsaid, what ends within two weeks, and what may not be shown any more."""
    day = people.library.today
    licences = [(1, -1, "own"), (2, 0, "own"), (3, 14, ""), (4, 15, "own")]
    over, last, soon, later = (
        kept(people.jana, number, rights_until=day + timedelta(days=days), terms=terms) for number, days, terms in licences
    )
    agreed, withdrawn = kept(people.jana, 5, terms="own"), kept(people.jana, 6, terms="own")
    Consent.objects.create(asset=agreed, who="Nils A.", until=day + timedelta(days=3))
    Consent.objects.create(asset=withdrawn, who="Nils A.", until=day + timedelta(days=3), withdrawn_at=timezone.now())
    shown = {show: set(found(people.jana, "", show)) for show in ("unsaid", "ending", "ended")}
    assert shown == {"unsaid": {soon}, "ending": {last, soon, agreed}, "ended": {over, withdrawn}}
    assert later in found(people.jana)
    ends = [(one.pk, one.__dict__["ends"]) for one in found(people.jana, "", "ending")]
    assert ends == [(last.pk, day), (agreed.pk, day + timedelta(days=3)), (soon.pk, day + timedelta(days=14))]


def test_a_picture_ends_with_what_ends_first(people: Cast) -> None:
    day = people.library.today
    one = kept(people.jana, 1, rights_until=day + timedelta(days=9))
    for days, withdrawn in ((5, None), (12, None), (1, timezone.now())):
        Consent.objects.create(asset=one, who="Nils A.", until=day + timedelta(days=days), withdrawn_at=withdrawn)
    assert Asset.objects.with_end().get().__dict__["ends"] == day + timedelta(days=5)


def test_another_librarys_pictures_and_those_in_the_bin_are_not_found(people: Cast) -> None:
    one = kept(people.jana, 1)
    kept(people.stranger, 2)
    assert set(found(people.jana)) == {one}
    Asset.objects.update(binned_at=timezone.now())
    assert not found(people.jana)
