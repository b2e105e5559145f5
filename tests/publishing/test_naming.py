"""Whoever takes their private name back is named no longer, in nothing that is planned (B22, B27, R29)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.guidelines.test_policies import answered
from tests.publishing.conftest import World
from theke.channels.models import Channel
from theke.guidelines.handling import agree, enter, handle_of
from theke.notices.models import Notice
from theke.people.models import HistoryEntry, Person
from theke.posts.checking import findings
from theke.posts.models import Override, Post, Version
from theke.publishing.changing import edit
from theke.publishing.guarding import NAMED
from theke.publishing.models import Delivery, State
from theke.publishing.naming import is_named
from theke.publishing.pausing import end, pause, resume, to_draft
from theke.publishing.planning import NotPlanned
from theke.publishing.scheduling import schedule
from theke.publishing.telling import UNNAMED
from theke.publishing.withdrawing import NAMED_IN_DRAFT, NAMED_IN_PUBLIC, TO_UNNAME, withdraw_name

pytestmark = pytest.mark.django_db
NAME = "janaliest@welt.example"
SAID = "Mehr davon erzählt @JanaLiest@welt.example."
PLAIN = "Am Samstag wird vorgelesen."


@pytest.fixture
def jana(world: World) -> Person:
    """She has agreed twice to be named, also in her signature."""
    answered(world.people, accounts="open", signing="signed", reposts="allowed")
    enter(world.people.jana, NAME)
    assert agree(world.people.jana)
    return world.people.jana


def planned(by: Person, *channels: Channel, **fields: str) -> Post:
    post = factories.post(by, *channels, **{"text": PLAIN} | fields)
    for one in findings(post):
        Override.objects.create(post=post, rule=one.rule, finding=one.fingerprint, reason="So gewollt", by=by)
    schedule(post, at=timezone.now() + timedelta(days=3), by=by)
    return post


def held(post: Post) -> list[bool]:
    return [one.is_held for one in Delivery.objects.filter(post=post).order_by("pk")]


def out(world: World, text: str, **fields: object) -> Post:
    post = world.post(text=text, released_at=timezone.now())
    payload = {"text": text, "title": "", "warning": "", "lang": "de", "kind": "library", "media": []}
    factories.delivery(post, world.channel, state=State.SENT, remote={"id": str(post.pk)}, payload=payload, **fields)
    return post


def told(person: Person, words: str) -> list[Notice]:
    return list(Notice.objects.filter(person=person, words=words))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Danke, @janaliest@welt.example!", True),
        ("Siehe https://welt.example/@JanaLiest.", True),
        ("Danke, @janaliest@anderswo.example!", False),
        ("janaliest und post@janaliest.example", False),
    ],
)
def test_a_name_is_known_however_it_is_written(text: str, found: bool) -> None:
    assert is_named(NAME, [PLAIN, text]) is found


def test_what_is_planned_and_names_them_waits_and_its_people_are_told(world: World, jana: Person) -> None:
    in_text, other = planned(world.people.tom, world.channel, text=SAID), planned(world.people.tom, world.channel)
    assert [use.post for use in withdraw_name(jana)] == [in_text]
    assert handle_of(jana) is None
    assert held(in_text) == [True] and held(other) == [False]
    (notice,) = told(world.people.tom, UNNAMED)
    assert notice.path == reverse("publishing:pause")
    assert not HistoryEntry.objects.filter(details__icontains="janaliest").exists()


def test_only_the_channel_whose_own_words_name_them_waits(world: World, jana: Person) -> None:
    second = world.channel_of(name="Zweiter")
    post = factories.post(world.people.tom, world.channel, second, text=PLAIN)
    Version.objects.filter(channel=second).update(own_text=SAID)
    schedule_past(post, world.people.tom)
    withdraw_name(jana)
    waiting = {one.channel: one.is_held for one in Delivery.objects.filter(post=post)}
    assert waiting == {world.channel: False, second: True}


def schedule_past(post: Post, by: Person) -> None:
    for one in findings(post):
        Override.objects.create(post=post, rule=one.rule, finding=one.fingerprint, reason="So gewollt", by=by)
    schedule(post, at=timezone.now() + timedelta(days=3), by=by)


def test_a_signature_and_a_first_comment_count_too(world: World, jana: Person) -> None:
    signing = world.channel_of(signature=Channel.Signature.NAME_BRANCH)
    signed, commented = planned(jana, signing), planned(world.people.tom, world.channel)
    below = Delivery.objects.get(post=commented)
    factories.delivery(
        commented, world.channel, part=1, follows=below, due_at=below.due_at, payload={"text": SAID, "below": True, "media": []}
    )
    withdraw_name(jana)
    assert held(signed) == [True] and held(commented) == [False, True]


@pytest.mark.parametrize("state", [State.HAND, State.LATE, State.FAILED, State.DROPPED])
def test_what_a_person_could_still_send_as_it_was_fixed_waits_too(world: World, jana: Person, state: State) -> None:
    post = planned(world.people.tom, world.channel, text=SAID)
    Delivery.objects.update(state=state)
    withdraw_name(jana)
    assert held(post) == [True]


@pytest.mark.parametrize("paused", [False, True])
def test_it_goes_out_only_after_it_has_been_a_draft_with_a_signature_written_anew(
    world: World, jana: Person, paused: bool
) -> None:
    signing = world.channel_of(signature=Channel.Signature.NAME_BRANCH)
    post = planned(jana, signing)
    assert "janaliest" in Delivery.objects.get(post=post).payload["text"]
    if paused:
        pause(jana.library, by=world.people.maria, why="Unglück")  # type: ignore[arg-type]
    withdraw_name(jana)
    if paused:
        end(jana.library, by=world.people.maria)  # type: ignore[arg-type]
    client = Client()
    client.force_login(jana)
    page = client.get(reverse("publishing:pause")).text
    assert 'value="draft"' in page and 'value="send"' not in page and 'value="move"' not in page
    with pytest.raises(NotPlanned) as said:
        resume(post, by=jana)
    assert said.value.words == NAMED
    assert to_draft(post, by=jana)
    schedule_past(Post.objects.get(pk=post.pk), jana)
    again = Delivery.objects.filter(post=post).latest("pk")
    assert "janaliest" not in again.payload["text"] and "Jana Berg" in again.payload["text"]


def test_what_is_public_is_listed_with_its_change_and_its_removal(world: World, jana: Person) -> None:
    post, plain = out(world, SAID), out(world, PLAIN)
    Post.objects.filter(pk=post.pk).update(sender=world.people.tom)
    client = Client()
    client.force_login(jana)
    page = client.post(reverse("publishing:name_withdrawal"), follow=True).text
    assert reverse("publishing:page", args=[post.uuid]) in page and str(plain.uuid) not in page
    assert reverse("publishing:changes", args=[post.uuid]) not in page, "it is Tom's"
    for person, words in ((world.people.tom, NAMED_IN_PUBLIC), (world.people.anna, TO_UNNAME), (world.people.maria, TO_UNNAME)):
        (notice,) = told(person, words)
        client.force_login(person)
        shown = client.get(notice.path).text
        assert reverse("publishing:changes", args=[post.uuid]) in shown, person
        assert reverse("publishing:removals", args=[post.uuid]) in shown and str(plain.uuid) not in shown
    client.force_login(world.people.stranger)
    assert str(post.uuid) not in client.get(notice.path).text


def test_what_was_changed_since_no_longer_counts_and_a_change_that_brought_it_in_does(world: World, jana: Person) -> None:
    Channel.objects.update(signature=Channel.Signature.NONE)
    gone, come = out(world, SAID), out(world, PLAIN)
    for post, text in ((gone, PLAIN), (come, SAID)):
        Post.objects.filter(pk=post.pk).update(text=text)
        fresh = Post.objects.get(pk=post.pk)
        for one in findings(fresh):
            Override.objects.create(post=fresh, rule=one.rule, finding=one.fingerprint, reason="So gewollt", by=jana)
        edit(fresh, by=jana)
    Delivery.objects.update(state=State.SENT)
    assert [use.post for use in withdraw_name(jana)] == [come]


def test_a_draft_that_names_them_is_brought_to_its_author(world: World, jana: Person) -> None:
    draft = factories.post(world.people.tom, world.channel, text=SAID)
    factories.post(world.people.tom, world.channel, text=PLAIN)
    withdraw_name(jana)
    (notice,) = told(world.people.tom, NAMED_IN_DRAFT["draft"])
    assert notice.path == reverse("posts:edit", args=[draft.uuid])


def test_many_posts_are_told_of_in_few_notices_whose_addresses_fit(world: World, jana: Person) -> None:
    for _number in range(32):
        out(world, SAID)
    withdraw_name(jana)
    notices = told(world.people.anna, TO_UNNAME)
    assert len(notices) == 2
    client = Client()
    client.force_login(world.people.anna)
    assert sum(client.get(one.path).text.count("/changes/") for one in notices) == 32


def test_without_a_name_nothing_happens_and_another_library_is_left_alone(world: World, jana: Person) -> None:
    assert world.people.stranger.library is not None
    theirs = factories.post(world.people.stranger, factories.channel(world.people.stranger.library), text=SAID)
    assert withdraw_name(world.people.tom) == [] and withdraw_name(jana) == []
    assert Post.objects.get(pk=theirs.pk).text == SAID and not Notice.objects.filter(person=world.people.stranger).exists()


@pytest.mark.parametrize("junk", ["", "x", "9" * 40, "-1,0,²", "1," * 5000])
def test_odd_addresses_give_an_ordinary_answer(world: World, junk: str) -> None:
    client = Client()
    client.force_login(world.people.jana)
    assert client.get(reverse("publishing:named"), {"posts": junk}).status_code == 200
