"""`theke networks`: what each network can, as a table or as JSON."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from theke.channels.comparing import ABILITIES, Compared, everything


class Command(BaseCommand):
    """Print the capability table."""

    help = "What each network can."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--json` for programs."""
        parser.add_argument("--json", action="store_true", help="as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it."""
        rows = everything()
        self.stdout.write(json.dumps([row.as_json() for row in rows], indent=2) if options["json"] else table(rows))


def table(rows: list[Compared]) -> str:
    """A network a column, an ability a line."""
    wide = max(len(name) for name in ABILITIES) + 2
    lines = ["".ljust(wide) + "".join(row.facts.key.ljust(12) for row in rows)]
    lines += [name.ljust(wide) + "".join(("yes" if name in row.can else "-").ljust(12) for row in rows) for name in ABILITIES]
    told = [row.as_json() for row in rows]
    for name in ("text_max", "measure", "media_max", "alt_max", "resend", "api_ends"):
        lines.append(name.ljust(wide) + "".join(str(one[name] or "-").ljust(12) for one in told))
    return "\n".join(line.rstrip() for line in lines)
