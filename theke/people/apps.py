"""Registers the clearing of old sessions with the engine."""

from django.apps import AppConfig

from theke.jobs import sources


class PeopleConfig(AppConfig):
    """The people package."""

    name = "theke.people"

    def ready(self) -> None:
        """Name the source of work."""
        from theke.people.sweeping import SOURCE  # noqa: PLC0415 -- models are there only when apps are ready

        sources.register(SOURCE)
