"""All rules together: in order, quick, and each with a point to read (A13)."""

import random
import time

import pytest

from tests.guidelines.drafts import NOON, draft, target
from theke.guidelines.checking import check
from theke.guidelines.points import BY_ANCHOR
from theke.guidelines.rules.base import Picture
from theke.guidelines.rules.table import TABLE

BAD = "𝓥𝓸𝓻𝓵𝓮𝓼𝓮𝓷 #wirlesengemeinsam"


def test_the_weightiest_comes_first() -> None:
    found = check(draft(target(BAD, text_max=5), pictures=(Picture("7", ""),)), NOON)
    assert [one.severity for one in found] == ["block", "block", "warn", "hint"]


def test_every_rule_serves_a_point_that_can_be_read() -> None:
    assert {entry.point for entry in TABLE} <= set(BY_ANCHOR)
    assert len({entry.id for entry in TABLE}) == len(TABLE)


def test_a_finding_keeps_its_name_while_other_words_change() -> None:
    (before,) = [one for one in check(draft(target("𝓥𝓸𝓻 Ort")), NOON) if one.rule == "R38"]
    (after,) = [one for one in check(draft(target("Ganz neu: 𝓥𝓸𝓻 Ort")), NOON) if one.rule == "R38"]
    (other,) = [one for one in check(draft(target("𝓗𝓲𝓮𝓻 Ort")), NOON) if one.rule == "R38"]
    assert before.fingerprint == after.fingerprint != other.fingerprint


def test_spans_and_words_always_hold_whatever_is_typed() -> None:
    pick = random.Random(7)
    alphabet = "aäÖ#@ \n\t\u202e\u0308𝓥𝓸ⓁＬ👩‍👧0.,:/wirlesen" + "\ud800\x00"
    for _ in range(300):
        text = "".join(pick.choice(alphabet) for _ in range(pick.randrange(80)))
        for one in check(draft(target(text, text_max=30), pictures=(Picture("7", text),)), NOON):
            assert one.words % one.params
            if one.seen and not one.picture:
                assert text[one.start : one.end] == one.seen


@pytest.mark.alone
def test_a_check_takes_less_than_a_tenth_of_a_second() -> None:
    long = (BAD + " Am Samstag um 11 Uhr liest Mara Lindqvist vor. https://bib.example/x ") * 60
    heavy = draft(*(target(long, key=str(key), own=True, text_max=500) for key in range(8)))
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        check(heavy, NOON)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 0.1
