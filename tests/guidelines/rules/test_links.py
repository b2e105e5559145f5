"""R32, R33, R34, R56: links that are safe, alive, short of followers and say where they lead (A25, L3, L6, L12, B40)."""

import pytest

from tests.guidelines.drafts import NOON, draft, saying, target
from theke.guidelines.rules.base import Context
from theke.guidelines.rules.links import (
    announcements_have_a_home,
    links,
    links_are_encrypted,
    links_lead_there,
    links_say_where_they_lead,
    without_tracking,
)


@pytest.mark.parametrize(
    ("text", "seen", "mend"),
    [
        ("Mehr: http://bib.example/neu.", "http://bib.example/neu", "https://bib.example/neu"),
        ("(http://bib.example)", "http://bib.example", "https://bib.example"),
        ("HTTP://Bib.example/A?b=1", "HTTP://Bib.example/A?b=1", "https://Bib.example/A?b=1"),
        ("http://bib.example:8080/x", "http://bib.example:8080/x", None),
        ("http://93.184.216.34/x", "http://93.184.216.34/x", None),
        ("ftp://bib.example/x", "ftp://bib.example/x", None),
        ("http://bib.example:99999999/x", "http://bib.example:99999999/x", None),
    ],
)
def test_r32_a_link_without_encryption(text: str, seen: str, mend: str | None) -> None:
    (found,) = links_are_encrypted(saying(text), NOON)
    assert (found.severity, found.seen, found.mend) == ("warn", seen, mend)
    assert text[found.start : found.end] == seen


@pytest.mark.parametrize(
    "text", ["https://bib.example/neu", "www.bib.example", "Das Protokoll http ist alt", "https://x.example/?u=http:"]
)
def test_r32_encrypted_links_pass(text: str) -> None:
    assert links_are_encrypted(saying(text), NOON) == []


@pytest.mark.parametrize(
    ("link", "clean"),
    [
        ("https://bib.example/x?utm_source=a&utm_medium=b", "https://bib.example/x"),
        ("https://bib.example/x?id=3&fbclid=abc#top", "https://bib.example/x?id=3#top"),
        ("https://bib.example/x?fbclid=abc&id=3&q=%C3%A4", "https://bib.example/x?id=3&q=%C3%A4"),
        ("https://youtu.be/abc?si=xyz", "https://youtu.be/abc"),
        ("https://pics.example/p/1?igshid=1", "https://pics.example/p/1"),
    ],
)
def test_r33_marks_by_which_readers_are_followed_go_in_one_step(link: str, clean: str) -> None:
    (found,) = links_lead_there(saying(f"Mehr: {link}."), NOON)
    assert (found.seen, found.mend, found.severity) == (link, clean, "warn")
    assert without_tracking(clean) == clean


@pytest.mark.parametrize(
    "link",
    ["https://bib.example/x?id=3", "https://bib.example/?si=3", "https://bib.example/#utm", "https://bib.example/utm_source"],
)
def test_r33_other_parts_stay(link: str) -> None:
    assert links_lead_there(saying(link), NOON) == []


def test_r33_what_was_tried_is_told() -> None:
    tried = {
        "https://a.example/x": "",
        "https://b.example": "https://c.example/",
        "https://d.example": "https://www.d.example/start",
        "https://bit.ly/3xY": "https://e.example/",
    }
    text = "https://a.example/x https://b.example https://d.example https://bit.ly/3xY"
    found = links_lead_there(saying(text), Context(at=NOON.at, tried=tried))
    assert [(one.seen, one.mend) for one in found] == [
        ("https://a.example/x", None),
        ("https://b.example", "https://c.example/"),
    ]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Mehr: https://bit.ly/3xY", "https://bit.ly/3xY"),
        ("Mehr: bit.ly/3xY", "bit.ly/3xY"),
        ("Mehr: https://www.tinyurl.com/abc.", "https://www.tinyurl.com/abc"),
        ("Zum Programm hier klicken", "hier klicken"),
        ("Klicken Sie hier: https://bib.example", "Klicken Sie hier"),
        ("Klick hier!", "Klick hier"),
        ("Klicka här för programmet", "Klicka här"),
        ("Click here for more", "Click here"),
    ],
)
def test_r34_links_that_do_not_say_where_they_lead(text: str, seen: str) -> None:
    (found,) = links_say_where_they_lead(saying(text), NOON)
    assert (found.severity, found.seen) == ("hint", seen)
    assert text[found.start : found.end] == seen


@pytest.mark.parametrize(
    "text",
    [
        "Programm: https://bib.example/programm",
        "Der Kurs „Klick hier!“ beginnt",
        "Hier wird gelesen",
        "Läs mer: https://bib.example",
        "Read on: https://bib.example",
        "rabbit.ly/x",
    ],
)
def test_r34_plain_links_pass(text: str) -> None:
    assert links_say_where_they_lead(saying(text), NOON) == []


CLOSED = [
    "Wegen Umbau bleibt die Bücherei vom 1. bis 14. Dezember geschlossen.",
    "Die Zweigstelle ist vorübergehend geschlossen.",
    "Montag geschlossen wegen Inventur.",
    "På grund av ombyggnad har vi stängt 1–14 december.",
    "Biblioteket håller stängt 1–14 december.",
    "The library will be closed from 1 to 14 December.",
]


@pytest.mark.parametrize("text", CLOSED)
def test_r56_closing_without_a_link_to_the_whole_of_it(text: str) -> None:
    (found,) = announcements_have_a_home(saying(text), NOON)
    assert (found.severity, text[found.start : found.end]) == ("warn", found.seen)
    assert announcements_have_a_home(saying(f"{text} Mehr: https://bib.example/zu"), NOON) == []
    assert announcements_have_a_home(saying(f"{text} Mehr auf bib.example"), NOON) == []
    assert announcements_have_a_home(draft(target(text), form="reply"), NOON) == []


def test_r56_a_topic_may_ask_for_it() -> None:
    assert announcements_have_a_home(draft(target("Neue Gebühren ab Januar."), announces=True), NOON)
    assert announcements_have_a_home(saying("Neue Gebühren ab Januar."), NOON) == []


@pytest.mark.parametrize(
    "text", ["Am Samstag wird vorgelesen.", "Ein geschlossener Kreis", "Stängt vi av mobilen?", "A closed book"]
)
def test_r56_other_posts_need_no_link(text: str) -> None:
    assert announcements_have_a_home(saying(text), NOON) == []


def test_a_link_ends_where_the_sentence_goes_on() -> None:
    text = "Siehe (https://bib.example/a_(b)), „https://bib.example/c“ und https://bib.example/d?e=1!"
    assert [link for _at, link in links(text)] == [
        "https://bib.example/a_(b)",
        "https://bib.example/c",
        "https://bib.example/d?e=1",
    ]
