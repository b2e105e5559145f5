"""What this package registers when the program starts."""

from django.apps import AppConfig


class GuidelinesConfig(AppConfig):
    """The guideline."""

    name = "theke.guidelines"

    def ready(self) -> None:
        """Let the engine follow links."""
        from theke.guidelines.following import SOURCE  # noqa: PLC0415 -- models can be imported only once all apps are loaded
        from theke.jobs.sources import register  # noqa: PLC0415 -- as above

        register(SOURCE)
