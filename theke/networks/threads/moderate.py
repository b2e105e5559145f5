"""Hiding and showing replies. Doing it twice is as good as once."""

from theke.networks.base import Account, Action, Ref, Refused
from theke.networks.graph.calling import safe_id
from theke.networks.threads import FACTS, api


def act(account: Account, action: Action, ref: Ref) -> None:
    """Hide or show a reply right below a post, with all below it."""
    if action not in ("hide", "show"):
        raise Refused(FACTS.cannot["moderate"])
    api.post(account, f"{safe_id(ref.id)}/manage_reply", {"hide": "true" if action == "hide" else "false"}, repeatable=True)
