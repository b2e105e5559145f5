"""What the guideline found, put into words with the button that mends it."""

import pytest

from theke.guidelines.rules.base import Finding
from theke.posts.hinting import Hint


def hint(**fields: object) -> Hint:
    given: dict[str, object] = {"rule": "R16", "severity": "block", "point": "4-law", "words": "x"}
    return Hint(Finding(**given | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seen", "mend", "mends", "adds"),
    [
        ("a", "b", True, ""),
        ("a", "", True, ""),
        ("", "\n\nFoto: Ole", True, "Foto: Ole"),
        ("", "", False, ""),
        ("a", None, False, ""),
    ],
)
def test_a_mend_takes_the_place_of_what_was_seen_or_is_added(seen: str, mend: str | None, mends: bool, adds: str) -> None:
    made = hint(seen=seen, mend=mend)
    assert (made.mends, made.adds) == (mends, adds)


def test_what_is_added_goes_to_the_text_of_its_channel() -> None:
    assert hint(target="3", mend="\n\nFoto: Ole").field == "id_own-3"
    assert hint(target="3").field == "id_text"
