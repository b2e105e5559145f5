"""A host may have a stand-in on this machine, and nowhere else."""

import pytest

from theke.networks.hosts import reached_at, stand_ins


@pytest.mark.parametrize(
    "listed",
    [
        "",
        "a.example",
        "a.example=",
        "a.example=http://10.0.0.1:80",
        "a.example=https://127.0.0.1",
        "a.example=http://evil.example",
        "a.example=http://127.0.0.1/path",
        "=http://127.0.0.1",
    ],
)
def test_what_is_no_address_of_this_machine_is_passed_over(listed: str) -> None:
    assert stand_ins(listed) == {}


def test_a_call_goes_to_the_stand_in_with_its_path_and_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEKE_STAND_INS", "Graph.example=http://127.0.0.1:9001/ b.example=http://[::1]:9002")
    assert reached_at("https://graph.example/v25.0/me?a=/b") == "http://127.0.0.1:9001/v25.0/me?a=/b"
    assert reached_at("https://b.example/x") == "http://[::1]:9002/x"
    assert reached_at("https://other.example/x") == "https://other.example/x"
    assert reached_at("http://graph.example/x") == "http://graph.example/x"
