"""The capability table."""

import json

import pytest
from django.core.management import call_command

from theke.networks.registry import KEYS


def test_the_table_names_every_network(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("networks")
    head = capsys.readouterr().out.splitlines()[0]
    assert head.split() == list(KEYS)


def test_programs_get_json(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("networks", "--json")
    told = json.loads(capsys.readouterr().out)
    assert [one["key"] for one in told] == list(KEYS)
    assert "inbox" not in next(one for one in told if one["key"] == "website")["can"]
