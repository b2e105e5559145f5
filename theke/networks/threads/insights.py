"""Responses to our posts."""

from collections.abc import Sequence
from typing import Any

from theke.networks.base import Account, Counts, Ref
from theke.networks.graph.calling import listed, safe_id
from theke.networks.graph.errors import GraphRefused
from theke.networks.threads import api


def counts(account: Account, refs: Sequence[Ref]) -> dict[str, Counts]:
    """Responses by id, quotes among the shares; what is no longer there is left out."""
    found: dict[str, Counts] = {}
    for ref in refs:
        try:
            answer = api.get(account, f"{safe_id(ref.id)}/insights", metric="likes,replies,reposts,quotes")
        except GraphRefused as no:
            if not no.gone:
                raise
            continue
        with answer.reading():
            told = {str(one["name"]): _figure(one["values"][0]["value"]) for one in listed(answer)}
        shares = [told[name] for name in ("reposts", "quotes") if told.get(name) is not None]
        found[ref.id] = Counts(told.get("likes"), sum(s or 0 for s in shares) if shares else None, told.get("replies"))
    return found


def _figure(value: Any) -> int | None:
    return value if isinstance(value, int) else None
