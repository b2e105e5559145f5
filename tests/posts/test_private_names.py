"""Private names in signatures and texts: by their owner's consent alone (B24, B25, B27)."""

from dataclasses import replace

import pytest

from tests import factories
from tests.guidelines.documents import today
from tests.people import Cast
from theke.channels.models import Channel
from theke.guidelines.handling import agree, enter, take_back
from theke.guidelines.knowing import context_of
from theke.guidelines.policies import answer
from theke.guidelines.rules.base import Finding
from theke.posts.checking import may_confirm
from theke.posts.signing import signature

NAMED = Finding("R29", "warn", "3-transparency", "x", seen="@JanaLiest")


def answered(people: Cast, **options: str) -> None:
    day = today(people.library)
    for question, option in options.items():
        answer(people.library, question, option, words="", decided_on=day, review_on=day, by=people.maria)
    context_of(people.library)


@pytest.mark.parametrize("signing", ["work_only", "named", "signed"])
def test_b25_it_stands_in_the_signature_only_where_library_and_owner_want_it(people: Cast, signing: str) -> None:
    channel = factories.channel(people.library)
    enter(people.jana, "janaliest")
    agree(people.jana)
    answered(people, accounts="one_way", signing=signing)
    wanted = "– Jana Berg (@janaliest), Hafen" if signing == "signed" else "– Jana Berg, Hafen"
    assert signature(people.jana, channel) == wanted
    channel.signature = Channel.Signature.INITIALS_BRANCH
    assert "janaliest" not in signature(people.jana, channel)


def test_b28_what_is_taken_back_is_gone_from_the_next_post_on(people: Cast) -> None:
    channel = factories.channel(people.library)
    enter(people.jana, "janaliest")
    agree(people.jana)
    answered(people, accounts="one_way", signing="signed")
    assert "janaliest" in signature(people.jana, channel)
    take_back(people.jana)
    context_of(people.library)
    assert signature(people.jana, channel) == "– Jana Berg, Hafen"


def test_b27_entered_once_is_not_enough(people: Cast) -> None:
    enter(people.jana, "janaliest")
    answered(people, accounts="one_way", signing="signed")
    assert signature(people.jana, factories.channel(people.library)) == "– Jana Berg, Hafen"


@pytest.mark.parametrize(("reposts", "tom", "jana"), [("asked", False, True), ("allowed", True, True)])
def test_b24_where_the_owner_is_asked_each_time_nobody_else_lets_it_through(
    people: Cast, reposts: str, tom: bool, jana: bool
) -> None:
    enter(people.jana, "janaliest")
    agree(people.jana)
    answered(people, accounts="one_way", reposts=reposts)
    post = factories.post(people.tom, factories.channel(people.library))
    assert may_confirm(NAMED, post, people.tom) is tom
    assert may_confirm(NAMED, post, people.jana) is jana
    in_a_link = replace(NAMED, seen="", params={"seen": "social.example/@JanaLiest"})
    assert may_confirm(in_a_link, post, people.jana)
    assert not may_confirm(replace(NAMED, severity="block"), post, people.jana)
    assert may_confirm(replace(NAMED, rule="R24"), post, people.tom)
