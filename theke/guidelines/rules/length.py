"""Texts that fit (R45)."""

from functools import lru_cache

from theke.guidelines.rules.base import Context, Draft, Entry, Finding, Target
from theke.networks.base import gettext_noop
from theke.networks.measuring import length as measured

POINT = "2-our-task"
TOO_LONG = gettext_noop("%(over)s characters too many for %(channel)s: it takes %(most)s, signature included.")

length = lru_cache(maxsize=64)(measured)
"""Several channels often have the same text and count alike."""


def text_fits(draft: Draft, context: Context) -> list[Finding]:
    """R45: the text with its signature, and with the content warning where that counts, fits each channel. Blocks."""
    return [_finding(target, over) for target in draft.targets if (over := _over(draft, target)) > 0]


def _over(draft: Draft, target: Target) -> int:
    if target.text_max is None:
        return 0
    return max(length(part, target.measure, draft.warning) for part in target.parts) - target.text_max


def _finding(target: Target, over: int) -> Finding:
    facts = {"over": over, "channel": target.name, "most": target.text_max}
    return Finding("R45", "block", POINT, TOO_LONG, facts, target=target.key)


ENTRIES = (Entry("R45", POINT, "block", gettext_noop("Text fits the channel"), text_fits),)
