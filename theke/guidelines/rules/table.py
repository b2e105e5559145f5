"""All rules at one glance."""

from dataclasses import dataclass

from theke.guidelines.rules import description, hashtags, length, letters, sender
from theke.guidelines.rules.base import Rule, Severity
from theke.networks.base import Words, gettext_noop


@dataclass(frozen=True)
class Entry:
    """A rule, the point of the guideline that it serves, and how much it weighs."""

    id: str
    point: str
    severity: Severity
    title: Words
    rule: Rule


TABLE = (
    Entry("R01", sender.POINT, "block", gettext_noop("Sender shown"), sender.sender_is_shown),
    Entry("R45", length.POINT, "block", gettext_noop("Text fits the channel"), length.text_fits),
    Entry("R19", description.POINT, "block", gettext_noop("Picture described"), description.pictures_are_described),
    Entry("R38", letters.POINT, "warn", gettext_noop("Real letters"), letters.letters_are_letters),
    Entry("R20", description.POINT, "hint", gettext_noop("Helpful picture description"), description.descriptions_help),
    Entry("R35", hashtags.POINT, "hint", gettext_noop("Readable hashtags"), hashtags.hashtags_are_readable),
)
TITLES = {entry.id: entry.title for entry in TABLE}
