"""Registers the mailing of notices with the engine."""

from django.apps import AppConfig

from theke.jobs import sources


class NoticesConfig(AppConfig):
    """The notices package."""

    name = "theke.notices"

    def ready(self) -> None:
        """Name the source of work."""
        from theke.notices.mailing import SOURCE  # noqa: PLC0415 -- models are there only when apps are ready

        sources.register(SOURCE)
