"""The first set-up (A01)."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.people import Cast
from theke.desk import setting_up
from theke.people.models import Branch, Library, Person

LIBRARY = {"name": "Stadtbücherei Neustadt", "municipality": "Neustadt", "language": "sv", "time_zone": "Europe/Stockholm"}
BRANCH = {"name": "Hauptstelle", "shelf_code": "zen"}
MANAGER = {"name": "Rut Ahl", "email": "Rut@neustadt.example", "password": "ein-gutes-Wort"}


@pytest.fixture(autouse=True)
def _no_code_left_over() -> Iterator[None]:
    file = Path(settings.DATA) / "set-up-code"
    file.unlink(missing_ok=True)
    yield
    file.unlink(missing_ok=True)


def step(client: Client, name: str, given: dict[str, str]) -> str:
    return client.post(reverse("desk:set_up_step", args=[name]), given).headers.get("Location", "")


@pytest.mark.django_db
def test_from_the_printed_link_to_the_open_desk_in_three_answers(client: Client) -> None:
    code = setting_up.one_time_code()
    assert code and setting_up.one_time_code() == code
    file = Path(settings.DATA) / "set-up-code"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    assert client.get(f"/set-up/{code}/").headers["Location"] == reverse("desk:set_up_step", args=["library"])
    assert step(client, "library", LIBRARY) == reverse("desk:set_up_step", args=["branch"])
    assert step(client, "branch", BRANCH) == reverse("desk:set_up_step", args=["manager"])
    assert step(client, "manager", MANAGER) == reverse("desk:set_up_done")
    assert client.get(reverse("desk:set_up_done")).status_code == 200
    rut = Person.objects.get()
    assert (rut.email, rut.role, rut.language) == ("rut@neustadt.example", "manager", "sv")
    assert Library.objects.get().languages == ["sv"] and Branch.objects.get().shelf_code == "ZEN"


@pytest.mark.django_db(transaction=True)
def test_the_code_works_once(client: Client) -> None:
    code = setting_up.one_time_code()
    setting_up.set_up(LIBRARY, BRANCH | {"shelf_code": "ZEN"}, MANAGER)
    assert setting_up.one_time_code() is None and not (Path(settings.DATA) / "set-up-code").exists()
    assert client.get(f"/set-up/{code}/").status_code == 404
    assert client.post("/set-up/step/manager/", MANAGER).status_code == 404
    with pytest.raises(setting_up.AlreadySetUp):
        setting_up.set_up(LIBRARY, BRANCH | {"shelf_code": "ZEN"}, MANAGER)


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["wrong", "ü", "x" * 500, "\x00"])
def test_a_wrong_code_opens_nothing(client: Client, code: str) -> None:
    setting_up.one_time_code()
    answer = client.post("/set-up/", {"code": code})
    assert answer.status_code == 200 and b"error-summary" in answer.content
    assert step(client, "library", LIBRARY) == reverse("desk:set_up")


@pytest.mark.django_db
def test_steps_cannot_be_skipped_and_no_session_keeps_the_password(client: Client) -> None:
    client.get(f"/set-up/{setting_up.one_time_code()}/")
    assert step(client, "manager", MANAGER) == reverse("desk:set_up_step", args=["library"])
    assert MANAGER["password"] not in str(dict(client.session)) and not Library.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("library", LIBRARY | {"time_zone": "Mars/Base"}),
        ("library", LIBRARY | {"name": "\u202eX"}),
        ("branch", BRANCH | {"shelf_code": "Z-N"}),
        ("manager", MANAGER | {"password": "kurz"}),
        ("manager", MANAGER | {"email": "x"}),
    ],
)
def test_a_wrong_answer_is_said_at_its_field(client: Client, name: str, given: dict[str, str]) -> None:
    client.get(f"/set-up/{setting_up.one_time_code()}/")
    answer = client.post(reverse("desk:set_up_step", args=[name]), given)
    assert answer.status_code == 200 and b"error-summary" in answer.content


def test_where_there_is_a_library_there_is_no_set_up(client: Client, people: Cast) -> None:
    assert setting_up.one_time_code() is None
    assert client.get("/set-up/").status_code == 404 and client.get("/set-up/abc/").status_code == 404
