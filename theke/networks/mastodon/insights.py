"""Responses to what we said, as far as the server knows: what happens on other servers may be missing."""

from collections.abc import Iterable, Sequence

from theke.networks.base import JSON, Account, Counts, Ref
from theke.networks.judging import Rejected
from theke.networks.mastodon import api

AT_ONCE = 20


def counts(account: Account, refs: Sequence[Ref]) -> dict[str, Counts]:
    """Responses by id; what is no longer there is left out."""
    found: dict[str, Counts] = {}
    for start in range(0, len(refs), AT_ONCE):
        ids = [ref.id for ref in refs[start : start + AT_ONCE]]
        for status in _statuses(account, ids):
            found[str(status.get("id"))] = _counts(status)
    return {key: one for key, one in found.items() if key in {ref.id for ref in refs}}


def _statuses(account: Account, ids: list[str]) -> Iterable[JSON]:
    """Several at once where the server can (Mastodon 4.3), else one by one."""
    try:
        return api.get(account, "/api/v1/statuses", query={"id[]": ids}).objects()
    except Rejected:
        return (status for one in ids if (status := _one(account, one)) is not None)


def _one(account: Account, identity: str) -> JSON | None:
    try:
        return api.get(account, f"/api/v1/statuses/{identity}").object()
    except Rejected as no:
        if no.answer.status not in api.GONE:
            raise
        return None


def _counts(status: JSON) -> Counts:
    figures = [status.get(name) for name in ("favourites_count", "reblogs_count", "replies_count")]
    return Counts(*(figure if isinstance(figure, int) else None for figure in figures))
