import pytest
from django.utils import translation

from theke.ui.wording import worded


@pytest.mark.parametrize(("language", "day"), [("de", "27.11.2026"), ("sv", "2026-11-27")])
def test_a_day_is_written_as_the_reader_writes_days(language: str, day: str) -> None:
    with translation.override(language):
        assert worded("on %(day)s", {"day": "2026-11-27"}) == f"on {day}"


@pytest.mark.parametrize("kept", ["2026-13-77", "R2026-11-27", 7, ""])
def test_what_is_no_day_stays_as_it_is(kept: object) -> None:
    with translation.override("de"):
        assert worded("on %(day)s", {"day": kept}) == f"on {kept}"


def test_what_was_seen_in_a_text_is_quoted_as_it_stands_there() -> None:
    with translation.override("de"):
        assert worded("“%(seen)s”: on %(day)s", {"seen": "2026-11-27", "day": "2026-11-27"}) == "“2026-11-27”: on 27.11.2026"


def test_words_without_anything_to_name_may_hold_a_percent_sign() -> None:
    assert worded("100 % of it", {}) == "100 % of it"
