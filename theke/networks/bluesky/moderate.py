"""Hides answers below our own posts, and shows them again: a list in a record (the thread gate) beside the first post of the thread.

Source: the lexicon app.bsky.feed.threadgate. Whoever wants to can still read what is hidden; only its author can remove it.
"""

from theke.networks.base import JSON, Account, Action, Later, Ref, Refused, gettext_noop
from theke.networks.bluesky import api
from theke.networks.bluesky.records import moment

GATE = "app.bsky.feed.threadgate"
MOST = 300
TRIES = 4

CANNOT = gettext_noop("On Bluesky answers can be hidden and shown, nothing else.")
NOT_OURS = gettext_noop("Only answers in a thread that one of our own posts began can be hidden.")
FULL = gettext_noop("Bluesky hides at most 300 answers below one post.")
BUSY = gettext_noop("Somebody else is changing what is hidden below this post.")


def act(account: Account, action: Action, ref: Ref) -> None:
    """Put the answer on the list of the hidden ones, or take it off. What is so already stays so."""
    if action not in ("hide", "show"):
        raise Refused(CANNOT)
    root = _root(account, ref)
    for _try in range(TRIES):
        gate, cid = _gate(account, root)
        wanted = _changed(gate.get("hiddenReplies") or [], ref.id, hide=action == "hide")
        if wanted is None or _written(account, root, gate | {"hiddenReplies": wanted}, cid):
            return
    raise Later(BUSY, again_in=10.0)


def _root(account: Account, ref: Ref) -> str:
    """The first post of the thread, which must be ours."""
    told = ref.extra.get("root") or {"uri": (ref.extra.get("on") or {}).get("id")}
    root = str(told.get("uri") or "")
    if not root.startswith(f"at://{account.remote_id}/"):
        raise Refused(NOT_OURS)
    return root


def _place(account: Account, root: str) -> JSON:
    return {"repo": account.remote_id, "collection": GATE, "rkey": root.rsplit("/", 1)[-1]}


def _gate(account: Account, root: str) -> tuple[JSON, str | None]:
    """The gate as it stands, with its version; a new one and None where there is none."""
    try:
        answer = api.get(account, "com.atproto.repo.getRecord", query=_place(account, root))
    except api.Said as no:
        if no.name != "RecordNotFound":
            raise
        return {"$type": GATE, "post": root, "createdAt": moment()}, None
    with answer.reading():
        told = answer.object()
        return dict(told["value"]), str(told["cid"])


def _changed(hidden: list[str], uri: str, *, hide: bool) -> list[str] | None:
    """The new list; None when nothing is to be changed."""
    if (uri in hidden) == hide:
        return None
    if hide and len(hidden) >= MOST:
        raise Refused(FULL)
    return [*hidden, uri] if hide else [one for one in hidden if one != uri]


def _written(account: Account, root: str, gate: JSON, cid: str | None) -> bool:
    """Write the gate unless somebody has changed it since; whether it was written."""
    given = _place(account, root) | {"record": gate, "swapRecord": cid}
    try:
        api.post(account, "com.atproto.repo.putRecord", json=given, repeatable=True)
    except api.Said as no:
        if no.name != "InvalidSwap":
            raise
        return False
    return True
