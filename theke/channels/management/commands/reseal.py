"""`theke reseal`: seals every credential with the newest key."""

from typing import Any

from django.core.management.base import BaseCommand

from theke.channels.models import Credential
from theke.channels.sealing import reseal
from theke.networks.base import Reconnect


class Command(BaseCommand):
    """After a new sealing key was put on top, seal everything with it; then the old key may go."""

    help = "Seals every credential with the first of the sealing keys."

    def handle(self, *args: Any, **options: Any) -> None:
        """Seal anew, and say what no key opens."""
        closed = 0
        for credential in Credential.objects.select_related("channel"):
            try:
                reseal(credential)
            except Reconnect:
                closed += 1
                self.stderr.write(f"{credential.channel}: no key opens this sign-in; connect the channel again.")
        self.stdout.write(f"{Credential.objects.count() - closed} sealed with the newest key, {closed} closed.")
