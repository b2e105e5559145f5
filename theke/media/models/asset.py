"""Pictures, stored once by what they contain, and their renditions."""

from datetime import date
from pathlib import Path
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Min, Q
from django.db.models.functions import Coalesce, Least
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from theke.media.crediting import CREATIVE_COMMONS, credit_line
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

    def showable(self, day: date) -> Self:
        """Those that the public may see on a day of their library: no consent withdrawn or run out, and the rights still hold."""
        over = Q(consents__withdrawn_at__isnull=False) | Q(consents__until__lt=day) | Q(rights_until__lt=day)
        return self.exclude(pk__in=Asset.objects.filter(over).values("pk"))

    def ending(self, day: date, until: date) -> Self:
        """Those that may be shown on a day, and of which a licence or a consent ends by `until`."""
        soon = Q(consents__withdrawn_at=None, consents__until__range=(day, until)) | Q(rights_until__range=(day, until))
        return self.showable(day).filter(pk__in=Asset.objects.filter(soon).values("pk"))

    def with_end(self) -> Self:
        """With `ends`, the last day on which they may be shown: of the licence or of the first consent that runs out."""
        consent = Min("consents__until", filter=Q(consents__withdrawn_at=None))
        return self.annotate(ends=Least(Coalesce("rights_until", consent), Coalesce(consent, "rights_until")))

    def speaking_of(self, words: str) -> Self:
        """Those in which, or in whose description, credit or file name, every one of the words stands."""
        found = self
        for word in words.split():
            found = found.filter(standing_in(word, "alt", "wording", "credit", "file_name"))
        return found


class Asset(models.Model):
    """A picture as we keep it: upright, without metadata, under the hash of its bytes."""

    class People(models.TextChoices):
        """Who can be recognised on it (§§ 22, 23 KunstUrhG)."""

        UNSAID = "", pgettext_lazy("people on a picture", "nobody has said yet")
        NONE = "none", pgettext_lazy("people on a picture", "nobody")
        INCIDENTAL = "incidental", _("people in passing, not what the picture is about")
        GATHERING = "gathering", _("a gathering, nobody by themselves")
        RECOGNISABLE = "recognisable", _("people who can be recognised")

    class Terms(models.TextChoices):
        """Why we may use it."""

        UNSAID = "", pgettext_lazy("rights in a picture", "nobody has said yet")
        OWN = "own", _("our own work")
        PERMISSION = "permission", _("with permission")
        CC0 = "cc0", _("CC0 or public domain")
        CC_BY = "cc_by", "CC BY 4.0"
        CC_BY_SA = "cc_by_sa", "CC BY-SA 4.0"
        CC_BY_ND = "cc_by_nd", "CC BY-ND 4.0"
        CC_BY_NC = "cc_by_nc", "CC BY-NC 4.0"
        CC_BY_NC_SA = "cc_by_nc_sa", "CC BY-NC-SA 4.0"
        CC_BY_NC_ND = "cc_by_nc_nd", "CC BY-NC-ND 4.0"
        COVER = "cover", _("cover of a book")
        OTHER = "other", _("something else")

    library = models.ForeignKey(Library, models.CASCADE, related_name="assets")
    sha256 = models.CharField(max_length=64)
    mime = models.CharField(max_length=20)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size = models.PositiveIntegerField(help_text="bytes")
    look = models.CharField(  # noqa: DJ001 -- a look that says nothing differs from none
        max_length=64,
        null=True,
        editable=False,
        help_text="marks how it looks, 256 bits in hex; empty for too plain to tell, None for not taken yet",
    )
    file_name = models.CharField(max_length=200, blank=True, help_text="as uploaded")
    alt = models.TextField(_("Picture description"), blank=True)
    wording = models.TextField(_("Words in the picture"), blank=True, help_text=_("As they stand there, if there are any."))
    credit = models.CharField(_("Credit"), max_length=200, blank=True)
    licence = models.CharField(_("Licence"), max_length=60, blank=True)
    source = models.CharField(_("Source"), max_length=300, blank=True)
    author = models.CharField(_("Made by"), max_length=200, blank=True)
    terms = models.CharField(_("Why we may use it"), max_length=12, choices=Terms.choices, blank=True)
    cover_of = models.CharField(_("ISBN or publisher"), max_length=120, blank=True)
    rights_until = models.DateField(_("May be shown until"), null=True, blank=True, help_text="that day included")
    warned_until = models.DateField(null=True, blank=True, editable=False, help_text="the end of which people were told ahead")
    ended_until = models.DateField(null=True, blank=True, editable=False, help_text="the end that has been acted upon")
    cropped = models.BooleanField(_("It is a part of a larger picture"), default=False)
    ai_made = models.BooleanField(_("Made or changed by AI"), default=False)
    people = models.CharField(_("Who can be recognised"), max_length=12, choices=People.choices, blank=True)
    minors = models.BooleanField(_("Children or young people among them"), default=False)
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
            models.Index(fields=["library", "rights_until"], name="asset_ends", condition=models.Q(rights_until__isnull=False)),
            models.Index(fields=["id"], name="asset_unlooked", condition=models.Q(look__isnull=True)),
            models.Index(fields=["binned_at"], name="asset_in_bin", condition=models.Q(binned_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.file_name or self.sha256[:12]

    def may_be_shown(self, day: date | None = None) -> bool:
        """Whether the public may see it on a day of its library, today by default."""
        return Asset.objects.showable(day or self.library.today).filter(pk=self.pk).exists()

    @property
    def path(self) -> Path:
        """Where its bytes lie."""
        return Path(settings.MEDIA_ROOT) / "assets" / self.sha256[:2] / self.sha256

    @property
    def licence_name(self) -> str:
        """The licence as one writes it: as it was typed, else as the choice names it."""
        named = self.terms.startswith(CREATIVE_COMMONS) and not self.licence.upper().startswith("CC")
        return str(self.get_terms_display()) if self.terms and (named or not self.licence) else self.licence

    @property
    def credit_line(self) -> str:
        """The credit to show, in the reader's language."""
        return self.credit_in(None)

    def credit_in(self, lang: str | None) -> str:
        """The credit in a language: the line somebody wrote, else what the licence demands. A bare name is no line."""
        if self.credit and (self.credit != self.author or not self.terms):
            return self.credit
        named = {"terms": self.terms, "author": self.author, "licence": self.licence_name, "source": self.source}
        return credit_line(**named, cropped=self.cropped, lang=lang)


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
