"""Beginnings that a library keeps for what it writes again and again."""

from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theke.channels.models import Channel
from theke.people.models import Library, Person
from theke.posts.models.topic import Topic


class StarterQuerySet(models.QuerySet["Starter"]):
    """Questions about starters."""

    def visible_to(self, person: Person) -> Self:
        """The starters of the person's library."""
        return self.filter(library_id=person.library_id, library__isnull=False)


class Starter(models.Model):
    """A template of the library's own: a text with places to fill in, its topics and channels."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="starters")
    name = models.CharField(_("Name"), max_length=80)
    title = models.CharField(_("Title"), max_length=200, blank=True)
    text = models.TextField(_("Text"))
    topics = models.ManyToManyField(Topic, related_name="+", blank=True, verbose_name=_("Topics"))
    channels = models.ManyToManyField(Channel, related_name="+", blank=True, verbose_name=_("Channels"))
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    objects = StarterQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["library", "name"], name="starter_once")]

    def __str__(self) -> str:
        return self.name
