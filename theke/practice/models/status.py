"""What stands on the practice network."""

import uuid
from typing import Self

from django.db import models
from django.utils import timezone

from theke.people.models import Library, Person
from theke.practice.models.account import PracticeAccount


class StatusQuerySet(models.QuerySet["Status"]):
    """Questions about statuses."""

    def visible_to(self, person: Person) -> Self:
        """What stands in the person's library's corner of the network."""
        return self.filter(library_id=person.library_id, library__isnull=False)

    def for_inbox(self, account: PracticeAccount) -> Self:
        """What the public says to this account: below its statuses, by naming it, or privately."""
        return self.said_to(account).filter(deleted_at=None)

    def said_to(self, account: PracticeAccount) -> Self:
        """The same, and what of it was removed."""
        mine = models.Q(root__account=account) | models.Q(root__to=account) | models.Q(to=account)
        return self.filter(mine, library_id=account.library_id, account=None)

    def for_pages(self) -> Self:
        """With all that a page shows of each."""
        replies = models.Count("replies", filter=models.Q(replies__deleted_at=None), distinct=True)
        return (
            self.select_related("account", "account__branch")
            .prefetch_related("pictures")
            .annotate(reply_count=replies)
            .order_by("-pk")
        )


class Status(models.Model):
    """A post by one of the library's accounts, or, with `account` empty, something an invented person says to it."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="practice_statuses")
    account = models.ForeignKey(PracticeAccount, models.CASCADE, null=True, blank=True, related_name="statuses")
    public_name = models.CharField(max_length=60, blank=True)
    played_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    to = models.ForeignKey(PracticeAccount, models.CASCADE, null=True, blank=True, related_name="addressed")
    private = models.BooleanField(default=False)
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="replies")
    root = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="thread")
    key = models.CharField(max_length=64, blank=True, db_index=True, help_text="echoed to the client; not unique, on purpose")
    text = models.TextField(blank=True)
    title = models.CharField(max_length=300, blank=True)
    warning = models.CharField(max_length=500, blank=True)
    lang = models.CharField(max_length=10, blank=True)
    audience = models.CharField(max_length=12, default="public")
    likes = models.PositiveIntegerField(default=0)
    shares = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True, help_text="when the account whose thread it is hid it")
    objects = StatusQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "statuses"
        indexes = [models.Index(fields=["account", "-at"])]

    def __str__(self) -> str:
        return f"{self.author}: {self.text[:40]}"

    @property
    def author(self) -> str:
        """The name that the network shows."""
        return self.account.name if self.account else self.public_name

    def remove(self) -> None:
        """Mark as deleted; a second time changes nothing."""
        if self.deleted_at is None:
            self.deleted_at = timezone.now()
            self.save(update_fields=["deleted_at"])


class Picture(models.Model):
    """An uploaded picture; it waits without a status until one names it."""

    account = models.ForeignKey(PracticeAccount, models.CASCADE, related_name="pictures")
    status = models.ForeignKey(Status, models.CASCADE, null=True, blank=True, related_name="pictures")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.FileField(upload_to="practice/")
    mime = models.CharField(max_length=40)
    alt = models.TextField(blank=True)
    focus_x = models.FloatField(default=0)
    focus_y = models.FloatField(default=0)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.uuid}"
