"""Formats of dates and numbers; the names are used by the tags in `ui`."""
