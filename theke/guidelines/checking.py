"""Asks every rule."""

from collections.abc import Iterator
from dataclasses import replace

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.table import TABLE

WEIGHT = {"block": 0, "warn": 1, "hint": 2}


def check(draft: Draft, context: Context) -> list[Finding]:
    """What the rules see in the draft, the weightiest first. Pure: the same draft and context give the same findings."""
    found = [finding for entry in TABLE if not entry.waits_for for finding in _asked(entry, draft, context)]
    return sorted(found, key=lambda finding: (WEIGHT[finding.severity], finding.start))


def _asked(entry: Entry, draft: Draft, context: Context) -> Iterator[Finding]:
    """What one rule says, with the weight that the library's guideline gives it.

    A setting speaks of the rule at its ordinary weight; what the rule itself finds lighter or graver in a case stays as it is.
    """
    setting = context.settings.get(entry.id)
    if setting is not None and setting.severity is None:
        return
    for finding in entry.rule(draft, context):
        if setting is None or setting.severity is None or finding.severity != entry.severity:
            yield finding
        else:
            yield replace(finding, severity=setting.severity, layer=setting.layer)
