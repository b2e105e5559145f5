"""What cannot wait goes out, and is looked at afterwards by somebody else, who can recall it everywhere (A12, B12, R61)."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.publishing.conftest import CAN, World
from theke.channels.models import Channel
from theke.desk.waiting import waiting_for
from theke.networks.base import Limits
from theke.notices.models import Notice
from theke.people.models import HistoryEntry, Introduction, Library, OpeningHours, Person
from theke.people.working import working_time_after
from theke.posts.approving import NOBODY, Declined
from theke.posts.models import Post
from theke.publishing import hurrying, queueing
from theke.publishing.changing import remove
from theke.publishing.hurrying import accept, open_for, recall, send_urgently
from theke.publishing.models import Delivery, Kind, State, Urgent
from theke.publishing.pausing import pause
from theke.publishing.planning import NotPlanned
from theke.publishing.scheduling import Hindered, NotApproved, schedule, undo
from theke.publishing.sending import deliver

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "Rohrbruch, wir schließen heute um 12 Uhr"


@pytest.fixture
def strict(world: World) -> Channel:
    """A channel that always asks for a second pair of eyes."""
    world.channel.approval = Channel.Approval.ALWAYS
    world.channel.save()
    return world.channel


def annas(world: World, *channels: Channel, **fields: object) -> Post:
    return factories.post(world.people.anna, *(channels or (world.channel,)), **fields)


def out(world: World, *channels: Channel) -> Post:
    """Anna's post, sent urgently and published everywhere."""
    post = annas(world, *channels)
    for delivery in send_urgently(post, by=world.people.anna, why=WHY):
        Delivery.objects.filter(pk=delivery.pk).update(due_at=timezone.now())
        assert deliver(delivery.pk) == State.SENT
    return Post.objects.select_related("library", "sender").get(pk=post.pk)


def looked(post: Post) -> Urgent:
    found = open_for(post)
    assert found
    return found


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def rows(person: Person) -> list[str]:
    return [one.key.partition("-")[0] for one in waiting_for(person)]


def test_without_the_mark_it_waits_and_with_it_it_goes_out(world: World, strict: Channel) -> None:
    post = annas(world)
    with pytest.raises(NotApproved):
        schedule(post, at=None, by=world.people.anna)
    assert out(world).released_at
    assert len(world.network.texts) == 1


def test_it_needs_a_reason_and_someone_who_could_look(world: World, strict: Channel) -> None:
    post = annas(world)
    with pytest.raises(NotPlanned) as said:
        send_urgently(post, by=world.people.anna, why="  ")
    assert said.value.words == hurrying.A_REASON
    Person.objects.filter(pk=world.people.maria.pk).update(left_at=timezone.now())
    with pytest.raises(Declined) as declined:
        send_urgently(post, by=world.people.anna, why=WHY)
    assert declined.value.words == NOBODY
    assert not Urgent.objects.exists() and not Delivery.objects.exists()


def test_what_the_guideline_blocks_and_a_pause_stay(world: World, strict: Channel) -> None:
    blocked = annas(world, text="Spenden bitte an DE89 3704 0044 0532 0130 00.")
    with pytest.raises(Hindered):
        send_urgently(blocked, by=world.people.anna, why=WHY)
    assert not Urgent.objects.exists()
    pause(world.people.library, by=world.people.maria, why="Unglück")
    with pytest.raises(Hindered):
        send_urgently(annas(world), by=world.people.anna, why=WHY)


@pytest.mark.parametrize(
    ("setting", "who"),
    [("editors", {"anna"}), ("nobody", set()), ("everyone", {"anna", "tom"})],
)
def test_the_library_says_who_may(world: World, strict: Channel, setting: str, who: set[str]) -> None:
    """Whoever is still new may not where everybody else may; the setting decides, not the form."""
    Library.objects.filter(pk=world.people.library.pk).update(urgent_by=setting)
    Introduction.objects.create(person=world.people.tom, by=world.people.maria)
    may: set[str] = set()
    for name in ("jana", "tom", "anna"):
        person = Person.objects.select_related("library").get(pk=getattr(world.people, name).pk)
        post = factories.post(person, world.channel)
        page, sent = reverse("publishing:hand_in", args=[post.uuid]), {"when": "soon", "act": "urgent", "why": WHY}
        shown = 'id="send-urgently"' in browser(person).get(page).text
        answer = browser(person).post(page, sent)
        assert shown == (answer.status_code == 302), name
        may |= {name} if shown else set()
        assert Delivery.objects.filter(post=post).exists() == shown
    assert may == who


def test_a_colleagues_post_is_not_mine_to_hurry(world: World, strict: Channel) -> None:
    Library.objects.update(urgent_by="everyone")
    for person in (world.people.tom, world.people.stranger):
        with pytest.raises(PermissionDenied):
            send_urgently(world.post(), by=person, why=WHY)


def test_the_form_keeps_what_was_typed_and_says_what_is_missing(world: World, strict: Channel) -> None:
    page = reverse("publishing:hand_in", args=[annas(world).uuid])
    answer = browser(world.people.anna).post(page, {"when": "soon", "word": "Bitte bald", "why": " ", "act": "urgent"})
    assert answer.status_code == 422
    assert "Bitte bald" in answer.text and 'aria-invalid="true"' in answer.text


def test_those_who_can_look_are_asked_and_the_author_is_not(world: World, strict: Channel) -> None:
    post = out(world)
    assert Notice.objects.get(person=world.people.maria).words == hurrying.LOOK
    assert "urgent" in rows(world.people.maria)
    for person in (world.people.anna, world.people.jana, world.people.stranger):
        assert "urgent" not in rows(person)
    here, look = reverse("publishing:page", args=[post.uuid]), reverse("publishing:look", args=[post.uuid])
    assert 'id="recall"' in browser(world.people.maria).get(here).text
    assert 'id="recall"' not in browser(world.people.anna).get(here).text
    for act in ("fine", "recall"):
        browser(world.people.anna).post(look, {"act": act})
        assert browser(world.people.jana).post(look, {"act": act}).status_code == 403
        assert browser(world.people.stranger).post(look, {"act": act}).status_code == 404
    assert looked(post) and not Delivery.objects.filter(kind=Kind.REMOVE).exists()


def test_the_list_of_what_is_to_be_approved_has_it_until_somebody_looked(world: World, strict: Channel) -> None:
    post, client, page = out(world), browser(world.people.maria), reverse("publishing:list") + "?show=approval"
    here = reverse("publishing:page", args=[post.uuid])
    assert here in client.get(page).text
    assert here not in browser(world.people.stranger).get(page).text
    accept(looked(post), by=world.people.maria)
    assert here not in client.get(page).text


def test_whoever_has_saved_a_word_does_not_look(world: World, strict: Channel) -> None:
    post = out(world)
    Post.objects.filter(pk=post.pk).update(written_by=[world.people.maria.pk])
    assert "urgent" not in rows(world.people.maria)
    found = looked(Post.objects.select_related("library", "sender").get(pk=post.pk))
    with pytest.raises(Declined):
        accept(found, by=world.people.maria)


def test_all_right_is_said_once_and_can_be_taken_back(world: World, strict: Channel) -> None:
    post, maria = out(world), browser(world.people.maria)
    look = reverse("publishing:look", args=[post.uuid])
    found = looked(post)
    for _twice in range(2):
        maria.post(look, {"act": "fine"})
    assert open_for(post) is None and "urgent" not in rows(world.people.maria)
    assert not Notice.objects.unread_by(world.people.maria).exists()
    assert Notice.objects.filter(person=world.people.anna, words=hurrying.FINE).count() == 1
    maria.post(reverse("publishing:look_undo", args=[post.uuid]), {"look": found.pk})
    assert looked(post).pk == found.pk
    verbs = HistoryEntry.objects.about(post).values_list("verb", flat=True)
    assert verbs[0] == "took the look afterwards back" and "sent out urgently" in verbs


def test_one_tap_recalls_it_on_every_channel_once(world: World, strict: Channel) -> None:
    post = out(world, strict, world.channel_of())
    look = reverse("publishing:look", args=[post.uuid])
    for _twice in range(2):
        browser(world.people.maria).post(look, {"act": "recall"})
    removals = Delivery.objects.filter(post=post, kind=Kind.REMOVE)
    assert removals.count() == 2
    for channel in Channel.objects.filter(deliveries__post=post).distinct():
        queueing.run(channel.pk)
    assert set(removals.values_list("state", flat=True)) == {State.SENT}
    assert not Delivery.objects.filter(post=post).standing().exists()
    assert HistoryEntry.objects.about(post).filter(verb="recalled everywhere", by=world.people.maria).count() == 1
    assert Notice.objects.get(person=world.people.anna, words=hurrying.RECALLED)


def test_where_a_network_cannot_remove_it_is_said(world: World, strict: Channel) -> None:
    lasting = world.channel_of(name="Bleibt", limits=Limits(can=CAN - {"remove"}))
    post = out(world, strict, lasting)
    client, page = browser(world.people.maria), reverse("publishing:page", args=[post.uuid])
    assert "Bleibt:" in client.get(page).text  # before anybody decides
    said = client.post(reverse("publishing:look", args=[post.uuid]), {"act": "recall"}, follow=True).text
    assert 'id="left-over"' in said and "berall zurückgerufen" not in said
    assert Delivery.objects.filter(post=post, kind=Kind.REMOVE).count() == 1
    assert 'id="left-over"' in client.get(page).text


def test_what_has_not_left_is_stopped_and_what_is_on_the_wire_is_recalled_once_more(world: World, strict: Channel) -> None:
    second, third = world.channel_of(), world.channel_of()
    post = annas(world, strict, second, third)
    made = {one.channel_id: one for one in send_urgently(post, by=world.people.anna, why=WHY)}
    Delivery.objects.filter(pk=made[second.pk].pk).update(state=State.SENDING)
    Delivery.objects.filter(pk=made[third.pk].pk).update(state=State.HAND)
    left = recall(looked(post), by=world.people.maria)
    assert [one.channel for one in left] == [second]
    shown = browser(world.people.anna).get(reverse("publishing:page", args=[post.uuid])).text
    assert 'id="unseen"' in shown and "Noch hat ihn niemand angesehen" not in shown, "somebody has, and has not ended it"
    states = dict(Delivery.objects.filter(post=post).values_list("channel", "state"))
    assert states == {strict.pk: State.CANCELLED, second.pk: State.SENDING, third.pk: State.CANCELLED}
    Delivery.objects.filter(pk=made[second.pk].pk).update(state=State.SENT, remote={"id": "1"})
    assert recall(looked(post), by=world.people.maria) == []
    assert open_for(post) is None and Delivery.objects.filter(post=post, kind=Kind.REMOVE).count() == 1


def test_an_undone_urgent_post_waits_for_approval_again(world: World, strict: Channel) -> None:
    post = annas(world)
    send_urgently(post, by=world.people.anna, why=WHY)
    assert undo(post, by=world.people.anna)
    assert open_for(post) is None
    with pytest.raises(NotApproved):
        schedule(post, at=None, by=world.people.anna)
    assert send_urgently(post, by=world.people.anna, why=WHY)


def test_it_holds_for_just_that_text(world: World, strict: Channel, pass_time: Callable[[float], None]) -> None:
    """An open look does not let another text out."""
    post = annas(world)
    Urgent.objects.create(post=post, seal="0" * 64, why=WHY, by=world.people.anna)
    with pytest.raises(NotApproved):
        schedule(post, at=None, by=world.people.anna)


def opened(world: World) -> None:
    """The harbour is open from Monday to Friday, 10 to 18."""
    OpeningHours.objects.all().delete()
    for weekday in range(5):
        OpeningHours.objects.create(branch=world.people.harbour, weekday=weekday, opens=time(10), closes=time(18))


def test_who_could_look_is_reminded_once_after_two_opening_hours(world: World, strict: Channel) -> None:
    opened(world)
    post = out(world)
    urgent = looked(post)
    due_at = working_time_after(world.people.library, post.sender.home_branch, urgent.at, hurrying.REMIND_AFTER)
    assert urgent.remind_at == due_at and due_at - urgent.at >= timedelta(hours=2)
    assert hurrying.next_at() == due_at
    early = due_at - timedelta(seconds=1)
    assert not hurrying.due(5, early) and not hurrying.run(urgent.pk, early)
    assert hurrying.due(5, due_at) == [urgent.pk] and hurrying.run(urgent.pk, due_at)
    assert not hurrying.run(urgent.pk, due_at) and not hurrying.due(5, due_at) and hurrying.next_at() is None
    told = Notice.objects.filter(words=hurrying.STILL)
    assert {one.person for one in told} == {world.people.maria}, "neither who sent it nor who could not look"
    assert told[0].params == {"person": world.people.anna.name}
    accept(looked(post), by=world.people.maria)
    assert not Notice.objects.unread_by(world.people.maria).exists(), "the reminder is read, too"


@pytest.mark.parametrize("settled", ["looked at", "removed", "never out"])
def test_nobody_is_reminded_of_what_was_looked_at_or_stands_nowhere(world: World, strict: Channel, settled: str) -> None:
    post = out(world)
    urgent, later = looked(post), timezone.now() + timedelta(days=20)
    assert hurrying.due(5, later) == [urgent.pk]
    if settled == "looked at":
        accept(urgent, by=world.people.maria)
    elif settled == "never out":
        Delivery.objects.update(state=State.DUE, held_at=timezone.now())
    else:
        remove(post, by=world.people.anna)
        Delivery.objects.filter(kind=Kind.REMOVE).update(state=State.SENT)
    assert not hurrying.due(5, later) and not hurrying.run(urgent.pk, later) and hurrying.next_at() is None


def test_the_sender_sees_that_nobody_has_looked_and_since_when(world: World, strict: Channel) -> None:
    post = out(world)
    Urgent.objects.update(at=timezone.now() - timedelta(hours=3))
    page, anna = reverse("publishing:page", args=[post.uuid]), browser(world.people.anna)
    shown = anna.get(page).text.partition('id="unseen"')[2].partition("</p>")[0]
    assert "niemand" in shown and "3 Stunden" in shown and "Erinnert" not in shown
    hurrying.run(looked(post).pk, timezone.now() + timedelta(days=20))
    assert "Erinnert" in anna.get(page).text
    assert 'id="unseen"' not in browser(world.people.maria).get(page).text, "she has the buttons"
    accept(looked(post), by=world.people.maria)
    assert 'id="unseen"' not in anna.get(page).text


def test_what_its_author_took_back_in_time_asks_nobody_to_look(world: World, strict: Channel) -> None:
    post = annas(world)
    send_urgently(post, by=world.people.anna, why=WHY)
    assert Notice.objects.unread_by(world.people.maria).exists()
    assert undo(post, by=world.people.anna)
    assert not Notice.objects.unread_by(world.people.maria).exists()


def test_what_is_recalled_before_it_has_left_anywhere_is_a_draft_again(world: World, strict: Channel) -> None:
    post = annas(world)
    send_urgently(post, by=world.people.anna, why=WHY)
    assert recall(looked(post), by=world.people.maria) == []
    assert Post.objects.get(pk=post.pk).released_at is None
    assert Urgent.objects.get(post=post).verdict == Urgent.Verdict.RECALLED
    with pytest.raises(NotApproved):
        schedule(Post.objects.get(pk=post.pk), at=None, by=world.people.anna)
