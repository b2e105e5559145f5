"""Publishing on the library's own pages: the ledger itself is what the pages show, so every write is done when it is recorded."""

from collections.abc import Callable
from typing import Any

from theke.networks.base import Account, Found, Op, Ref, Sent


def prepare(account: Account, op: Op, keep: Callable[[str, Any], None]) -> None:
    """Nothing to prepare."""


def send(account: Account, op: Op) -> Sent:
    """The post's place on the pages. The same op gives the same answer for ever."""
    ref = op.target or Ref(op.id)
    return Sent(ref, _url(account, ref))


def find(account: Account, op: Op) -> Found:
    """It is there as soon as it is recorded."""
    ref = op.target or Ref(op.id)
    return Found(ref, _url(account, ref))


def _url(account: Account, ref: Ref) -> str:
    return str(account.settings.get("post_url", account.address + "/{id}/")).replace("{id}", ref.id)
