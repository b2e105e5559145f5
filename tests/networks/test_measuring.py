"""Length as the networks count it; the browser's counter is held to the same vectors."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from theke.networks.base import Measure
from theke.networks.measuring import count, length

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "length_vectors.json").read_text())


@pytest.mark.parametrize("vector", VECTORS, ids=[v["name"] for v in VECTORS])
def test_a_text_is_as_long_as_its_network_says(vector: dict[str, Any]) -> None:
    assert length(vector["text"], Measure(**vector["measure"]), vector.get("warning", "")) == vector["length"]


def test_counting_a_very_long_text_stays_quick() -> None:
    assert length("https://a.example/ä " * 20_000, Measure(url=23, local_mentions=True)) == 480_000


@pytest.mark.parametrize(("unit", "most"), [("graphemes", 50_001), ("weighted", 100_002)])
def test_a_long_row_of_flags_is_counted_at_once_and_right(unit: str, most: int) -> None:
    began = time.process_time()
    assert count("\U0001f1e9" * 100_001, unit) == most
    assert time.process_time() - began < 1
    assert count("\U0001f1e9\U0001f1ea", unit) == count("📚", unit)
