"""What the house never does, held as tests over its own source."""

import re
from pathlib import Path

import pytest

from theke.networks.registry import KEYS

THEKE = Path(__file__).resolve().parents[2] / "theke"
SOURCE = {
    str(path.relative_to(THEKE)): path.read_text() for path in sorted(THEKE.rglob("*.py")) if "migrations" not in path.parts
}


def places(pattern: str) -> set[str]:
    """The files of the product in which the pattern stands."""
    return {name for name, text in SOURCE.items() if re.search(pattern, text)}


def test_one_door_out_only_scheduling_and_changing_make_deliveries() -> None:
    """The demo writes its past, as if it had been sent."""
    makers = places(r"\bDelivery(\.objects\.(create|bulk_create|get_or_create)|)\((?!models)(?!\w*QuerySet)")
    makers -= {"publishing/models/delivery.py"}
    assert makers == {"publishing/scheduling.py", "publishing/changing.py", "site/demo/telling.py"}


def test_one_place_calls_a_network_to_publish() -> None:
    assert places(r"\bpublish\.send\(") == {"publishing/sending.py"}


def test_one_door_in_only_storing_makes_messages() -> None:
    assert places(r"\bMessage\.objects\.(create|bulk_create|get_or_create)\(") == {"inbox/storing.py"}


def test_both_doors_ask_the_guideline() -> None:
    for name in ("publishing/scheduling.py", "publishing/changing.py"):
        assert "hindrances(post" in SOURCE[name]


@pytest.mark.parametrize("key", [key for key in KEYS if key != "practice"])
def test_no_network_is_named_above_the_networks(key: str) -> None:
    """The practice network is a package of its own; what the demo's channels are called is its own matter."""
    named = {
        name for name in places(rf"""["']{key}["']|networks\.{key}\b""") if not name.startswith(("networks/", "site/demo/"))
    }
    assert not named, named


def test_a_form_that_tells_its_errors_leaves_that_to_nobody_else() -> None:
    """The browser's own bubbles speak its language, not the person's, and hide after a moment."""
    pages = {path.name: path.read_text() for path in THEKE.rglob("templates/**/*.html")}
    told = {name: page for name, page in pages.items() if "{% errors" in page}
    forms = [(name, form) for name, page in told.items() for form in re.findall(r"<form\b.*?</form>", page, re.DOTALL)]
    asking = [(name, form) for name, form in forms if "{% field" in form and 'method="post"' in form]
    assert len(asking) > 20
    assert not [name for name, form in asking if "novalidate" not in form]


def test_no_signals_and_no_work_in_save() -> None:
    assert not places(r"django\.db\.models\.signals|django\.dispatch|@receiver")
    assert not {name for name in places(r"def save\(self") if "models" in name}


def test_only_the_http_line_knows_the_client() -> None:
    assert {name.split("/")[0] for name in places(r"^(import|from) httpx2?\b|\bimport httpx2")} == {"networks"}


def test_the_search_sees_the_source() -> None:
    """The control."""
    assert len(SOURCE) > 200 and places(r"def deliver\(pk") == {"publishing/sending.py"}
