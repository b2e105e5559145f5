"""What this package registers when the program starts."""

from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    """The register of accounts."""

    name = "theke.channels"

    def ready(self) -> None:
        """Let the engine check every credential daily."""
        from theke.channels.watching import SOURCE  # noqa: PLC0415 -- models can be imported only once all apps are loaded
        from theke.jobs.sources import register  # noqa: PLC0415 -- as above

        register(SOURCE)
