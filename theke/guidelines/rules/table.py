"""All rules at one glance, in the order of their ids. Each subject file says which rules are its own."""

from theke.guidelines.rules import description, hashtags, length, letters, sender
from theke.guidelines.rules.base import Entry

SUBJECTS = (description, hashtags, length, letters, sender)
TABLE: tuple[Entry, ...] = tuple(sorted((entry for one in SUBJECTS for entry in one.ENTRIES), key=lambda entry: entry.id))
TITLES = {entry.id: entry.title for entry in TABLE}
