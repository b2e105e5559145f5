"""Who goes along with somebody new."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.people import Cast
from theke.people.accompanying import agree, arrange, candidates, companion_of, companionship_of, decline, part
from theke.people.introducing import introduce
from theke.people.models import Companionship, HistoryEntry


def test_who_introduces_chooses_and_it_stands(people: Cast) -> None:
    arrange(people.jana, people.anna, by=people.maria)
    assert companion_of(people.jana) == people.anna
    assert HistoryEntry.objects.about(people.jana).get().details == {"companion": "Anna Weiß"}
    arrange(people.jana, people.maria, by=people.anna)
    assert companion_of(people.jana) == people.maria and Companionship.objects.count() == 1


def test_whom_a_newcomer_asks_has_to_agree(people: Cast) -> None:
    arrange(people.jana, people.anna, by=people.jana)
    assert companion_of(people.jana) is None
    assert not agree(people.jana, by=people.maria) and agree(people.jana, by=people.anna)
    assert companion_of(people.jana) == people.anna and not agree(people.jana, by=people.anna)


def test_a_companion_can_give_it_back_and_nobody_else_can(people: Cast) -> None:
    arrange(people.jana, people.anna, by=people.jana)
    assert not decline(people.jana, by=people.maria) and decline(people.jana, by=people.anna)
    assert not Companionship.objects.exists()


def test_it_ends_with_the_introduction_and_when_the_companion_leaves(people: Cast) -> None:
    arrange(people.jana, people.anna, by=people.maria)
    people.anna.left_at = people.anna.created_at
    people.anna.save()
    assert companion_of(people.jana) is None and companionship_of(people.jana) is None
    arrange(people.jana, people.maria, by=people.maria)
    assert companion_of(people.jana) == people.maria
    introduce(people.jana, by=people.maria)
    assert companion_of(people.jana) is None


def test_companions_know_the_work(people: Cast) -> None:
    assert set(candidates(people.jana)) == {people.anna, people.maria}
    introduce(people.tom, by=people.anna)
    assert set(candidates(people.jana)) == {people.anna, people.maria, people.tom}


@pytest.mark.parametrize(("who", "companion"), [("tom", "anna"), ("stranger", "anna"), ("anna", "stranger"), ("anna", "tom")])
def test_nobody_else_arranges_it_and_strangers_go_along_with_nobody(people: Cast, who: str, companion: str) -> None:
    with pytest.raises(PermissionDenied):
        arrange(people.jana, getattr(people, companion), by=getattr(people, who))
    with pytest.raises(PermissionDenied):
        part(people.jana, by=people.tom)
    assert not Companionship.objects.exists()
