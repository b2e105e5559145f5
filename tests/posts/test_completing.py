"""What is offered after # and @ while one writes."""

from tests import factories
from tests.people import Cast
from theke.posts.completing import hashtags_for, in_one_word, partners_for
from theke.posts.models import Hashtag, Partner


def test_own_hashtags_come_first_then_branches_then_what_was_used(people: Cast) -> None:
    Hashtag.objects.create(library=people.library, word="WirLesenGemeinsam")
    for text in ("Heute #Vorlesen", "Morgen #vorlesen und #Manga #2026", "https://a.example/#anker"):
        factories.post(people.jana, text=text)
    assert hashtags_for(people.library)[:3] == ["WirLesenGemeinsam", "Hafen", "Südstadt"]
    assert set(hashtags_for(people.library)[3:]) & {"Manga"} == {"Manga"}
    found = [tag.lower() for tag in hashtags_for(people.library)]
    assert found.count("vorlesen") == 1 and "2026" not in found and "anker" not in found


def test_a_library_sees_its_own_words_only(people: Cast) -> None:
    Hashtag.objects.create(library=people.library, word="Geheim")
    Partner.objects.create(library=people.library, name="Museum", handle="@museum@kultur.example")
    assert people.stranger.library is not None
    assert "Geheim" not in hashtags_for(people.stranger.library)
    assert partners_for(people.stranger.library) == []
    assert partners_for(people.library) == [{"handle": "@museum@kultur.example", "name": "Museum"}]


def test_a_name_becomes_one_word() -> None:
    assert in_one_word("Zweigstelle am Hafen, Haus 2") == "ZweigstelleAmHafenHaus2"
