"""Who is new, and who ends that."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.people import Cast
from theke.people.introducing import introduce, is_new, take_back
from theke.people.models import HistoryEntry, Introduction


def test_a_colleague_is_new_until_an_editor_ends_the_introduction(people: Cast) -> None:
    assert is_new(people.jana)
    introduce(people.jana, by=people.anna)
    assert not is_new(people.jana) and Introduction.objects.get(person=people.jana).by == people.anna
    assert HistoryEntry.objects.about(people.jana).get().verb == "was introduced"


def test_ending_it_twice_is_once(people: Cast) -> None:
    first = introduce(people.jana, by=people.anna)
    assert introduce(people.jana, by=people.maria) == first and first.by == people.anna
    assert HistoryEntry.objects.about(people.jana).count() == 1


def test_it_can_be_taken_back(people: Cast) -> None:
    introduce(people.jana, by=people.anna)
    assert take_back(people.jana, by=people.maria) and is_new(people.jana)
    assert not take_back(people.jana, by=people.maria)


@pytest.mark.parametrize("who", ["tom", "stranger", "jana"])
def test_no_employee_no_stranger_and_nobody_for_themselves(people: Cast, who: str) -> None:
    for act in (introduce, take_back):
        with pytest.raises(PermissionDenied):
            act(people.jana, by=getattr(people, who))
    with pytest.raises(PermissionDenied):
        introduce(people.anna, by=people.anna)
    assert is_new(people.jana)
