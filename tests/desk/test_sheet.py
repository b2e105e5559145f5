"""The recruitment and introduction sheet: live data, three languages, A4 (B18)."""

import json
import re
import subprocess
import sys
import zlib
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests import factories
from tests.guidelines.documents import in_force, today
from tests.people import Cast
from theke.desk.printing import DRAWER
from theke.desk.sheet import APPLY, BEGIN, Sheet, sheet_of
from theke.people.models import Person

STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
LETTERS = "Größe, Öl, Übung, Åsa, kärlek, Café, „Wörter“, Łódź – 10 €"


@pytest.fixture
def peopled(people: Cast) -> Cast:
    factories.channel(people.library, name="Mastodon", purpose="Gespräch mit der Stadt", branch=people.harbour)
    factories.channel(people.library, name="Alt", connected_at=None)
    people.library.contact_email = "info@seeborn.example"
    people.library.save()
    return people


def told(sheet: Sheet) -> str:
    lines = [word for part in sheet.parts for line in part.lines for word in (line.head, line.beside, line.text)]
    return "\n".join([sheet.title, sheet.words, *(f"{part.title} {part.words}" for part in sheet.parts), *lines])


def made(people: Cast, reader: str = BEGIN, lang: str = "de") -> str:
    with translation.override(lang):
        return told(sheet_of(people.library, reader, today(people.library)))


def test_it_says_what_the_desk_knows_today(peopled: Cast) -> None:
    words = made(peopled)
    assert "Mastodon" in words and "Gespräch mit der Stadt" in words and "Hafen" in words and "Alt\n" not in words
    assert "Anna Weiß" in words and "Maria Sander" in words and "Jana Berg" not in words, "the editorial group, by branch"
    Person.objects.filter(pk=peopled.anna.pk).update(role="employee")
    assert "Anna Weiß" not in made(peopled)


def test_how_we_speak_is_what_the_edition_in_force_says(peopled: Cast) -> None:
    edition = in_force(peopled)
    point = edition.points.first()
    assert point is not None
    words = made(peopled)
    assert f"1. {point.title['de']}" in words and reverse("guidelines:points") in words


def test_somebody_who_applies_reads_no_names_and_no_address_of_the_desk(peopled: Cast) -> None:
    """B14: nothing personal goes outside."""
    words = made(peopled, APPLY)
    assert not [one for one in Person.objects.filter(library=peopled.library) if one.name in words or one.email in words]
    assert "info@seeborn.example" in words and "Mastodon" in words
    assert "Wo man sich anmeldet" in made(peopled) and "Wo man sich anmeldet" not in words


@pytest.mark.parametrize(("lang", "words"), [("de", "Die erste Woche"), ("sv", "Den första veckan"), ("en", "The first week")])
def test_the_page_and_the_pdf_speak_the_language_that_was_chosen(client: Client, peopled: Cast, lang: str, words: str) -> None:
    client.force_login(peopled.jana)
    page = client.get(reverse("desk:sheet"), {"lang": lang, "for": APPLY}).content.decode()
    assert words in page and f'lang="{lang}"' in page
    answer = client.get(reverse("desk:sheet_pdf"), {"lang": lang})
    assert answer.headers["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    assert f"-{lang}.pdf" in answer.headers["Content-Disposition"]
    assert f"/Lang ({lang})".encode() in answer.content and b"595.28 841.89" in answer.content
    assert "fpdf" not in sys.modules, "it is drawn by a process that ends: the desk stays small"


def test_another_language_than_the_three_is_ones_own(client: Client, peopled: Cast) -> None:
    client.force_login(peopled.jana)
    assert "Die erste Woche" in client.get(reverse("desk:sheet"), {"lang": "<b>", "for": "x"}).content.decode()


def test_where_it_cannot_be_drawn_the_page_is_there_to_be_printed(
    client: Client, peopled: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    client.force_login(peopled.jana)
    answer = client.get(reverse("desk:sheet_pdf"), {"lang": "sv"}, follow=True)
    assert answer.redirect_chain and "bitte drucke" in answer.content.decode().lower()


def draw(lines: int, text: str) -> tuple[bytes, str]:
    line = {"head": text, "beside": text, "text": text}
    parts = [{"title": text, "words": text, "numbered": numbered, "lines": [line] * lines} for numbered in (False, True)]
    given: dict[str, Any] = {"sheet": {"title": text, "words": text, "foot": "Stand", "parts": parts}}
    given |= {"lang": "de", "author": "Bibliothek", "colour": "", "page": "Seite"}
    done = subprocess.run([sys.executable, DRAWER], input=json.dumps(given).encode(), capture_output=True, check=True)
    return done.stdout, done.stderr.decode()


def pages(paper: bytes) -> list[int]:
    """How many pieces of text each page shows."""
    plain = [zlib.decompress(found) for found in STREAM.findall(paper) if found[:1] == b"x"]
    return [one.count(b"Tj") for one in plain if b"BT" in one and b"ET" in one]


def test_the_letters_of_three_languages_are_embedded_and_none_is_missing() -> None:
    paper, complaints = draw(1, LETTERS)
    assert complaints == "" and paper.count(b"/FontFile2") == 2
    assert "missing" in draw(1, "漢字")[1], "it would say so"


@pytest.mark.parametrize("text", [LETTERS * 4, "Donaudampfschifffahrtsgesellschaft" * 8])
@pytest.mark.parametrize("lines", [0, 1, 15, 60])
def test_long_texts_flow_on_and_no_page_is_empty(lines: int, text: str) -> None:
    paper, complaints = draw(lines, text)
    assert complaints == "" and pages(paper) and min(pages(paper)) > 2, "a foot alone is two"
    assert lines < 15 or len(pages(paper)) > 1
