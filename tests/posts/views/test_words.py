"""Words we use: topics, hashtags and partners (A06)."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.people import Cast
from tests.posts.sheets import desk_of
from theke.people.models import HistoryEntry, Person
from theke.posts.models import Hashtag, Partner, Topic
from theke.posts.topics import topics_of

PAGE = "/write/words/"


def added(person: Person, kind: str, **fields: str) -> Any:
    return desk_of(person).post(reverse("posts:add_word", args=[kind]), fields, follow=True)


def changed(person: Person, kind: str, pk: int, **fields: str) -> Any:
    return desk_of(person).post(reverse("posts:change_word", args=[kind, pk]), fields, follow=True)


def names(people: Cast) -> list[str]:
    return [topic.name for topic in topics_of(people.library)]


def test_only_the_editorial_group_comes_in(people: Cast) -> None:
    topic = topics_of(people.library)[0]
    for person, status in ((people.jana, 403), (people.anna, 200), (people.maria, 200)):
        assert desk_of(person).get(PAGE).status_code == status
    assert added(people.jana, "topics", name="Manga").status_code == 403
    assert changed(people.jana, "topics", topic.pk, act="retire").status_code == 403
    assert "Manga" not in names(people)


def test_a_topic_is_added_renamed_moved_retired_and_brought_back(people: Cast) -> None:
    topics_of(people.library)
    added(people.anna, "topics", name="Manga")
    assert names(people)[-1] == "Manga"
    topic = Topic.objects.get(name="Manga")
    changed(people.anna, "topics", topic.pk, act="rename", name="Comics")
    changed(people.anna, "topics", topic.pk, act="up")
    assert names(people)[-2] == "Comics"
    page = changed(people.anna, "topics", topic.pk, act="retire").content.decode()
    assert "Comics" not in names(people) and "Rückgängig" in page and 'value="back"' in page
    changed(people.anna, "topics", topic.pk, act="back")
    assert names(people)[-1] == "Comics"
    assert {"added", "changed", "retired", "brought back"} <= set(HistoryEntry.objects.values_list("verb", flat=True))


def test_the_first_goes_no_higher_and_the_last_no_lower(people: Cast) -> None:
    before = names(people)
    topics = list(topics_of(people.library))
    changed(people.anna, "topics", topics[0].pk, act="up")
    changed(people.anna, "topics", topics[-1].pk, act="down")
    assert names(people) == before


def test_a_retired_topic_is_not_moved(people: Cast) -> None:
    topic = topics_of(people.library)[0]
    Topic.objects.filter(pk=topic.pk).update(retired_at=factories.soon())
    assert changed(people.anna, "topics", topic.pk, act="up").status_code == 200


def test_a_hashtag_loses_its_sign_and_a_removed_one_can_be_had_back(people: Cast) -> None:
    added(people.anna, "hashtags", word="#WirLesenGemeinsam")
    kept = Hashtag.objects.get()
    assert kept.word == "WirLesenGemeinsam"
    page = changed(people.anna, "hashtags", kept.pk, act="remove").content.decode()
    assert not Hashtag.objects.exists()
    assert 'name="word"' in page and "Rückgängig" in page
    added(people.anna, "hashtags", word="WirLesenGemeinsam")
    assert Hashtag.objects.exists()


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("topics", {"name": ""}),
        ("topics", {"name": "x" * 41}),
        ("topics", {"name": "BILDUNG"}),
        ("topics", {"name": "a\x00b"}),
        ("topics", {"name": "\u202egnudliB"}),
        ("hashtags", {"word": "zwei Wörter"}),
        ("hashtags", {"word": "2026"}),
        ("hashtags", {"word": "#"}),
        ("partners", {"name": "Museum", "handle": "museum"}),
        ("partners", {"name": "Museum", "handle": "javascript:alert(1)"}),
        ("partners", {"name": "", "handle": "@museum@kultur.example"}),
    ],
)
def test_bad_input_is_said_at_the_field_and_kept(people: Cast, kind: str, fields: dict[str, str]) -> None:
    topics_of(people.library)
    answer = added(people.anna, kind, **fields)
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()
    assert not Hashtag.objects.exists() and not Partner.objects.exists()
    assert Topic.objects.filter(library=people.library).count() == 6


def test_a_name_that_is_taken_is_refused_when_renaming_and_the_page_shows_it_there(people: Cast) -> None:
    one, two = topics_of(people.library)[:2]
    answer = changed(people.anna, "topics", two.pk, act="rename", name=one.name)
    assert answer.status_code == 422 and f'id="id_topics-{two.pk}-name"' in answer.content.decode()
    assert Topic.objects.get(pk=two.pk).name == two.name


def test_another_librarys_words_and_unknown_kinds_are_a_404(people: Cast) -> None:
    topic = topics_of(people.library)[0]
    assert changed(people.stranger, "topics", topic.pk, act="retire").status_code == 404
    assert changed(people.anna, "starters", 1, act="remove").status_code == 404
    assert added(people.anna, "junk", name="x").status_code == 404
    assert changed(people.anna, "topics", 999999999999999999, act="up").status_code == 404


def test_the_settings_lead_there(people: Cast) -> None:
    assert PAGE in desk_of(people.anna).get(reverse("desk:settings")).content.decode()
    assert PAGE not in desk_of(people.jana).get(reverse("desk:settings")).content.decode()


def test_many_words_cost_no_more_queries_than_one(people: Cast, django_assert_num_queries: Any) -> None:
    client = desk_of(people.anna)
    Hashtag.objects.create(library=people.library, word="Eins")
    client.get(PAGE)
    with CaptureQueriesContext(connection) as first:
        client.get(PAGE)
    number = len(first.captured_queries)
    for word in ("Zwei", "Drei"):
        Hashtag.objects.create(library=people.library, word=word)
    with django_assert_num_queries(number):
        client.get(PAGE)
    assert number <= 12
