"""The table of all rules in docs/rules.md: `write` makes it anew, `check` says whether it is fresh."""

import sys
from pathlib import Path

from theke.guidelines.rules.base import Entry
from theke.guidelines.rules.listing import listed
from theke.guidelines.rules.table import SUBJECTS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"
LANGUAGES = "de sv en"
SPOKEN = listed(
    "R03 R05 R10 R11 R12 R20 R23 R25 R26 R27 R28 R30 R34 R35 R40 R41 R42 R43 R44 R46 R47 R49 R50 R52 R53 R54 R56 R57 R58 R63"
)
"""Rules that listen to words, and so have their words and their tests in each language; the others look at signs, numbers and facts."""
HEAD = """# The rules

Each post and each answer is asked about all of these before it goes out. The table is made by `python -m tools.rules write`.

- **Weight**: *block* keeps it back; *warn* wants a reason, which is kept with the post; *hint* only says so. These are the weights as
  delivered: the layers of a library's guideline may set others, and the stricter one wins.
- **Point**: of the guideline, to which each finding leads.
- **Languages**: those in whose words the rule listens; without any, it looks at signs, numbers and facts.
- **Waits for**: the package that will bring what the rule looks at; it is built and tested, and switched on with it.

The functions stand in `theke/guidelines/rules/`, one file for each subject, their tests in `tests/guidelines/rules/`.

| rule | what it sees to | weight | point | subject | languages | waits for |
|---|---|---|---|---|---|---|
"""


def page() -> str:
    """The page as it should be."""
    entries = sorted(
        ((entry, one.__name__.rsplit(".", 1)[1]) for one in SUBJECTS for entry in one.ENTRIES), key=lambda pair: pair[0].id
    )
    return HEAD + "".join(row(entry, subject) for entry, subject in entries)


def row(entry: Entry, subject: str) -> str:
    """The line of one rule."""
    spoken = LANGUAGES if entry.id in SPOKEN else "–"
    return f"| {entry.id} | {entry.title} | {entry.severity} | {entry.point} | `{subject}.py` | {spoken} | {entry.waits_for or '–'} |\n"


def write() -> int:
    """Make the page anew."""
    PAGE.write_text(page())
    return 0


def check() -> int:
    """0 when the page is as it should be."""
    fresh = PAGE.exists() and PAGE.read_text() == page()
    print("docs/rules.md is fresh" if fresh else "docs/rules.md is out of date: python -m tools.rules write")
    return 0 if fresh else 1


if __name__ == "__main__":
    raise SystemExit({"write": write, "check": check}[sys.argv[1]]())
