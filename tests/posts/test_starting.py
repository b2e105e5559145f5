"""Beginnings of a draft: event, book tip, opening hours, and the library's own (A06, A12)."""

from datetime import time

import pytest

from tests import factories
from tests.people import Cast
from theke.people.models import OpeningHours
from theke.posts.approving import asked, hand_in
from theke.posts.checking import findings
from theke.posts.completeness import PLACE
from theke.posts.models import Post, Starter
from theke.posts.starting import beginnings, start
from theke.posts.topics import topics_of


@pytest.fixture
def draft(people: Cast) -> Post:
    return factories.post(people.jana, factories.channel(people.library), text="", lang="de")


def week_at(people: Cast) -> None:
    for day in range(5):
        OpeningHours.objects.create(branch=people.harbour, weekday=day, opens=time(10), closes=time(18))
    OpeningHours.objects.create(branch=people.harbour, weekday=5, opens=time(10), closes=time(13))
    OpeningHours.objects.create(branch=people.harbour, weekday=5, opens=time(14), closes=time(16))


@pytest.mark.parametrize("key", ["event", "book", "hours"])
@pytest.mark.parametrize(("lang", "word"), [("de", "["), ("sv", "["), ("en", "[")])
def test_the_three_begin_with_places_to_fill_in(draft: Post, people: Cast, key: str, lang: str, word: str) -> None:
    draft.lang = lang
    draft.save()
    assert start(draft, key, by=people.jana)
    assert word in draft.text
    assert PLACE.search(draft.text)


def test_they_are_in_the_language_of_the_draft(draft: Post, people: Cast) -> None:
    texts = set()
    for lang in ("de", "sv", "en"):
        Post.objects.update(text="", lang=lang)
        draft.refresh_from_db()
        start(draft, "event", by=people.jana)
        texts.add(draft.text)
    assert len(texts) == 3


def test_the_hours_are_those_of_the_senders_branch(draft: Post, people: Cast) -> None:
    week_at(people)
    start(draft, "hours", by=people.jana)
    assert "Hafen" in draft.text
    assert "Montag–Freitag: 10:00–18:00\nSamstag: 10:00–13:00, 14:00–16:00" in draft.text


def test_without_entered_hours_they_are_places_to_fill_in(draft: Post, people: Cast) -> None:
    start(draft, "hours", by=people.jana)
    assert "[" in draft.text.splitlines()[2]


def test_nothing_typed_is_lost(draft: Post, people: Cast) -> None:
    Post.objects.update(text="Schon geschrieben", title="Mein Titel")
    draft.refresh_from_db()
    start(draft, "book", by=people.jana)
    assert draft.text.startswith("Schon geschrieben\n\n")
    assert draft.title == "Mein Titel"


def test_the_librarys_own_brings_topics_and_channels(draft: Post, people: Cast) -> None:
    topic, other = topics_of(people.library)[0], factories.channel(people.library, name="Blog")
    own = Starter.objects.create(library=people.library, name="Spieleabend", title="Spiele", text="[Wann]", by=people.anna)
    own.topics.add(topic)
    own.channels.add(other)
    assert start(draft, str(own.pk), by=people.jana)
    assert (draft.title, draft.text, list(draft.topics.all())) == ("Spiele", "[Wann]", [topic])
    assert draft.versions.filter(channel=other).exists()


@pytest.mark.parametrize("key", ["", "nothing", "9" * 40, "-1", "\u0663", "0"])
def test_what_is_no_starter_changes_nothing(draft: Post, people: Cast, key: str) -> None:
    assert not start(draft, key, by=people.jana)
    assert draft.text == ""


def test_another_librarys_starter_is_not_there(draft: Post, people: Cast) -> None:
    assert people.stranger.library
    own = Starter.objects.create(library=people.stranger.library, name="Annat", text="Hej")
    assert not start(draft, str(own.pk), by=people.jana)
    assert "Annat" not in [one.name for one in beginnings(people.jana)]


def test_a_starter_ends_a_request_for_approval_and_names_its_writer(draft: Post, people: Cast) -> None:
    Post.objects.update(text="Ein Text")
    draft.refresh_from_db()
    hand_in(draft, by=people.jana)
    start(draft, "event", by=people.anna)
    assert asked(draft) is None
    assert people.anna.pk in draft.written_by


@pytest.mark.parametrize(
    ("text", "hints"),
    [("Am [Tag] um [Uhrzeit]", 1), ("Alles ausgefüllt", 0), ("Ein [Link](https://seeborn.example)", 0)],
)
def test_a_place_that_is_left_is_a_hint_and_no_more(draft: Post, text: str, hints: int) -> None:
    draft.text = text
    found = [one for one in findings(draft) if one.rule == "P10"]
    assert [one.severity for one in found] == ["hint"] * hints
    if found:
        assert found[0].params == {"places": "[Tag] [Uhrzeit]"}
