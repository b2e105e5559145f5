"""Inviting many from a list (A12: access in one step)."""

import csv
import io
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.people import Cast
from theke.jobs.sources import SOURCES
from theke.people import inviting
from theke.people.enrolling import State, judged
from theke.people.models import Invitation, Person
from theke.people.tables import NotATable, decoded, people_in

LIST = """Name;E-Mail;Zweigstelle;Funktion;Rolle
Mia Kern;mia.kern@seeborn.example;Hafen;Kinderbibliothek;Redakteurin
"Öz, Deniz";Deniz.Oez@seeborn.example;SÜD;;
"""


def invite(client: Client, text: str = LIST) -> str:
    return client.post(reverse("people:bulk_invite"), {"text": text}).content.decode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_list_is_read_in_the_encodings_of_spreadsheets(encoding: str) -> None:
    found = people_in(decoded(LIST.encode(encoding)))
    assert [one["name"] for one in found] == ["Mia Kern", "Öz, Deniz"] and found[1]["branch"] == "SÜD"


@pytest.mark.parametrize(
    "text",
    [
        "Namn\tE-post\tFilial\nMia Kern\tmia@x.example\tHafen",
        "e-mail,name,branch\nmia@x.example,Mia Kern,Hafen",
        "Mia Kern;mia@x.example;Hafen",
        "mia@x.example, Mia Kern, Hafen\n\n",
        '"Name";"E-Mail-Adresse";"Standort"\r\n"Mia Kern";"mia@x.example";"Hafen"\r\n',
    ],
)
def test_any_separator_with_and_without_heading_in_three_languages(text: str) -> None:
    assert people_in(text) == [{"name": "Mia Kern", "email": "mia@x.example", "branch": "Hafen"}]


@pytest.mark.parametrize("text", ["", "\n\n", "Name;E-Mail", "\x00", "a@b.example\n" * 501])
def test_no_people_or_too_many_are_no_list(text: str) -> None:
    with pytest.raises(NotATable):
        people_in(text)


def test_the_preview_says_what_each_line_would_do_and_does_nothing(client: Client, people: Cast) -> None:
    faulty = f"{LIST};nobody\n{people.jana.name};{people.jana.email.upper()}\nUwe;uwe@x.example;Mond;;König\n"
    lines = judged(people_in(faulty), people.library)
    assert [line.state for line in lines] == [State.NEW, State.NEW, State.FAULTY, State.EXISTS, State.FAULTY]
    assert set(lines[2].faults) == {"name", "email"} and set(lines[4].faults) == {"branch", "role"}
    assert lines[0].branch == people.harbour and lines[0].role == "editor" and lines[1].branch == people.south
    before = Person.objects.count()
    client.force_login(people.maria)
    file = SimpleUploadedFile("liste.csv", faulty.encode("cp1252"))
    page = client.post(reverse("people:bulk"), {"file": file}).content.decode()
    assert "invite-all" in page and page.count('class="error"') == 4 and Person.objects.count() == before


def test_new_colleagues_are_invited_by_mails_that_the_worker_sends(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    assert "Mia Kern" in invite(client)
    mia = Person.objects.get(email="mia.kern@seeborn.example")
    assert (mia.role, mia.home_branch, mia.function) == ("editor", people.harbour, "Kinderbibliothek")
    assert not mia.has_usable_password() and not mail.outbox and SOURCES["invitations"] is inviting.SOURCE
    keys = inviting.due(10)
    assert len(keys) == 2 and all(inviting.run(key) for key in keys)
    link = next(word for word in str(mail.outbox[0].body).split() if "/invitation/" in word)
    assert Client().get(link[link.index("/invitation/") :]).status_code == 302
    assert inviting.due(10) == [] and inviting.next_at() is None


def test_sent_twice_it_invites_once(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    invite(client)
    invite(client)
    assert (
        Invitation.objects.count() == 2
        and Person.objects.filter(email__endswith="seeborn.example", name="Mia Kern").count() == 1
    )


def test_a_mail_that_the_server_refuses_is_tried_again(people: Cast, settings: LazySettings) -> None:
    now = timezone.now()
    made = inviting.order(people.jana, by=people.maria)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert not inviting.run(made.pk, now + timedelta(seconds=1))
    assert inviting.due(5, now + timedelta(seconds=30)) == []
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert inviting.run(made.pk, now + timedelta(minutes=2)) and len(mail.outbox) == 1


def test_without_a_mail_server_the_report_holds_the_links(client: Client, people: Cast, settings: LazySettings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    client.force_login(people.maria)
    assert invite(client).count("/invitation/") == 2


def test_somebody_of_another_library_is_not_revealed(people: Cast) -> None:
    line = judged(people_in(f"{people.stranger.name};{people.stranger.email}"), people.library)[0]
    assert line.state == State.FAULTY and "Sj" not in line.faults["email"] and not line.note


def test_a_person_twice_in_the_list_is_one(people: Cast) -> None:
    lines = judged(people_in("A;a@x.example\nB;A@X.example"), people.library)
    assert [line.state for line in lines] == [State.NEW, State.FAULTY] and "1" in lines[1].faults["email"]


def test_a_cell_is_never_a_formula_in_the_report(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    answer = client.post(reverse("people:bulk_report"), {"text": "\"=cmd|' /C calc'!A0\";a@x.example;;+1"})
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][0].startswith("'=cmd") and rows[1][3] == "'+1"
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "text",
    ["", "\x00\x00", "<script>alert(1)</script>", "x" * 200_000, '"' * 5000, "a;b;c\n" * 400, "\u202egrob;a@x.example"],
)
def test_junk_is_refused_or_faulty_and_never_an_error_of_ours(client: Client, people: Cast, text: str) -> None:
    client.force_login(people.maria)
    before = Person.objects.count()
    for name in ("bulk", "bulk_invite", "bulk_report"):
        answer = client.post(reverse(f"people:{name}"), {"text": text})
        is_page = answer.headers["Content-Type"].startswith("text/html")
        assert answer.status_code == 200 and not (is_page and b"<script>alert" in answer.content)
    assert Person.objects.count() == before


def test_a_file_that_is_no_list_is_refused_at_the_field(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    for data in (b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, b"a" * 1_100_000):
        page = client.post(reverse("people:bulk"), {"file": SimpleUploadedFile("x.csv", data)}).content.decode()
        assert "error-summary" in page or "invite-all" not in page


def test_five_hundred_lines_are_judged_with_few_queries(
    people: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    rows = people_in("\n".join(f"Person {n};p{n}@x.example;Hafen" for n in range(500)))
    with django_assert_max_num_queries(2):
        assert all(line.state == State.NEW for line in judged(rows, people.library))


@pytest.mark.parametrize("who", ["jana", "anna"])
def test_only_managers_invite_from_a_list(client: Client, people: Cast, who: str) -> None:
    client.force_login(getattr(people, who))
    assert client.get(reverse("people:bulk")).status_code == 403
    for name in ("bulk", "bulk_invite", "bulk_report"):
        assert client.post(reverse(f"people:{name}"), {"text": LIST}).status_code == 403
    assert not Person.objects.filter(email="mia.kern@seeborn.example").exists()
