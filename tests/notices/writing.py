"""Notices written at a moment of the test's choosing."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.people import Cast
from theke.notices.models import Notice
from theke.notices.telling import tell
from theke.people.models import Person

WORDS = "%(name)s answered"
NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
"""A Wednesday, twelve o'clock in Berlin."""


def told(person: Person, at: datetime = NOON, path: str = "/inbox/", **more: Any) -> Notice:
    """A notice as `tell` would have written it then."""
    made = tell(person, WORDS, path, **{"params": {"name": "Ömer"}, "excerpt": "Danke für den Tipp!"} | more)
    assert made is not None
    Notice.objects.filter(pk=made.pk).update(at=at, mail_again_at=at)
    made.refresh_from_db()
    return made


def said(people: Cast, at: datetime = NOON, **more: Any) -> Notice:
    """One for Jana."""
    return told(people.jana, at, **more)


def later(**span: float) -> datetime:
    """So much after noon."""
    return NOON + timedelta(**span)
