"""Finds the person behind a session."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from theke.people.models import Person


class Recognition(AuthenticationBackend):  # type: ignore[misc]
    """Signs in as allauth does, and fetches a person with what every page asks of them: library, branch, introduction."""

    def get_user(self, user_id: Any) -> Person | None:
        """The person, if they may still sign in."""
        found = Person.objects.select_related("library", "home_branch", "introduction").filter(pk=user_id).first()
        return found if found is not None and self.user_can_authenticate(found) else None
