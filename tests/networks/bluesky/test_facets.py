"""What of a text leads somewhere, told in bytes."""

from itertools import pairwise

import pytest

from theke.networks.bluesky.facets import spots


def told(text: str) -> list[tuple[str, str, str]]:
    """Kind, value, and what the bytes between the offsets say."""
    raw = text.encode()
    return [(one.kind, one.value, raw[one.start : one.end].decode()) for one in spots(text)]


def test_offsets_count_bytes_and_not_letters() -> None:
    text = "Grüße 👩‍🚀 aus #Malmö, mehr: https://bücherei.example/ö."
    assert told(text) == [
        ("tag", "Malmö", "#Malmö"),
        ("link", "https://bücherei.example/ö", "https://bücherei.example/ö"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(siehe https://b.example/a_(b))", [("link", "https://b.example/a_(b)")]),
        ("www.bibliothek.example!", [("link", "https://www.bibliothek.example")]),
        ("https://nirgends", []),
        ("#1 in #2026er, #-", [("tag", "2026er")]),
        ("a#b und C#", []),
        ("#" + "x" * 64, [("tag", "x" * 64)]),
        ("#" + "x" * 65, []),
        ("Danke @Lesemaus.bsky.social!", [("name", "lesemaus.bsky.social")]),
        ("mail@bibliothek.example @hafen @a@b.example", []),
        ("https://b.example/#anker @hafen.example", [("link", "https://b.example/#anker"), ("name", "hafen.example")]),
    ],
)
def test_what_leads_somewhere(text: str, found: list[tuple[str, str]]) -> None:
    assert [(kind, value) for kind, value, _shown in told(text)] == found


def test_nothing_lies_within_anything_else() -> None:
    found = spots("https://b.example/@hafen.example#tag #eins#zwei")
    assert all(one.end <= other.start for one, other in pairwise(found))
