"""Responses to our posts. Instagram counts no shares that are public."""

from collections.abc import Sequence

from theke.networks.base import Account, Counts, Ref
from theke.networks.graph.calling import safe_id
from theke.networks.graph.errors import GraphRefused
from theke.networks.instagram import api


def counts(account: Account, refs: Sequence[Ref]) -> dict[str, Counts]:
    """Responses by id; what is no longer there is left out."""
    found: dict[str, Counts] = {}
    for ref in refs:
        try:
            told = api.get(account, safe_id(ref.id), fields="like_count,comments_count").object()
        except GraphRefused as no:
            if not no.gone:
                raise
            continue
        likes, comments = told.get("like_count"), told.get("comments_count")
        found[ref.id] = Counts(likes if isinstance(likes, int) else None, None, comments if isinstance(comments, int) else None)
    return found
