"""Theke: the social media desk for public libraries."""

__version__ = "0.1.0"
