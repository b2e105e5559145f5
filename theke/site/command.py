"""The `theke` command: run, worker, demo, doctor, networks, and Django's own commands."""

import os
import sys


def main() -> None:
    """Run what the command line asks for."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "theke.site.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- after the settings are named

    execute_from_command_line(["theke", *(sys.argv[1:] or ["help"])])
