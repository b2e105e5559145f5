"""The colleague who knows (A07)."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.people.finding import Wanted, areas_in_use, found
from theke.people.models import Absence, Person


@pytest.fixture
def known(people: Cast) -> Cast:
    Person.objects.filter(pk=people.jana.pk).update(subject_areas=["Manga", "Vorlesen"], languages=["de"])
    Person.objects.filter(pk=people.tom.pk).update(
        subject_areas=["manga"], languages=["ar"], phone="0123 45", function="Lektorat"
    )
    return people


def names(client: Client, **query: object) -> set[str]:
    page = client.get(reverse("people:colleagues"), query).content.decode()  # type: ignore[arg-type]
    return {name for name in ("Jana Berg", "Tom Ritter", "Anna Weiß", "Maria Sander") if f">{name}<" in page}


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("manga", {"Jana Berg", "Tom Ritter"}),
        ("arabisch", {"Tom Ritter"}),
        ("Arabiska manga", {"Tom Ritter"}),
        ("LEKTORAT", {"Tom Ritter"}),
        ("hafen", {"Jana Berg", "Anna Weiß"}),
        ("weiss", {"Anna Weiß"}),
        ("unbekannt", set()),
        ("\x00 manga", {"Jana Berg", "Tom Ritter"}),
    ],
)
def test_a_word_finds_who_knows(client: Client, known: Cast, words: str, who: set[str]) -> None:
    client.force_login(known.anna)
    assert names(client, q=words) == who


def test_branch_role_and_presence_narrow_the_list(client: Client, known: Cast) -> None:
    today = known.library.today
    Absence.objects.create(person=known.jana, starts=today, ends=today)
    client.force_login(known.anna)
    assert names(client, branch=known.harbour.pk) == {"Jana Berg", "Anna Weiß"}
    assert names(client, branch=known.harbour.pk, here="1") == {"Anna Weiß"}
    assert names(client, role="manager") == {"Maria Sander"}
    assert len(names(client, role="king", branch="junk", here="x")) == 4


def test_subject_areas_in_use_are_suggested_in_their_usual_spelling(client: Client, known: Cast) -> None:
    factories.person(known.library, subject_areas=["Manga"])
    factories.person(known.library, subject_areas=["Alt"], left_at=timezone.now())
    assert areas_in_use(known.library) == ["Manga", "Vorlesen"]
    client.force_login(known.anna)
    assert "Manga, Vorlesen" in client.get(reverse("people:profile")).content.decode()


def test_the_work_telephone_and_address_stand_in_the_list(client: Client, known: Cast) -> None:
    client.force_login(known.anna)
    page = client.get(reverse("people:colleagues")).content.decode()
    assert "0123 45" in page and f"mailto:{known.tom.email}" in page


def test_all_words_must_be_met(known: Cast) -> None:
    people = list(Person.objects.filter(library=known.library).select_related("home_branch"))
    assert found(people, Wanted("manga vorlesen")) == [Person.objects.get(pk=known.jana.pk)]
