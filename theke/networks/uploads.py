"""Uploads that a network keeps for a day only, unless a post uses them: remembered with their moment, and brought anew in time."""

from datetime import UTC, datetime, timedelta
from typing import Any

from theke.networks.base import JSON

KEPT_FOR = timedelta(hours=20)
"""The networks say a day; what is older is not relied on."""


def noted(**known: Any) -> JSON:
    """What is kept in `Op.state` of an upload that was made just now."""
    return {**known, "at": datetime.now(UTC).isoformat()}


def stands(kept: JSON | None) -> bool:
    """Whether an upload may still be used; what was kept without its moment is taken as it is."""
    if not kept:
        return False
    return "at" not in kept or datetime.fromisoformat(kept["at"]) > datetime.now(UTC) - KEPT_FOR
