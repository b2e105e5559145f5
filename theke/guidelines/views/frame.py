"""What all pages of the guideline have in common."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from theke.people.access import may, signed_in


def drawn(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The page, with the tabs that this person may open."""
    manages = may(signed_in(request), "manage_guideline")
    return render(request, f"guidelines/{template}", {"manages": manages, **context}, status=status)
