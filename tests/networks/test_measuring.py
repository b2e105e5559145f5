"""Length as the networks count it; the browser's counter is held to the same vectors."""

import json
from pathlib import Path
from typing import Any

import pytest

from theke.networks.base import Measure
from theke.networks.measuring import length

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "length_vectors.json").read_text())


@pytest.mark.parametrize("vector", VECTORS, ids=[v["name"] for v in VECTORS])
def test_a_text_is_as_long_as_its_network_says(vector: dict[str, Any]) -> None:
    assert length(vector["text"], Measure(**vector["measure"]), vector.get("warning", "")) == vector["length"]


def test_counting_a_very_long_text_stays_quick() -> None:
    assert length("https://a.example/ä " * 20_000, Measure(url=23, local_mentions=True)) == 480_000
