"""Answers come to the sender, else the stand-in, else the branch, else the editorial group (B20)."""

from datetime import timedelta

from django.utils import timezone

from tests import factories
from tests.inbox.saying import conversation_about, message_about, published
from tests.people import Cast
from theke.inbox.caring import assign
from theke.notices.models import Notice
from theke.people.models import Absence, Branch, Person


def away(person: Person, stand_in: Person | None = None) -> None:
    today = timezone.now().date()
    day = timedelta(days=1)
    Absence.objects.create(person=person, stand_in=stand_in, starts=today - day, ends=today + day)


def told() -> set[Person]:
    return {notice.person for notice in Notice.objects.all()}


def test_b20_the_sender_of_the_post_owns_what_comes_back(people: Cast) -> None:
    conversation = conversation_about(published(people.jana, factories.channel(people.library)))
    assert conversation.owner == people.jana
    assert told() == {people.jana}


def test_b20_an_absent_sender_is_stood_in_for(people: Cast) -> None:
    away(people.jana, people.tom)
    conversation = conversation_about(published(people.jana, factories.channel(people.library)))
    assert conversation.owner == people.tom
    assert conversation.assignments.get().why == "stand_in"


def test_b20_stand_ins_of_stand_ins_are_followed(people: Cast) -> None:
    away(people.jana, people.tom)
    away(people.tom, people.anna)
    assert conversation_about(published(people.jana, factories.channel(people.library))).owner == people.anna


def test_a_ring_of_stand_ins_ends(people: Cast) -> None:
    away(people.jana, people.tom)
    away(people.tom, people.jana)
    assert conversation_about(published(people.jana, factories.channel(people.library))).owner is None


def test_b20_without_stand_in_it_is_free_and_the_branch_is_told(people: Cast) -> None:
    away(people.jana)
    colleague = factories.person(people.library, name="Nele Krause", home_branch=people.harbour)
    conversation = conversation_about(published(people.jana, factories.channel(people.library)))
    assert conversation.owner is None
    assert told() == {colleague, people.anna}  # both at the harbour


def test_b20_an_empty_branch_leaves_it_to_the_editorial_group(people: Cast) -> None:
    empty = Branch.objects.create(library=people.library, name="Waldrand", shelf_code="WAL", slug="wald")
    people.jana.home_branch = empty
    people.jana.save()
    away(people.jana)
    conversation_about(published(people.jana, factories.channel(people.library)))
    assert told() == {people.anna, people.maria}


def test_who_has_left_gets_nothing(people: Cast) -> None:
    delivery = published(people.jana, factories.channel(people.library))
    Person.objects.filter(pk=people.jana.pk).update(left_at=timezone.now(), is_active=False)
    delivery.post.refresh_from_db()
    assert conversation_about(delivery).owner is None
    assert people.jana not in told()


def test_an_owner_who_took_it_keeps_it(people: Cast) -> None:
    delivery = published(people.jana, factories.channel(people.library))
    conversation = conversation_about(delivery)
    assign(conversation, people.tom, by=people.tom)
    assert message_about(delivery, "Hallo?").conversation.owner == people.tom


def test_another_library_never_hears_of_it(people: Cast) -> None:
    away(people.jana)
    conversation_about(published(people.jana, factories.channel(people.library)))
    assert people.stranger not in told()
