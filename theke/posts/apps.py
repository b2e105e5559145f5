"""What this package registers when the program starts."""

from django.apps import AppConfig


class PostsConfig(AppConfig):
    """What the library says."""

    name = "theke.posts"

    def ready(self) -> None:
        """Let the engine look for links in texts."""
        from theke.jobs.sources import register  # noqa: PLC0415 -- models can be imported only once all apps are loaded
        from theke.posts.linking import SOURCE  # noqa: PLC0415 -- as above

        register(SOURCE)
