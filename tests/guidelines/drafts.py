"""Drafts for the rules."""

from datetime import UTC, datetime
from typing import Any

from theke.guidelines.rules.base import Context, Draft, Picture, Target

NOON = Context(at=datetime(2026, 11, 23, 12, tzinfo=UTC))


def target(text: str = "Am Samstag wird vorgelesen.", **fields: Any) -> Target:
    given: dict[str, Any] = {"key": "1", "name": "Mastodon", "text": text, "signature": "– Jana Berg, Hafen", "signs": True}
    return Target(**given | fields)


def draft(*targets: Target, **fields: Any) -> Draft:
    return Draft(targets=targets or (target(),), **{"sender": "Jana Berg"} | fields)


def saying(text: str, **fields: Any) -> Draft:
    return draft(target(text), **fields)


def showing(alt: str, **fields: Any) -> Draft:
    return draft(pictures=(Picture("7", alt, **fields),))
