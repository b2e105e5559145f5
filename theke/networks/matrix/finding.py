"""Looks what became of a write whose answer is missing, by the key that each event of ours carries."""

from datetime import UTC, datetime, timedelta

from theke.networks.base import JSON, Absent, Account, Found, Op, Ref, Unknown, gettext_noop
from theke.networks.judging import Rejected
from theke.networks.matrix import api

# The server's clock and ours may differ.
MARGIN = timedelta(hours=2)
MOST_PAGES = 10
PER_PAGE = 100

TOO_MANY = gettext_noop("There are too many newer messages to be sure.")
GONE = gettext_noop("The message is not to be seen.")


def find(account: Account, op: Op) -> Found | Absent | Unknown:
    """Look whether the write is there. Raises NotSent and its kin when looking did not work."""
    if op.kind == "remove":
        return _removed(account, op.target or Ref(""))
    seen = _since(account, (op.tried_at or op.at) - MARGIN, op.key)
    if seen is None:
        return Unknown(TOO_MANY)
    if op.key not in seen:
        return Absent()
    if op.kind == "edit" and op.target:
        return Found(op.target, api.link(account, op.target.id))
    pictures = [seen[txn] for txn in (f"{op.key}-{n}" for n in range(1, len(seen))) if txn in seen]
    return Found(Ref(seen[op.key], {"media": pictures} if pictures else {}), api.link(account, seen[op.key]))


def _removed(account: Account, target: Ref) -> Found | Absent | Unknown:
    for event in [*target.extra.get("media", []), target.id]:
        try:
            answer = api.get(account, api.in_room(account, "event", str(event)))
        except Rejected as no:
            if no.answer.status != 404:
                raise
            return Unknown(GONE)
        if api.content_of(answer.object()):
            return Absent()
    return Found(target, "")


def _since(account: Account, since: datetime, key: str) -> dict[str, str] | None:
    """Our events of this key, by key; None when there are too many messages to have seen them all."""
    seen: dict[str, str] = {}
    at = None
    for _page in range(MOST_PAGES):
        answer = api.get(account, api.in_room(account, "messages"), query={"dir": "b", "limit": PER_PAGE, "from": at})
        with answer.reading():
            told = answer.object()
            chunk, at = list(told["chunk"]), told.get("end")
            seen |= {_key(one): str(one["event_id"]) for one in chunk if _ours(account, one, key)}
            if not at or any(moment(one) < since for one in chunk):
                return seen
    return None


def _ours(account: Account, event: JSON, key: str) -> bool:
    return event.get("sender") == api.user_of(account) and (_key(event) == key or _key(event).startswith(f"{key}-"))


def _key(event: JSON) -> str:
    told = event.get("unsigned") or {}
    return str(api.content_of(event).get(api.KEY) or told.get("transaction_id") or "")


def moment(event: JSON) -> datetime:
    """When the event's server says that it was sent."""
    return datetime.fromtimestamp(int(event["origin_server_ts"]) / 1000, UTC)
