"""Changes and removals, channel by channel: A24, B13."""

import pytest

from tests.publishing.conftest import World
from tests.publishing.network import accepts, answers, loses_the_answer
from theke.channels.models import Channel
from theke.networks.base import Limits
from theke.people.models import HistoryEntry
from theke.publishing import queueing
from theke.publishing.changing import edit, may_change, possible, remove
from theke.publishing.models import Delivery, Kind, State
from theke.publishing.planning import NotPlanned
from theke.publishing.scheduling import Hindered
from theke.publishing.sending import deliver

pytestmark = pytest.mark.django_db(transaction=True)


def out(world: World, *channels: Channel, **fields: object) -> Delivery:
    made = world.deliveries(*channels, **fields)  # type: ignore[arg-type]
    for one in made:
        deliver(one.pk)
    return made[0]


def test_a_change_reaches_every_channel_that_can_and_is_told_where_it_cannot(world: World) -> None:
    stubborn = world.channel_of(name="Ohne Ändern", limits=Limits(can=frozenset({"text", "remove"})))
    post = out(world, world.channel, stubborn).post
    words = {here.channel.name: here.edit.get("words", "") for here in possible(post)}
    assert words["Übungskanal"] == ""
    assert words["Ohne Ändern"]
    post.text = "Am Sonntag wird vorgelesen."
    post.save()
    made = edit(post, by=world.people.jana)
    assert [(one.kind, one.channel, one.purpose) for one in made] == [(Kind.EDIT, world.channel, "edit:1")]
    assert deliver(made[0].pk) == State.SENT
    assert {text.split("\n")[0] for text in world.network.texts} == {
        "Am Sonntag wird vorgelesen.",
        "Am Samstag wird vorgelesen.",
    }
    assert Delivery.objects.get(channel=world.channel, kind=Kind.POST).latest_payload["text"].startswith("Am Sonntag")


def test_nothing_changed_makes_no_call(world: World) -> None:
    post = out(world).post
    with pytest.raises(NotPlanned):
        edit(post, by=world.people.jana)


def test_the_guideline_holds_for_changes_too(world: World) -> None:
    world.channel.limits_read = Limits(text_max=200, can=frozenset({"edit"})).as_json()
    world.channel.save()
    post = out(world).post
    post.text = "x" * 400
    post.save()
    with pytest.raises(Hindered):
        edit(post, by=world.people.jana)


def test_a_second_change_replaces_one_that_has_not_begun_and_waits_for_one_under_way(world: World) -> None:
    post = out(world).post
    for text in ("Zweite Fassung", "Dritte Fassung"):
        post.text = text
        post.save()
        edit(post, by=world.people.jana)
    second, third = Delivery.objects.filter(kind=Kind.EDIT).order_by("pk")
    assert (second.state, third.state) == (State.CANCELLED, State.DUE)
    world.network.next_writes = [loses_the_answer]
    deliver(third.pk)
    post.text = "Vierte Fassung"
    post.save()
    fourth = edit(post, by=world.people.jana)[0]
    assert fourth.follows == third
    assert deliver(fourth.pk) is None


def test_a_removal_has_its_reason_and_its_result_on_each_channel(world: World) -> None:
    other = world.channel_of(name="Zweiter")
    post = out(world, world.channel, other).post
    made = remove(post, by=world.people.jana, reason="Falsches Datum")
    world.network.next_writes = [accepts, answers(403)]
    for one in made:
        deliver(one.pk)
    states = dict(Delivery.objects.filter(kind=Kind.REMOVE).values_list("channel__name", "state"))
    assert sorted(states.values()) == [State.FAILED, State.SENT]
    assert HistoryEntry.objects.get(verb="removed").details["reason"] == "Falsches Datum"
    assert Delivery.objects.filter(post=post).standing().count() == 1


def test_what_is_gone_on_the_network_counts_as_removed_and_a_lost_answer_is_found(world: World) -> None:
    first = out(world)
    world.network.statuses.clear()
    assert deliver(remove(first.post, by=world.people.jana, reason="x")[0].pk) == State.SENT
    second = out(world)
    world.network.next_writes = [loses_the_answer]
    removal = remove(second.post, by=world.people.jana, reason="x")[0]
    assert deliver(removal.pk) == State.SENDING
    Delivery.objects.filter(pk=removal.pk).update(retry_at=None)
    assert deliver(removal.pk) == State.SENT


def test_removing_cancels_what_is_still_due_and_only_on_the_channels_chosen(world: World) -> None:
    other = world.channel_of(position=9)
    first, second = world.deliveries(world.channel, other)
    deliver(first.pk)
    remove(first.post, by=world.people.jana, reason="x", channels=[other])
    second.refresh_from_db()
    assert second.state == State.CANCELLED
    assert Delivery.objects.filter(post=first.post).standing().count() == 1


def test_a_chain_is_removed_from_its_end(world: World) -> None:
    first = out(world, text="Eins\n---\nZwei")
    remove(first.post, by=world.people.jana, reason="x")
    queueing.run(world.channel.pk)
    assert [path for method, path, _at in world.network.calls if path.endswith("/remove")] == [
        "/practice/api/statuses/2/remove",
        "/practice/api/statuses/1/remove",
    ]


def test_the_sender_and_the_editorial_group_may_change_and_nobody_else(world: World) -> None:
    people, post = world.people, out(world).post
    allowed = [
        person.name
        for person in (people.jana, people.tom, people.anna, people.maria, people.stranger)
        if may_change(person, post)
    ]
    assert allowed == ["Jana Berg", "Anna Weiß", "Maria Sander"]
