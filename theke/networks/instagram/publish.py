"""Publishing on Instagram: a container with the pictures that it fetches from us, then the call that publishes it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from theke.networks.base import Account, Draft, NetworkError, Op, Ref, Refused, Sent
from theke.networks.graph import containers
from theke.networks.graph.calling import safe_id
from theke.networks.instagram import FACTS, api
from theke.networks.instagram.finding import WAY, below, find

__all__ = ["find", "prepare", "send"]

SHORT = 10.0
"""Seconds that may be spent on what comes after the post."""


def prepare(account: Account, op: Op, keep: Callable[[str, Any], None]) -> None:
    """Have a container made and finished. An answer to a comment needs none."""
    if op.kind == "post" and op.draft and not op.draft.reply_to:
        containers.prepare(WAY, account, op, keep)


def send(account: Account, op: Op) -> Sent:
    """Make the one call; its address is asked for afterwards. A first comment is a write of its own."""
    if op.kind != "post":
        raise Refused(FACTS.cannot[op.kind])
    draft = op.draft or Draft("")
    if draft.reply_to:
        return _answer(account, draft)
    identity = containers.publish(WAY, account, op)
    return Sent(Ref(identity), url_of(replace(account, deadline=min(account.deadline, SHORT)), identity))


def _answer(account: Account, draft: Draft) -> Sent:
    answer = api.post(account, below(draft), {"message": draft.text})
    with answer.reading():
        return Sent(Ref(safe_id(str(answer.object()["id"]))), "")


def url_of(account: Account, identity: str) -> str:
    """Where people see it; empty where Instagram does not tell."""
    try:
        return str(api.get(account, identity, fields="permalink").object().get("permalink") or "")
    except NetworkError:
        return ""
