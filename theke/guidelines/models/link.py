"""An address that stands in texts of the library, and what came of following it (R33)."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from theke.people.models import Library

SURE_AFTER = 2
"""So many looks in a row must have found nothing there, with time between."""
MOST_TOLD = 2000


class LinkQuerySet(models.QuerySet["Link"]):
    """Questions about links."""

    def followed(self) -> Self:
        """Those of libraries that have links followed."""
        return self.exclude(library__own_things__follows_links=False)

    def due(self, now: datetime) -> Self:
        """Those to be followed by now, the longest waiting first."""
        return self.followed().filter(due_at__lte=now).order_by("due_at", "pk")

    def told(self, library: Library) -> dict[str, str]:
        """What there is to say of a library's links, as `Context.tried` has it; the newest where there are very many."""
        said = self.filter(Q(misses__gte=SURE_AFTER) | ~Q(led_to=""), library=library)
        rows = said.order_by("-pk").values_list("address", "misses", "led_to")[:MOST_TOLD]
        return {address: "" if misses >= SURE_AFTER else led_to for address, misses, led_to in rows}


class Link(models.Model):
    """One row per library and address, kept while a text uses it and 30 days longer."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="links")
    address = models.TextField(help_text="as it stands in the text")
    mark = models.CharField(max_length=64, help_text="SHA-256 of the address, which may be too long for an index")
    host = models.CharField(max_length=253, help_text="in small letters; of each one link at a time is followed")
    used_at = models.DateTimeField(help_text="when a text was last seen that uses it; exact to a day")
    due_at = models.DateTimeField(null=True, blank=True, help_text="when it is followed next; None where nobody needs it")
    leased_until = models.DateTimeField(
        null=True, blank=True, help_text="while it is being followed; so long its host is taken"
    )
    looked_at = models.DateTimeField(null=True, blank=True)
    status = models.PositiveSmallIntegerField(null=True, blank=True, help_text="of the last answer; None where there was none")
    led_to = models.TextField(blank=True, help_text="the address on another host to which it has moved for good")
    misses = models.PositiveSmallIntegerField(default=0, help_text="looks that found nothing there, since one found something")
    tries = models.PositiveSmallIntegerField(default=0, help_text="looks in a row that said nothing either way")
    objects = LinkQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["library", "mark"], name="link_once")]
        indexes = [
            models.Index(fields=["due_at"], name="link_due", condition=Q(due_at__isnull=False)),
            models.Index(fields=["used_at"], name="link_used"),
            models.Index(fields=["library"], name="link_told", condition=Q(misses__gte=SURE_AFTER) | ~Q(led_to="")),
        ]

    def __str__(self) -> str:
        return self.address[:80]
