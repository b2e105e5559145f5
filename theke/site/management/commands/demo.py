"""`theke demo`: a believable library to try Theke with."""

import random
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.utils import timezone

from theke.jobs.sources import register
from theke.people.models import Library
from theke.site.demo.beginning import DATA, PORT
from theke.site.demo.consents import agree
from theke.site.demo.dressing import dress
from theke.site.demo.filling import PASSWORD, fill
from theke.site.demo.guideline import lay_down
from theke.site.demo.habits import settle_in
from theke.site.demo.planning import plan_ahead
from theke.site.demo.public import Public
from theke.site.demo.seeborn import SEEBORN
from theke.site.demo.sjoby import SJOBY
from theke.site.starting import prepare

WELCOME = """
  Stadtbibliothek Seeborn is open: {url}

  Sign in with the password   {password}
    maria.sander@seeborn.example   manager        (Bibliotheksleitung)
    anna.weis@seeborn.example      editor         (Öffentlichkeitsarbeit)
    jana.berg@seeborn.example      editor         (Kinderbibliothek Hafen)
    ute.brandt@seeborn.example     employee       (Auskunft Südstadt)
  and in Swedish
    elin.strom@sjoby.example       manager        (Sjöby bibliotek)
    sara.wiklund@sjoby.example     editor         (Norrsidan)

  What the public sees: {url}/w/seeborn/ and {url}/w/sjoby/
  Data: {data} (remove it to begin anew). Ctrl+C stops.
"""


class Command(BaseCommand):
    """Fill a demo library on first start, then run the desk with its worker."""

    help = "Starts a demo library, filled on first start."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where it lives; read before the settings, and here only to be explained."""
        parser.add_argument("--port", default=PORT, help=f"port on localhost (default {PORT})")
        parser.add_argument("--data", default=DATA, help=f"data folder (default {DATA})")
        parser.add_argument("--quiet-public", action="store_true", help="nobody says anything by themselves")
        parser.add_argument("--fill-only", action="store_true", help="fill the library, do not run it")

    def handle(self, *args: Any, **options: Any) -> None:
        """Set up, fill, run."""
        if options["fill_only"]:
            self._fill()
            return
        # Apart: what migrating and drawing pictures leaves behind would keep the desk large for all its life.
        if subprocess.run([*_again(), "--fill-only"], check=False).returncode:  # noqa: S603 -- this very command line
            raise CommandError("The demo library could not be filled; see above.")
        if not options["quiet_public"]:
            register(Public(random.Random(), timezone.now()).source())  # noqa: S311 -- it chats, it guards nothing
        self.stdout.write(WELCOME.format(url=settings.URL, password=PASSWORD, data=settings.DATA))
        self.stdout.flush()
        call_command("run", port=options["port"])

    def _fill(self) -> None:
        prepare()
        if Library.objects.exists():
            return
        self.stdout.write("Filling the demo library …")
        for script in (SEEBORN, SJOBY):
            now = timezone.now()
            library = fill(script, now)
            plan_ahead(library, now)
            settle_in(library, now)
            dress(library, now)
            lay_down(library, now)
            agree(library, now)


def _again() -> list[str]:
    """The command line with which this process was started."""
    return [sys.executable, *sys.orig_argv[1:]]
