"""Asks every rule."""

from theke.guidelines.rules.base import Context, Draft, Finding
from theke.guidelines.rules.table import TABLE

WEIGHT = {"block": 0, "warn": 1, "hint": 2}


def check(draft: Draft, context: Context) -> list[Finding]:
    """What the rules see in the draft, the weightiest first. Pure: the same draft and context give the same findings."""
    found = [finding for entry in TABLE for finding in entry.rule(draft, context)]
    return sorted(found, key=lambda finding: (WEIGHT[finding.severity], finding.start))
