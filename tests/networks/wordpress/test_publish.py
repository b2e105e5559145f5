"""What sites say that no site of ours can be brought to say."""

from pathlib import Path
from typing import Any

import pytest

from tests.networks.recorded import picture, playing
from tests.networks.wordpress.case import account, op
from theke.networks.base import Counts, Draft, Found, Later, Op, Reconnect, Ref, Refused, Sent, Unsure
from theke.networks.wordpress import insights, moderate, publish
from theke.networks.wordpress.writing import fields_of, slug_of

ASKED = Ref("c201", {"post": 111})


def answer(**other: Any) -> Op:
    return op(draft=Draft("Gern!", reply_to=ASKED), state={}, **other)


def test_what_php_puts_in_front_of_an_answer_does_no_harm() -> None:
    with playing("wordpress", "php_notice"):
        assert publish.send(account(), op()).ref == Ref("111")


def test_a_firewall_is_called_by_its_name() -> None:
    with playing("wordpress", "firewall"):
        with pytest.raises(Refused, match="firewall"):
            publish.send(account(), op())
        with pytest.raises(Later, match="web page where data should come"):
            publish.find(account(), op())


@pytest.mark.parametrize(
    ("situation", "words"),
    [("interface_gone", "switched off or has moved"), ("no_right", "not allowed"), ("pending", "does not show")],
)
def test_a_no_is_told_in_words(situation: str, words: str) -> None:
    with playing("wordpress", situation), pytest.raises(Refused, match=words):
        publish.send(account(), op())


def test_a_site_that_takes_us_for_a_passer_by_asks_for_a_person() -> None:
    with playing("wordpress", "dead_token"), pytest.raises(Reconnect, match="SetEnvIf"):
        publish.prepare(account(), op(state={}), lambda name, value: None)


def test_what_an_earlier_try_left_behind_is_taken_up(tmp_path: Path) -> None:
    kept: dict[str, Any] = {}
    again = op(draft=Draft("Text", "Titel", media=(picture(tmp_path),)), state=kept)
    with playing("wordpress", "left_behind") as tape:
        publish.prepare(account(), again, kept.__setitem__)
        publish.send(account(), again)
    assert (kept["m1"]["id"], kept["draft"]) == (909, {"id": 111})
    assert [one for one in tape.made if one.startswith("POST")] == ["POST /wp-json/wp/v2/posts/111"]


def test_tags_are_found_or_made_and_each_is_set_once() -> None:
    kept: dict[str, Any] = {}
    options = {"tags": ["Vorlesen"], "new_tags": "#Hafen, vorlesen , Meer,,"}
    with playing("wordpress", "tags"):
        publish.prepare(account(), op(draft=Draft("Text", "Titel", options=options), state=kept), kept.__setitem__)
    assert kept["tags"] == [5, 7, 8]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Vorlesen für Große & Kleine", "vorlesen-fuer-grosse-kleine-d1"),
        ("Årets böcker", "arets-boecker-d1"),
        ("读书", "d1"),
        ("Donaudampfschifffahrtsgesellschaft trifft Stadtbibliothek am Hafen", "donaudampfschifffahrtsgesellschaft-trifft-d1"),
    ],
)
def test_the_address_has_words_and_the_operation(title: str, slug: str) -> None:
    assert slug_of(op(draft=Draft("Text", title))) == slug


@pytest.mark.parametrize(
    ("place", "featured", "inside"), [("top", 9, [False, True]), ("text", 0, [True, True]), ("both", 9, [True, True])]
)
def test_the_first_picture_stands_where_it_was_asked_for(place: str, featured: int, inside: list[bool], tmp_path: Path) -> None:
    media = tuple(picture(tmp_path).__class__(f"m{n}", tmp_path, "image/jpeg", 1, 1, f"Bild {n}") for n in (1, 2))
    state = {f"m{n}": {"id": 8 + n, "url": f"https://bib.example/{n}.jpg"} for n in (1, 2)}
    made = fields_of(account(), op(draft=Draft("Text", media=media, options={"first_picture": place}), state=state))
    assert made["featured_media"] == featured
    assert [f"/{n}.jpg" in made["content"] for n in (1, 2)] == inside


@pytest.mark.parametrize(("lang", "marked"), [("sv", True), ("de", False), ("de-AT", False), ("", False)])
def test_only_another_language_than_the_sites_is_marked(lang: str, marked: bool) -> None:
    assert ('lang="' in fields_of(account(), op(draft=Draft("Hej", lang=lang)))["content"]) == marked


def test_an_edit_says_everything_so_that_what_was_taken_out_does_not_stay() -> None:
    bare = fields_of(account(), op())
    assert (bare["excerpt"], bare["categories"], bare["tags"], bare["featured_media"]) == ("", [], [], 0)
    asked = fields_of(account(), op(draft=Draft("Text", options={"excerpt": "Kurz", "categories": ["3"]})))
    assert (asked["excerpt"], asked["categories"]) == ("Kurz", [3])


def test_an_answer_that_is_there_already_is_found() -> None:
    there = "https://bib.example/2026/11/am-samstag-wird-vorgelesen-d1/#comment-301"
    with playing("wordpress", "answered_twice"):
        assert publish.send(account(), answer()) == Sent(Ref("c301"), there)
        assert publish.find(account(), answer()) == Found(Ref("c301"), there)
        with pytest.raises(Unsure):
            publish.send(account(), op(draft=Draft("Anders", reply_to=ASKED)))


def test_an_answer_says_where_it_belongs_and_needs_no_preparing() -> None:
    with playing("wordpress", "answered") as tape:
        publish.prepare(account(), answer(), lambda name, value: pytest.fail(name))
        publish.send(account(), answer())
    assert '"post": 111, "parent": 201, "content": "Gern!", "status": "approved"' in tape.written


def test_a_site_that_takes_one_comment_at_a_time_is_waited_for() -> None:
    with playing("wordpress", "answered_too_fast"), pytest.raises(Later):
        publish.send(account(), answer())
    with playing("wordpress", "comments_closed"), pytest.raises(Refused, match="no more comments"):
        publish.send(account(), answer())


def test_a_comment_that_is_gone_counts_as_removed_but_not_as_approved() -> None:
    with playing("wordpress", "comment_gone"):
        moderate.act(account(), "remove", Ref("c201"))
        with pytest.raises(Refused, match="no longer on"):
            moderate.act(account(), "approve", Ref("c201"))


def test_comments_are_counted_of_posts_that_are_public() -> None:
    with playing("wordpress", "counted") as tape:
        assert insights.counts(account(), [Ref("111"), Ref("112")]) == {"111": Counts(replies=3)}
        insights.counts(account(), [Ref("c201")])
    assert [dict(call.url.params).get("parent") for call in tape.calls] == [None, None, "201"]
