"""Writing, whoever does it and whatever they send (A15, A21, B15, B19)."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.people import Cast
from tests.posts.sheets import QUIETLY, desk_of, illustrated, sent, sheet
from theke.channels.models import Channel
from theke.posts.models import Override, Post

FAKE = "𝓥𝓸𝓻𝓵𝓮𝓼𝓮𝓷 am Samstag"


def opened(person: Any, post: Post, query: str = "") -> Any:
    return desk_of(person).get(reverse("posts:edit", args=[post.uuid]) + query)


def test_a15_everyone_in_the_library_may_begin_and_go_on_with_a_draft(people: Cast) -> None:
    post = factories.post(people.jana)
    for person in (people.jana, people.tom, people.anna, people.maria):
        begun = desk_of(person).get(reverse("posts:new"))
        assert begun.status_code == 302
        assert desk_of(person).get(begun["Location"]).status_code == 200
        assert opened(person, post).status_code == 200


def test_another_librarys_post_is_a_404_everywhere(people: Cast) -> None:
    post = factories.post(people.jana)
    client = desk_of(people.stranger)
    assert client.get(reverse("posts:edit", args=[post.uuid])).status_code == 404
    for name in ("save", "review", "attachments", "put_in_bin", "fetch_back"):
        assert client.post(reverse(f"posts:{name}", args=[post.uuid]), sheet(post)).status_code == 404
    assert client.get(reverse("posts:attachment", args=[illustrated(post).pk])).status_code == 404


def test_whoever_is_signed_out_is_asked_to_sign_in_and_a_script_is_told(people: Cast) -> None:
    post = factories.post(people.jana)
    assert Client().get(reverse("posts:edit", args=[post.uuid])).status_code == 302
    answer = Client().post(reverse("posts:save", args=[post.uuid]), sheet(post), headers=QUIETLY)
    assert answer.status_code == 401


def test_a_save_by_script_answers_with_the_revision_and_the_time(people: Cast) -> None:
    post, channel = factories.post(people.jana), factories.channel(people.library)
    answer = sent(people.jana, post, channel, script=True, text="Neu")
    assert answer.json()["revision"] == 1
    assert "gespeichert um" in answer.json()["saved"]
    assert [version.channel for version in Post.objects.get(pk=post.pk).versions.all()] == [channel]


def test_an_older_save_by_script_is_refused_in_words(people: Cast) -> None:
    post = factories.post(people.jana)
    sent(people.jana, post, script=True, text="Janas Text")
    answer = sent(people.tom, post, script=True, text="Toms Text")
    assert answer.status_code == 409
    assert "Jana Berg" in answer.json()["conflict"]
    assert Post.objects.get(pk=post.pk).text == "Janas Text"


def test_ones_own_second_window_is_not_called_somebody_else(people: Cast) -> None:
    post = factories.post(people.jana)
    sent(people.jana, post, script=True, text="erstes Fenster")
    answer = sent(people.jana, post, script=True, text="zweites Fenster")
    assert answer.status_code == 409
    assert "anderen Fenster" in answer.json()["conflict"] and "Jana" not in answer.json()["conflict"]


def test_an_older_save_shows_both_texts_and_the_next_save_keeps_both(people: Cast) -> None:
    post = factories.post(people.jana)
    sent(people.jana, post, text="Janas Text")
    answer = sent(people.tom, post, text="Toms Text")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Janas Text" in page
    assert "Toms Text</textarea>" in page
    assert 'name="revision" value="1"' in page
    sent(people.tom, post, text="Toms Text", revision=1, despite="1", take="1")
    stored = Post.objects.get(pk=post.pk)
    assert (stored.text, stored.set_aside["replaced"]["text"]) == ("Toms Text", "Janas Text")
    assert "Janas Text" in opened(people.tom, stored).content.decode()


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ({"text": "x" * 50_001}, "x" * 50_001),
        ({"text": "bleibt", "revision": "junk"}, "bleibt"),
        ({"text": "bleibt", "kind": "junk"}, "bleibt"),
        ({"text": "bleibt", "lang": "xx"}, "bleibt"),
        ({"text": "bleibt", "audience": "\x00"}, "bleibt"),
        ({"text": "bleibt", "channels": ["junk", "999999999999999999999"]}, "bleibt"),
        ({"text": "bleibt", "title": "t" * 201}, "bleibt"),
        ({"text": "bleibt", "revision": "9" * 40}, "bleibt"),
    ],
)
def test_bad_input_is_said_and_nothing_typed_is_lost(people: Cast, fields: dict[str, Any], kept: str) -> None:
    post = factories.post(people.jana)
    answer = sent(people.jana, post, **fields)
    assert answer.status_code == 422
    assert kept in answer.content.decode()
    assert "error-summary" in answer.content.decode()
    assert sent(people.jana, post, script=True, **fields).json()["errors"]
    assert Post.objects.get(pk=post.pk).revision == 0


def test_ten_megabytes_of_text_are_refused_without_a_crash(people: Cast) -> None:
    assert sent(people.jana, factories.post(people.jana), text="x" * 10_000_000).status_code == 400


def test_control_characters_are_left_out_and_turning_signs_are_said(people: Cast) -> None:
    post, channel = factories.post(people.jana), factories.channel(people.library)
    sent(people.jana, post, channel, text="Guten\x00 Tag\x07,\r\nihr\tda \u202eneseL")
    stored = Post.objects.get(pk=post.pk)
    assert stored.text == "Guten Tag,\nihr\tda \u202eneseL"
    assert "P07" in [hint.finding.rule for hint in opened(people.jana, stored).context["review"].hints]


def test_another_librarys_channel_cannot_be_chosen(people: Cast) -> None:
    assert people.stranger.library is not None
    foreign = factories.channel(people.stranger.library)
    post = factories.post(people.jana)
    assert sent(people.jana, post, foreign).status_code == 422
    assert not post.versions.exists()


def test_the_review_follows_what_is_typed_and_stores_nothing(people: Cast) -> None:
    post, channel = factories.post(people.jana, text="alt"), factories.channel(people.library)
    answer = desk_of(people.jana).post(reverse("posts:review", args=[post.uuid]), sheet(post, channel, text=FAKE))
    page = answer.content.decode()
    assert "„𝓥𝓸𝓻𝓵𝓮𝓼𝓮𝓷“" in page
    assert "– Jana Berg, Hafen" in page
    assert "/guideline/#4-law" in page, "A13: the finding links to its point"
    stored = Post.objects.get(pk=post.pk)
    assert (stored.text, stored.revision, stored.versions.count()) == ("alt", 0, 0)


def test_a21_a_personal_statement_is_marked_as_one(people: Cast) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel, kind=Post.Kind.PERSONAL)
    page = opened(people.jana, post).content.decode()
    assert "– Jana Berg, Hafen (persönliche Stellungnahme)" in page
    assert re.search(r'class="tag brand-tag"\s*>\s*persönliche Stellungnahme<', page)


def test_publishing_saves_first_and_sends_the_form_on(people: Cast) -> None:
    post, channel = factories.post(people.jana), factories.channel(people.library)
    answer = sent(people.jana, post, channel, text="Neu", when="now")
    assert answer.status_code == 307
    assert answer["Location"] == reverse("publishing:release", args=[post.uuid])
    assert Post.objects.get(pk=post.pk).text == "Neu"


def test_the_question_before_sending_says_what_will_happen(people: Cast) -> None:
    """E2: one sentence says where, when and what."""
    channel = factories.channel(people.library, limits_read={"text_max": 500, "can": ["text", "image"]})
    post = factories.post(people.jana, channel)
    picture = illustrated(post)
    picture.alt = "Eine Frau liest vor."
    picture.save()
    answer = sent(people.jana, post, channel, ask="plan")
    page = opened(people.jana, post, "?ask=plan").content.decode()
    assert answer["Location"].endswith("?ask=plan#ask-plan")
    words = " ".join(re.sub("<[^>]+>", "", page).split())
    assert "1 Kanal, morgen, 10:00, 1 Bild, gezeichnet Jana Berg, Hafen" in words.replace(" ,", ",")
    assert "1 Kanal, jetzt, 1 Bild" in words
    assert "Uhrzeit in Berlin" in page


def test_who_may_not_publish_there_may_write_but_is_not_offered_the_button(people: Cast) -> None:
    channel = factories.channel(people.library, publishers=Channel.Publishers.EDITORS)
    post = factories.post(people.jana, channel)
    assert not opened(people.jana, post).context["review"].may_send
    assert not opened(people.tom, factories.post(people.jana)).context["review"].may_send
    assert opened(people.anna, post).context["review"].may_send


def test_a_warning_is_gone_past_with_a_reason_that_is_kept(people: Cast) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel, text=FAKE)
    (hint,) = opened(people.jana, post).context["review"].open_warnings
    name = hint.finding.fingerprint
    sent(people.jana, post, channel, confirm=name, **{f"reason-{name}": " "})
    assert not Override.objects.exists(), "no reason, no confirmation"
    post.refresh_from_db()
    sent(people.jana, post, channel, confirm=name, **{f"reason-{name}": "Zitat des Plakats"})
    kept = Override.objects.get()
    assert (kept.rule, kept.reason, kept.by) == ("R38", "Zitat des Plakats", people.jana)
    assert opened(people.jana, post).context["review"].clear


def test_a_block_or_an_invented_finding_cannot_be_confirmed(people: Cast) -> None:
    channel = factories.channel(people.library, limits_read={"text_max": 5, "can": ["text"]})
    post = factories.post(people.jana, channel)
    (block,) = opened(people.jana, post).context["review"].blocks
    for revision, name in enumerate((block.finding.fingerprint, "f" * 32, "\x00")):
        sent(people.jana, post, channel, revision=revision, confirm=name, **{f"reason-{name}": "muss sein"})
    assert not Override.objects.exists()


def test_what_has_been_handed_over_is_no_longer_written_here(people: Cast) -> None:
    post = factories.post(people.jana, released_at=factories.soon())
    assert opened(people.jana, post)["Location"] == reverse("publishing:page", args=[post.uuid])
    assert sent(people.jana, post, text="anders").status_code == 403


def test_three_channels_cost_no_more_queries_than_one(people: Cast, django_assert_num_queries: Any) -> None:
    one = factories.post(people.jana, factories.channel(people.library))
    client = desk_of(people.jana)
    client.get(reverse("posts:edit", args=[one.uuid]))
    three = factories.post(people.jana, *(factories.channel(people.library, branch=people.harbour) for _ in range(3)))
    client.get(reverse("posts:edit", args=[three.uuid]))
    with CaptureQueriesContext(connection) as first:
        client.get(reverse("posts:edit", args=[one.uuid]))
    with django_assert_num_queries(len(first.captured_queries)):
        client.get(reverse("posts:edit", args=[three.uuid]))


def test_a_saved_draft_is_opened_with_at_most_twelve_queries(people: Cast, django_assert_max_num_queries: Any) -> None:
    post = factories.post(people.jana, factories.channel(people.library), revision=1)
    illustrated(post)
    client = desk_of(people.jana)
    client.get(reverse("posts:edit", args=[post.uuid]))
    with django_assert_max_num_queries(12):
        client.get(reverse("posts:edit", args=[post.uuid]))
