"""An account on the practice network."""

import hashlib
import secrets
from typing import Self

from django.db import models
from django.utils import timezone

from theke.people.models import Branch, Library, Person


def hashed(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


class AccountQuerySet(models.QuerySet["PracticeAccount"]):
    """Questions about practice accounts."""

    def visible_to(self, person: Person) -> Self:
        """The accounts of the person's library."""
        return self.filter(library_id=person.library_id, library__isnull=False)


class PracticeAccount(models.Model):
    """One account; whoever holds its token posts as it. `code` is handed out once while connecting and traded for a token."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="practice_accounts")
    branch = models.ForeignKey(Branch, models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=80)
    handle = models.CharField(max_length=40, unique=True)
    about = models.CharField(max_length=300, blank=True)
    text_max = models.PositiveIntegerField(default=500)
    followers = models.PositiveIntegerField(default=0)
    token = models.CharField(max_length=64, blank=True, db_index=True, help_text="SHA-256")
    code = models.CharField(max_length=64, blank=True, db_index=True, help_text="SHA-256")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    objects = AccountQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def new_token(self) -> str:
        """Hand out a token; the one before no longer works."""
        token = secrets.token_urlsafe(32)
        self.token, self.code = hashed(token), ""
        self.save(update_fields=["token", "code"])
        return token

    def new_code(self) -> str:
        """Hand out a code that is traded for a token once."""
        code = secrets.token_urlsafe(32)
        self.code = hashed(code)
        self.save(update_fields=["code"])
        return code
