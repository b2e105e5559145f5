"""Findings about a stretch of a text."""

from typing import NamedTuple

from theke.guidelines.rules.base import Finding, Severity

MOST = 20
"""More findings of one rule in one text help nobody."""
LONGEST_SHOWN = 60


class Head(NamedTuple):
    """What all findings of a rule have in common."""

    rule: str
    severity: Severity
    point: str


def mark(
    head: Head,
    words: str,
    text: tuple[str, str],
    span: tuple[int, int],
    mend: str | None = None,
    **params: object,
) -> Finding:
    """A finding on a span of a text, which comes as (key of its channel, text).

    The words may say `seen`: what stands there, cut where it is long.
    """
    seen = text[1][span[0] : span[1]]
    shown = seen if len(seen) <= LONGEST_SHOWN else seen[: LONGEST_SHOWN - 1].rstrip() + "…"
    given = {"seen": shown, **({"mend": mend} if mend is not None else {}), **params}
    return Finding(*head, words, given, target=text[0], start=span[0], end=span[1], seen=seen, mend=mend)
