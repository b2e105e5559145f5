"""Hiding answers below our posts, and showing them again."""

from theke.networks.base import Account, Action, Ref, Refused, gettext_noop
from theke.networks.judging import Rejected
from theke.networks.x import api

CANNOT = gettext_noop("X can only hide an answer and show it again.")


def act(account: Account, action: Action, ref: Ref) -> None:
    """Hide or show. Only answers in conversations that we began can be hidden; X says so itself."""
    if action not in ("hide", "show"):
        raise Refused(CANNOT)
    try:
        api.call(account, "PUT", f"/2/tweets/{ref.id}/hidden", json={"hidden": action == "hide"}, repeatable=True)
    except Rejected as no:
        raise Refused(api.NO_RIGHT, answer=api.detail(no)) from no
