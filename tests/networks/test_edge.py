"""Networks stay at the edge: no network is named above `networks/`."""

import re
from pathlib import Path

import pytest

from theke.networks.registry import KEYS, network

THEKE = Path(__file__).parents[2] / "theke"
OUR_OWN = {"website", "practice", "threads", "x"}
"""Words of everyday use, a letter, and packages of the house."""
SPOKEN = (
    "facebook",
    "instagram",
    "threads.net",
    "networks.threads",
    '"threads"',
    "twitter",
    "networks.x",
    "x.com",
    "bluesky",
    "mastodon",
    "wordpress",
    "pixelfed",
    "gotosocial",
    "tiktok",
)


def sources() -> list[Path]:
    kinds = ("*.py", "*.html", "*.js", "*.css")
    found = [path for kind in kinds for path in THEKE.rglob(kind)]
    return [path for path in found if "networks" not in path.relative_to(THEKE).parts[:1] and "demo" not in path.parts]


def test_there_is_something_to_look_at() -> None:
    assert len(sources()) > 300


@pytest.mark.parametrize("name", sorted({*SPOKEN, *KEYS} - OUR_OWN))
def test_no_network_is_named_above_the_networks(name: str) -> None:
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
    assert [str(path.relative_to(THEKE)) for path in sources() if word.search(path.read_text(encoding="utf-8"))] == []


LIGHT = {"theke.networks.graph.version", "theke.networks.graph.asking"}
"""Shared by several networks, and as light as their facts."""


def test_the_facts_of_a_network_load_none_of_its_capabilities() -> None:
    for key in KEYS:
        text = (THEKE / "networks" / key / "__init__.py").read_text()
        imports = re.findall(r"^(?:from|import) (\S+)", text, re.MULTILINE)
        assert set(imports) <= {"theke.networks.base", "datetime", *LIGHT}, (key, network(key).facts.key)
    for name in LIGHT:
        text = (THEKE.parent / f"{name.replace('.', '/')}.py").read_text()
        assert set(re.findall(r"^(?:from|import) (\S+)", text, re.MULTILINE)) <= {"theke.networks.base", "datetime", "os", "re"}


def test_the_docs_say_what_each_network_was_tried_against() -> None:
    told = (THEKE.parent / "docs" / "networks.md").read_text()
    rows = [line.lower() for line in told.splitlines() if line.startswith("|")]
    for facts in (network(key).facts for key in KEYS):
        row = next(one for one in rows if one.split("|")[1].strip() == facts.label.lower() or facts.in_house or facts.own_pages)
        assert ("only its documented contract" in row) == facts.tried.startswith("Only against"), facts.key
