"""A post on one channel."""

from django.db import models

from theke.channels.models import Channel
from theke.posts.models.post import Post


class Version(models.Model):
    """That a post goes to a channel, and its own text there if it has one; None means the shared text."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="versions")
    channel = models.ForeignKey(Channel, models.PROTECT, related_name="versions")
    own_text = models.TextField(null=True, blank=True)  # noqa: DJ001 -- an empty own text differs from none
    options = models.JSONField(
        default=dict, blank=True, help_text="answers to the network's own questions, by name (Facts.options)"
    )

    class Meta:
        ordering = ["channel__position", "channel__name"]
        constraints = [models.UniqueConstraint(fields=["post", "channel"], name="version_once")]

    def __str__(self) -> str:
        return f"{self.post} / {self.channel}"

    @property
    def text(self) -> str:
        """The text on this channel, without the signature."""
        return self.post.text if self.own_text is None else self.own_text
