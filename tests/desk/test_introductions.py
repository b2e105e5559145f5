"""The first week of a new colleague: read off the facts, with a companion, and its end (A03, B18)."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.desk.weeks import practised, together, walked
from tests.guidelines.documents import in_force, today
from tests.people import Cast
from theke.channels.models import Channel
from theke.desk.accompanying import introducers_of
from theke.desk.first_week import first_week, own_progress
from theke.desk.setting_up import set_up
from theke.guidelines.confirming import confirm
from theke.notices.models import Notice
from theke.people.accompanying import arrange
from theke.people.introducing import introduce, is_new
from theke.people.models import Companionship, Library, Person
from theke.posts.models import Approval
from theke.publishing.models import Delivery, Kind


@pytest.fixture
def practice(people: Cast) -> Channel:
    return factories.channel(people.library)


@pytest.fixture
def website(people: Cast) -> Channel:
    return factories.channel(people.library, network_key="website", name="Website")


def fresh(person: Person) -> Person:
    found: Person = Person.objects.select_related("library").get(pk=person.pk)
    return found


def done(person: Person) -> str:
    """One letter a task, a point for what is not done."""
    return "".join(task.part[0] if task.done else "." for task in first_week(fresh(person)))


def told(person: Person) -> list[str]:
    return list(Notice.objects.unread_by(person).order_by("pk").values_list("words", flat=True))


def test_reading_and_the_profile_tick_themselves_off(client: Client, people: Cast, practice: Channel) -> None:
    assert done(people.jana) == "......"
    Person.objects.filter(pk=people.jana.pk).update(function="Auskunft", languages=["de"])
    assert done(people.jana) == ".r...."
    client.force_login(people.jana)
    assert client.get(reverse("desk:read_guideline")).headers["Location"] == reverse("guidelines:points")
    assert done(people.jana) == "rr...."


def test_every_layer_in_force_is_to_be_confirmed_and_to_have_been_there_is_not_enough(
    client: Client, people: Cast, practice: Channel
) -> None:
    """A03: what counts is the confirmation."""
    edition = in_force(people)
    client.force_login(people.jana)
    client.get(reverse("desk:read_guideline"))
    assert done(people.jana) == "......"
    confirm(people.jana, [edition.pk], today(people.library))
    assert done(people.jana) == "r....."


def test_the_tasks_are_ticked_by_what_the_practice_network_was_really_sent(people: Cast, practice: Channel) -> None:
    bare = factories.delivery(factories.post(people.jana, practice), practice, state="sent")
    assert done(people.jana) == "......", "a post without a described picture is not the task"
    practised(people.jana, practice, "picture")
    assert done(people.jana) == "..t..."
    practised(people.jana, practice, "answer")
    assert done(people.jana) == "..tt.."
    factories.delivery(bare.post, practice, kind=Kind.EDIT, purpose="edit:1", state="failed")
    assert done(people.jana) == "..tt..", "a change that failed is none"
    practised(people.jana, practice, "change")
    assert done(people.jana) == "..ttt."
    assert done(people.tom) == "......"


def test_on_a_channel_for_the_public_nothing_is_practised(people: Cast, practice: Channel, website: Channel) -> None:
    for task in ("picture", "answer", "change"):
        practised(people.jana, website, task)
    assert done(people.jana) == "......"


def test_without_a_practice_channel_the_tasks_are_left_out(people: Cast) -> None:
    assert [task.part for task in first_week(fresh(people.jana))] == ["read", "read", "real"]


def test_the_first_post_counts_when_somebody_else_had_a_hand_in_it(people: Cast, practice: Channel, website: Channel) -> None:
    alone = factories.delivery(factories.post(people.jana, website), website, state="sent")
    assert done(people.jana) == "......", "alone is not together"
    Delivery.objects.filter(pk=alone.pk).update(state="failed")
    post = alone.post
    post.remarks.create(by=people.anna, text="Schön!")
    assert done(people.jana) == "......", "it is not out yet"
    Delivery.objects.filter(pk=alone.pk).update(state="sent")
    assert done(people.jana) == ".....r"


def test_an_approved_first_post_counts_before_it_is_out(people: Cast, practice: Channel, website: Channel) -> None:
    post = factories.post(people.jana, practice)
    Approval.objects.create(
        post=post,
        revision=0,
        asked_by=people.jana,
        state=Approval.State.APPROVED,
        decided_by=people.anna,
        decided_at=post.saved_at,
    )
    assert done(people.jana) == "......", "on the practice network nothing is for real"
    together(people.jana, website, people.anna)
    assert done(people.jana) == ".....r"


def test_today_shows_the_card_until_the_introduction_ends(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    week = reverse("desk:own_first_week")
    ways = ("/", reverse("desk:settings"))
    assert [week in client.get(way).content.decode() for way in ways] == [True, True]
    assert client.get(week).status_code == 200
    introduce(people.jana, by=people.anna)
    assert [week in client.get(way).content.decode() for way in ways] == [False, False]


def test_who_has_done_all_asks_for_the_end_and_the_card_is_gone(client: Client, people: Cast, website: Channel) -> None:
    client.force_login(people.jana)
    end = reverse("desk:ask_for_the_end")
    client.post(end)
    assert told(people.anna) == [], "not before all is done"
    walked(people.jana, website, people.anna)
    assert 'id="ask-for-the-end"' in client.get(reverse("desk:own_first_week")).content.decode()
    client.post(end)
    assert "asks for the end" in told(people.anna)[0] and own_progress(fresh(people.jana)) is None
    client.post(end)
    assert len(told(people.anna)) == 1


def test_those_who_introduce_are_asked_the_companion_first(people: Cast) -> None:
    assert introducers_of(people.jana) == [people.anna], "the editor of her branch"
    introduce(people.tom, by=people.anna)
    arrange(people.jana, people.tom, by=people.maria)
    assert introducers_of(people.jana) == [people.maria], "the companion cannot, who chose him can"
    arrange(people.jana, people.maria, by=people.anna)
    assert set(introducers_of(people.jana)) == {people.maria, people.anna}


def test_an_editor_ends_the_introduction_from_today_in_one_tap_and_can_undo_it(
    client: Client, people: Cast, website: Channel
) -> None:
    arrange(people.jana, people.anna, by=people.maria)
    client.force_login(people.anna)
    path = reverse("desk:introduction", args=[people.jana.pk])
    page = client.get("/").content.decode()
    assert reverse("desk:first_week", args=[people.jana.pk]) in page and path not in page
    walked(people.jana, website, people.anna)
    assert path in client.get("/").content.decode()
    page = client.post(path, follow=True).content.decode()
    assert not is_new(people.jana) and 'name="again"' in page
    client.post(path, {"again": "1"})
    assert is_new(people.jana)


def test_the_list_of_colleagues_leads_to_the_week_of_who_is_new(client: Client, people: Cast) -> None:
    client.force_login(people.anna)
    week = reverse("desk:first_week", args=[people.jana.pk])
    assert week in client.get(reverse("people:colleagues")).content.decode()
    assert 'id="introduce"' in client.get(week).content.decode()
    assert client.get(reverse("desk:introduction", args=[people.jana.pk])).headers["Location"] == week


@pytest.mark.parametrize(("who", "status"), [("jana", 200), ("tom", 403), ("anna", 200), ("maria", 200), ("stranger", 404)])
def test_the_week_is_seen_by_its_owner_and_by_those_who_introduce(client: Client, people: Cast, who: str, status: int) -> None:
    client.force_login(getattr(people, who))
    assert client.get(reverse("desk:first_week", args=[people.jana.pk])).status_code == status


def test_the_companion_sees_the_week_and_the_drafts(client: Client, people: Cast) -> None:
    introduce(people.tom, by=people.anna)
    arrange(people.jana, people.tom, by=people.anna)
    draft = factories.post(people.jana, text="Mein erster Beitrag")
    client.force_login(people.tom)
    page = client.get(reverse("desk:first_week", args=[people.jana.pk])).content.decode()
    assert reverse("posts:edit", args=[draft.uuid]) in page and 'id="introduce"' not in page


def test_an_editor_chooses_a_companion_who_is_told_and_can_undo_it(client: Client, people: Cast) -> None:
    client.force_login(people.maria)
    path = reverse("desk:companion", args=[people.jana.pk])
    page = client.post(path, {"companion": people.anna.pk}, follow=True).content.decode()
    assert Companionship.objects.get().agreed_at and 'name="nobody"' in page
    assert "you are their companion" in told(people.anna)[0] and "is your companion" in told(people.jana)[0]
    client.post(path, {"nobody": "1"})
    assert not Companionship.objects.exists() and told(people.anna) == [] == told(people.jana)


@pytest.mark.parametrize("yes", [True, False])
def test_a_newcomer_asks_and_the_other_answers(client: Client, people: Cast, yes: bool) -> None:
    introduce(people.tom, by=people.anna)
    path = reverse("desk:companion", args=[people.jana.pk])
    client.force_login(people.jana)
    client.post(path, {"companion": people.tom.pk})
    assert Companionship.objects.get().agreed_at is None and "asks you" in told(people.tom)[0]
    client.force_login(people.tom)
    assert 'id="agree"' in client.get(reverse("desk:first_week", args=[people.jana.pk])).content.decode()
    client.post(path, {"answer": "yes" if yes else "no"})
    assert Companionship.objects.filter(agreed_at__isnull=False).exists() is yes
    assert told(people.tom) == [] and ("is your companion" in told(people.jana)[0]) is yes


def test_nobody_is_chosen_by_mistake(client: Client, people: Cast) -> None:
    client.force_login(people.anna)
    path = reverse("desk:companion", args=[people.jana.pk])
    for wrong in ("", str(people.tom.pk), str(people.jana.pk), str(people.stranger.pk), "x"):
        assert client.post(path, {"companion": wrong}).status_code == 422
    client.force_login(people.tom)
    assert client.post(path, {"companion": people.anna.pk}).status_code == 403
    assert not Companionship.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("jana", 403), ("tom", 403), ("stranger", 404)])
def test_who_may_not_introduce_cannot_by_a_crafted_request(client: Client, people: Cast, who: str, status: int) -> None:
    client.force_login(getattr(people, who))
    path = reverse("desk:introduction", args=[people.tom.pk])
    assert [client.get(path).status_code, client.post(path).status_code] == [status, status]
    assert is_new(people.tom)


def test_nobody_introduces_themselves(client: Client, people: Cast) -> None:
    client.force_login(people.anna)
    assert client.post(reverse("desk:introduction", args=[people.anna.pk])).status_code == 404 and is_new(people.anna)


@pytest.mark.django_db
def test_the_founder_is_not_new() -> None:
    assert not Library.objects.exists()
    library = {"name": "Bücherei", "municipality": "", "language": "de", "time_zone": "Europe/Berlin"}
    founder = set_up(library, {"name": "Haus", "shelf_code": "HAU"}, {"email": "a@x.example", "password": "p", "name": "Ada"})
    assert not is_new(founder)
