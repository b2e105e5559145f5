"""What the promises of every network are tried with here: a Page and the library's own app."""

from typing import Any

from tests.networks import recorded
from tests.networks.recorded import PICTURE, TOKEN
from theke.networks.base import Account, Op
from theke.networks.facebook.limits import DEFAULT

__all__ = ["PICTURE", "account", "op"]
PAGE = "42"
APP_SECRET = "0123456789abcdef0123456789abcdef"


def account(**other: Any) -> Account:
    secret = {"token": TOKEN, "answers": {"app_id": "123456789", "app_secret": APP_SECRET}}
    given: dict[str, Any] = {"address": "https://graph.facebook.com", "remote_id": PAGE, "secret": secret, "limits": DEFAULT}
    return recorded.account(**given | other)


def op(kind: Any = "post", **other: Any) -> Op:
    return recorded.op(kind, **other)
