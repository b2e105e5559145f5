"""Given names common among children and the young in Germany and Sweden: by them a rule knows that a child is named (R11, R12)."""

from functools import cache
from pathlib import Path

NAMES = Path(__file__).parent.parent / "words" / "given.txt"


def is_given(name: str) -> bool:
    """Whether it is a given name, or begins with one and a hyphen. Read from the list when first asked."""
    known = _names()
    return name.lower() in known or name.lower().partition("-")[0] in known


@cache
def _names() -> frozenset[str]:
    return frozenset(NAMES.read_text(encoding="utf-8").split())
