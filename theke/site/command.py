"""The `theke` command: run, worker, demo, doctor, networks, and Django's own commands."""

import os
import sys

from theke.site.demo.beginning import choose_place
from theke.site.environment import argument
from theke.site.memory import few_arenas


def main() -> None:
    """Run what the command line asks for."""
    few_arenas()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "theke.site.settings")
    arguments = sys.argv[1:] or ["help"]
    if arguments[0] == "demo":
        choose_place(arguments)
    if arguments[0] == "run" and (port := argument(arguments, "port")):
        os.environ.setdefault("THEKE_URL", f"http://localhost:{port}")
    from django.conf import settings  # noqa: PLC0415 -- after the place is chosen
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 -- after the place is chosen
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- after the place is chosen

    try:
        settings.INSTALLED_APPS  # noqa: B018 -- read now: a wrong setting is one sentence, not a list of unknown commands
    except (ImproperlyConfigured, OSError) as trouble:
        sys.exit(f"Theke cannot start: {trouble}")
    execute_from_command_line(["theke", *arguments])
