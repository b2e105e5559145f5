"""The preview's text is safe, and shows what becomes a link."""

import pytest

from theke.posts.marking import marked


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Mehr: https://bib.example/x?a=1. Bis bald", ["https://bib.example/x?a=1"]),
        ("#Vorlesen mit @mara@social.example!", ["#Vorlesen", "@mara@social.example"]),
        ("berg@bib.example, Zimmer #", []),
        ("nichts", []),
    ],
)
def test_addresses_hashtags_and_mentions_stand_out(text: str, linked: list[str]) -> None:
    shown = marked(text)
    assert [part.split("</span>")[0] for part in shown.split('<span class="linked">')[1:]] == linked


def test_what_looks_like_html_stays_text() -> None:
    shown = marked("<script>alert(1)</script> https://x.example/<img> #a<b>")
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<b>" not in shown
