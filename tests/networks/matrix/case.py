"""What the promises of every network are tried with here: an account in its room."""

from typing import Any

from tests.networks import recorded
from theke.networks.base import Account, Op, Ref
from theke.networks.matrix.limits import DEFAULT

PICTURE = "mxc://bib.example/m9"
LACKS = {
    "ready_later": "a picture is there when its upload is answered",
    "expired": "what was uploaded stays",
    "repeat_400": "the same transaction gives the same event",
    "renewed": "the sign-in is asked for without an end",
}
ROOM = "!raum:bib.example"


def account(**other: Any) -> Account:
    given: dict[str, Any] = {"remote_id": f"@hafen:bib.example|{ROOM}", "limits": DEFAULT}
    return recorded.account(**given | other)


def op(kind: Any = "post", **other: Any) -> Op:
    given: dict[str, Any] = {} if kind == "post" else {"target": Ref("$111")}
    return recorded.op(kind, **given | other)
