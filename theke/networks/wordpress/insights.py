"""How many comments a post has. WordPress itself counts nothing else."""

from collections.abc import Sequence

from theke.networks.base import Account, Counts, Ref, Refused
from theke.networks.wordpress import api
from theke.networks.wordpress.answering import COMMENTS, number_of


def counts(account: Account, refs: Sequence[Ref]) -> dict[str, Counts]:
    """Comments by id, those that everybody sees; what is no longer public is left out."""
    return {ref.id: Counts(replies=figure) for ref in refs if (figure := _comments(account, ref)) is not None}


def _comments(account: Account, ref: Ref) -> int | None:
    below = {"parent": number_of(ref)} if ref.id.startswith("c") else {"post": ref.id}
    try:
        return api.total(api.get(account, COMMENTS, query=below | {"per_page": 1, "_fields": "id"}))
    except Refused:
        return None
