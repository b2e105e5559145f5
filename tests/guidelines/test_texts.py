"""The rules on a set of texts: what is wrong is found, and what is right is left alone (A19 to A30)."""

import sys
from collections import Counter

import pytest

from tests.guidelines.texts import Sample, samples
from theke.guidelines.checking import check
from theke.guidelines.rules.table import TABLE

ALL = samples()
KNOWN = {entry.id for entry in TABLE if not entry.waits_for}


def show(capsys: pytest.CaptureFixture[str], figure: str, lines: list[str]) -> None:
    with capsys.disabled():
        sys.stdout.write("\n  ".join(("\n" + figure, *lines)) + "\n")


def rules_in(sample: Sample) -> set[str]:
    return {one.rule for one in check(sample.draft, sample.context)}


def test_the_set_is_large_and_half_of_it_is_clean_and_each_says_why() -> None:
    clean = [one for one in ALL if not one.expected]
    assert len(ALL) >= 150 and 0.5 <= len(clean) / len(ALL) <= 0.6
    assert len({one.id for one in ALL}) == len(ALL) and all(one.why for one in ALL)
    assert all(Counter(one.lang for one in ALL)[lang] >= 50 for lang in ("de", "sv", "en"))


def test_at_least_95_percent_of_what_is_wrong_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = [(one, rule) for one in ALL for rule in one.expected if rule in KNOWN]
    missed = [f"{one.id}: {rule} ({one.why})" for one, rule in wanted if rule not in rules_in(one)]
    recall = 1 - len(missed) / len(wanted)
    show(capsys, f"recall {recall:.1%} of {len(wanted)}", missed)
    assert recall >= 0.95


def test_at_most_2_percent_of_the_clean_texts_get_a_wrong_finding(capsys: pytest.CaptureFixture[str]) -> None:
    clean = [one for one in ALL if not one.expected]
    wrong = [f"{one.id}: {found} ({one.why})" for one in clean if (found := sorted(rules_in(one)))]
    show(capsys, f"wrong findings on {len(wrong) / len(clean):.1%} of {len(clean)} clean texts", wrong)
    assert len(wrong) <= 0.02 * len(clean)


def test_a_wrong_text_gets_little_beside_what_is_wrong_with_it() -> None:
    faulty = [one for one in ALL if one.expected]
    beside = [f"{one.id}: {more}" for one in faulty if (more := rules_in(one) - set(one.expected))]
    assert len(beside) <= 0.1 * len(faulty), beside
