"""What every call to Threads shares: the version in the path, and the token in the header."""

from typing import Any

from theke.networks.base import Account
from theke.networks.graph import calling
from theke.networks.graph.version import THREADS_VERSION
from theke.networks.judging import Answer

HOST = "https://graph.threads.net"


def get(account: Account, path: str, **query: Any) -> Answer:
    """Read as the account."""
    return calling.call(account, "GET", THREADS_VERSION, path, query=query)


def post(account: Account, path: str, form: dict[str, Any], **more: Any) -> Answer:
    """Write as the account."""
    return calling.call(account, "POST", THREADS_VERSION, path, form=form, **more)


def delete(account: Account, path: str) -> Answer:
    """Delete; what is deleted twice is as good as deleted once."""
    return calling.call(account, "DELETE", THREADS_VERSION, path, repeatable=True)
