"""Registers the clearing of old sessions and the mailing of invitations with the engine."""

from django.apps import AppConfig

from theke.jobs import sources


class PeopleConfig(AppConfig):
    """The people package."""

    name = "theke.people"

    def ready(self) -> None:
        """Name the sources of work."""
        from theke.people import inviting, sweeping  # noqa: PLC0415 -- models are there only when apps are ready

        sources.register(sweeping.SOURCE)
        sources.register(inviting.SOURCE)
