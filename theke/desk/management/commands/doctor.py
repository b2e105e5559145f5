"""`theke doctor`: what is wrong with this installation, and what mends it."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError
from django.utils import translation

from theke.desk.doctoring import Check, checks
from theke.people.models import Library


def _language() -> str:
    try:
        first = Library.objects.order_by("pk").first()
    except DatabaseError:
        return "en"
    return first.language if first else "en"


def _mark(check: Check) -> str:
    if not check.ok:
        return "WRONG"
    return "note " if check.mend else "ok   "


class Command(BaseCommand):
    """Prints a line for each thing looked at; ends with 1 when something is wrong."""

    help = "Looks at data folder, keys, database, mail, clock, worker and channels; says what is wrong and what mends it."
    requires_migrations_checks = False
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Look and print, in the language of the first library."""
        with translation.override(_language()):
            found = checks()
        for check in found:
            self.stdout.write(f"{_mark(check)} {check.name}: {check.words}")
            if check.mend:
                self.stdout.write(f"      -> {check.mend}")
        if not all(check.ok for check in found):
            sys.exit(1)
