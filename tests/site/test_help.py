"""Help on every page: what it is for, in a few sentences of its own."""

import re
from pathlib import Path

import pytest

import theke
from tests.people import Cast
from tests.site.reading import Reader, pages_of, signed_in
from tools.messages import LANGUAGES

GENERAL = "Every page says here in a few sentences what it is for."
"""How the help of a page begins that has nothing to say for itself."""
FOR_DEVELOPERS = {"desk/components.html"}
BLOCK = re.compile(r"{% block help %}(.*?){% endblock", re.DOTALL)


def templates() -> dict[str, str]:
    """The pages of the desk by name, with their source."""
    folder = Path(theke.__file__).parent
    found = {"/".join(path.parts[-2:]): path.read_text() for path in folder.glob("*/templates/*/*.html")}
    return {name: text for name, text in found.items() if '{% extends "ui/base.html" %}' in text}


def without_help(pages: list[Reader]) -> list[str]:
    return sorted({page.path for page in pages if any(text.startswith(GENERAL) for text in page.texts)})


def test_every_page_that_links_lead_to_helps_in_its_own_words(people: Cast, starts: list[str]) -> None:
    """Help on each page, short (issue 3, Habits)."""
    people.maria.language = "en"
    people.maria.save()
    pages = list(pages_of(signed_in(people.maria), starts))
    assert len(pages) > 20
    assert without_help(pages) == []


def test_a_page_without_help_is_found_out() -> None:
    """The control: the sentence that stands in the frame is the one that is looked for."""
    frame = (Path(theke.__file__).parent / "ui/templates/ui/base.html").read_text()
    page = Reader("/spoilt/")
    page.feed(frame.replace('{% translate "', "").replace('" %}', ""))
    assert without_help([page]) == ["/spoilt/"]


@pytest.mark.parametrize("name", sorted(set(templates()) - FOR_DEVELOPERS))
def test_a_page_of_the_desk_fills_its_help(name: str) -> None:
    """Also those that no link leads to: after a form, after a fault, with a row that is not there today."""
    block = BLOCK.search(templates()[name])
    assert block, f"{name} has no help"
    said = block[1].count("{% translate") + block[1].count("{% blocktranslate") + block[1].count("{% include")
    assert said >= 1, f"{name} says nothing"


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_short(people: Cast, starts: list[str], language: str) -> None:
    """At most 120 words: nobody reads more in the middle of the work."""
    people.maria.language = language
    people.maria.save()
    client = signed_in(people.maria)
    for path in starts:
        words = re.search(r'class="help-words">(.*?)</div>', client.get(path).content.decode(), re.DOTALL)
        assert words, path
        assert 8 <= len(re.sub(r"<[^>]+>", " ", words[1]).split()) <= 120, path
