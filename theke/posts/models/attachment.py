"""A picture in a post."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from theke.media.models import Asset
from theke.posts.models.post import Post


class Attachment(models.Model):
    """An asset shown by a post, with the description it has there."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="attachments")
    asset = models.ForeignKey(Asset, models.PROTECT, related_name="attachments")
    position = models.PositiveSmallIntegerField(default=0)
    alt = models.TextField(_("Picture description"), blank=True)
    decorative = models.BooleanField(_("Decoration only, nothing to describe"), default=False)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["post", "asset"], name="attachment_once")]

    def __str__(self) -> str:
        return f"{self.asset} in {self.post_id}"
