"""Answers that a library keeps for what it is asked again and again."""

from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theke.people.models import Library, Person

LANGUAGES = [("de", "Deutsch"), ("sv", "Svenska"), ("en", "English")]


class SavedReplyQuerySet(models.QuerySet["SavedReply"]):
    """Questions about saved replies."""

    def visible_to(self, person: Person) -> Self:
        """Those of the person's library."""
        return self.filter(library_id=person.library_id, library__isnull=False)


class SavedReply(models.Model):
    """A text with places such as {name}, which are filled in when it is taken."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="saved_replies")
    name = models.CharField(_("Name"), max_length=80)
    lang = models.CharField(_("Language"), max_length=2, choices=LANGUAGES, default="de")
    text = models.TextField(_("Text"))
    safe_way = models.BooleanField(
        _("Stands in for what is not for everybody to read"),
        default=False,
        help_text=_("It is offered in place of a public answer that would deal with somebody’s own matter."),
    )
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    objects = SavedReplyQuerySet.as_manager()

    class Meta:
        ordering = ["name", "lang"]
        verbose_name_plural = "saved replies"
        constraints = [models.UniqueConstraint(fields=["library", "name", "lang"], name="saved_reply_once")]

    def __str__(self) -> str:
        return self.name
