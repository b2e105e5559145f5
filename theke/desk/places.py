"""Addresses of pages that stand in other packages."""

from typing import Any

from django.urls import NoReverseMatch, reverse


def place(name: str, *args: Any) -> str:
    """The address of a page, empty where this installation has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
