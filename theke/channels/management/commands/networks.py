"""`theke networks`: what each network can, as a table or as JSON."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from theke.networks.base import Limits
from theke.networks.registry import Network, networks

# In the order of base.Limits.can.
ABILITIES: tuple[str, ...] = (
    *("text", "title", "link", "image", "alt", "focus", "warning", "language", "audience"),
    *("thread", "edit", "remove", "reply", "inbox", "counts"),
)


def row(of: Network) -> dict[str, Any]:
    """What one network declares, with the limits of an account that was not asked yet."""
    limits = of.limits.DEFAULT if of.limits else Limits()
    return {
        "key": of.facts.key,
        "label": of.facts.label,
        "can": sorted(limits.can),
        "text_max": limits.text_max,
        "measure": limits.measure.unit,
        "media_max": limits.media_max,
        "alt_max": limits.alt_max,
        "resend": of.facts.resend,
        "settle_seconds": of.facts.settle_seconds,
    }


class Command(BaseCommand):
    """Print the capability table."""

    help = "What each network can."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--json` for programs."""
        parser.add_argument("--json", action="store_true", help="as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it."""
        rows = [row(n) for n in networks()]
        self.stdout.write(json.dumps(rows, indent=2) if options["json"] else table(rows))


def table(rows: list[dict[str, Any]]) -> str:
    """A network a column, an ability a line."""
    wide = max(len(name) for name in ABILITIES) + 2
    lines = ["".ljust(wide) + "".join(r["key"].ljust(16) for r in rows)]
    lines += [a.ljust(wide) + "".join(("yes" if a in r["can"] else "-").ljust(16) for r in rows) for a in ABILITIES]
    for name in ("text_max", "measure", "media_max", "alt_max", "resend"):
        lines.append(name.ljust(wide) + "".join(str(r[name] if r[name] is not None else "-").ljust(16) for r in rows))
    return "\n".join(line.rstrip() for line in lines)
