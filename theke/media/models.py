"""Pictures, stored once by what they contain, and their renditions."""

from pathlib import Path
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theke.people.folding import standing_in
from theke.people.models import Library, Person


class AssetQuerySet(models.QuerySet["Asset"]):
    """Questions about assets."""

    def visible_to(self, person: Person) -> Self:
        """The pictures of the person's library."""
        return self.filter(library_id=person.library_id, library__isnull=False)

    def kept(self) -> Self:
        """Those not in the bin."""
        return self.filter(binned_at=None)

    def speaking_of(self, words: str) -> Self:
        """Those in whose description, credit or file name every one of the words stands."""
        found = self
        for word in words.split():
            found = found.filter(standing_in(word, "alt", "credit", "file_name"))
        return found


class Asset(models.Model):
    """A picture as we keep it: upright, without metadata, under the hash of its bytes."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="assets")
    sha256 = models.CharField(max_length=64)
    mime = models.CharField(max_length=20)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size = models.PositiveIntegerField(help_text="bytes")
    file_name = models.CharField(max_length=200, blank=True, help_text="as uploaded")
    alt = models.TextField(_("Picture description"), blank=True)
    credit = models.CharField(_("Credit"), max_length=200, blank=True)
    licence = models.CharField(_("Licence"), max_length=60, blank=True)
    source = models.CharField(_("Source"), max_length=300, blank=True)
    focus_x = models.FloatField(default=0.0, help_text="-1 left to 1 right")
    focus_y = models.FloatField(default=0.0, help_text="-1 bottom to 1 top")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    binned_at = models.DateTimeField(null=True, blank=True)
    objects = AssetQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["library", "sha256"], name="asset_once")]
        indexes = [
            models.Index(fields=["library", "binned_at", "-at"]),
            models.Index(fields=["binned_at"], name="asset_in_bin", condition=models.Q(binned_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.file_name or self.sha256[:12]

    @property
    def path(self) -> Path:
        """Where its bytes lie."""
        return Path(settings.MEDIA_ROOT) / "assets" / self.sha256[:2] / self.sha256


class Rendition(models.Model):
    """An asset within given limits. `spec` names the limits and is the same for the same limits."""

    asset = models.ForeignKey(Asset, models.CASCADE, related_name="renditions")
    spec = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    mime = models.CharField(max_length=20)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asset", "spec"], name="rendition_once")]

    def __str__(self) -> str:
        return f"{self.asset} {self.spec}"

    @property
    def path(self) -> Path:
        """Where its bytes lie."""
        return Path(settings.MEDIA_ROOT) / "renditions" / self.sha256[:2] / self.sha256


class RenditionOrder(models.Model):
    """A rendition that will be needed and is made where nobody waits for it. Gone once it is made."""

    asset = models.ForeignKey(Asset, models.CASCADE, related_name="orders")
    spec = models.CharField(max_length=80)
    due_at = models.DateTimeField(default=timezone.now, db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asset", "spec"], name="rendition_order_once")]

    def __str__(self) -> str:
        return f"{self.asset} {self.spec}"


class Showing(models.Model):
    """That a picture is on a public page. `key` names what shows it, so that one picture may be shown by several posts."""

    asset = models.ForeignKey(Asset, models.CASCADE, related_name="showings")
    key = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True, help_text="public until then; None for no end")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asset", "key"], name="showing_once")]

    def __str__(self) -> str:
        return f"{self.asset} {self.key}"
