"""The statement of accessibility that public bodies owe."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.people import Cast
from theke.people.models import Library


def page(people: Cast, **fields: object) -> str:
    Library.objects.filter(pk=people.library.pk).update(**fields)
    answer = Client().get(reverse("wall:accessibility", args=[people.library.slug]))
    assert answer.status_code == 200 and not answer.cookies
    return answer.content.decode()


def test_it_is_linked_in_the_footer_of_the_public_pages(people: Cast) -> None:
    home = Client().get(reverse("wall:library", args=[people.library.slug])).content.decode()
    assert reverse("wall:accessibility", args=[people.library.slug]) in home


def test_it_names_limits_contact_and_enforcement_body(people: Cast) -> None:
    text = page(
        people,
        barriers="Alte Videos haben keine Untertitel.\n\nPDF",
        contact_email="hilfe@seeborn.example",
        enforcement="Durchsetzungsstelle\n<b>NRW</b>",
        statement_on="2026-11-01",
    )
    assert text.count("<li>Alte") == 1 and "mailto:hilfe@seeborn.example" in text and "1. November 2026" in text
    assert "Durchsetzungsstelle<br>&lt;b&gt;NRW" in text and "digg" not in text


@pytest.mark.parametrize(
    ("form", "said", "unsaid"), [("du", "Schreib uns", "Schreiben Sie"), ("sie", "Schreiben Sie", "Schreib uns")]
)
def test_it_speaks_as_the_library_speaks_to_its_public(people: Cast, form: str, said: str, unsaid: str) -> None:
    text = page(people, address_form=form)
    assert said in text and unsaid not in text


def test_in_sweden_digg_watches(people: Cast) -> None:
    text = page(people, jurisdiction="SE", languages=["sv"])
    assert "DIGG" in text and 'lang="sv"' in text


def test_a_manager_fills_it_in(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    given = {"contact_email": "a@x.example", "enforcement": "Stelle", "barriers": "keine", "statement_on": "2026-11-22"}
    client.post(reverse("people:statement"), given)
    assert Library.objects.get(pk=people.library.pk).enforcement == "Stelle"
    for wrong in ({"statement_on": "soon"}, {"contact_email": "nix"}, {"barriers": "a\x00"}, {"enforcement": "x" * 3001}):
        assert b"error-summary" in client.post(reverse("people:statement"), given | wrong).content
