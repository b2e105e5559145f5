"""How long things may take. Only the length of a call is chosen (`THEKE_CALL_SECONDS`); the rest follows from it."""

from datetime import timedelta

from django.conf import settings

MARGIN = 2.0
"""Seconds of the lease that must be left when a call at the limit of its time has ended."""

LEASE_CALLS = 3
"""A lease lasts as long as so many calls at their limit: one to look, one to send, and room."""

SWEEP_EVERY = timedelta(seconds=30)
OVERDUE_AFTER = timedelta(minutes=2)
LONGEST_PAUSE = 300.0


def call() -> float:
    """Seconds for one whole call to a network."""
    return float(settings.CALL_SECONDS)


def lease() -> timedelta:
    """How long a claimed delivery, and its channel, belong to the worker that claimed it."""
    return timedelta(seconds=LEASE_CALLS * call())
