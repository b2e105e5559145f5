"""What every call to Facebook shares: the version in the path, the Page's token, and the proof that the app's secret is ours."""

from typing import Any

from theke.networks.base import Account
from theke.networks.graph import calling
from theke.networks.graph.version import VERSION
from theke.networks.judging import Answer

HOST = "https://graph.facebook.com"
SITE = "https://www.facebook.com"


def get(account: Account, path: str, **query: Any) -> Answer:
    """Read as the Page."""
    token = str(account.secret.get("token", ""))
    signed = query | calling.proof(token, calling.app_secret_of(account))
    return calling.call(account, "GET", VERSION, path, query=signed)


def post(account: Account, path: str, form: dict[str, Any], **more: Any) -> Answer:
    """Write as the Page."""
    return calling.call(account, "POST", VERSION, path, form=form | _proof(account), **more)


def delete(account: Account, path: str) -> Answer:
    """Delete as the Page; what is deleted twice is as good as deleted once."""
    return calling.call(account, "DELETE", VERSION, path, query=_proof(account), repeatable=True)


def _proof(account: Account) -> dict[str, str]:
    return calling.proof(str(account.secret.get("token", "")), calling.app_secret_of(account))
