"""Leaving: every right ends in one step, and nothing is left to nobody in silence (B15)."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.calendar.models import FeedKey
from theke.channels.models import Channel
from theke.desk.departing import depart, open_things
from theke.guidelines.handling import agree, enter, handle_of
from theke.inbox.models import Assignment, Contact, Conversation
from theke.notices.models import Notice
from theke.people.models import Absence, HistoryEntry, Person
from theke.posts.models import Approval, Post, Writing
from theke.publishing.guarding import NAMED
from theke.publishing.models import Delivery


class Left:
    """What Jana has when she leaves."""

    def __init__(self, people: Cast) -> None:
        today = people.library.today
        self.kept = factories.channel(people.library, name="Mit Vertretung", responsible=people.jana, deputy=people.tom)
        self.alone = factories.channel(people.library, name="Ohne Vertretung", responsible=people.jana)
        who = Contact.objects.create(library=people.library, network_key="practice", remote_id="1", name="Mara")
        self.talk = Conversation.objects.create(
            library=people.library, channel=self.kept, root="1", with_contact=who, owner=people.jana
        )
        self.draft = factories.post(people.jana, self.kept)
        self.approval = Approval.objects.create(post=self.draft, revision=1, asked_by=people.jana)
        Writing.objects.create(post=self.draft, person=people.jana)
        released = factories.post(people.jana, self.kept, released_at=timezone.now())
        self.planned = factories.delivery(released, self.kept, due_at=timezone.now() + timedelta(days=2))
        self.away = Absence.objects.create(person=people.anna, stand_in=people.jana, starts=today, ends=today)
        FeedKey.objects.create(person=people.jana, token="x" * 64)

    def again(self) -> None:
        for thing in (self.kept, self.alone, self.talk, self.draft, self.approval, self.planned, self.away):
            thing.refresh_from_db()


@pytest.fixture
def left(people: Cast) -> Left:
    return Left(people)


COUNTS = {"conversations": 1, "planned": 1, "drafts": 1, "waiting": 1, "channels": 2, "stand_ins": 1}


def told() -> set[str]:
    return set(Notice.objects.values_list("person__name", flat=True))


def test_without_a_successor_it_is_handed_back_in_the_open(people: Cast, left: Left) -> None:
    assert open_things(people.jana, timezone.now()) == COUNTS
    depart(people.jana, by=people.maria, now=timezone.now())
    left.again()
    assert left.kept.responsible == people.tom and left.alone.responsible is None and left.talk.owner is None
    assert Assignment.objects.get(conversation=left.talk).why == "freed"
    assert left.planned.state == "due" and left.planned.post.sender == people.jana
    assert (
        HistoryEntry.objects.about(left.alone).exists() and HistoryEntry.objects.about(people.jana).get().details["drafts"] == 1
    )
    assert left.away.stand_in is None and told() == {"Anna Weiß"}
    assert not FeedKey.objects.exists() and not Writing.objects.exists()


def test_b22_a_private_name_is_deleted_with_the_last_day(people: Cast) -> None:
    enter(people.jana, "janaliest")
    agree(people.jana)
    depart(people.jana, by=people.maria, now=timezone.now())
    assert handle_of(people.jana) is None


def test_b27_what_is_planned_with_the_private_name_waits_for_somebodys_word(people: Cast, left: Left) -> None:
    enter(people.jana, "janaliest@welt.example")
    agree(people.jana)
    payload = left.planned.payload | {"text": "Fragen an @janaliest@welt.example"}
    Delivery.objects.filter(pk=left.planned.pk).update(payload=payload)
    depart(people.jana, by=people.maria, now=timezone.now())
    left.again()
    assert left.planned.is_held and left.planned.trouble == {"words": NAMED}


def test_a_successor_gets_what_was_left_and_is_told_once(people: Cast, left: Left) -> None:
    depart(people.jana, by=people.maria, now=timezone.now(), successor=people.anna)
    left.again()
    assert left.talk.owner == people.anna and left.draft.sender == people.anna and left.approval.state == "withdrawn"
    assert left.kept.responsible == people.tom and left.alone.responsible == people.anna
    assert left.planned.post.sender == people.jana and left.planned.state == "due"
    assert Notice.objects.filter(person=people.anna, words__contains="take over").count() == 1


def test_planned_posts_may_become_drafts_of_the_successor(people: Cast, left: Left) -> None:
    depart(people.jana, by=people.maria, now=timezone.now(), successor=people.tom, planned_go_out=False)
    left.again()
    post = Post.objects.get(pk=left.planned.post_id)
    assert left.planned.state == "cancelled" and post.released_at is None and post.sender == people.tom


def test_a_successor_is_not_their_own_deputy(people: Cast) -> None:
    channel = factories.channel(people.library, responsible=people.anna, deputy=people.jana)
    depart(people.jana, by=people.maria, now=timezone.now(), successor=people.anna)
    assert Channel.objects.get(pk=channel.pk).deputy is None


def given(**more: Any) -> dict[str, Any]:
    return {"planned": "out", "successor": ""} | more


def test_the_page_counts_first_and_reports_afterwards(client: Client, people: Cast, left: Left) -> None:
    client.force_login(people.maria)
    path = reverse("desk:departure", args=[people.jana.pk])
    assert "end-access" in client.get(path).content.decode() and Person.objects.get(pk=people.jana.pk).is_active
    page = client.post(path, given(successor=people.tom.pk), follow=True).content.decode()
    assert people.tom.name in page and Person.objects.get(pk=people.jana.pk).left_at is not None
    assert client.post(path, given()).status_code == 404, "a second press finds nobody"
    assert client.get(reverse("desk:departed", args=[people.tom.pk])).status_code == 404


@pytest.mark.parametrize("wrong", [{"planned": "drafts"}, {"planned": "junk"}, {"successor": "junk"}, {"successor": "9" * 30}])
def test_a_wrong_answer_is_refused_at_the_field_and_nobody_leaves(
    client: Client, people: Cast, left: Left, wrong: dict[str, str]
) -> None:
    client.force_login(people.maria)
    path = reverse("desk:departure", args=[people.jana.pk])
    for also in ({}, {"successor": str(people.stranger.pk)}, {"successor": str(people.jana.pk)}):
        assert b"error-summary" in client.post(path, given(**wrong) | also).content
    assert Person.objects.get(pk=people.jana.pk).is_active


@pytest.mark.parametrize(("who", "status"), [("jana", 403), ("anna", 403), ("stranger", 404)])
def test_only_managers_of_the_library_see_the_report(client: Client, people: Cast, who: str, status: int) -> None:
    depart(people.tom, by=people.maria, now=timezone.now())
    client.force_login(getattr(people, who))
    assert client.get(reverse("desk:departed", args=[people.tom.pk])).status_code == status
