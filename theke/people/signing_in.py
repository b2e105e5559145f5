"""Sign-in for people of a library; nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class LibraryAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes sign-up: people come in by invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False
