"""What comes in from a blog."""

from dataclasses import replace

from tests.networks.recorded import playing
from tests.networks.wordpress.case import account
from theke.networks.base import Limits, Ref
from theke.networks.wordpress import inbox


def test_comments_of_every_state_come_in_and_notes_and_our_own_do_not() -> None:
    with playing("wordpress", "inbox") as tape:
        page = inbox.poll(account(), {}, [])
    assert [(item.id, item.state) for item in page.items] == [("c201", ""), ("c202", "held"), ("c203", "spam")]
    assert page.items[0].text == "Muss man sich „anmelden“?\nMehr: https://other.example/lang"
    assert (page.items[0].on, page.items[0].extra) == (Ref("111"), {"post": 111})
    assert [call.url.params["status"] for call in tape.calls] == ["approve", "hold", "spam", "trash"]
    assert all("email" not in call.url.params["_fields"] for call in tape.calls)
    assert page.cursor["approve"] == "2026-11-22T09:04:00+00:00"
    assert page.cursor["known"] == [201, 202, 203, 204, 205]
    assert "trash" not in page.cursor
    assert not page.more


def test_what_has_changed_since_on_the_site_comes_again() -> None:
    since = dict.fromkeys(inbox.STATES, "2026-11-25T00:00:00+00:00")
    with playing("wordpress", "changed_since") as tape:
        page = inbox.poll(account(), since | {"known": [201, 202]}, [])
    assert [(item.id, item.state) for item in page.items] == [("c201", "spam"), ("c202", "")]
    assert tape.calls[-1].url.params["include"] == "201,202"
    assert page.cursor == since | {"known": [201, 202]}


def test_a_long_list_is_read_on_from_where_it_was_left() -> None:
    few = replace(account(), limits=Limits())
    with playing("wordpress", "more_than_read_at_once") as tape:
        page = inbox.poll(few, {}, [])
    assert page.more
    assert len(page.items) == 10
    assert [call.url.params["page"] for call in tape.calls] == [str(n) for n in range(1, 11)]
    assert page.cursor["approve"] == "2026-11-22T11:08:59+00:00"


def test_who_may_not_moderate_reads_what_everybody_sees() -> None:
    few = replace(account(), limits=Limits())
    with playing("wordpress", "inbox") as tape:
        page = inbox.poll(few, {}, [])
    assert [item.id for item in page.items] == ["c201"]
    assert [call.url.params["status"] for call in tape.calls] == ["approve"]
