"""`theke run`: the desk and its worker in one process."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from theke.desk.setting_up import one_time_code
from theke.site.running import serve
from theke.site.starting import is_empty, prepare


class Command(BaseCommand):
    """Serve the desk, and send and collect what is due."""

    help = "Serve the desk, and send and collect what is due, in one process."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen, and whether to work."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-worker", action="store_true", help="serve pages only; “theke worker” does the rest")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make ready and serve until a signal comes."""
        prepare()
        serve(options["host"], options["port"], worker=not options["no_worker"], ready=self.say_where)

    def say_where(self, port: int) -> None:
        """Print the address, and the way in when nobody can sign in yet."""
        self.stdout.write(f"Theke runs at {settings.URL} (port {port}). Stop it with Ctrl+C.")
        code = one_time_code() if is_empty() else None
        if code:
            self.stdout.write(f"Set up your library here, once: {settings.URL}/set-up/{code}/")
        self.stdout.flush()
