"""What a channel takes beside the length of the text is said before, not after."""

from dataclasses import replace
from typing import Any

import pytest

from tests import factories
from tests.people import Cast
from theke.networks.base import Limits
from theke.posts.checking import findings
from theke.posts.models import Post

CAN = frozenset({"text", "title", "thread", "image"})


def rules(people: Cast, text: str, form: str = "post", title: str = "", **limits: Any) -> set[str]:
    channel = factories.channel(people.library, limits_read=replace(Limits(can=CAN), **limits).as_json())
    post = factories.post(people.jana, channel, text=text, title=title, form=form)
    return {one.rule for one in findings(post) if one.rule >= "P11" and one.severity == "block"}


@pytest.mark.parametrize(
    ("limits", "fits", "does_not"),
    [
        ({"bytes_max": 40}, "Bücher am Hafen", "Bücher " * 9),
        ({"hashtags_max": 1}, "Neu: #Hafen C#, Platz #1", "#Hafen und #Süd"),
        ({"mentions_max": 1}, "Mit @jana, Fragen an info@seeborn.example", "@jana und @tom.ritter"),
        ({"links_max": 1}, "https://a.example https://a.example", "https://a.example https://b.example"),
    ],
)
def test_too_much_of_one_thing_blocks_and_the_next_less_passes(
    people: Cast, limits: dict[str, Any], fits: str, does_not: str
) -> None:
    assert rules(people, fits, **limits) == set()
    assert len(rules(people, does_not, **limits)) == 1


def test_each_post_of_a_chain_is_counted_alone(people: Cast) -> None:
    assert rules(people, "#Hafen\n---\n#Mitte", hashtags_max=1) == set()


def test_a_title_is_asked_of_posts_not_of_answers(people: Cast) -> None:
    assert rules(people, "Text", title_required=True) == {"P11"}
    assert rules(people, "Text", title="Neu", title_required=True) == set()
    assert rules(people, "Danke!", form=Post.Form.REPLY, title_required=True) == set()
