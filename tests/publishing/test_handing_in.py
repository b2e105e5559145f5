"""From a request for approval to the plan, whoever asks and however (E20, E21, E22; B07, B13)."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.publishing.conftest import World
from theke.channels.models import Channel
from theke.notices.models import Notice
from theke.people.models import OpeningHours, Person, Role
from theke.posts import telling
from theke.posts.approving import Declined, asked, latest, stands
from theke.posts.models import Approval, Post
from theke.publishing import handing_in
from theke.publishing.changing import edit
from theke.publishing.handing_in import hand_in, let_out, take_back
from theke.publishing.models import Delivery, State
from theke.publishing.planning import NotPlanned, wall_of
from theke.publishing.scheduling import UNDO_FOR, Hindered, NotApproved, cancel, move, schedule
from theke.publishing.sending import deliver

pytestmark = pytest.mark.django_db

PERSONAS = ("jana", "tom", "anna", "maria")


@pytest.fixture
def guarded(world: World) -> World:
    world.channel.approval = Channel.Approval.ALWAYS
    world.channel.save()
    return world


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def waiting(world: World, at: datetime | None = None) -> Approval:
    made = hand_in(world.post(), by=world.people.jana, at=at)
    return Approval.objects.select_related("post__sender", "post__library").get(pk=made.pk)


def decide(person: Person, found: Approval, **fields: Any) -> Any:
    given = {"approval": found.pk, "act": "approve"} | fields
    return browser(person).post(reverse("publishing:approval_decision", args=[found.post.uuid]), given)


@pytest.mark.parametrize("who", PERSONAS)
def test_nothing_goes_out_unapproved_whoever_calls(guarded: World, who: str, now: datetime) -> None:
    for at in (None, now + timedelta(days=1)):
        with pytest.raises(NotApproved):
            schedule(guarded.post(), at=at, by=getattr(guarded.people, who))
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("who", ["jana", "anna", "maria"])
@pytest.mark.parametrize("when", ["now", "at"])
def test_a_crafted_release_leads_to_handing_in(guarded: World, who: str, when: str, now: datetime) -> None:
    post = guarded.post()
    wall = wall_of(now + timedelta(days=2), guarded.people.library.zone)
    answer = browser(getattr(guarded.people, who)).post(
        reverse("publishing:release", args=[post.uuid]), {"when": when, "at": wall, "approved": "1"}
    )
    assert answer["Location"].startswith(reverse("publishing:hand_in", args=[post.uuid]))
    assert not Delivery.objects.exists()


def test_approving_plans_for_the_time_asked_and_the_author_stays_the_sender(guarded: World, now: datetime) -> None:
    at = now + timedelta(days=1)
    found = waiting(guarded, at)
    made = let_out(found, by=guarded.people.anna)
    assert [(one.due_at, one.by, one.post.sender) for one in made] == [(at, guarded.people.anna, guarded.people.jana)]
    assert made[0].payload["text"].endswith("– Jana Berg, Hafen")


def test_as_soon_as_approved_means_in_ten_seconds(guarded: World) -> None:
    made = let_out(waiting(guarded), by=guarded.people.anna)
    assert timedelta(seconds=8) < made[0].due_at - timezone.now() <= UNDO_FOR


def test_what_needs_no_approval_goes_on_as_before(world: World) -> None:
    assert schedule(world.post(), at=None, by=world.people.jana)


def test_an_approval_holds_for_the_text_and_not_for_the_time(guarded: World, now: datetime) -> None:
    found = waiting(guarded, now + timedelta(days=1))
    let_out(found, by=guarded.people.anna)
    assert move(found.post, at=now + timedelta(days=3), by=guarded.people.jana)


def test_a_changed_draft_has_to_be_handed_in_again(guarded: World, now: datetime) -> None:
    found = waiting(guarded, now + timedelta(days=1))
    let_out(found, by=guarded.people.anna)
    assert cancel(found.post, by=guarded.people.jana)
    Post.objects.filter(pk=found.post_id).update(text="Anders", revision=found.post.revision + 1)
    with pytest.raises(NotApproved):
        schedule(Post.objects.get(pk=found.post_id), at=None, by=guarded.people.jana)


@pytest.mark.parametrize("who", PERSONAS)
def test_a_published_post_is_changed_by_somebody_else(guarded: World, who: str) -> None:
    made = let_out(waiting(guarded), by=guarded.people.anna)[0]
    Delivery.objects.update(due_at=timezone.now())
    deliver(made.pk)
    post, person = made.post, getattr(guarded.people, who)
    post.text = "Am Sonntag wird vorgelesen."
    post.save()
    if who in ("anna", "maria"):
        assert edit(post, by=person)
    else:
        with pytest.raises(NotApproved, match="ask the editorial group"):
            edit(post, by=person)


def test_an_editor_does_not_change_her_own_published_post_alone(guarded: World) -> None:
    made = let_out(waiting(guarded), by=guarded.people.anna)[0]
    Delivery.objects.update(due_at=timezone.now())
    deliver(made.pk)
    Post.objects.filter(pk=made.post_id).update(sender=guarded.people.maria, text="Anders")
    address = reverse("publishing:changes", args=[made.post.uuid])
    answer = browser(guarded.people.maria).post(address, {"text": "Ganz anders"})
    assert answer.status_code == 422
    assert "Redaktion" in answer.text
    assert Post.objects.get(pk=made.post_id).text == "Anders", "nothing is kept of a refused change"


def crafted(found: Approval, person: Person) -> list[Callable[[], Any]]:
    desk = browser(person)
    address = reverse("publishing:approval_decision", args=[found.post.uuid])
    return [
        lambda: desk.post(address, {"approval": found.pk, "act": "approve"}),
        lambda: desk.post(address, {"approval": found.pk, "act": "approve", "by": found.asked_by_id, "decided_by": 1}),
        lambda: desk.post(address, {"approval": found.pk, "act": "return", "answer": "Nein"}),
        lambda: desk.post(reverse("publishing:release", args=[found.post.uuid]), {"when": "now"}),
        lambda: desk.post(reverse("publishing:approval_undo", args=[found.post.uuid])),
    ]


@pytest.mark.parametrize("who", ["jana", "tom", "stranger"])
def test_who_may_not_approve_gets_nowhere_however_they_ask(guarded: World, who: str) -> None:
    found = waiting(guarded)
    for ask in crafted(found, getattr(guarded.people, who)):
        assert ask().status_code in (302, 403, 404)
    assert asked(found.post) == found
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("part", ["sender", "writer", "asker"])
@pytest.mark.parametrize("who", ["anna", "maria"])
def test_editors_get_nowhere_with_what_they_have_written(guarded: World, who: str, part: str) -> None:
    person, post = getattr(guarded.people, who), guarded.post()
    change = {"sender": {"sender": person}, "writer": {"written_by": [person.pk]}, "asker": {}}[part]
    Post.objects.filter(pk=post.pk).update(**change)
    found = hand_in(Post.objects.get(pk=post.pk), by=person if part == "asker" else guarded.people.jana, at=None)
    for ask in crafted(Approval.objects.get(pk=found.pk), person):
        ask()
    assert asked(post) == found
    assert not Delivery.objects.exists()


def test_only_what_the_page_showed_is_approved(guarded: World, now: datetime) -> None:
    older = waiting(guarded)
    newer = hand_in(older.post, by=guarded.people.jana, at=now + timedelta(days=1))
    answer = decide(guarded.people.anna, older)
    assert answer.status_code == 422
    assert asked(older.post) == newer


def test_of_two_approvers_one_wins_and_the_other_is_told(guarded: World) -> None:
    found = waiting(guarded)
    decide(guarded.people.anna, found)
    answer = browser(guarded.people.maria).post(
        reverse("publishing:approval_decision", args=[found.post.uuid]),
        {"approval": found.pk, "act": "return", "answer": "Nein"},
        follow=True,
    )
    assert "Anna Weiß war schneller" in answer.text
    assert Delivery.objects.count() == 1


def test_two_taps_from_the_notice_approve(guarded: World, now: datetime) -> None:
    found = waiting(guarded, now + timedelta(days=1))
    anna = browser(guarded.people.anna)
    page = anna.get(Notice.objects.get(person=guarded.people.anna).path)
    assert 'id="approve"' in page.text
    answer = decide(guarded.people.anna, found)
    assert answer["Location"] == reverse("publishing:page", args=[found.post.uuid])
    assert Delivery.objects.get().state == State.DUE
    assert Notice.objects.filter(person=guarded.people.jana).exists()


def test_it_is_returned_with_a_word_only(guarded: World) -> None:
    found = waiting(guarded)
    assert decide(guarded.people.anna, found, act="return").status_code == 422
    assert decide(guarded.people.anna, found, act="return", answer="Bitte kürzer").status_code == 302
    back = latest(found.post)
    assert back and (back.state, back.answer, back.decided_by) == ("returned", "Bitte kürzer", guarded.people.anna)


def test_an_approved_plan_waits_again_within_ten_seconds(guarded: World, now: datetime) -> None:
    found = waiting(guarded, now + timedelta(days=1))
    page = browser(guarded.people.anna)
    page.post(reverse("publishing:approval_decision", args=[found.post.uuid]), {"approval": found.pk, "act": "approve"})
    page.post(reverse("publishing:approval_undo", args=[found.post.uuid]))
    assert asked(found.post) == found
    assert not Delivery.objects.exclude(state=State.CANCELLED).exists()


def test_later_it_is_taken_out_of_the_plan_instead(guarded: World, now: datetime) -> None:
    found = waiting(guarded, now + timedelta(days=1))
    let_out(found, by=guarded.people.anna)
    Approval.objects.update(decided_at=now - timedelta(minutes=1))
    late = Approval.objects.select_related("post").get(pk=found.pk)
    with pytest.raises(Declined):
        take_back(late, by=guarded.people.anna)
    late.decided_at = timezone.now()
    with pytest.raises(Declined):
        take_back(late, by=guarded.people.maria)
    assert Delivery.objects.get().state == State.DUE


def test_a_past_time_is_refused_at_its_field(guarded: World) -> None:
    post = guarded.post()
    address = reverse("publishing:hand_in", args=[post.uuid])
    answer = browser(guarded.people.jana).post(address, {"when": "at", "at": "2020-01-01T10:00", "word": "Bitte ansehen"})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text and "Bitte ansehen" in answer.text
    assert asked(post) is None


@pytest.mark.parametrize("fields", [{}, {"when": "never"}, {"when": "at", "at": "\x00"}, {"when": "soon", "word": "x" * 2000}])
def test_a_broken_request_comes_back_in_words(guarded: World, fields: dict[str, str]) -> None:
    post = guarded.post()
    answer = browser(guarded.people.jana).post(reverse("publishing:hand_in", args=[post.uuid]), fields | {"word2": "\u202e"})
    assert answer.status_code in (200, 422)
    assert asked(post) is None


def test_a_time_that_comes_twice_is_asked_about_and_the_word_is_kept(guarded: World) -> None:
    post, jana = guarded.post(), browser(guarded.people.jana)
    address, given = reverse("publishing:hand_in", args=[post.uuid]), {"when": "at", "at": "2027-10-31T02:30", "word": "Bitte"}
    assert jana.post(address, given).status_code == 409
    jana.post(address, given | {"fold": "0"})
    found = asked(post)
    assert found and found.for_at and (found.word, found.for_at.isoformat()) == ("Bitte", "2027-10-31T00:30:00+00:00")


def test_before_handing_in_it_says_what_happens_if_nobody_looks(guarded: World) -> None:
    page = browser(guarded.people.jana).get(reverse("publishing:hand_in", args=[guarded.post().uuid]))
    assert "geht er nicht hinaus" in page.text
    assert "Anna Weiß" in page.text


def test_with_one_editor_only_the_page_says_why_it_can_not_go_out(guarded: World) -> None:
    Person.objects.filter(pk=guarded.people.anna.pk).update(role=Role.EMPLOYEE)
    post = guarded.post()
    Post.objects.filter(pk=post.pk).update(sender=guarded.people.maria)
    maria = browser(guarded.people.maria)
    address = reverse("publishing:hand_in", args=[post.uuid])
    assert 'id="nobody"' in maria.get(address).text
    assert maria.post(address, {"when": "soon"}).status_code == 422
    assert asked(post) is None


def test_who_left_and_what_was_disconnected_is_said_on_the_page(guarded: World, now: datetime) -> None:
    found = waiting(guarded, now + timedelta(days=1))
    Channel.objects.update(disconnected_at=now)
    assert "nicht verbunden" in decide(guarded.people.anna, found).text
    Channel.objects.update(disconnected_at=None)
    Person.objects.filter(pk=guarded.people.jana.pk).update(left_at=now)
    assert "Jana Berg" in decide(guarded.people.anna, found).text
    assert asked(found.post) == found
    assert not Delivery.objects.exists()


def test_what_the_guideline_blocks_can_not_be_handed_in(guarded: World) -> None:
    with pytest.raises(Hindered):
        hand_in(guarded.post(text=""), by=guarded.people.jana, at=None)
    assert not Approval.objects.exists()


def test_an_hour_before_the_editorial_group_is_reminded_once(guarded: World, now: datetime) -> None:
    found = waiting(guarded, now + timedelta(hours=3))
    assert handing_in.next_at() == now + timedelta(hours=2)
    assert not handing_in.due(5)
    Approval.objects.update(for_at=now + timedelta(minutes=59), remind_at=now - timedelta(minutes=1))
    assert handing_in.due(5) == [found.pk]
    before = Notice.objects.count()
    assert handing_in.run(found.pk)
    assert not handing_in.run(found.pk)
    assert Notice.objects.count() == before + 2, "Anna and Maria"
    assert not handing_in.due(5)


def test_who_waits_for_as_soon_as_approved_is_brought_to_mind_after_half_a_working_day(guarded: World) -> None:
    """Counted in the opening hours of the sender's branch; the mails of it keep quiet hours like all others."""
    friday = datetime(2027, 6, 11, 17, tzinfo=guarded.people.library.zone)
    OpeningHours.objects.all().delete()
    for weekday in range(5):
        OpeningHours.objects.create(branch=guarded.people.harbour, weekday=weekday, opens=time(10), closes=time(18))
    found = hand_in(guarded.post(), by=guarded.people.jana, at=None, now=friday)
    monday = friday + timedelta(days=2, hours=20)  # an hour on Friday, three on Monday
    assert handing_in.next_at() == monday
    early = monday - timedelta(seconds=1)
    assert not handing_in.due(5, early) and not handing_in.run(found.pk, early)
    assert handing_in.due(5, monday) == [found.pk] and handing_in.run(found.pk, monday)
    assert not handing_in.run(found.pk, monday) and not handing_in.due(5, monday) and handing_in.next_at() is None
    told = Notice.objects.filter(words=telling.STILL)
    assert {one.person for one in told} == {guarded.people.anna, guarded.people.maria}


def test_who_asks_within_the_hour_reminds_by_asking(guarded: World, now: datetime) -> None:
    waiting(guarded, now + timedelta(minutes=30))
    assert not handing_in.due(5)


def test_what_nobody_approved_does_not_go_out_and_is_a_draft(guarded: World, now: datetime) -> None:
    found = waiting(guarded, now + timedelta(hours=3))
    Approval.objects.update(for_at=now - timedelta(seconds=1))
    assert handing_in.due(5) == [found.pk]
    assert handing_in.run(found.pk)
    found.refresh_from_db()
    assert found.state == "lapsed"
    assert not Delivery.objects.exists()
    assert not handing_in.due(5)
    with pytest.raises(Declined):
        let_out(found, by=guarded.people.anna)


def test_taking_the_request_back_makes_an_ordinary_draft(guarded: World) -> None:
    found = waiting(guarded)
    address = reverse("publishing:approval_withdrawal", args=[found.post.uuid])
    browser(guarded.people.tom).post(address)
    assert asked(found.post) == found, "a colleague who did not ask takes nothing back"
    browser(guarded.people.jana).post(address)
    assert asked(found.post) is None
    assert not stands(found.post)


def test_a_binned_draft_is_not_approved(guarded: World) -> None:
    found = waiting(guarded)
    Post.objects.update(binned_at=timezone.now())
    found = Approval.objects.select_related("post__sender").get(pk=found.pk)
    with pytest.raises((Declined, NotPlanned)):
        let_out(found, by=guarded.people.anna)


def test_what_still_wants_a_reason_is_said_beforehand_and_nothing_typed_is_lost(guarded: World) -> None:
    post = guarded.post(text="Fragen an mara@irgendwo.example.")
    address, given = reverse("publishing:hand_in", args=[post.uuid]), {"when": "soon", "word": "Bitte bis Mittag"}
    jana = browser(guarded.people.jana)
    (found,) = jana.get(address).context["findings"]
    assert found.rule == "R08"
    refused = jana.post(address, given)
    assert (
        refused.status_code == 422
        and f'name="reason-{found.fingerprint}"' in refused.text
        and "Bitte bis Mittag" in refused.text
    )
    assert not Approval.objects.exists()
    jana.post(address, given | {f"reason-{found.fingerprint}": "Mara hat es so gewollt"})
    assert Approval.objects.get().word == "Bitte bis Mittag"
    assert post.overrides.get().reason == "Mara hat es so gewollt"
