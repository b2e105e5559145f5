"""The pages of the practice network: colleagues read it, play the public and make it difficult (B29)."""

import uuid
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.people import Cast
from theke.people.models import Person
from theke.practice.models import Faults, Picture, PracticeAccount, Status
from theke.practice.opening import open_account


@pytest.fixture
def account(people: Cast) -> PracticeAccount:
    return open_account(people.library, "Hafen", branch=people.harbour)


@pytest.fixture
def status(account: PracticeAccount) -> Status:
    return Status.objects.create(library=account.library, account=account, text="Am Samstag <b>wird</b> vorgelesen.", lang="de")


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_colleagues_read_it_and_strangers_find_nothing(people: Cast, account: PracticeAccount, status: Status) -> None:
    urls = [reverse("practice:account", args=[account.pk]), reverse("practice:status", args=[status.pk])]
    for person in (people.jana, people.tom, people.anna, people.maria):
        assert [as_(person).get(url).status_code for url in [*urls, reverse("practice:timeline")]] == [200, 200, 200]
    assert [as_(people.stranger).get(url).status_code for url in urls] == [404, 404]
    assert "vorgelesen" not in as_(people.stranger).get(reverse("practice:timeline")).text
    assert [Client().get(url).status_code for url in urls] == [302, 302]


def test_what_is_written_is_shown_as_text_and_never_as_markup(people: Cast, status: Status) -> None:
    text = as_(people.jana).get(reverse("practice:status", args=[status.pk])).text
    assert "&lt;b&gt;wird&lt;/b&gt;" in text


def test_a_colleague_comments_as_the_public(people: Cast, status: Status) -> None:
    url = reverse("practice:comments", args=[status.pk])
    as_(people.tom).post(url, {"name": "Lesemaus", "text": "Muss man sich anmelden?"})
    said = Status.objects.get(account=None)
    assert (said.public_name, said.played_by, said.parent) == ("Lesemaus", people.tom, status)
    assert as_(people.stranger).post(url, {"name": "x", "text": "y"}).status_code == 404
    assert Client().post(url, {"name": "x", "text": "y"}).status_code == 302
    assert Status.objects.filter(account=None).count() == 1


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("text", ""), ("text", "a\x00b"), ("name", "x" * 61), ("text", "x" * 5001)]
)
def test_a_comment_that_will_not_do_is_refused_and_stays_typed(people: Cast, status: Status, field: str, value: str) -> None:
    given = {"name": "Lesemaus", "text": "Guten Tag"} | {field: value}
    got = as_(people.jana).post(reverse("practice:comments", args=[status.pk]), given)
    assert got.status_code == 422
    assert list(got.context["form"].errors) == [field]
    assert ("Lesemaus" if field == "text" else "Guten Tag") in got.text


def test_a_colleague_writes_privately_to_an_account(people: Cast, account: PracticeAccount) -> None:
    url = reverse("practice:letters", args=[account.pk])
    as_(people.jana).post(url, {"name": "Oma Liest", "text": "Unter uns gesagt", "private": "on"})
    assert Status.objects.get().private
    assert as_(people.jana).post(url, {"name": "", "text": ""}).status_code == 422


def test_the_public_likes_and_shares(people: Cast, status: Status) -> None:
    url = reverse("practice:reactions", args=[status.pk])
    for kind in ("like", "like", "share"):
        as_(people.jana).post(url, {"kind": kind})
    assert as_(people.jana).post(url, {"kind": "nope"}).status_code == 404
    status.refresh_from_db()
    assert (status.likes, status.shares) == (2, 1)


def test_a_deleted_status_shows_as_deleted_and_takes_no_comment(people: Cast, status: Status) -> None:
    status.remove()
    client = as_(people.jana)
    assert "vorgelesen" not in client.get(reverse("practice:status", args=[status.pk])).text
    assert client.post(reverse("practice:comments", args=[status.pk]), {"name": "a", "text": "b"}).status_code == 404


def test_an_edited_status_says_so(people: Cast, status: Status) -> None:
    url = reverse("practice:timeline")
    assert "bearbeitet" not in as_(people.jana).get(url).text
    Status.objects.update(edited_at=timezone.now())
    assert "bearbeitet" in as_(people.jana).get(url).text


def test_pictures_are_for_colleagues_of_the_library_only(
    people: Cast, account: PracticeAccount, tmp_path: Path, settings: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    made = Picture(account=account, mime="image/png")
    made.file.save("a", ContentFile(b"bytes"))
    url = reverse("practice:picture", args=[made.uuid])
    got = as_(people.jana).get(url)
    assert (got.status_code, got["Content-Type"]) == (200, "image/png")
    assert b"".join(got) == b"bytes"
    assert as_(people.stranger).get(url).status_code == 404
    assert as_(people.jana).get(reverse("practice:picture", args=[uuid.uuid4()])).status_code == 404


def test_editors_make_it_difficult_and_others_do_not(people: Cast) -> None:
    url, presets = reverse("practice:difficulties"), reverse("practice:presets")
    assert [as_(p).get(url).status_code for p in (people.jana, people.tom, people.anna, people.maria)] == [403, 403, 200, 200]
    as_(people.anna).post(presets, {"preset": "bad_day"})
    assert Faults.objects.get().lost == 20
    assert [key for key, *_, now in as_(people.anna).get(url).context["presets"] if now] == ["bad_day"]
    as_(people.anna).post(presets, {"preset": "good_day"})
    assert not Faults.objects.get().any
    assert as_(people.anna).post(presets, {"preset": "nope"}).status_code == 404
    assert as_(people.jana).post(presets, {"preset": "down"}).status_code == 403


def test_difficulties_concern_ones_own_library_only(people: Cast) -> None:
    as_(people.stranger).post(reverse("practice:presets"), {"preset": "down"})
    assert [f.library for f in Faults.objects.all()] == [people.stranger.library]


@pytest.mark.parametrize(("field", "value"), [("lost", "101"), ("lost", "-1"), ("slow_seconds", "999"), ("busy", "viel")])
def test_figures_that_make_no_sense_are_refused_at_their_field(people: Cast, field: str, value: str) -> None:
    given = dict.fromkeys(("slow_seconds", "busy", "away", "broken", "lost", "dropped"), "0") | {field: value}
    got = as_(people.anna).post(reverse("practice:difficulties"), given)
    assert got.status_code == 422
    assert list(got.context["form"].errors) == [field]
    assert not Faults.objects.exists()


def test_shares_above_a_hundred_percent_are_refused(people: Cast) -> None:
    given = {"slow_seconds": "0", "busy": "60", "away": "60", "broken": "0", "lost": "0", "dropped": "0"}
    assert as_(people.anna).post(reverse("practice:difficulties"), given).status_code == 422


def test_the_timeline_asks_as_often_for_three_statuses_as_for_one(people: Cast, status: Status) -> None:
    client = as_(people.jana)
    client.get(reverse("practice:timeline"))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("practice:timeline"))
    for text in ("Zwei", "Drei"):
        Status.objects.create(library=people.library, account=status.account, text=text)
    with CaptureQueriesContext(connection) as three:
        client.get(reverse("practice:timeline"))
    assert len(three) == len(one)


def test_a_code_goes_back_to_this_desk_only(people: Cast, account: PracticeAccount) -> None:
    client = as_(people.maria)
    url = reverse("practice:connect")
    assert client.get(url, {"back": "https://evil.example/", "state": "s"}).status_code == 404
    assert client.get(url, {"back": "http://localhost:8000.evil.example/", "state": "s"}).status_code == 404
    fine = f"{url}?back=http://localhost:8000/channels/connect/return/&state=s"
    assert client.get(fine).status_code == 200
    assert client.post(fine, {"account": str(account.pk)}).status_code == 302
    assert as_(people.stranger).post(fine, {"account": str(account.pk)}).status_code == 404
    assert as_(people.jana).get(fine).status_code == 403


@pytest.mark.parametrize("junk", ["", "x", "-1", "1.5", "²", "\x00", "9" * 18, "9" * 19, "9" * 400])
def test_a_key_that_no_account_can_have_is_an_account_that_is_not_there(
    people: Cast, account: PracticeAccount, junk: str
) -> None:
    """One too long for the database's numbers is an error of the server on every database, unless it is read as none."""
    fine = f"{reverse('practice:connect')}?back=http://localhost:8000/channels/connect/return/&state=s"
    answer = as_(people.maria).post(fine, {"account": junk})
    assert answer.status_code == 404
    assert as_(people.maria).post(fine, {"account": str(account.pk)}).status_code == 302
    shown = as_(people.maria).get(f"{fine}&account={junk}")
    assert shown.status_code == 200, "in the query it says nothing"
