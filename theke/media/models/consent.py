"""Who has agreed to be shown on a picture."""

from pathlib import Path
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theke.media.models.asset import Asset
from theke.people.models import Person


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Questions about consents."""

    def visible_to(self, person: Person) -> Self:
        """Those for pictures of the person's library."""
        return self.filter(asset__library_id=person.library_id or 0)


class Consent(models.Model):
    """That one person may be shown on one picture; it can be withdrawn at any time and stays to be read."""

    asset = models.ForeignKey(Asset, models.CASCADE, related_name="consents")
    who = models.CharField(_("Who agrees to be shown"), max_length=120)
    minor = models.BooleanField(_("A child or a young person"), default=False)
    guardians = models.PositiveSmallIntegerField(_("Guardians who have agreed"), default=0)
    guardians_needed = models.PositiveSmallIntegerField(_("Guardians with custody"), default=2)
    asks_own = models.BooleanField(_("About 14 or older, so asked as well"), default=False)
    own = models.BooleanField(_("Has agreed, too"), default=False)
    channels = models.JSONField(_("Only for these channels"), default=list, blank=True, help_text="keys; none for all")
    until = models.DateField(_("Holds until"), null=True, blank=True, help_text="that day included")
    warned_until = models.DateField(null=True, blank=True, editable=False, help_text="the end of which people were told ahead")
    ended_until = models.DateField(null=True, blank=True, editable=False, help_text="the end that has been acted upon")
    scan = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the signed form")
    scan_mime = models.CharField(max_length=20, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_why = models.CharField(_("What was said"), max_length=300, blank=True)
    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["until"], name="consent_ends", condition=models.Q(until__isnull=False))]

    def __str__(self) -> str:
        return self.who

    @property
    def scan_path(self) -> Path:
        """Where the signed form lies: beside the media folder, from which nothing private is ever given out."""
        return scans() / self.scan[:2] / self.scan


def scans() -> Path:
    """The folder of signed forms."""
    return Path(settings.MEDIA_ROOT).with_name("consents")
