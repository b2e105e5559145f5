"""More ways by which something could leave: by hand, several at once, from a saved text, in a hurry, on another day (Issue 5)."""

from datetime import datetime, time, timedelta

import pytest
from django.urls import reverse

from tests.inbox.saying import conversation_about, published
from tests.publishing.conftest import World
from tests.publishing.test_every_way_out import BAD, all_made, browser, hindered, planned
from theke.channels.models import Channel
from theke.inbox.answering import keep, send
from theke.inbox.filling import filled
from theke.inbox.models import SavedReply
from theke.posts.checking import hindrances
from theke.posts.models import Post
from theke.publishing.deciding import decide
from theke.publishing.hurrying import send_urgently
from theke.publishing.models import Delivery, State
from theke.publishing.scheduling import Hindered, move, schedule
from theke.publishing.selecting import move_all

pytestmark = pytest.mark.django_db


def noon(world: World, days: int) -> datetime:
    """Noon by the library's clocks, so many days from now."""
    library = world.people.library
    day = library.today + timedelta(days=days)
    return datetime.combine(day, time(12), library.zone)


def rewritten(post: Post, text: str) -> Post:
    Post.objects.filter(pk=post.pk).update(text=text)
    return Post.objects.select_related("library", "sender").get(pk=post.pk)


@pytest.mark.parametrize("text", BAD)
def test_what_a_person_would_publish_by_hand(world: World, text: str) -> None:
    letter = world.channel_of(network_key="byhand", name="Newsletter", address="")
    for at in (None, noon(world, 2)):
        hindered(lambda at=at: schedule(world.post(letter, text=text), at=at, by=world.people.jana))  # type: ignore[misc]
    post = schedule(world.post(letter), at=noon(world, 2), by=world.people.jana)[0].post
    Delivery.objects.filter(post=post).update(state=State.LATE)
    rewritten(post, text)
    with pytest.raises(Hindered):
        decide(Delivery.objects.select_related("post", "channel").get(post=post), "resend", by=world.people.jana)


@pytest.mark.parametrize("text", BAD)
def test_several_that_are_moved_at_once(world: World, text: str) -> None:
    """What may not go out stays where it was, with the reason; the others are moved."""
    good, bad = (rewritten(planned(world), words) for words in ("Es wird vorgelesen.", text))
    was, day = bad.deliveries.get().due_at, noon(world, 5).date()
    report = move_all([good, bad], day, by=world.people.jana)
    assert (report.done, [post for post, _why in report.refused]) == ([good], [bad])
    given = {"posts": [str(bad.uuid)], "act": "move", "day": day.isoformat()}
    browser(world).post(reverse("publishing:selection"), given)
    assert bad.deliveries.get().due_at == was
    assert world.people.library.local(good.deliveries.get().due_at).date() == day


@pytest.mark.parametrize("text", BAD)
def test_a_saved_reply_that_is_taken_as_it_is(world: World, text: str) -> None:
    conversation, jana = conversation_about(published(world.people.jana, world.channel)), world.people.jana
    saved = SavedReply.objects.create(library=world.people.library, name="Spenden", text=f"Hallo {{name}}! {text}")
    said, before = filled(saved, conversation, jana), all_made()
    assert text in said
    seen = {"seen_message": conversation.messages.get().pk, "seen_answer": 0}
    answer = browser(world).post(reverse("inbox:answers", args=[conversation.uuid]), {"text": said} | seen)
    assert answer.status_code == 422
    hindered(lambda: send(keep(conversation, said, by=jana), by=jana))
    assert all_made() == before


@pytest.mark.parametrize("text", BAD)
def test_what_a_name_brings_into_a_saved_reply(world: World, text: str) -> None:
    """The saved text is clean; what is filled in is not."""
    conversation, jana = conversation_about(published(world.people.jana, world.channel)), world.people.jana
    contact = conversation.with_contact
    assert contact
    type(contact).objects.filter(pk=contact.pk).update(name=text)
    contact.refresh_from_db()
    saved = SavedReply.objects.create(library=world.people.library, name="Gruß", text="Danke, {name}")
    said = filled(saved, conversation, jana)
    assert text in said
    hindered(lambda: send(keep(conversation, said, by=jana), by=jana))


@pytest.mark.parametrize("text", BAD)
def test_what_cannot_wait(world: World, text: str) -> None:
    Channel.objects.update(approval=Channel.Approval.ALWAYS)
    post = world.post(text=text)
    Post.objects.filter(pk=post.pk).update(sender=world.people.anna)
    post = Post.objects.select_related("library", "sender").get(pk=post.pk)
    hindered(lambda: send_urgently(post, by=world.people.anna, why="Rohrbruch"))


def test_today_is_asked_about_anew_on_another_day(world: World) -> None:
    """R42: right on the day for which it was planned, wrong where it is moved to, by whatever way."""
    at, other = noon(world, 2), noon(world, 4)
    post = world.post(text=f"Heute, am {at:%d.%m.%Y}, wird vorgelesen.")
    assert "R42" not in {one.rule for one in hindrances(post, at)}
    schedule(post, at=at, by=world.people.jana)
    with pytest.raises(Hindered) as said:
        move(post, at=other, by=world.people.jana)
    assert "R42" in {one.rule for one in said.value.findings}
    assert move_all([post], other.date(), by=world.people.jana).refused
    browser(world).post(reverse("calendar:move", args=[post.uuid]), {"day": other.date().isoformat()})
    browser(world).post(reverse("publishing:plan", args=[post.uuid]), {"act": "move", "at": f"{other:%Y-%m-%dT%H:%M}"})
    assert post.deliveries.get().due_at == at
    assert move(post, at=at + timedelta(hours=2), by=world.people.jana)
