"""The table of all rules is kept in the docs, and its page is fresh."""

import pytest

from theke.guidelines.rules.base import Entry
from theke.guidelines.rules.table import SUBJECTS, TABLE
from tools import rules


def test_the_page_of_rules_is_fresh() -> None:
    assert rules.PAGE.read_text() == rules.page(), "python -m tools.rules write"


def test_every_rule_stands_in_it_once() -> None:
    lines = [line for line in rules.page().splitlines() if line.startswith("| R")]
    assert [line[2:5] for line in lines] == [entry.id for entry in TABLE]


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: entry.id)
def test_every_rule_has_its_subject_its_weight_and_a_docstring_with_its_id(entry: Entry) -> None:
    assert entry.severity in {"block", "warn", "hint"}
    assert entry.id in (entry.rule.__doc__ or "")
    assert sum(entry in one.ENTRIES for one in SUBJECTS) == 1
