"""R01: who speaks must be seen (B19, A22)."""

from tests.guidelines.drafts import NOON, draft, target
from theke.guidelines.rules.sender import sender_is_shown


def test_a_signed_text_is_fine() -> None:
    assert sender_is_shown(draft(), NOON) == []


def test_a_text_without_sender_is_blocked_once() -> None:
    (found,) = sender_is_shown(draft(target(), target(key="2"), sender=""), NOON)
    assert (found.rule, found.severity, found.point) == ("R01", "block", "3-transparency")


def test_a_channel_whose_signature_is_missing_is_named() -> None:
    (found,) = sender_is_shown(draft(target(), target(key="2", name="Blog", signature="")), NOON)
    assert (found.target, found.params) == ("2", {"channel": "Blog"})


def test_a_channel_that_shows_no_sender_needs_no_signature() -> None:
    assert sender_is_shown(draft(target(signature="", signs=False)), NOON) == []
