"""What the promises of every network are tried with here: a signed-in account, and a post whose draft is there already."""

from typing import Any

from tests.networks import recorded
from tests.networks.recorded import TOKEN
from theke.networks.base import Account, Op
from theke.networks.wordpress.limits import DEFAULT

PICTURE = "909"
SITE = "https://bib.example"


def account(**other: Any) -> Account:
    given: dict[str, Any] = {"address": f"{SITE}/wp-json", "remote_id": "bib.example#42", "secret": {"password": TOKEN}}
    given |= {"limits": DEFAULT, "settings": {"user": "hafen", "home": SITE, "lang": "de-DE"}}
    return recorded.account(**given | other)


def op(kind: Any = "post", **other: Any) -> Op:
    return recorded.op(kind, **{"state": {"draft": {"id": 111}}} | other)
