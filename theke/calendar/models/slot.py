"""A place in the week that is kept for a post, such as story time each Tuesday."""

from typing import Self

from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.formats import time_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from theke.channels.models import Channel
from theke.people.models import Branch, Library, Person
from theke.posts.models import Post, Starter, Topic


class SlotQuerySet(models.QuerySet["Slot"]):
    """Questions about slots."""

    def visible_to(self, person: Person) -> Self:
        """The slots of the person's library."""
        return self.filter(library_id=person.library_id, library__isnull=False)


class Slot(models.Model):
    """A weekly time, in the library's wall time, from `starts` to `ends` (whole days, both included; None for no end)."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="slots")
    name = models.CharField(_("Name"), max_length=80)
    branch = models.ForeignKey(Branch, models.SET_NULL, null=True, blank=True, related_name="slots", verbose_name=_("Branch"))
    weekday = models.PositiveSmallIntegerField(_("Weekday"), help_text="0 is Monday")
    every = models.PositiveSmallIntegerField(_("Every"), default=1, help_text="weeks, counted from `starts`")
    at = models.TimeField(_("Time"))
    starts = models.DateField(_("From"))
    ends = models.DateField(_("Until"), null=True, blank=True)
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Topic"))
    starter = models.ForeignKey(Starter, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Template"))
    channels = models.ManyToManyField(Channel, related_name="+", blank=True, verbose_name=_("Channels"))
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    objects = SlotQuerySet.as_manager()

    class Meta:
        ordering = ["weekday", "at", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def rhythm(self) -> str:
        """How it comes back, in words."""
        params = {"weekday": str(WEEKDAYS[self.weekday]), "n": self.every, "time": time_format(self.at)}
        if self.every == 1:
            return gettext("every %(weekday)s, %(time)s") % params
        return gettext("%(weekday)s, every %(n)d weeks, %(time)s") % params


class SlotDay(models.Model):
    """What became of a slot on one day: left out, or a post was begun for it. Days without a row are simply free."""

    slot = models.ForeignKey(Slot, models.CASCADE, related_name="days")
    day = models.DateField()
    skipped = models.BooleanField(default=False, help_text="an exception: no post is wanted on this day")
    post = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="slot_days")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["slot", "day"], name="slot_day_once")]

    def __str__(self) -> str:
        return f"{self.slot} {self.day}"
