"""Registers what the inbox has to run."""

from django.apps import AppConfig


class InboxConfig(AppConfig):
    """Messages are collected, and answers that failed are brought back."""

    name = "theke.inbox"

    def ready(self) -> None:
        """Register the sources; models can be imported only now."""
        from theke.inbox import work  # noqa: PLC0415 -- the models are not ready before

        work.register_sources()
