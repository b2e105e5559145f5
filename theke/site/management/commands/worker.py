"""`theke worker`: the worker alone."""

from typing import Any

from django.core.management.base import BaseCommand

from theke.site.running import work
from theke.site.starting import prepare


class Command(BaseCommand):
    """Send and collect what is due, without serving pages."""

    help = "Send and collect what is due, without serving pages. Any number may run."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Make ready and work until a signal comes."""
        prepare(static=False)
        work(self.say_so)

    def say_so(self) -> None:
        """Print that it works."""
        self.stdout.write("The worker runs. Stop it with Ctrl+C.")
        self.stdout.flush()
