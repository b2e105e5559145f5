"""One box over everything (E33)."""

import pytest
from django.db import connection
from django.test import Client

from tests import factories
from tests.inbox.saying import message_about, published
from tests.people import Cast
from theke.media.models import Asset
from theke.people.models import Person
from theke.posts.composing import Changes, composed, save
from theke.posts.models import Post
from theke.search.finding import Group, find, recent
from theke.search.indexing import ensure, is_whole


def titles(groups: list[Group]) -> dict[str, list[str]]:
    return {group.kind: [hit.title for hit in group.hits] for group in groups}


def test_a_draft_is_found_as_soon_as_it_is_saved_and_no_longer_by_its_old_words(people: Cast) -> None:
    post = factories.post(people.jana, text="")
    save(composed(post, Changes({"text": "Laternenumzug am Hafen"}, [])), revision=0, by=people.jana)
    assert titles(find(people.tom, "laternen hafen")) == {"posts": ["Laternenumzug am Hafen"]}
    save(composed(post, Changes({"text": "Lesenacht"}, [])), revision=1, by=people.jana)
    assert find(people.tom, "laternen") == []
    Post.objects.filter(pk=post.pk).delete()
    assert find(people.tom, "lesenacht") == []


def test_the_text_for_one_channel_is_found_too(people: Cast) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel, text="Kurz")
    post.versions.update(own_text="Die lange Fassung mit Käsekuchen")
    assert titles(find(people.jana, "käsekuchen")) == {"posts": ["Kurz"]}


@pytest.mark.parametrize("typed", ["bücher", "BÜCHER", "büch", "bücher!", "“bücher” leihen"])
def test_case_signs_and_beginnings_of_words_do_not_matter(people: Cast, typed: str) -> None:
    factories.post(people.jana, text="Bücher kann man leihen")
    assert titles(find(people.jana, typed)) == {"posts": ["Bücher kann man leihen"]}


def test_another_library_finds_nothing_of_ours(people: Cast) -> None:
    factories.post(people.jana, text="Geheimnisvoll")
    assert find(people.jana, "geheimnisvoll") and find(people.stranger, "geheimnisvoll") == []


def test_conversations_are_found_by_what_was_said_by_whom_and_by_our_notes(people: Cast) -> None:
    channel = factories.channel(people.library)
    message = message_about(published(people.jana, channel), "Gibt es das auch als Hörspiel?")
    message.conversation.notes.create(by=people.jana, text="Bitte an Oskar")
    for typed in ("hörspiel", "oskar", str(message.author.name)):
        assert titles(find(people.jana, typed)) == {"conversations": [str(message.author)]}, typed


def test_colleagues_are_found_by_name_and_subject_and_channels_by_purpose(people: Cast) -> None:
    people.tom.subject_areas = ["Manga"]
    people.tom.save()
    factories.channel(people.library, name="Fediverse", purpose="Gespräch mit der Stadt")
    assert titles(find(people.jana, "manga")) == {"people": [people.tom.name]}
    assert titles(find(people.jana, "stadt"))["channels"] == ["Fediverse"]


@pytest.mark.parametrize("typed", ["öl", "ÖLMALEREI", "ölmalerei ängström", "ÄNGSTRÖM"])
def test_capitals_do_not_matter_in_names_and_subjects_either(people: Cast, typed: str) -> None:
    """SQLite by itself folds A to Z only."""
    Person.objects.filter(pk=people.tom.pk).update(name="Tom Ängström", subject_areas=["Ölmalerei"])
    assert titles(find(people.jana, typed)) == {"people": ["Tom Ängström"]}
    assert find(people.jana, "ålmalerei") == []


def test_pictures_are_found_by_what_is_said_of_them(client: Client, people: Cast) -> None:
    asset = Asset.objects.create(
        library=people.library, sha256="ab" * 32, mime="image/png", width=1, height=1, size=1, file_name="a.png", alt="Ein Wal"
    )
    assert titles(find(people.jana, "wal")) == {"media": ["a.png"]}
    client.force_login(people.jana)
    assert f"/media/{asset.pk}/" in client.get("/search/?q=wal").content.decode()
    Asset.objects.update(wording="Bilderbuchkino um elf")
    (group,) = find(people.jana, "bilderbuch")
    assert "um elf" in group.hits[0].excerpt
    Asset.objects.update(binned_at=factories.soon())
    assert find(people.jana, "wal") == []


def test_what_lies_in_the_bin_is_not_found(people: Cast) -> None:
    post = factories.post(people.jana, text="Papierkorb")
    Post.objects.filter(pk=post.pk).update(binned_at=factories.soon())
    assert find(people.jana, "papierkorb") == []


def test_only_mine_leaves_out_what_colleagues_wrote(people: Cast) -> None:
    factories.post(people.jana, text="Vorlesen am Montag")
    factories.post(people.tom, text="Vorlesen am Dienstag")
    assert titles(find(people.tom, "vorlesen", mine=True)) == {"posts": ["Vorlesen am Dienstag"]}


def test_without_words_the_box_shows_what_one_had_last(people: Cast) -> None:
    factories.post(people.jana, text="Neulich geschrieben")
    assert titles(recent(people.jana)) == {"recent": ["Neulich geschrieben"]}
    assert recent(people.tom) == []


@pytest.mark.parametrize(
    "typed", ['"', "a OR b*", "NEAR(", "words:x", "%_", "'; DROP TABLE", "x" * 5000, "𝔘nicode ☕", "( & | !", "\0null"]
)
def test_nonsense_is_looked_for_like_any_other_words(client: Client, people: Cast, typed: str) -> None:
    client.force_login(people.jana)
    assert client.get("/search/", {"q": typed}).status_code == 200
    assert client.get("/search/", {"q": typed}, headers={"HX-Request": "true"}).status_code == 200


def test_what_is_shown_is_escaped_and_the_found_words_are_marked(client: Client, people: Cast) -> None:
    factories.post(people.jana, title="T", text="<script>alert(1)</script> Käfer & Co")
    client.force_login(people.jana)
    page = client.get("/search/", {"q": "kafer"}).content.decode()
    assert "<mark>Käfer</mark> &amp; Co" in page and "<script>alert" not in page


def test_the_box_needs_as_many_queries_for_three_of_each_as_for_one(
    client: Client, people: Cast, django_assert_max_num_queries: object
) -> None:
    counts = []
    client.force_login(people.jana)
    for number in (1, 2):
        for _each in range(number):
            channel = factories.channel(people.library, name="Vorlesen")
            message_about(published(people.jana, channel, post=factories.post(people.jana, channel)), "Vorlesen, wann?")
        with django_assert_max_num_queries(12) as captured:  # type: ignore[operator]
            client.get("/search/", {"q": "vorlesen"}, headers={"HX-Request": "true"})
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_every_trigger_stands_after_all_migrations_and_comes_back_when_it_is_lost(people: Cast) -> None:
    assert is_whole(connection), "a migration made a table anew: add one to search that calls install()"
    if connection.vendor != "sqlite":
        return
    factories.post(people.jana, text="Vorher")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER search_post_added")
    factories.post(people.jana, text="Nachher")
    assert find(people.jana, "nachher") == []
    ensure()
    assert titles(find(people.jana, "nachher")) == {"posts": ["Nachher"]}
