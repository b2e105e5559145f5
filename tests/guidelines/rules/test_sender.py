"""R01, R02, R03, R61: who speaks must be seen, there, and know the guideline (A04, A13, A22, B19, B20)."""

from tests.guidelines.drafts import NOON, draft, target
from theke.guidelines.rules.base import Context
from theke.guidelines.rules.sender import profiles_say_who_we_are, sender_is_shown, sender_is_there, sender_knows_the_guideline


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


def test_r02_a_sender_who_will_be_away_is_told_with_who_is_next() -> None:
    away = Context(at=NOON.at, absent=("Jana Berg", "Ole Holm"), next_in_line="Mara Lind")
    (found,) = sender_is_there(draft(), away)
    assert (found.severity, found.params) == ("warn", {"name": "Jana Berg", "next": "Mara Lind"})
    (alone,) = sender_is_there(draft(authors=("Ole Holm",)), Context(at=NOON.at, absent=("Jana Berg", "Ole Holm")))
    assert alone.params["name"] == "Jana Berg, Ole Holm" and alone.words != found.words


def test_r02_others_and_unsigned_texts_do_not_matter() -> None:
    assert sender_is_there(draft(), NOON) == []
    assert sender_is_there(draft(), Context(at=NOON.at, absent=("Ole Holm",))) == []
    assert sender_is_there(draft(target(signs=False)), Context(at=NOON.at, absent=("Jana Berg",))) == []


def test_r03_a_profile_that_does_not_say_who_we_are() -> None:
    gaps = Context(at=NOON.at, bio_gaps={"1": ("Stadt", "Impressum"), "9": ("x",), "2": ()})
    (found,) = profiles_say_who_we_are(draft(target(), target(key="2")), gaps)
    assert (found.severity, found.target, found.params["gaps"]) == ("hint", "1", "Stadt Impressum")
    assert profiles_say_who_we_are(draft(), NOON) == []


def test_r61_whoever_has_not_confirmed_the_guideline_waits_where_that_is_asked() -> None:
    (found,) = sender_knows_the_guideline(draft(), Context(at=NOON.at, acknowledged=False))
    assert (found.rule, found.severity) == ("R61", "block")
    assert sender_knows_the_guideline(draft(), Context(at=NOON.at, acknowledged=True)) == []
    assert sender_knows_the_guideline(draft(), NOON) == []
