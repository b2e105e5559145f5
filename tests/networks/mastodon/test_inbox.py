"""What comes in from servers of the family."""

from tests.networks.recorded import account, playing
from theke.networks.base import Counts, Ref
from theke.networks.mastodon import inbox, insights
from theke.networks.reading import text_of


def test_mentions_held_back_ones_and_replies_in_our_threads_come_in_once() -> None:
    with playing("mastodon", "inbox") as tape:
        page = inbox.poll(account(), {"since": "8000"}, [Ref("111")])
    assert [(i.id, i.kind, i.direct) for i in page.items] == [
        ("201", "reply", False),
        ("202", "direct", True),
        ("203", "mention", False),
        ("204", "reply", False),
    ]
    assert page.cursor == {"since": "9002"}
    assert tape.calls[0].url.params["min_id"] == "8000"


def test_a_reply_knows_which_of_our_posts_it_belongs_to() -> None:
    with playing("mastodon", "inbox"):
        page = inbox.poll(account(), {}, [Ref("111")])
    first, last = page.items[0], page.items[-1]
    assert (first.on, first.parent) == (Ref("111"), Ref("111"))
    assert (last.on, last.parent) == (Ref("111"), Ref("201"))
    assert first.author.handle == "@lesemaus@other.example"


def test_a_server_without_the_newer_lists_is_read_all_the_same() -> None:
    with playing("mastodon", "inbox_old_server"):
        page = inbox.poll(account(), {}, [Ref("111")])
    assert [i.id for i in page.items] == ["201"]
    assert page.cursor == {"since": "01HZX"}


def test_an_odd_list_of_held_back_ones_does_not_hide_the_mentions() -> None:
    with playing("mastodon", "inbox_odd_requests"):
        assert [i.id for i in inbox.poll(account(), {}, []).items] == ["201"]


def test_html_becomes_text_with_line_breaks_and_whole_links() -> None:
    with playing("mastodon", "inbox"):
        text = inbox.poll(account(), {}, []).items[0].text
    assert text == "@hafen Muss man sich anmelden?\nMehr: https://other.example/very/long/path"


def test_html_that_means_harm_leaves_no_trace() -> None:
    assert text_of("<p>Hallo<script>alert(1)</script><img src=x onerror=alert(1)></p><style>p{}</style>") == "Hallo"
    assert text_of('<a href="javascript:alert(1)">hier</a>') == "hier"
    assert text_of("<p>A &amp; B</p><p>C</p>") == "A & B\n\nC"
    assert text_of('<p><a href="https://x.example/tags/bib" class="mention hashtag">#<span>bib</span></a></p>') == "#bib"


def test_figures_are_read_several_at_once_or_one_by_one() -> None:
    for situation in ("counted", "counted_one_by_one"):
        with playing("mastodon", situation):
            assert insights.counts(account(), [Ref("111"), Ref("112")]) == {"111": Counts(2, 1, 1)}
