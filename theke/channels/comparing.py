"""What each network can, side by side."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop

from theke.networks.base import ACTIONS, Facts, Limits
from theke.networks.registry import Network, networks

ABILITIES: dict[str, str] = {
    "text": gettext_noop("Text"),
    "title": gettext_noop("Title"),
    "link": gettext_noop("Links that can be followed"),
    "image": gettext_noop("Pictures"),
    "alt": gettext_noop("Picture descriptions"),
    "focus": gettext_noop("Focal point of a picture"),
    "warning": gettext_noop("Content warning"),
    "language": gettext_noop("Language of the post"),
    "audience": gettext_noop("Visibility"),
    "thread": gettext_noop("Chains of posts"),
    "edit": gettext_noop("Change what is published"),
    "remove": gettext_noop("Remove what is published"),
    "reply": gettext_noop("Answer the public"),
    "inbox": gettext_noop("Read what the public says"),
    "counts": gettext_noop("Figures of a post"),
    "moderate": gettext_noop("Hide or remove what others wrote"),
}
"""Of `Limits.can`, in the order in which a librarian asks."""


@dataclass(frozen=True)
class Compared:
    """What one network declares, with the limits of an account that was not asked yet."""

    facts: Facts
    limits: Limits

    @property
    def can(self) -> set[str]:
        """Its abilities, by the names above."""
        moderate = {"moderate"} if any(f"moderate:{one}" in self.limits.can for one in ACTIONS) else set()
        return set(self.limits.can) & set(ABILITIES) | moderate

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        facts, limits = self.facts, self.limits
        return {
            "key": facts.key,
            "label": facts.label,
            "can": sorted(limits.can),
            "text_max": limits.text_max,
            "measure": limits.measure.unit,
            "media_max": limits.media_max,
            "alt_max": limits.alt_max,
            "resend": facts.resend,
            "settle_seconds": facts.settle_seconds,
            "api_version": facts.api_version,
            "api_ends": facts.api_ends.isoformat() if facts.api_ends else "",
        }


@dataclass(frozen=True)
class Line:
    """One ability, and for each network whether it is there and what to know of it."""

    label: str
    cells: list[tuple[bool, str]]


def compared(of: Network) -> Compared:
    """One network as it declares itself."""
    return Compared(of.facts, of.limits.DEFAULT if of.limits else Limits())


def everything() -> list[Compared]:
    """All networks, in the order in which they are offered."""
    return [compared(of) for of in networks()]


def lines(columns: list[Compared]) -> list[Line]:
    """The table, an ability a line; beside a no stands the network's own reason, where it gives one."""
    return [Line(label, [_cell(one, name) for one in columns]) for name, label in ABILITIES.items()]


def _cell(one: Compared, name: str) -> tuple[bool, str]:
    return name in one.can, str(one.facts.cannot.get(name, ""))
