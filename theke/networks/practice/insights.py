"""Responses to what we said."""

from collections.abc import Sequence

from theke.networks import net
from theke.networks.base import Account, Counts, Ref

AT_ONCE = 100


def counts(account: Account, refs: Sequence[Ref]) -> dict[str, Counts]:
    """Responses by id; what is no longer there is left out."""
    found: dict[str, Counts] = {}
    for start in range(0, len(refs), AT_ONCE):
        query = {"id": [ref.id for ref in refs[start : start + AT_ONCE]]}
        answer = net.get(account, "/practice/api/counts", query=query, bearer=account.secret.get("token", ""))
        with answer.reading():
            found |= {key: Counts(one["likes"], one["shares"], one["replies"]) for key, one in answer.object().items()}
    return found
