"""A conversation with the public, and what colleagues do with it: each act is a record with its author."""

import uuid
from typing import Self

from django.db import models
from django.utils import timezone

from theke.channels.models import Channel
from theke.people.models import Library, Person
from theke.posts.models import Post
from theke.publishing.models import Delivery


class ConversationQuerySet(models.QuerySet["Conversation"]):
    """Questions about conversations."""

    def visible_to(self, person: Person) -> Self:
        """The conversations of the person's library."""
        return self.filter(library_id=person.library_id, library__isnull=False)

    def open(self) -> Self:
        """To be dealt with now."""
        return self.filter(models.Q(snoozed_until=None) | models.Q(snoozed_until__lte=timezone.now()), closed_at=None)

    def later(self) -> Self:
        """Put off for now."""
        return self.filter(closed_at=None, snoozed_until__gt=timezone.now())

    def done(self) -> Self:
        """Dealt with."""
        return self.filter(closed_at__isnull=False)

    def of(self, person: Person) -> Self:
        """Those this person owns."""
        return self.filter(owner=person)

    def free(self) -> Self:
        """Those nobody owns."""
        return self.filter(owner=None)

    def longest_waiting_first(self) -> Self:
        """Those where the public waits longest come first; then the latest."""
        return self.order_by(models.F("waiting_since").asc(nulls_last=True), "-last_at")


class Conversation(models.Model):
    """Messages that belong together: answers to one post by one person and to each other, or a mention and what follows.

    `owner`, `closed_at`, `snoozed_until` and `waiting_since` repeat what the records say, for lists; only `inbox` functions write them.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    library = models.ForeignKey(Library, models.CASCADE, related_name="conversations")
    channel = models.ForeignKey(Channel, models.CASCADE, related_name="conversations")
    root = models.CharField(max_length=300, help_text="remote id that ties the messages together")
    about = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="conversations")
    delivery = models.ForeignKey(Delivery, models.SET_NULL, null=True, blank=True, related_name="conversations")
    with_contact = models.ForeignKey("inbox.Contact", models.SET_NULL, null=True, related_name="conversations")
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="conversations")
    direct = models.BooleanField(default=False)
    waiting_since = models.DateTimeField(null=True, blank=True, help_text="the oldest message not answered yet")
    last_at = models.DateTimeField(default=timezone.now)
    snoozed_until = models.DateTimeField(null=True, blank=True, help_text="put off until then")
    closed_at = models.DateTimeField(null=True, blank=True)
    heated_at = models.DateTimeField(null=True, blank=True, help_text="when a colleague has marked it as heated")
    heated_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    calmed_at = models.DateTimeField(null=True, blank=True, help_text="when a colleague has last said that it is calm again")
    created_at = models.DateTimeField(default=timezone.now)
    objects = ConversationQuerySet.as_manager()

    class Meta:
        ordering = ["-last_at"]
        constraints = [models.UniqueConstraint(fields=["channel", "root"], name="conversation_once")]
        indexes = [
            models.Index(fields=["library", "closed_at", "waiting_since"]),
            models.Index(fields=["library", "-last_at"]),
            models.Index(fields=["snoozed_until"]),
            # The frame of every page counts these: over the years nearly all conversations of a person are closed.
            models.Index(
                fields=["owner", "library", "snoozed_until"], name="open_of_owner", condition=models.Q(closed_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.with_contact} / {self.channel}"

    @property
    def is_put_off(self) -> bool:
        """Whether it is to come back later."""
        return self.snoozed_until is not None and self.snoozed_until > timezone.now()


class Assignment(models.Model):
    """Who owns a conversation from when on, and why: routed, taken, given."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="assignments")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    why = models.CharField(max_length=20, help_text="sender, stand_in, branch, editors, taken, given, freed")
    message = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.person} ({self.why})"


class Closure(models.Model):
    """That somebody finished a conversation; a new message reopens it."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="closures")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    reopened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.at}"


class Note(models.Model):
    """A word between colleagues. It has no way out: nothing in publishing can be handed a note (A27)."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="notes")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Reading(models.Model):
    """Until when a person has read a conversation."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="readings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "person"], name="reading_once")]

    def __str__(self) -> str:
        return f"{self.person} {self.until}"


class Presence(models.Model):
    """That a person looks at a conversation, or writes an answer, right now. Old rows mean nothing."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="presences")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    writing = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "person"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.person}"
