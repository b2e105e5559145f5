"""Library, branches, profile, history."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.people import Cast
from theke.people.models import Branch, HistoryEntry, Person
from theke.people.opening import stretches, written


def hours(**changes: str) -> dict[str, str]:
    days = {f"day_{n}": "" for n in range(7)}
    return {"name": "Bücherei West", "shelf_code": "wes", "address": "Weg 3"} | days | changes


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("10-13, 14:30–18", [(time(10), time(13)), (time(14, 30), time(18))]),
        ("14.00 bis 18.30; 9 - 12", [(time(9), time(12)), (time(14), time(18, 30))]),
        ("", []),
    ],
)
def test_opening_hours_are_read_as_people_write_them(text: str, read: list[tuple[time, time]]) -> None:
    assert stretches(text) == read
    assert stretches(written(read)) == read


@pytest.mark.parametrize("text", ["mornings", "25-26", "18-10", "10-13, 12-14", "10:00", "\x00", "1" * 500])
def test_unreadable_opening_hours_are_refused_in_words(text: str) -> None:
    with pytest.raises(ValidationError):
        stretches(text)


def test_a_manager_adds_a_branch_with_several_stretches_a_day(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    client.post(reverse("people:new_branch"), hours(day_0="10-13, 14-18"))
    made = Branch.objects.get(shelf_code="WES")
    assert made.slug == "bucherei-west" and made.opening_hours.count() == 2
    page = client.get(reverse("people:branch", args=[made.pk])).content.decode()
    assert "10:00-13:00, 14:00-18:00" in page
    client.post(reverse("people:branch", args=[made.pk]), hours(name="Umbenannt", day_0="9-12"))
    made.refresh_from_db()
    assert made.slug == "bucherei-west" and made.opening_hours.get().opens == time(9)


@pytest.mark.parametrize(
    "wrong", [{"shelf_code": "haf"}, {"shelf_code": "A-"}, {"day_3": "never"}, {"name": ""}, {"name": "a\x07"}]
)
def test_a_wrong_branch_is_refused_and_what_was_typed_stays(client: Client, people: Cast, wrong: dict[str, str]) -> None:
    client.force_login(people.maria)
    answer = client.post(reverse("people:new_branch"), hours(**wrong))
    assert answer.status_code == 200 and "error-summary" in answer.content.decode()
    assert "Weg 3" in answer.content.decode() and Branch.objects.count() == 2


@pytest.mark.parametrize(("who", "status"), [("jana", 403), ("anna", 403), ("stranger", 404)])
def test_only_managers_of_the_library_change_a_branch(client: Client, people: Cast, who: str, status: int) -> None:
    client.force_login(getattr(people, who))
    for name in ("people:branch", "people:remove_branch"):
        assert client.post(reverse(name, args=[people.harbour.pk]), hours()).status_code == status
    assert Branch.objects.filter(pk=people.harbour.pk, name="Hafen").exists()


def test_a_removed_branch_leaves_its_people(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    client.post(reverse("people:remove_branch", args=[people.harbour.pk]))
    people.jana.refresh_from_db()
    assert people.jana.home_branch is None
    assert HistoryEntry.objects.filter(verb="removed", label="Hafen").exists()


def test_the_library_keeps_its_main_language_first(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    given = {
        "name": "Neuer Name",
        "time_zone": "Europe/Stockholm",
        "first_language": "sv",
        "more_languages": ["de", "sv"],
        "address_form": "du",
        "urgent_by": "nobody",
        "imprint_url": "seeborn.example/impressum",
    }
    client.post(reverse("people:library"), given)
    people.library.refresh_from_db()
    assert people.library.urgent_by == "nobody"
    assert people.library.languages == ["sv", "de"] and people.library.imprint_url == "https://seeborn.example/impressum"
    for wrong in ({"time_zone": "Mars/Base"}, {"population": "-1"}, {"imprint_url": "javascript:alert(1)"}, {"name": "\x00"}):
        assert b"error-summary" in client.post(reverse("people:library"), given | wrong).content


def test_the_profile_changes_language_and_colours_at_once(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    given = {"name": "Jana Berg", "language": "sv", "theme": "dark", "initials": "jb", "mail": "digest"}
    page = client.post(reverse("people:profile"), given, follow=True).content.decode()
    assert 'data-theme="dark"' in page and 'lang="sv"' in page
    assert b"error-summary" in client.post(reverse("people:profile"), given | {"language": "xx"}).content


def test_nobody_raises_their_own_role_by_a_crafted_profile(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    given = {"name": "Jana", "language": "de", "theme": "light", "role": "manager", "library": people.stranger.library_id}
    client.post(reverse("people:profile"), given)
    jana = Person.objects.get(pk=people.jana.pk)
    assert jana.role == "employee" and jana.library == people.library


def test_a_new_password_signs_out_other_devices(client: Client, people: Cast) -> None:
    other = Client()
    other.force_login(people.jana)
    client.force_login(people.jana)
    client.post(reverse("people:password"), {"password1": "ein-gutes-Wort", "password2": "ein-gutes-Wort"})
    assert client.get("/").status_code == 200 and other.get("/").status_code == 302


def test_history_shows_the_own_library_only(client: Client, people: Cast) -> None:
    HistoryEntry.write("added", people.harbour, by=people.maria, library=people.library)
    theirs = factories.branch(people.stranger.library, name="Geheimhaus")  # type: ignore[arg-type]
    HistoryEntry.write("added", theirs, by=people.stranger, library=theirs.library)
    client.force_login(people.jana)
    page = client.get(reverse("people:history") + "?page=99").content.decode()
    assert "Hafen" in page and "Geheimhaus" not in page


def test_the_land_is_chosen_from_those_there_are(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    given = {
        "name": "Bücherei",
        "first_language": "de",
        "time_zone": "Europe/Berlin",
        "address_form": "sie",
        "urgent_by": "editors",
    }
    client.post(reverse("people:library"), given | {"jurisdiction": "DE-NW"})
    people.library.refresh_from_db()
    assert people.library.jurisdiction == "DE-NW"
    assert b"error-summary" in client.post(reverse("people:library"), given | {"jurisdiction": "NRW"}).content


def test_a_place_that_was_kept_before_stays_possible(client: Client, people: Cast) -> None:
    people.library.jurisdiction = "AT-9"
    people.library.save()
    client.force_login(people.maria)
    assert 'value="AT-9" selected' in client.get(reverse("people:library")).content.decode()
