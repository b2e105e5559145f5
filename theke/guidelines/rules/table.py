"""All rules at one glance, in the order of their ids. Each subject file says which rules are its own."""

from theke.guidelines.rules import (
    care,
    dates,
    description,
    doublets,
    emoji,
    hashtags,
    hours,
    language,
    length,
    letters,
    names,
    nearness,
    quotations,
    sender,
    shouting,
    tone,
    voice,
)
from theke.guidelines.rules.base import Entry

SUBJECTS = (
    care,
    dates,
    description,
    doublets,
    emoji,
    hashtags,
    hours,
    language,
    length,
    letters,
    names,
    nearness,
    quotations,
    sender,
    shouting,
    tone,
    voice,
)
TABLE: tuple[Entry, ...] = tuple(sorted((entry for one in SUBJECTS for entry in one.ENTRIES), key=lambda entry: entry.id))
TITLES = {entry.id: entry.title for entry in TABLE}
