"""The key under which a record is written: 13 letters that say a moment, as the protocol wants it (atproto.com/specs/tid)."""

import hashlib
from datetime import datetime

LETTERS = "234567abcdefghijklmnopqrstuvwxyz"
LENGTH = 13
MILLION = 1_000_000


def record_key(at: datetime, key: str) -> str:
    """The key of the write that was fixed at `at` and is called `key`: always the same, and its own.

    The second is that of `at` (the one before, so that it never lies ahead); what is finer comes from the name, because several
    writes may be fixed in one moment.
    """
    mixed = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    moment = (int(at.timestamp()) - 1) * MILLION + mixed % MILLION
    return encode(moment << 10 | mixed // MILLION % 1024)


def encode(number: int) -> str:
    """A number below 2**63 in 13 letters that sort like it."""
    return "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(LENGTH)))
