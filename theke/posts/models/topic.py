"""What posts are about."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from theke.people.models import Library, Person


class TopicQuerySet(models.QuerySet["Topic"]):
    """Questions about topics."""

    def visible_to(self, person: Person) -> Self:
        """The topics of the person's library."""
        return self.filter(library_id=person.library_id, library__isnull=False)

    def in_use(self) -> Self:
        """Those that can be chosen for new posts."""
        return self.filter(retired_at=None)


class Topic(models.Model):
    """A theme of the library, such as reading or behind the scenes: what its posts show it to be (A06)."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="topics")
    name = models.CharField(_("Topic"), max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True, help_text="kept on old posts, no longer offered")
    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]
        constraints = [models.UniqueConstraint(fields=["library", "name"], name="topic_once")]

    def __str__(self) -> str:
        return self.name
