"""What this package registers when the program starts."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Pictures."""

    name = "theke.media"

    def ready(self) -> None:
        """Let the engine make the renditions that were ordered, and take the looks of pictures from before."""
        from theke.jobs.sources import register  # noqa: PLC0415 -- models can be imported only once all apps are loaded
        from theke.media import comparing, ordering  # noqa: PLC0415 -- as above

        register(ordering.SOURCE)
        register(comparing.SOURCE)
