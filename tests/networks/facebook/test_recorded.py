"""What Facebook answers, as its documentation has it, and what we make of it."""

from pathlib import Path
from typing import Any

import pytest

from tests.networks.facebook.case import account, op
from tests.networks.recorded import TEXT, playing
from theke.networks.base import Absent, BadField, Counts, Draft, Found, Later, Media, Page, Ref, Refused, Unsure
from theke.networks.facebook import connect, inbox, insights, limits, moderate, publish
from theke.networks.graph import calling
from theke.networks.graph.version import USUAL, chosen


def read(situation: str, cursor: dict[str, Any] | None = None) -> Page:
    with playing("facebook", situation):
        return inbox.poll(account(), cursor or {}, [])


def test_comments_mentions_and_posts_of_visitors_come_in_with_what_an_answer_needs() -> None:
    items = {one.id: one for one in read("inbox").items}
    assert set(items) == {"77_5", "111_1", "111_3", "42_120"}
    assert (items["111_1"].on, items["111_1"].extra, items["111_1"].state) == (Ref("42_111"), {"top": "111_1"}, "")
    assert (items["111_3"].state, items["111_3"].parent, items["111_3"].extra) == ("hidden", Ref("111_1"), {"top": "111_1"})
    assert items["111_3"].author.name == "Facebook"
    assert items["77_5"].kind == items["42_120"].kind == "mention"


def test_what_was_read_before_does_not_come_again_unless_it_has_changed() -> None:
    first = read("inbox")
    assert read("inbox", first.cursor).items == ()
    seen = first.cursor["seen"] | {"111_3": [first.cursor["seen"]["111_3"][0], "shown"]}
    assert [one.id for one in read("inbox", first.cursor | {"seen": seen}).items] == ["111_3"]


def test_a_post_with_more_news_than_one_helping_is_read_on() -> None:
    known = {"seen": {"99_1": ["2026-11-20T00:00:00+00:00", "x"]}, "floor": ""}
    assert {one.id for one in read("inbox_long", known).items} == {"111_1", "111_3"}
    assert {one.id for one in read("inbox_long").items} == {"111_3"}


def test_an_app_without_the_right_to_mentions_reads_the_comments() -> None:
    assert [one.id for one in read("inbox_no_right_to_mentions").items] == ["111_1", "111_3"]


@pytest.mark.parametrize(("situation", "says"), [("blocked", "for a while"), ("no_permission", "may not do this")])
def test_a_no_is_told_in_plain_words(situation: str, says: str) -> None:
    with playing("facebook", situation), pytest.raises(Refused, match=says):
        publish.send(account(), op())


def test_a_hiccup_of_metas_may_have_published() -> None:
    with playing("facebook", "hiccup"), pytest.raises(Unsure):
        publish.send(account(), op())


def test_an_edit_is_repeatable_and_found() -> None:
    change = op("edit", draft=Draft(TEXT))
    with playing("facebook", "edited"):
        assert publish.send(account(), change).ref == Ref("111")
        assert isinstance(publish.find(account(), change), Found)
        assert publish.find(account(), op("edit", draft=Draft("Anders"))) == Absent()


def test_an_answer_goes_below_the_comment_at_the_top_and_is_found_there() -> None:
    mine = op(draft=Draft("Gern!", reply_to=Ref("111_3", {"top": "111_1"})))
    with playing("facebook", "answered"):
        assert publish.send(account(), mine).ref == Ref("111_9")
        with pytest.raises(Unsure):
            publish.send(account(), mine)
        assert publish.find(account(), mine) == Found(Ref("111_9"), "")


def test_a_post_of_pictures_alone_is_known_by_its_pictures() -> None:
    with playing("facebook", "same_picture"):
        found = publish.find(account(), _pictures("m9"))
        assert isinstance(found, Found)
        assert found.ref.id == "42_111"
        assert publish.find(account(), _pictures("m7")) == Absent()


def _pictures(identity: str) -> Any:
    draft = Draft("", media=(Media("m1", Path("a.jpg"), "image/jpeg", 2, 1),))
    return op(draft=draft, state={"m1": {"id": identity, "at": "2026-11-22T10:00:00+00:00"}})


def test_figures_and_what_is_gone() -> None:
    with playing("facebook", "counted"):
        assert insights.counts(account(), [Ref("111"), Ref("112")]) == {"111": Counts(7, 3, 2)}


def test_comments_are_hidden_and_removed_twice_without_harm() -> None:
    with playing("facebook", "moderated") as tape:
        moderate.act(account(), "hide", Ref("111_1"))
        moderate.act(account(), "remove", Ref("111_1"))
        moderate.act(account(), "remove", Ref("111_1"))
    assert '"is_hidden": "true"' in tape.written
    with playing("facebook", "comment_gone"), pytest.raises(Refused, match="no longer there"):
        moderate.act(account(), "hide", Ref("111_1"))
    with pytest.raises(Refused, match="cannot do this"):
        moderate.act(account(), "approve", Ref("111_1"))


def test_the_profile_names_its_addresses() -> None:
    with playing("facebook", "probed"):
        profile, may = limits.probe(account())
    assert (profile.handle, profile.followers, profile.links) == ("hafen", 321, ("https://bib.example/impressum",))
    assert may == limits.DEFAULT


@pytest.mark.parametrize("identity", ["", "42/feed", "..", "42?x=1", "ä"])
def test_no_id_leads_to_another_path(identity: str) -> None:
    with pytest.raises(Refused):
        calling.safe_id(identity)


@pytest.mark.parametrize(("given", "spoken"), [("", USUAL), ("v26.0", "v26.0"), ("26", USUAL), ("v26.0/me", USUAL)])
def test_the_version_is_one_setting(given: str, spoken: str) -> None:
    assert chosen(given) == spoken


@pytest.mark.parametrize(
    ("typed", "field"), [({"app_id": "Theke"}, "app_id"), ({"app_id": "12345", "app_secret": "x"}, "app_secret")]
)
def test_what_cannot_be_an_app_is_said_at_its_question(typed: dict[str, str], field: str) -> None:
    with pytest.raises(BadField) as caught:
        connect.look(account(), typed)
    assert caught.value.field == field


def test_a_rate_without_a_time_rests_for_minutes() -> None:
    with playing("facebook", "too_many"), pytest.raises(Later) as caught:
        publish.send(account(), op())
    assert caught.value.again_in == 120
