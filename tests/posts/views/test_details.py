"""The details of a draft: topics, further authors and the moment its author has in mind (A06, A18, E2, E27)."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests import factories
from tests.people import Cast
from tests.posts.sheets import desk_of, sent
from theke.calendar.moving import move
from theke.channels.models import Channel
from theke.people.models import Introduction
from theke.posts.approving import asked, hand_in
from theke.posts.models import Authorship, Post
from theke.posts.topics import topics_of


def page_of(person: Any, post: Post, query: str = "") -> str:
    page: str = desk_of(person).get(f"/write/{post.uuid}/{query}").content.decode()
    return page


def words_of(page: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", page).split())


def test_a06_topics_are_ticked_and_kept(people: Cast) -> None:
    one, two = topics_of(people.library)[:2]
    post = factories.post(people.jana)
    sent(people.jana, post, details="1", topics=[one.pk, two.pk])
    assert set(post.topics.all()) == {one, two}
    assert re.search(rf'value="{one.pk}"\s+checked', page_of(people.jana, post))
    sent(people.jana, post, revision=1, details="1")
    assert not post.topics.exists()


def test_a_save_that_does_not_speak_of_the_details_leaves_them_alone(people: Cast) -> None:
    post = factories.post(people.jana, wished_at=factories.soon(9_000))
    post.topics.add(topics_of(people.library)[0])
    Authorship.objects.create(post=post, person=people.tom)
    sent(people.jana, post, text="nur der Text")
    stored = Post.objects.get(pk=post.pk)
    assert (stored.topics.count(), stored.authorships.count()) == (1, 1)
    assert stored.wished_at == post.wished_at


def test_a18_authors_are_named_in_signature_counter_and_sentence(people: Cast) -> None:
    channel = factories.channel(people.library, limits_read={"text_max": 500, "can": ["text"]})
    post = factories.post(people.jana, channel)
    sent(people.jana, post, channel, details="1", authors=[people.tom.pk])
    page = desk_of(people.jana).get(f"/write/{post.uuid}/")
    assert [one.person for one in post.authorships.all()] == [people.tom]
    (counter,) = page.context["review"].counters
    assert counter.signature == "– Jana Berg und Tom Ritter, Hafen"
    assert counter.have == len(post.text) + 2 + len(counter.signature)
    assert "gezeichnet Jana Berg und Tom Ritter, Hafen" in words_of(page.content.decode())


def test_authors_keep_their_order_when_one_more_is_named(people: Cast) -> None:
    post = factories.post(people.jana)
    sent(people.jana, post, details="1", authors=[people.tom.pk])
    sent(people.jana, post, revision=1, details="1", authors=[people.anna.pk, people.tom.pk])
    assert [one.person for one in post.authorships.all()] == [people.tom, people.anna]


def test_a_personal_statement_has_one_author(people: Cast) -> None:
    """A18, A21: refused in words when it is to go out; the draft itself is saved."""
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel)
    sent(people.jana, post, channel, details="1", authors=[people.tom.pk], kind="personal")
    blocks = desk_of(people.jana).get(f"/write/{post.uuid}/").context["review"].blocks
    assert [block.finding.rule for block in blocks] == ["P09"] and "Tom Ritter" in blocks[0].words


def test_nobody_from_outside_and_nobody_who_left_becomes_an_author(people: Cast) -> None:
    people.tom.left_at = timezone.now()
    people.tom.save()
    post = factories.post(people.jana)
    for person in (people.stranger, people.tom):
        assert sent(people.jana, post, details="1", authors=[person.pk]).status_code == 422
    assert "Tom Ritter" not in page_of(people.jana, post)
    assert not post.authorships.exists()


def test_a_topic_of_another_library_cannot_be_chosen(people: Cast) -> None:
    assert people.stranger.library is not None
    foreign = topics_of(people.stranger.library)[0]
    post = factories.post(people.jana)
    assert sent(people.jana, post, details="1", topics=[foreign.pk, "9" * 40]).status_code == 422


def test_e27_the_wished_moment_is_kept_on_the_librarys_clock_and_proposed(people: Cast) -> None:
    post, channel = factories.post(people.jana), factories.channel(people.library)
    year = timezone.now().year + 1
    sent(people.jana, post, channel, details="1", wished_at=f"{year}-07-01T15:00")
    stored = Post.objects.get(pk=post.pk)
    assert stored.wished_at == datetime(year, 7, 1, 13, tzinfo=UTC)
    page = page_of(people.jana, stored, "?ask=plan")
    assert page.count(f'value="{year}-07-01T15:00"') == 2, "in the details and in the question"
    assert "Wunschtermin" in page and "free-slot" not in page


@pytest.mark.parametrize("typed", ["junk", "2027-13-01T10:00", "0001-01-01T00:00", "9" * 300, "2027-01-01T10:00+05:00", "\x00"])
def test_a_wish_that_is_no_time_is_said_and_the_text_is_kept(people: Cast, typed: str) -> None:
    post = factories.post(people.jana)
    answer = sent(people.jana, post, details="1", text="bleibt", wished_at=typed)
    assert answer.status_code == 422
    assert "id_wished_at" in answer.content.decode() and "bleibt" in answer.content.decode()


def test_a_wish_in_the_hour_that_does_not_exist_is_no_error(people: Cast) -> None:
    """It is a wish: daylight saving is asked about when it is planned."""
    post = factories.post(people.jana)
    sent(people.jana, post, details="1", wished_at="2027-03-28T02:30")
    assert Post.objects.get(pk=post.pk).wished_at is not None


def test_a_day_moved_in_the_calendar_is_not_written_back_by_an_open_composer(people: Cast) -> None:
    """E24: what the page was given and shows unchanged is not what its writer says."""
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel, wished_at=datetime(2027, 7, 1, 13, tzinfo=UTC))
    shown = {"details": "1", "initial-wished_at": "2027-07-01 15:00:00", "wished_at": "2027-07-01T15:00"}
    assert 'name="initial-wished_at" value="2027-07-01 15:00:00"' in page_of(people.jana, post)
    move(post, datetime(2027, 7, 5, 13, tzinfo=UTC), by=people.jana)
    answer = sent(people.jana, post, channel, script=True, **shown | {"text": "weiter"})
    stored = Post.objects.get(pk=post.pk)
    assert (stored.wished_at, stored.text) == (datetime(2027, 7, 5, 13, tzinfo=UTC), "weiter")
    assert answer.json()["wished"] == "2027-07-05T15:00", "so that the page shows it from now on"
    sent(people.jana, stored, channel, **shown | {"wished_at": "2027-07-09T15:00"})
    assert Post.objects.get(pk=post.pk).wished_at == datetime(2027, 7, 9, 13, tzinfo=UTC), "what she typed counts"
    sent(
        people.jana,
        Post.objects.get(pk=post.pk),
        channel,
        details="1",
        wished_at="",
        **{"initial-wished_at": "2027-07-09T15:00"},
    )
    assert Post.objects.get(pk=post.pk).wished_at is None


def test_a_past_wish_is_not_proposed(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library), wished_at=timezone.now() - timedelta(days=2))
    context = desk_of(people.jana).get(f"/write/{post.uuid}/?ask=plan").context
    assert not context["wished"] and context["next_free"]


def test_where_a_channel_asks_for_it_the_button_says_hand_in(people: Cast) -> None:
    channel = factories.channel(people.library, approval=Channel.Approval.ALWAYS)
    post = factories.post(people.jana, channel)
    page = page_of(people.jana, post)
    assert "Einreichen …" in page and 'value="now"' not in page
    answer = sent(people.jana, post, channel, ask="hand_in_at", at="2027-07-01T15:00")
    assert answer["Location"].endswith("/hand-in/?at=2027-07-01T15%3A00")
    Introduction.objects.get_or_create(person=people.jana)
    open_one = factories.post(people.jana, factories.channel(people.library))
    assert "Einreichen …" not in page_of(people.jana, open_one)


def test_a_change_ends_the_request_and_says_so_and_saving_the_same_again_does_not(people: Cast) -> None:
    channel = factories.channel(people.library, approval=Channel.Approval.ALWAYS)
    post = factories.post(people.jana, channel)
    sent(people.jana, post, channel, text="Fertig.")
    post = Post.objects.get(pk=post.pk)
    hand_in(post, by=people.jana)
    sent(people.jana, post, channel, text="Fertig.")
    assert asked(post)
    answer = sent(people.jana, post, channel, script=True, text="Doch nicht.")
    assert "wartet nicht mehr auf Freigabe" in answer.json()["saved"]
    assert not asked(post)
    assert Post.objects.get(pk=post.pk).written_by == [people.jana.pk]
