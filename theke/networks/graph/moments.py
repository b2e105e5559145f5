"""Moments as Meta writes them, and which of the messages read are news."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime

from theke.networks.base import JSON, Item

MOST_SEEN = 600


def moment(written: object) -> datetime:
    """An aware moment of `2026-11-22T10:00:00+0000`. Raises ValueError for anything else."""
    read = datetime.fromisoformat(str(written))
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def plain(text: object) -> str:
    """A text as it can be compared: Meta trims it and has line ends of its own."""
    return str(text or "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _digest(item: Item) -> str:
    return hashlib.blake2s(f"{item.state}\0{item.text}".encode(), digest_size=6).hexdigest()


def news(items: Iterable[Item], cursor: JSON) -> tuple[tuple[Item, ...], JSON]:
    """What is new or has changed since `cursor`, oldest first, and the next cursor.

    Lists are read anew each time, because Meta tells of no changes: the cursor remembers the youngest messages by a digest of
    text and state, and from when on it knows them all.
    """
    seen, floor = dict(cursor.get("seen") or {}), str(cursor.get("floor") or "")
    fresh = {}
    for item in sorted(items, key=lambda one: (one.at, one.id)):
        at = item.at.isoformat()
        known = seen.get(item.id)
        if (known and known[1] == _digest(item)) or (not known and at < floor):
            continue
        fresh[item.id] = item
        seen[item.id] = [at, _digest(item)]
    kept = sorted(seen.items(), key=lambda one: one[1][0])
    if len(kept) > MOST_SEEN:
        floor = kept[-MOST_SEEN][1][0]
    return tuple(fresh.values()), {"seen": dict(kept[-MOST_SEEN:]), "floor": floor}
