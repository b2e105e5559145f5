"""Colleagues: A07 (who knows what), A12 (access in one step), B15 (rights end in one step)."""

import re

import pytest
from django.conf import LazySettings
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests import factories
from tests.people import Cast
from theke.people.models import Absence, HistoryEntry, Invitation, Person, Role


def given(**changes: object) -> dict[str, object]:
    return {
        "name": "Mia Kern",
        "email": "Mia@Seeborn.example",
        "role": "employee",
        "language": "en",
        "languages": ["de", "tr"],
        "subject_areas": "Manga,  lokale   Geschichte, Manga",
    } | changes


def test_a_manager_invites_and_the_link_sets_the_password_once(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    client.post(reverse("people:new_colleague"), given())
    mia = Person.objects.get(email="mia@seeborn.example")
    assert mia.library == people.library and mia.subject_areas == ["Manga", "lokale Geschichte"]
    link = next(word for word in str(mail.outbox[0].body).split() if "/invitation/" in word)
    path = link[link.index("/invitation/") :]
    token = path.split("/")[2]
    assert not Invitation.objects.filter(token__contains=token).exists()

    fresh = Client()
    assert "Mia Kern" in fresh.get(path, follow=True).content.decode()
    assert "_auth_user_id" not in fresh.session
    fresh.post(reverse("people:welcome"), {"password1": "ein-gutes-Wort", "password2": "ein-gutes-Wort"})
    assert fresh.session["_auth_user_id"] == str(mia.pk)
    assert Client().get(path).status_code == 410


def test_a_new_invitation_ends_the_earlier_one(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    for _ in range(2):
        client.post(reverse("people:invite", args=[people.jana.pk]))
    links = [next(w for w in str(m.body).split() if "/invitation/" in w) for m in mail.outbox]
    paths = [link[link.index("/invitation/") :] for link in links]
    assert [Client().get(path).status_code for path in paths] == [410, 302]


def test_a_weak_or_differing_password_is_refused_and_the_link_still_works(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    client.post(reverse("people:invite", args=[people.jana.pk]))
    link = next(w for w in str(mail.outbox[0].body).split() if "/invitation/" in w)
    path = link[link.index("/invitation/") :]
    for first, second in (("kurz", "kurz"), ("ein-gutes-Wort", "ein-anderes-Wort"), ("passwort123", "passwort123\x00")):
        fresh = Client()
        fresh.get(path)
        answer = fresh.post(reverse("people:welcome"), {"password1": first, "password2": second})
        assert answer.status_code == 200 and b"error-summary" in answer.content
    assert Client().get(path).status_code == 302


def test_without_a_mail_server_the_manager_hands_the_link_over(client: Client, people: Cast, settings: LazySettings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    client.force_login(people.maria)
    page = client.post(reverse("people:invite", args=[people.jana.pk])).content.decode()
    link = re.findall(r"/invitation/[^\"/]+/", page)[0]
    assert "Jana Berg" in Client().get(link, follow=True).content.decode()


def test_nobody_sets_a_password_without_an_invitation(client: Client, people: Cast) -> None:
    answer = client.post(reverse("people:welcome"), {"password1": "ein-gutes-Wort", "password2": "ein-gutes-Wort"})
    assert answer.status_code == 410 and client.get("/invitation/junk%00/").status_code in {404, 410}


@pytest.mark.parametrize("who", ["jana", "tom", "anna", "stranger"])
def test_only_managers_of_the_library_touch_a_colleague(client: Client, people: Cast, who: str) -> None:
    person: Person = getattr(people, who)
    client.force_login(person)
    expected = 404 if who == "stranger" else 403
    for name in ("people:colleague", "desk:departure"):
        assert client.get(reverse(name, args=[people.tom.pk])).status_code == expected
        assert client.post(reverse(name, args=[people.tom.pk]), given()).status_code == expected
    assert client.post(reverse("people:invite", args=[people.tom.pk])).status_code == expected
    people.tom.refresh_from_db()
    assert people.tom.name == "Tom Ritter" and people.tom.left_at is None


def test_the_last_manager_can_neither_be_demoted_nor_leave(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    answer = client.post(reverse("people:colleague", args=[people.maria.pk]), given(email=people.maria.email))
    assert answer.status_code == 200 and b"error-summary" in answer.content
    assert client.post(reverse("desk:departure", args=[people.maria.pk])).status_code == 409
    people.maria.refresh_from_db()
    assert people.maria.role == Role.MANAGER and people.maria.left_at is None


def test_leaving_ends_every_right_at_once_and_keeps_the_history(client: Client, people: Cast) -> None:
    theirs = Client()
    theirs.force_login(people.jana)
    Absence.objects.create(person=people.tom, stand_in=people.jana, starts=timezone.localdate(), ends=timezone.localdate())
    assert theirs.get("/").status_code == 200
    client.force_login(people.maria)
    client.post(reverse("desk:departure", args=[people.jana.pk]))
    assert theirs.get("/").status_code == 302
    assert Absence.objects.get().stand_in is None
    assert HistoryEntry.objects.about(people.jana).get().verb == "left the library"
    assert people.jana.name in client.get(reverse("people:history")).content.decode()


def test_a_taken_address_and_junk_are_refused_at_the_field(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    for wrong in (
        {"email": people.stranger.email.upper()},
        {"name": "Mia\u202eKern"},
        {"name": "x" * 121},
        {"role": "operator"},
        {"home_branch": str(factories.branch(people.stranger.library).pk)},  # type: ignore[arg-type]
        {"languages": ["xx"]},
        {"function": "a\x00b"},
    ):
        answer = client.post(reverse("people:new_colleague"), given(**wrong))
        assert answer.status_code == 200 and b"error-summary" in answer.content, wrong
    assert not Person.objects.filter(email="mia@seeborn.example").exists()


def test_the_list_shows_who_is_away_with_the_same_number_of_queries(
    client: Client, people: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(people.jana)
    today = timezone.localdate()
    Absence.objects.create(person=people.tom, starts=today, ends=today, stand_in=people.anna)
    with django_assert_max_num_queries(9):
        assert "Anna" in client.get(reverse("people:colleagues")).content.decode()
    for person in (people.anna, people.maria):
        Absence.objects.create(person=person, starts=today, ends=today, stand_in=people.jana)
    with django_assert_max_num_queries(9):
        client.get(reverse("people:colleagues"))


def test_the_list_shows_no_other_librarys_people(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    assert people.stranger.name not in client.get(reverse("people:colleagues")).content.decode()


def test_a_new_address_is_the_only_one_that_signs_in(client: Client, people: Cast) -> None:
    old = people.tom.email
    Client().post(reverse("account_login"), {"login": old, "password": "geheim-geheim"})
    client.force_login(people.maria)
    client.post(reverse("people:colleague", args=[people.tom.pk]), given(name="Tom Ritter", email="tom.neu@seeborn.example"))
    again = Client()
    again.post(reverse("account_login"), {"login": old, "password": "geheim-geheim"})
    assert "_auth_user_id" not in again.session
    again.post(reverse("account_login"), {"login": "tom.neu@seeborn.example", "password": "geheim-geheim"})
    assert "_auth_user_id" in again.session
