"""Every form of the desk, fed with nonsense: a clear answer, never a server error."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.people import Cast
from tests.site.reading import forms_of, signed_in
from theke.posts.models import Post
from theke.publishing.models import Delivery

LONG = "ä" * 70_000
NONSENSE = {
    "empty": "",
    "over-long": LONG,
    "control characters": "a\x00b\x01\x1b[31m\x7f",
    "reading direction": "\u202egnirts\u202c",
    "wrong type": "[]{}'\";--",
    "huge number": "9" * 400,
    "negative": "-1",
    "lone surrogate, as bytes": "\udcff".encode("utf-8", "surrogatepass").decode("latin-1"),
}


def test_no_form_answers_nonsense_with_a_server_error_or_sends_it_out(people: Cast, starts: list[str]) -> None:
    client, before = signed_in(people.maria), Delivery.objects.count()
    forms = [form for form in forms_of(client, starts) if "sign-out" not in form.action]
    assert len(forms) > 15  # the walk has power: it found the forms
    broken = []
    for form in forms:
        for kind, nonsense in NONSENSE.items():
            response = client.post(form.action, dict.fromkeys(form.fields, nonsense))
            if response.status_code >= 500:
                broken.append(f"{form.action} {sorted(form.fields)}: {kind}")
    assert not broken, "\n".join(broken)
    assert not [post for post in Post.objects.all() if "\x00" in post.text + post.title]
    assert Delivery.objects.count() - before <= len(starts)  # a form may publish what stands there; it invents nothing


@pytest.mark.parametrize("cookie", ["theke_session", "csrftoken", "theke_language", "theke_theme", "messages"])
@pytest.mark.parametrize("junk", ["", "x" * 3000, "\x80\xff", '{"a":1}', "../../etc/passwd"])
@pytest.mark.django_db
def test_junk_cookies_do_no_harm(cookie: str, junk: str) -> None:
    client = Client(raise_request_exception=False)
    client.cookies[cookie] = junk
    assert client.get("/sign-in/").status_code == 200


@pytest.mark.parametrize(
    "name", ["posts:edit", "publishing:page", "inbox:conversation", "publishing:changes", "posts:put_in_bin"]
)
def test_ids_that_do_not_exist_are_not_found(people: Cast, name: str) -> None:
    response = signed_in(people.maria).get(reverse(name, args=[uuid4()]))
    assert response.status_code in {404, 405}


def test_ten_megabytes_of_text_are_refused_without_a_server_error(people: Cast) -> None:
    draft = factories.post(people.jana, factories.channel(people.library))
    response = signed_in(people.jana).post(
        reverse("posts:save", args=[draft.uuid]), {"text": "x" * 10_000_000, "revision": "0"}
    )
    assert 400 <= response.status_code < 500
    draft.refresh_from_db()
    assert len(draft.text) < 1_000_000


@pytest.mark.parametrize("name", ["bild.jpg", "../../bild.png", "bild\x00.jpg", "a" * 400 + ".jpg", "bild.svg"])
def test_a_file_that_is_no_picture_is_refused_at_the_field(people: Cast, name: str) -> None:
    draft = factories.post(people.jana, factories.channel(people.library))
    file = SimpleUploadedFile("x.jpg", b"PK\x03\x04" + b"\x00" * 5_000, "image/jpeg")
    file._name = name  # type: ignore[attr-defined]
    response = signed_in(people.jana).post(reverse("posts:attachments", args=[draft.uuid]), {"files": file, "revision": "0"})
    assert response.status_code < 500
    assert not draft.attachments.exists()
