"""Hiding, showing and removing comments. Doing it twice is as good as once."""

from theke.networks.base import Account, Action, Ref, Refused, gettext_noop
from theke.networks.graph.calling import safe_id
from theke.networks.graph.errors import GraphRefused
from theke.networks.instagram import api

CANNOT = gettext_noop("Instagram cannot do this with a comment.")
NOT_THERE = gettext_noop("The comment is no longer there.")


def act(account: Account, action: Action, ref: Ref) -> None:
    """Hide, show or remove. A comment that is gone counts as removed."""
    try:
        if action == "remove":
            api.delete(account, safe_id(ref.id))
        elif action in ("hide", "show"):
            api.post(account, safe_id(ref.id), {"hide": "true" if action == "hide" else "false"}, repeatable=True)
        else:
            raise Refused(CANNOT)
    except GraphRefused as no:
        if not no.gone:
            raise
        if action != "remove":
            raise Refused(NOT_THERE) from no
