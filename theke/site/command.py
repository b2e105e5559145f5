"""The `theke` command: run, worker, demo, doctor, check, networks, and Django's own commands."""

import os
import sys

from theke.site.memory import few_arenas


def main() -> None:
    """Run what the command line asks for. `check` asks the guideline; Django's own is `python -m django check`."""
    few_arenas()
    arguments = sys.argv[1:] or ["help"]
    if arguments[0] == "check":
        # Without Django and the database: it starts in a fraction of the time, and works where nothing is installed but the code.
        from theke.guidelines.command_line import run  # noqa: PLC0415

        run()
    _manage(arguments)


def _manage(arguments: list[str]) -> None:
    """Run a command of Django's, one of its own or one of ours."""
    from django.conf import settings  # noqa: PLC0415 -- after `check`, which does without
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 -- after `check`, which does without
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- after `check`, which does without

    from theke.site.demo.beginning import choose_place  # noqa: PLC0415 -- after `check`, which does without
    from theke.site.environment import argument  # noqa: PLC0415 -- after `check`, which does without

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "theke.site.settings")
    if arguments[0] == "demo":
        choose_place(arguments)
    if arguments[0] == "run" and (port := argument(arguments, "port")):
        os.environ.setdefault("THEKE_URL", f"http://localhost:{port}")
    try:
        settings.INSTALLED_APPS  # noqa: B018 -- read now: a wrong setting is one sentence, not a list of unknown commands
    except (ImproperlyConfigured, OSError) as trouble:
        sys.exit(f"Theke cannot start: {trouble}")
    execute_from_command_line(["theke", *arguments])
