"""What stands in the calendar, and what does not: A12, E25."""

from datetime import timedelta
from typing import Any

import pytest

from tests import factories
from tests.calendar.diary import on, out, planned, slot
from tests.people import Cast
from theke.calendar.gathering import Row, rows_between
from theke.calendar.narrowing import Filters
from theke.people.models import Person
from theke.posts.models import Approval, Authorship, Post, Topic
from theke.publishing.models import Delivery, Kind, State
from theke.publishing.scheduling import cancel


def rows(people: Cast, **chosen: list[Any]) -> list[Row]:
    filters = Filters.read({name: [str(one) for one in values] for name, values in chosen.items()}, people.library)
    return rows_between(people.library, on(0, "00:00"), on(7, "00:00"), filters)


def states(people: Cast, **chosen: list[Any]) -> list[str]:
    return [row.state for row in rows(people, **chosen)]


def test_a_draft_stands_at_the_moment_its_author_has_in_mind(people: Cast) -> None:
    """E25: drafts muted, planned solid, published ticked, failed red; here the states they are told from."""
    draft = factories.post(people.jana, factories.channel(people.library), wished_at=on(1))
    factories.post(people.jana, wished_at=None)
    assert [(row.post, row.at, row.state) for row in rows(people)] == [(draft.pk, on(1), "draft")]


def test_an_empty_draft_and_one_in_the_bin_do_not_stand_there(people: Cast) -> None:
    factories.post(people.jana, wished_at=on(1), text="")
    factories.post(people.jana, wished_at=on(1), binned_at=on(0))
    assert rows(people) == []


def test_a_post_that_was_handed_in_is_told_from_a_draft(people: Cast) -> None:
    post = factories.post(people.jana, wished_at=on(1))
    Approval.objects.create(post=post, revision=0, asked_by=people.jana, for_at=on(1))
    assert states(people) == ["asked"]


@pytest.mark.parametrize("state", [State.DUE, State.SENDING, State.SENT, State.FAILED, State.ASK, State.LATE, State.DROPPED])
def test_every_state_of_the_ledger_is_shown(people: Cast, state: State) -> None:
    out(people.jana, factories.channel(people.library), on(2), state=state)
    assert states(people) == [state]


def test_what_was_taken_out_of_the_plan_is_gone(people: Cast) -> None:
    post = planned(people.jana, factories.channel(people.library), on(2))
    assert states(people) == ["due"]
    cancel(post, by=people.jana)
    assert states(people) == []


def test_a_post_on_three_channels_is_one_entry_with_the_worst_of_its_states(people: Cast) -> None:
    channels = [factories.channel(people.library, name=name) for name in "ABC"]
    post = factories.post(people.jana, *channels, released_at=on(0))
    for channel, state in zip(channels, (State.SENT, State.FAILED, State.SENT), strict=True):
        factories.delivery(post, channel, state=state, due_at=on(1))
    found = rows(people)
    assert [(row.state, set(row.channels)) for row in found] == [("failed", {channel.pk for channel in channels})]


def test_a_removed_post_is_called_removed(people: Cast) -> None:
    channel = factories.channel(people.library)
    post = out(people.jana, channel, on(1))
    original = Delivery.objects.get(post=post)
    removal = {"kind": Kind.REMOVE, "purpose": "remove:1", "original": original, "state": State.SENT}
    factories.delivery(post, channel, due_at=on(2), **removal)
    assert states(people) == ["removed"]


def test_answers_are_not_posts(people: Cast) -> None:
    out(people.jana, factories.channel(people.library), on(1), form=Post.Form.REPLY)
    assert rows(people) == []


def test_another_library_sees_nothing_of_it(people: Cast) -> None:
    channel = factories.channel(people.library)
    planned(people.jana, channel, on(1))
    factories.post(people.jana, channel, wished_at=on(1))
    assert people.stranger.library is not None
    assert rows_between(people.stranger.library, on(0, "00:00"), on(7, "00:00"), Filters()) == []


def test_the_last_minute_of_sunday_is_in_and_monday_is_out(people: Cast) -> None:
    channel = factories.channel(people.library)
    planned(people.jana, channel, on(6, "23:59"), text="drin")
    planned(people.jana, channel, on(7, "00:00"), text="draußen")
    assert [Post.objects.get(pk=row.post).text for row in rows(people)] == ["drin"]


def of(people: Cast, person: Person, **fields: object) -> Post:
    return factories.post(person, wished_at=on(1), **fields)


def test_narrowed_to_a_branch_its_channels_and_its_people_are_seen(people: Cast) -> None:
    """E28: filter by branch and network."""
    harbours = factories.channel(people.library, branch=people.harbour)
    by_channel = planned(people.tom, harbours, on(1))
    by_sender = of(people, people.jana)
    of(people, people.tom)
    assert {row.post for row in rows(people, branch=[people.harbour.pk])} == {by_channel.pk, by_sender.pk}


def test_narrowed_to_a_channel_a_person_or_a_topic(people: Cast) -> None:
    channel, other = factories.channel(people.library), factories.channel(people.library)
    topic = Topic.objects.create(library=people.library, name="Lesen")
    here = planned(people.tom, channel, on(1))
    planned(people.tom, other, on(2))
    together = of(people, people.tom)
    Authorship.objects.create(post=together, person=people.anna)
    together.topics.add(topic)
    assert [row.post for row in rows(people, channel=[channel.pk])] == [here.pk]
    assert [row.post for row in rows(people, person=[people.anna.pk])] == [together.pk]
    assert [row.post for row in rows(people, topic=[topic.pk])] == [together.pk]


def test_narrowed_to_states(people: Cast) -> None:
    channel = factories.channel(people.library)
    out(people.jana, channel, on(1), state=State.FAILED)
    out(people.jana, channel, on(2))
    of(people, people.jana)
    assert states(people, state=["trouble"]) == ["failed"]
    assert states(people, state=["draft", "published"]) == ["draft", "sent"]


def test_a_filter_of_another_library_or_nonsense_counts_as_none(people: Cast) -> None:
    strangers = factories.channel(people.stranger.library)  # type: ignore[arg-type]
    assert not Filters.read({"channel": [str(strangers.pk)]}, people.library)
    for junk in ("9" * 400, "-1", "x", "\x00", "²", "9" * 18):
        assert not Filters.read({"channel": [junk], "branch": [junk], "state": [junk]}, people.library)


def test_a_filter_is_taken_off_by_its_chip(people: Cast) -> None:
    chosen = {"branch": [str(people.harbour.pk), str(people.south.pk)], "state": ["draft"]}
    chips = Filters.read(chosen, people.library).chips
    assert [chip.words for chip in chips][:2] == ["Hafen", "Südstadt"]
    assert chips[0].query == f"branch={people.south.pk}&state=draft"
    assert Filters.read({"state": ["draft"]}, people.library).chips[0].query == "clear=1"


def test_rows_stand_in_the_order_of_time(people: Cast) -> None:
    channel = factories.channel(people.library)
    late, early = planned(people.jana, channel, on(1, "18:00")), of(people, people.jana)
    slot(people.library)
    assert [row.post for row in rows(people)] == [early.pk, late.pk]
    assert rows(people)[0].at + timedelta(hours=8) == rows(people)[1].at


def test_what_waits_for_a_persons_word_is_told_from_what_is_planned(people: Cast) -> None:
    """R51: paused, or over a picture; a part of a post that waits tells for the whole of it."""
    channel, other = factories.channel(people.library), factories.channel(people.library)
    post = planned(people.jana, channel, on(1))
    factories.delivery(post, other, due_at=on(1))
    assert states(people) == ["due"]
    Delivery.objects.filter(channel=other).update(held_at=on(0))
    assert states(people) == ["held"]
    assert states(people, state=["trouble"]) == ["held"] and states(people, state=["planned"]) == []
    Delivery.objects.filter(channel=other).update(state=State.SENT)
    assert states(people) == ["due"], "what has gone out waits for nobody"
