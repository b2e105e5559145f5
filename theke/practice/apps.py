"""The practice network as a Django app."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    """Its own name: the adapter in `networks` speaks to it over HTTP like to any other."""

    name = "theke.practice"
    label = "practice"
