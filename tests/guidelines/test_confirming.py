"""Who has read what is in force: asked quietly, counted for editors, helped by managers (A03, A04)."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.guidelines.documents import in_force, next_edition, today, town
from tests.people import Cast
from theke.guidelines.confirming import Changed, confirm, last_confirmed, standing
from theke.guidelines.confirming import in_force as counting
from theke.guidelines.models import Acknowledgement
from theke.people.models import Person


def signed_in(client: Client, person: Person) -> str:
    client.force_login(person)
    return client.get(reverse("guidelines:points")).text


def test_who_has_not_confirmed_is_asked_on_today_and_no_more_afterwards(people: Cast, client: Client) -> None:
    client.force_login(people.jana)
    asked = f'href="{reverse("guidelines:points")}"'
    assert asked not in client.get("/").text.split("<main", 1)[1]
    edition = in_force(people)
    assert asked in client.get("/").text.split("<main", 1)[1]
    client.post(reverse("guidelines:confirmations"), {"edition": edition.pk})
    assert asked not in client.get("/").text.split("<main", 1)[1]


def test_a_new_edition_is_asked_about_again_and_marked(people: Cast, client: Client) -> None:
    first = in_force(people)
    confirm(people.jana, [first.pk], today(people.library))
    second = next_edition(people)
    page = signed_in(client, people.jana)
    assert page.count("geändert seit deiner Bestätigung") == 1
    assert f"?old={first.pk}&amp;new={second.pk}" in page
    assert last_confirmed(people.jana, second) == first


def test_both_layers_are_confirmed_together(people: Cast) -> None:
    own, theirs = in_force(people), town(people)
    day = today(people.library)
    assert counting(people.library, day) == [own, theirs]
    assert confirm(people.jana, [own.pk, theirs.pk], day) == 2
    assert confirm(people.jana, [own.pk, theirs.pk], day) == 0
    assert Acknowledgement.objects.count() == 2


def test_what_changed_meanwhile_is_shown_first(people: Cast, client: Client) -> None:
    first = in_force(people)
    next_edition(people)
    with pytest.raises(Changed):
        confirm(people.jana, [first.pk], today(people.library))
    client.force_login(people.jana)
    page = client.post(reverse("guidelines:confirmations"), {"edition": first.pk}, follow=True)
    assert not Acknowledgement.objects.exists() and "inzwischen" in page.text


def test_nobody_confirms_for_another_library(people: Cast, client: Client) -> None:
    edition = in_force(people)
    client.force_login(people.stranger)
    client.post(reverse("guidelines:confirmations"), {"edition": edition.pk})
    assert not Acknowledgement.objects.exists()


def test_employees_see_no_number_editors_a_number_managers_whom_to_help(people: Cast, client: Client) -> None:
    edition = in_force(people)
    confirm(people.anna, [edition.pk], today(people.library))
    for who, number, names in ((people.jana, False, False), (people.anna, True, False), (people.maria, True, True)):
        page = signed_in(client, who).split("<main", 1)[1]
        assert ("1 von 4" in page) is number, who
        assert ("Tom Ritter" in page) is names, who


def test_who_has_left_is_not_counted(people: Cast) -> None:
    edition = in_force(people)
    Person.objects.filter(pk=people.tom.pk).update(left_at=people.tom.created_at, is_active=False)
    found = standing(people.maria, [edition])
    assert found is not None and (found.confirmed, found.colleagues) == (0, 3)


def test_both_layers_stand_on_one_page_each_anchor_once(people: Cast, client: Client) -> None:
    in_force(people)
    theirs = town(people)
    page = signed_in(client, people.jana)
    assert page.count('id="3-transparency"') == 1
    assert f'id="g{theirs.guideline_id}-3-transparency"' in page and "Vor Wahlen neutral" in page


def test_checks_that_serve_no_own_point_are_shown_all_the_same(people: Cast, client: Client) -> None:
    """Findings lead to their anchor even where the library has left the point out."""
    edition = in_force(people)
    edition.points.filter(anchor="4-law").delete()
    page = signed_in(client, people.jana)
    assert page.count('id="4-law"') == 1


@pytest.mark.parametrize(("lang", "words"), [("de", "Mitmachen, nicht nur zusehen"), ("sv", "Var med, inte bara på plats")])
def test_the_reader_reads_it_in_their_language(people: Cast, client: Client, lang: str, words: str) -> None:
    in_force(people)
    people.jana.language = lang
    people.jana.save()
    assert words in signed_in(client, people.jana)
