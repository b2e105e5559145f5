"""Registers the ledger with the engine."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The way out."""

    name = "theke.publishing"

    def ready(self) -> None:
        """Tell the engine what there is to run."""
        from theke.jobs.sources import Source, register  # noqa: PLC0415 -- models are not loaded before this
        from theke.publishing import emptying, expiring, handing_in, hurrying, queueing, sweeping  # noqa: PLC0415 -- models are not loaded before this

        register(Source("publishing", queueing.due, queueing.next_at, queueing.run, lanes=8))
        register(Source("sweep", sweeping.due, sweeping.next_at, sweeping.run))
        register(handing_in.SOURCE)
        register(hurrying.SOURCE)
        register(expiring.SOURCE)
        register(emptying.DRAFTS)
        register(emptying.PICTURES)
