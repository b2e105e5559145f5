"""The library's look: one colour that can be read, an emblem, a name, a form of address."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from tests.people import Cast
from theke.people.models import HistoryEntry, Library


def picture(colour: str = "red", kind: str = "PNG") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (200, 300), colour).save(out, kind)
    return SimpleUploadedFile("wappen.png", out.getvalue())


def given(**more: object) -> dict[str, object]:
    return {"name": "Stadtbücherei Neu", "address_form": "du", "brand_colour": "#b00020"} | more


def kept(people: Cast) -> Library:
    return Library.objects.get(pk=people.library.pk)


def test_the_colour_reaches_the_desk_the_sign_in_and_the_public_pages(client: Client, people: Cast) -> None:
    Library.objects.exclude(pk=people.library.pk).delete()
    client.force_login(people.maria)
    page = client.post(reverse("desk:look"), given(), follow=True).content.decode()
    address = f"/look/{people.library.slug}.css?v=B00020"
    assert address in page and "Stadtbücherei Neu" in page
    assert address in Client().get(f"/w/{people.library.slug}/").content.decode()
    sign_in = Client().get(reverse("account_login")).content.decode()
    assert address in sign_in and "Stadtbücherei Neu" in sign_in
    sheet = Client().get(address)
    assert "--brand: #B00020" in sheet.content.decode() and "immutable" in sheet.headers["Cache-Control"]
    assert HistoryEntry.objects.about(people.library).get().verb == "changed its look"


def test_the_sheet_is_not_sent_twice_and_sets_no_cookie(people: Cast) -> None:
    Library.objects.filter(pk=people.library.pk).update(brand_colour="#B00020")
    first = Client().get(reverse("people:look", args=[people.library.slug]))
    again = Client().get(reverse("people:look", args=[people.library.slug]), headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and not first.cookies and first.headers["Content-Type"].startswith("text/css")
    assert Client().get("/look/nobody.css").status_code == 404


def test_a_pale_colour_is_refused_and_the_nearest_that_works_is_offered(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    page = client.post(reverse("desk:look"), given(brand_colour="#ffd000")).content.decode()
    assert "take-offer" in page and "Stadtbücherei Neu" in page and kept(people).brand_colour == ""
    offer = page.split('name="brand_colour"\n                        value="')[-1].split('"')[0]
    client.post(reverse("desk:look"), given(brand_colour=offer))
    assert kept(people).brand_colour == offer.upper() != ""


def test_undo_brings_the_look_back(client: Client, people: Cast) -> None:
    """E22: undo for everything reversible."""
    client.force_login(people.maria)
    client.post(reverse("desk:look"), given(emblem_file=picture()))
    first = kept(people).emblem
    client.post(reverse("desk:look"), given(brand_colour="#0B5563", emblem_file=picture("blue")))
    assert kept(people).emblem != first
    client.post(reverse("desk:look"), given(emblem=first))
    assert kept(people).emblem == first and kept(people).brand_colour == "#B00020"
    client.post(reverse("desk:look"), given(emblem="none"))
    assert kept(people).emblem == ""


def test_the_emblem_is_public_while_it_is_shown(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    client.post(reverse("desk:look"), given(emblem_file=picture()))
    address = kept(people).emblem_url
    answer = Client().get(address)
    assert answer.getvalue().startswith(b"\x89PNG")
    assert answer.status_code == 200
    assert address in Client().get(f"/w/{people.library.slug}/").content.decode()
    client.post(reverse("desk:look"), given(emblem="none"))
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(
    "data",
    [b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', b"", b"GIF89a", b"\x89PNG\r\n\x1a\n\x00", b"x" * 99],
)
def test_what_is_no_picture_is_refused_with_a_word(client: Client, people: Cast, data: bytes) -> None:
    client.force_login(people.maria)
    file = SimpleUploadedFile("wappen.svg", data)
    assert b"error-summary" in client.post(reverse("desk:look"), given(emblem_file=file)).content
    assert kept(people).emblem == "" and kept(people).name == people.library.name


@pytest.mark.parametrize(
    "wrong",
    [
        {"brand_colour": "red"},
        {"brand_colour": "#0B556\x00"},
        {"brand_colour": "#0B5563;}*{"},
        {"name": ""},
        {"name": "\u202egrob"},
        {"name": "x" * 121},
        {"address_form": "ihr"},
    ],
)
def test_wrong_answers_are_refused_at_the_field(client: Client, people: Cast, wrong: dict[str, str]) -> None:
    client.force_login(people.maria)
    page = client.post(reverse("desk:look"), given(**wrong)).content.decode()
    assert "error-summary" in page and people.library.name in page and kept(people).name == people.library.name


def test_an_emblem_of_another_library_is_no_undo(client: Client, people: Cast) -> None:
    client.force_login(people.stranger)
    client.post(reverse("desk:look"), given(emblem_file=picture()))
    theirs = Library.objects.get(name="Stadtbücherei Neu").emblem
    client.force_login(people.maria)
    client.post(reverse("desk:look"), given(emblem=theirs))
    assert theirs and kept(people).emblem == ""


def test_the_preview_says_whether_a_colour_can_be_read(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    path = reverse("desk:tones")
    assert client.get(path, {"colour": "#B00020"}).json()["passes"] is True
    pale = client.get(path, {"colour": "#FFD000"}).json()
    assert pale["passes"] is False and pale["tones"]["--brand"].startswith("light-dark(#")
    assert client.get(path, {"colour": "\x00junk"}).json() == {"words": ""}


@pytest.mark.parametrize("who", ["jana", "anna"])
def test_only_managers_change_the_look(client: Client, people: Cast, who: str) -> None:
    client.force_login(getattr(people, who))
    for path in (reverse("desk:look"), reverse("desk:tones"), reverse("people:statement")):
        assert client.get(path).status_code == 403
    assert client.post(reverse("desk:look"), given()).status_code == 403
    assert client.post(reverse("people:statement"), {"barriers": "x"}).status_code == 403
    assert kept(people).name == people.library.name
