"""R45: texts fit, signature included."""

import pytest

from tests.guidelines.drafts import NOON, draft, target
from theke.guidelines.rules.length import text_fits
from theke.networks.base import Measure


def test_the_signature_counts() -> None:
    room = len("Hallo") + 2 + len("– Jana Berg, Hafen")
    assert text_fits(draft(target("Hallo", text_max=room)), NOON) == []
    (found,) = text_fits(draft(target("Hallo", text_max=room - 1)), NOON)
    assert (found.severity, found.params["over"], found.target) == ("block", 1, "1")


@pytest.mark.parametrize(
    ("text", "measure", "most"),
    [
        ("👩‍👩‍👧" * 10, Measure("graphemes"), 10),
        ("å" * 10, Measure("utf8_bytes"), 20),
        ("https://bibliothek.example/" + "x" * 300, Measure("graphemes", url=23), 23),
        ("@berg@social.example", Measure("graphemes", local_mentions=True), 5),
    ],
)
def test_each_channel_counts_in_its_own_measure(text: str, measure: Measure, most: int) -> None:
    plain = {"signature": "", "signs": False, "measure": measure}
    assert text_fits(draft(target(text, text_max=most, **plain)), NOON) == []
    assert len(text_fits(draft(target(text, text_max=most - 1, **plain)), NOON)) == 1


def test_the_content_warning_counts_where_the_network_says_so() -> None:
    counting = target("Hallo", signature="", signs=False, text_max=8, measure=Measure(counts_warning=True))
    assert len(text_fits(draft(counting, warning="Krieg"), NOON)) == 1
    assert text_fits(draft(counting, warning="Tod"), NOON) == []


def test_a_channel_without_limit_takes_everything() -> None:
    assert text_fits(draft(target("x" * 1_000_000)), NOON) == []


def test_a_chain_fits_when_each_of_its_parts_fits() -> None:
    text = "a" * 40 + "\n---\n" + "b" * 20
    assert text_fits(draft(target(text, text_max=40, chained=True)), NOON) == []
    assert len(text_fits(draft(target(text, text_max=40)), NOON)) == 1
    (found,) = text_fits(draft(target(text, text_max=39, chained=True)), NOON)
    assert found.params["over"] == 1
    (found,) = text_fits(draft(target("b\n---\n" + "a" * 40, text_max=40, chained=True)), NOON)
    assert found.params["over"] == 2 + len("– Jana Berg, Hafen"), "the signature stands under the last part"
