"""Remarks on a draft: everybody may, whoever is named is told, and none of them has a way out (A15, A18, A27)."""

from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.notices.models import Notice
from theke.people.models import Person
from theke.posts.checking import draft_of
from theke.posts.models import Post, Remark
from theke.posts.remarking import colleagues_of, delete, mentioned_in, remark, reopen, settle
from theke.publishing.fixing import payloads_of
from theke.publishing.scheduling import schedule


@pytest.fixture
def draft(people: Cast) -> Post:
    return factories.post(people.jana, factories.channel(people.library))


@pytest.mark.parametrize("who", ["jana", "tom", "anna", "maria"])
def test_everybody_of_the_library_may_remark_on_a_colleagues_draft(people: Cast, draft: Post, who: str) -> None:
    assert remark(draft, by=getattr(people, who), text="Schön").pk


def test_nobody_else_may(people: Cast, draft: Post) -> None:
    with pytest.raises(PermissionDenied):
        remark(draft, by=people.stranger, text="Hallo")


def test_who_is_named_is_told_and_so_is_the_author(people: Cast, draft: Post) -> None:
    remark(draft, by=people.tom, text="Was meint @Anna Weiß dazu?", mentioned=[people.maria])
    told = {notice.person: notice.excerpt for notice in Notice.objects.all()}
    assert set(told) == {people.anna, people.maria, people.jana}
    assert told[people.anna] == "Was meint @Anna Weiß dazu?"


def test_nobody_is_told_of_their_own_words(people: Cast, draft: Post) -> None:
    remark(draft, by=people.jana, text="@Jana nicht vergessen", mentioned=[people.jana])
    assert not Notice.objects.exists()


def test_the_author_is_told_once_until_they_have_read_it(people: Cast, draft: Post) -> None:
    remark(draft, by=people.tom, text="Eins")
    remark(draft, by=people.anna, text="Zwei")
    assert Notice.objects.filter(person=people.jana).count() == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@Anna Weiß bitte", {"Anna Weiß"}),
        ("@anna, schaust du?", {"Anna Weiß"}),
        ("@Annalena fehlt", set()),
        ("post@anna.example", {"Anna Weiß"}),
        ("@Tom und @Maria Sander", {"Tom Ritter", "Maria Sander"}),
        ("@", set()),
    ],
)
def test_names_after_an_at_are_recognised(people: Cast, text: str, names: set[str]) -> None:
    assert {person.name for person in mentioned_in(text, colleagues_of(people.jana))} == names


def test_a_first_name_that_two_have_names_nobody(people: Cast) -> None:
    factories.person(people.library, name="Anna Klein")
    assert mentioned_in("@Anna bitte", colleagues_of(people.jana)) == []


def test_who_has_left_and_strangers_are_not_offered(people: Cast) -> None:
    Person.objects.filter(pk=people.tom.pk).update(left_at=timezone.now())
    assert {person.name for person in colleagues_of(people.jana)} == {"Anna Weiß", "Maria Sander"}


def test_a_remark_is_settled_and_opened_again(people: Cast, draft: Post) -> None:
    said = remark(draft, by=people.tom, text="Ort fehlt")
    settle(said, by=people.jana)
    settle(said, by=people.anna)
    said.refresh_from_db()
    assert (said.settled_by, bool(said.settled_at)) == (people.jana, True)
    reopen(said)
    said.refresh_from_db()
    assert said.settled_by is None


def test_only_ones_own_remark_is_deleted(people: Cast, draft: Post) -> None:
    said = remark(draft, by=people.tom, text="Ort fehlt")
    with pytest.raises(PermissionDenied):
        delete(said, by=people.anna)
    delete(said, by=people.tom)
    assert not Remark.objects.exists()


def test_a_remark_never_goes_out(people: Cast, draft: Post) -> None:
    secret = "Nur unter uns: Herr Krause ist schwierig"
    for who in (people.jana, people.anna):
        remark(draft, by=who, text=secret)
    assert all("Krause" not in payload["text"] for version in draft.versions.all() for payload in payloads_of(version))
    assert "Krause" not in str(draft_of(draft))
    made = schedule(draft, at=None, by=people.jana)
    assert made
    assert "Krause" not in str([one.payload for one in made])


def test_a_remark_keeps_its_time(people: Cast, draft: Post) -> None:
    then = datetime.fromisoformat("2026-05-01T10:00:00+00:00")
    assert remark(draft, by=people.tom, text="Früh", now=then).at == then
