"""The documents name files that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "bench" / "README.md",
]
NAMED = re.compile(r"`((?:[\w-]+/)+[\w.-]*|[\w/-]+\.(?:py|md|toml|txt))`")
NOT_OURS = re.compile(r"^(keys|media|locale|templates|static)/|<|^\.|^conventions|^house|^style-anchors|\.example")


def named_in(document: Path) -> list[str]:
    """The files and folders of this repository that a document names."""
    found = NAMED.findall(document.read_text())
    return [name for name in found if "/" in name and not NOT_OURS.search(name)]


def is_there(name: str) -> bool:
    """Whether the file is in the repository, or in the product that documents leave out of its paths."""
    module = name.rpartition(".")[0] + ".py"  # `jobs/sources.wake` is wake in jobs/sources.py
    return any((folder / found).exists() for folder in (ROOT, ROOT / "theke") for found in (name, module))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.name))
def test_every_file_a_document_names_is_there(document: Path) -> None:
    missing = [name for name in named_in(document) if not is_there(name)]
    assert not missing, missing


def test_the_architecture_names_many_files() -> None:
    """The control: the search sees what the walks name."""
    assert len(named_in(ROOT / "docs" / "architecture.md")) > 25


EXPECTATIONS = (ROOT / "docs" / "expectations.md").read_text()


def test_every_expectation_has_a_test_that_is_there_or_is_named_as_later() -> None:
    rows = re.findall(r"^\| E(\d+) \|.*\| (.+) \|$", EXPECTATIONS, re.MULTILINE)
    assert [int(number) for number, _how in rows] == list(range(1, 41))
    assert [number for number, how in rows if "`tests/" not in how and "later:" not in how] == []
    for file, name in re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", EXPECTATIONS):
        assert f"def {name}" in (ROOT / file).read_text(), f"{file}::{name}"
