"""One message from the public, who wrote it, and our answer to it."""

from typing import Self

from django.db import models
from django.utils import timezone

from theke.channels.models import Channel
from theke.inbox.models.conversation import Conversation
from theke.people.models import Library, Person
from theke.posts.models import Post


class Contact(models.Model):
    """Someone from the public, as one network shows them."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="contacts")
    network_key = models.CharField(max_length=30)
    remote_id = models.CharField(max_length=300)
    name = models.CharField(max_length=200)
    handle = models.CharField(max_length=300, blank=True)
    url = models.URLField(max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["library", "network_key", "remote_id"], name="contact_once")]

    def __str__(self) -> str:
        return self.name or self.handle


class MessageQuerySet(models.QuerySet["Message"]):
    """Questions about messages."""

    def visible_to(self, person: Person) -> Self:
        """The messages of the person's library."""
        return self.filter(conversation__library_id=person.library_id, conversation__library__isnull=False)


class Message(models.Model):
    """One message, stored once, with its raw answer."""

    channel = models.ForeignKey(Channel, models.CASCADE, related_name="messages")
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="messages")
    remote_id = models.CharField(max_length=300)
    kind = models.CharField(max_length=10)
    author = models.ForeignKey(Contact, models.PROTECT, related_name="messages")
    text = models.TextField(blank=True)
    lang = models.CharField(max_length=10, blank=True)
    at = models.DateTimeField()
    received_at = models.DateTimeField(default=timezone.now)
    url = models.URLField(max_length=500, blank=True)
    on = models.JSONField(default=dict, blank=True)
    parent = models.JSONField(default=dict, blank=True)
    images = models.JSONField(default=list, blank=True)
    direct = models.BooleanField(default=False)
    raw = models.JSONField(default=dict)
    state = models.CharField(max_length=7, blank=True, help_text="held, hidden, spam or removed; empty where everybody sees it")
    extra = models.JSONField(default=dict, blank=True, help_text="what an answer to it needs on the network")
    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["channel", "remote_id"], name="message_once")]

    def __str__(self) -> str:
        return self.text[:60]


class Answer(models.Model):
    """Our answer: a post of the form reply, tied to the message it answers."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="answers")
    message = models.ForeignKey(Message, models.CASCADE, related_name="answers")
    post = models.OneToOneField(Post, models.PROTECT, related_name="answer")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    done_afterwards = models.BooleanField(default=True)
    held = models.BooleanField(default=False, help_text="someone answered or wrote meanwhile; waits for its author")
    brought_back_at = models.DateTimeField(
        null=True, blank=True, help_text="when it did not go out and the conversation was opened again"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.post}"
