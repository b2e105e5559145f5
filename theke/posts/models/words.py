"""Words that the library uses again: hashtags and partners, offered while one writes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from theke.people.models import Library


class Hashtag(models.Model):
    """A hashtag of the library's own, written as it should be: with a capital for each word."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="hashtags")
    word = models.CharField(_("Hashtag"), max_length=60, help_text="without #")

    class Meta:
        ordering = ["word"]
        constraints = [models.UniqueConstraint(fields=["library", "word"], name="hashtag_once")]

    def __str__(self) -> str:
        return f"#{self.word}"


class Partner(models.Model):
    """An institution the library often names, with its public account. Never a private person."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="partners")
    name = models.CharField(_("Name"), max_length=120)
    handle = models.CharField(_("Account"), max_length=200, help_text=_("For example @museum@kultur.example"))

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["library", "handle"], name="partner_once")]

    def __str__(self) -> str:
        return self.name
