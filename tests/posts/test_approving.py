"""A second pair of eyes: who asks for it, who gives it, and for which words it holds (E20, E21; A15, B07)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.people import Cast
from tests.posts.sheets import illustrated
from theke.channels.models import Channel
from theke.notices.models import Notice
from theke.people.accompanying import arrange
from theke.people.introducing import introduce
from theke.people.models import Absence, HistoryEntry, Person, Role
from theke.posts.approving import (
    OWN,
    Declined,
    approve,
    ask_again,
    asked,
    hand_in,
    lapse,
    needed,
    return_to_author,
    stands,
    why_not,
    withdraw,
)
from theke.posts.duplicating import duplicate
from theke.posts.models import Approval, Authorship, Post, Version


@pytest.fixture
def draft(people: Cast) -> Post:
    return factories.post(people.jana, factories.channel(people.library, approval=Channel.Approval.ALWAYS))


def rule(of: Post, approval: str) -> Channel:
    channel = of.versions.get().channel
    channel.approval = approval
    channel.save()
    return channel


def test_by_default_nobody_is_asked(people: Cast) -> None:
    assert not needed(factories.post(people.jana, factories.channel(people.library)), people.jana)


def test_always_asks_everybody_the_manager_too(people: Cast, draft: Post) -> None:
    assert [len(needed(draft, person)) for person in (people.jana, people.anna, people.maria)] == [1, 1, 1]


def test_new_colleagues_are_asked_until_they_are_introduced(people: Cast, draft: Post) -> None:
    channel = rule(draft, Channel.Approval.NEW)
    assert needed(draft, people.jana) == [channel]
    introduce(people.jana, by=people.anna)
    assert not needed(draft, people.jana)


def test_a_new_colleagues_post_asks_whoever_presses_the_button(people: Cast, draft: Post) -> None:
    channel = rule(draft, Channel.Approval.NEW)
    introduce(people.anna, by=people.maria)
    assert needed(draft, people.anna) == [channel]


@pytest.mark.parametrize(("text", "asks"), [("Am Samstag wird vorgelesen.", False), ("𝗔𝗺 𝗦𝗮𝗺𝘀𝘁𝗮𝗴 wird vorgelesen.", True)])
def test_a_warning_asks_even_when_it_has_been_confirmed(people: Cast, draft: Post, text: str, asks: bool) -> None:
    channel = rule(draft, Channel.Approval.FINDING)
    draft.text = text
    draft.save()
    assert needed(draft, people.jana) == ([channel] if asks else [])


def test_answers_need_none(people: Cast, draft: Post) -> None:
    draft.form = Post.Form.REPLY
    assert not needed(draft, people.jana)


def test_an_approval_stands_until_the_next_save(people: Cast, draft: Post) -> None:
    approve(hand_in(draft, by=people.jana), by=people.anna)
    assert stands(draft)
    draft.revision += 1
    draft.save()
    assert stands(draft) is None


def _own_text(post: Post) -> None:
    post.versions.update(own_text="Etwas ganz anderes")


def _another_channel(post: Post) -> None:
    Version.objects.create(post=post, channel=factories.channel(post.library))


def _picture(post: Post) -> None:
    illustrated(post)


def _text(post: Post) -> None:
    Post.objects.filter(pk=post.pk).update(text="Unbemerkt geändert")


@pytest.mark.parametrize("change", [_own_text, _another_channel, _picture, _text])
def test_no_change_passes_however_it_is_made(people: Cast, draft: Post, change: Callable[[Post], None]) -> None:
    waiting = hand_in(draft, by=people.jana)
    change(draft)
    with pytest.raises(Declined):
        approve(waiting, by=people.anna)
    assert asked(draft) == waiting, "nothing was decided"


@pytest.mark.parametrize("change", [_own_text, _another_channel, _picture, _text])
def test_an_approval_ends_with_what_was_approved(people: Cast, draft: Post, change: Callable[[Post], None]) -> None:
    approve(hand_in(draft, by=people.jana), by=people.anna)
    change(draft)
    assert stands(draft) is None


def as_sender(post: Post, person: Person) -> Approval:
    Post.objects.filter(pk=post.pk).update(sender=person)
    return hand_in(post, by=post.sender)


def as_author(post: Post, person: Person) -> Approval:
    Authorship.objects.create(post=post, person=person)
    return hand_in(post, by=post.sender)


def as_writer(post: Post, person: Person) -> Approval:
    Post.objects.filter(pk=post.pk).update(written_by=[person.pk])
    return hand_in(post, by=post.sender)


def as_asker(post: Post, person: Person) -> Approval:
    return hand_in(post, by=person)


@pytest.mark.parametrize("hand", [as_sender, as_author, as_writer, as_asker])
@pytest.mark.parametrize("who", ["anna", "maria"])
def test_nobody_approves_what_they_had_a_hand_in(
    people: Cast, draft: Post, hand: Callable[[Post, Person], Approval], who: str
) -> None:
    person = getattr(people, who)
    waiting = Approval.objects.select_related("post").get(pk=hand(draft, person).pk)
    assert why_not(person, waiting) == OWN
    with pytest.raises(Declined):
        approve(waiting, by=person)
    with pytest.raises(Declined):
        return_to_author(waiting, by=person, answer="Nein")
    assert asked(draft) == waiting


@pytest.mark.parametrize("who", ["jana", "tom", "stranger"])
def test_only_the_editorial_group_approves(people: Cast, draft: Post, who: str) -> None:
    waiting = hand_in(draft, by=people.jana)
    with pytest.raises(Declined):
        approve(waiting, by=getattr(people, who))
    assert stands(draft) is None


def test_whom_it_concerns_is_told_the_branch_first(people: Cast, draft: Post) -> None:
    hand_in(draft, by=people.jana, word="Bitte bis Freitag")
    told = Notice.objects.get()
    assert (told.person, told.params) == (people.anna, {"person": "Jana Berg"}), "Anna works at Jana's branch, Maria does not"
    assert "Bitte bis Freitag" in told.excerpt


def test_of_a_newcomer_the_companion_is_asked_first(people: Cast, draft: Post) -> None:
    arrange(people.jana, people.maria, by=people.maria)
    hand_in(draft, by=people.jana)
    assert [told.person for told in Notice.objects.all()] == [people.maria], "and not Anna, who works at Jana's branch"


def test_who_is_away_is_not_asked_first(people: Cast, draft: Post) -> None:
    today = people.library.today
    Absence.objects.create(person=people.anna, starts=today, ends=today)
    hand_in(draft, by=people.jana)
    assert Notice.objects.get().person == people.maria


def test_where_nobody_is_left_to_look_it_is_said_before(people: Cast, draft: Post) -> None:
    Person.objects.filter(pk=people.anna.pk).update(role=Role.EMPLOYEE)
    draft.written_by = [people.maria.pk]
    draft.save()
    with pytest.raises(Declined, match="nobody who could approve"):
        hand_in(draft, by=people.jana)


def test_handing_in_twice_is_handing_in_once(people: Cast, draft: Post) -> None:
    first = hand_in(draft, by=people.jana)
    assert hand_in(draft, by=people.jana) == first
    assert Notice.objects.count() == 1


def test_handing_in_anew_takes_the_place_of_the_older_request(people: Cast, draft: Post) -> None:
    first = hand_in(draft, by=people.jana)
    second = hand_in(draft, by=people.jana, at=timezone.now() + timedelta(days=1))
    first.refresh_from_db()
    assert (first.state, second.state) == ("withdrawn", "asked")
    draft.refresh_from_db()
    assert draft.wished_at == second.for_at


def test_of_two_who_decide_at_once_the_second_is_told(people: Cast, draft: Post) -> None:
    waiting = hand_in(draft, by=people.jana)
    same = Approval.objects.get(pk=waiting.pk)
    approve(waiting, by=people.anna)
    with pytest.raises(Declined, match="Anna Weiß was faster"):
        return_to_author(same, by=people.maria, answer="Zu lang")
    assert stands(draft)


def test_a_returned_draft_comes_back_with_a_word(people: Cast, draft: Post) -> None:
    waiting = hand_in(draft, by=people.jana)
    with pytest.raises(Declined):
        return_to_author(waiting, by=people.anna, answer="  ")
    return_to_author(waiting, by=people.anna, answer="Bitte den Ort nennen")
    told = Notice.objects.get(person=people.jana)
    assert "Bitte den Ort nennen" in told.excerpt
    assert stands(draft) is None


def test_what_is_settled_asks_nobody_any_more(people: Cast, draft: Post) -> None:
    waiting = hand_in(draft, by=people.jana)
    other = Notice.objects.create(person=people.anna, words="x", path="/", key=f"approval:{waiting.pk}9")
    assert withdraw(draft, by=people.jana)
    assert not Notice.objects.unread_by(people.anna).exclude(pk=other.pk).exists()
    assert Notice.objects.unread_by(people.anna).filter(pk=other.pk).exists(), "another request's notice is left alone"
    assert not withdraw(draft, by=people.jana)


def test_an_approval_can_be_undone_by_who_gave_it(people: Cast, draft: Post) -> None:
    given = approve(hand_in(draft, by=people.jana), by=people.anna)
    assert not ask_again(given, by=people.maria)
    assert ask_again(given, by=people.anna)
    assert stands(draft) is None
    assert asked(draft) == given


def test_what_nobody_approved_in_time_lapses_and_both_sides_hear_of_it(people: Cast, draft: Post) -> None:
    at = timezone.now() + timedelta(hours=2)
    waiting = hand_in(draft, by=people.jana, at=at)
    assert lapse(waiting, now=at)
    assert not lapse(waiting, now=at)
    told = {notice.person for notice in Notice.objects.filter(read_at=None)}
    assert told == {people.jana, people.anna, people.maria}
    with pytest.raises(Declined):
        approve(waiting, by=people.anna)


def test_every_step_stands_in_the_history(people: Cast, draft: Post) -> None:
    return_to_author(hand_in(draft, by=people.jana), by=people.anna, answer="Kürzer")
    approve(hand_in(draft, by=people.jana), by=people.maria)
    verbs = list(HistoryEntry.objects.about(draft).order_by("pk").values_list("verb", "by_name"))
    assert verbs == [
        ("handed in", "Jana Berg"),
        ("returned", "Anna Weiß"),
        ("handed in", "Jana Berg"),
        ("approved", "Maria Sander"),
    ]


def test_a_copy_is_not_approved_by_who_wrote_the_original(people: Cast, draft: Post) -> None:
    Post.objects.update(sender=people.anna, written_by=[people.anna.pk])
    waiting = hand_in(duplicate(Post.objects.get(), by=people.jana), by=people.jana)
    assert why_not(people.anna, waiting) == OWN
    assert not why_not(people.maria, waiting)
