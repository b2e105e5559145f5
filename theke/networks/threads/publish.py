"""Publishing and removing on Threads: a container, also for a text alone, then the call that publishes it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from theke.networks.base import Account, Later, NetworkError, Op, Ref, Refused, Sent
from theke.networks.graph import containers
from theke.networks.graph.calling import safe_id
from theke.networks.graph.errors import missing
from theke.networks.threads import FACTS, api
from theke.networks.threads.finding import WAY, find

__all__ = ["find", "prepare", "send"]

SHORT = 10.0
"""Seconds that may be spent on what comes after the post."""


def prepare(account: Account, op: Op, keep: Callable[[str, Any], None]) -> None:
    """Have a container made and finished, for posts and answers alike."""
    if op.kind == "post":
        containers.prepare(WAY, account, op, keep)


def send(account: Account, op: Op) -> Sent:
    """Make the one call; the address is asked for afterwards."""
    if op.kind == "edit":
        raise Refused(FACTS.cannot["edit"])
    if op.kind == "remove":
        return _removed(account, op)
    identity = containers.publish(WAY, account, op)
    return Sent(Ref(identity), _url_of(replace(account, deadline=min(account.deadline, SHORT)), identity))


def _url_of(account: Account, identity: str) -> str:
    try:
        return str(api.get(account, identity, fields="permalink").object().get("permalink") or "")
    except NetworkError:
        return ""


def _removed(account: Account, op: Op) -> Sent:
    if op.target is None:
        raise ValueError("a removal needs a target")
    try:
        api.delete(account, safe_id(op.target.id))
    except (Refused, Later) as no:
        if not missing(no):
            raise
    return Sent(op.target, "")
