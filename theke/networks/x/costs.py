"""What X asks, in micro-US-dollars. Source: X's price list, read in August 2026; whatever it leaves open is counted at its highest price."""

from theke.networks.base import Draft
from theke.networks.measuring import BARE_URL, URL

POST = 15_000
POST_WITH_LINK = 200_000
READ = 10_000
"""The price list names 1,000 to 10,000 for each thing read."""
HELPING = 10
"""How many messages one reading asks for at most."""
LOOK = 10 * 1_000
"""One look at our own posts, should the answer get lost: ten at the price of what is one's own."""
ACT = 15_000
"""Hiding an answer or showing it again: the list names no price, so it is counted like a post."""
CONNECTING = READ
"""Connecting reads once whose account it is."""


def of_write(draft: Draft | None) -> int:
    """A post, dearer with an address in it; a removal (None) like a post without."""
    linked = draft is not None and (URL.search(draft.text) or BARE_URL.search(draft.text))
    return (POST_WITH_LINK if linked else POST) + LOOK


def of_read(items: int) -> int:
    """So many messages, profiles or posts read."""
    return items * READ
