"""What the frame of every desk page shows: where one can go, and what waits there."""

from typing import Any

from django.http import HttpRequest


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `nav`, a list of entries with label, url, icon, current and count."""
    return {"nav": []}
