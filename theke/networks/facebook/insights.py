"""Responses to what the Page said."""

from collections.abc import Sequence

from theke.networks.base import JSON, Account, Counts, Ref
from theke.networks.facebook import api
from theke.networks.graph.calling import safe_id
from theke.networks.graph.errors import GraphRefused

FIELDS = "reactions.summary(total_count).limit(0),comments.filter(stream).summary(true).limit(0),shares"


def counts(account: Account, refs: Sequence[Ref]) -> dict[str, Counts]:
    """Responses by id; what is no longer there is left out."""
    found: dict[str, Counts] = {}
    for ref in refs:
        try:
            answer = api.get(account, safe_id(ref.id), fields=FIELDS)
        except GraphRefused as no:
            if not no.gone:
                raise
            continue
        with answer.reading():
            found[ref.id] = _counts(answer.object())
    return found


def _counts(told: JSON) -> Counts:
    # A post that nobody has shared yet comes without the field.
    return Counts(_total(told, "reactions"), (told.get("shares") or {}).get("count", 0), _total(told, "comments"))


def _total(told: JSON, name: str) -> int | None:
    total = ((told.get(name) or {}).get("summary") or {}).get("total_count")
    return total if isinstance(total, int) else None
