"""A library, its branches and when they are open."""

import zoneinfo
from datetime import date, datetime

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def german_only() -> list[str]:
    """The languages of a library that has not chosen any."""
    return ["de"]


class Library(models.Model):
    """A public library with its branches: whom everything in the desk belongs to."""

    class Address(models.TextChoices):
        """How the library speaks to its public."""

        DU = "du", _("informal (du)")
        SIE = "sie", _("formal (Sie)")

    class Hurry(models.TextChoices):
        """Who may send a post before a second pair of eyes has looked."""

        NOBODY = "nobody", pgettext_lazy("who may send urgently", "nobody")
        EDITORS = "editors", _("editors and managers")
        EVERYONE = "everyone", _("everybody who is no longer new")

    name = models.CharField(_("Name of the library"), max_length=120)
    slug = models.SlugField(_("Short name in addresses"), max_length=60, unique=True)
    municipality = models.CharField(_("Municipality"), max_length=120, blank=True)
    languages = models.JSONField(_("Languages it publishes in"), default=german_only)
    time_zone = models.CharField(_("Time zone"), max_length=60, default="Europe/Berlin")
    jurisdiction = models.CharField(_("Land or state"), max_length=12, blank=True, help_text=_("For example DE-NW or SE"))
    imprint_url = models.URLField(_("Address of the imprint"), blank=True)
    privacy_url = models.URLField(_("Address of the privacy notice"), blank=True)
    netiquette_url = models.URLField(_("Address of the netiquette"), blank=True)
    contact_email = models.EmailField(_("Contact e-mail"), blank=True)
    population = models.PositiveIntegerField(_("Population served"), null=True, blank=True)
    address_form = models.CharField(_("Form of address"), max_length=3, choices=Address.choices, default=Address.SIE)
    urgent_by = models.CharField(
        _("Who may send urgent posts"),
        max_length=8,
        choices=Hurry.choices,
        default=Hurry.EDITORS,
        help_text=_(
            "Where a channel asks for a second pair of eyes, an urgent post goes out at once, and somebody else looks at it afterwards."
        ),
    )
    brand_colour = models.CharField(_("Colour of the library"), max_length=7, blank=True, help_text="#rrggbb; empty for ours")
    emblem = models.CharField(
        max_length=72, blank=True, help_text="coat of arms or logo: the file name the public fetches it by"
    )
    barriers = models.TextField(
        _("Known limits"), blank=True, help_text=_("What does not work for everybody yet, one line each")
    )
    enforcement = models.TextField(
        _("Enforcement body"), blank=True, help_text=_("Name and address of the body of your Land or state")
    )
    statement_on = models.DateField(_("Date of the statement"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    paused_at = models.DateTimeField(
        null=True, blank=True, help_text="since when all that is planned waits (R51); None as a rule"
    )
    paused_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    paused_why = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The time zone in which the library plans."""
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def language(self) -> str:
        """The library's first language, a code of ISO 639-1."""
        return self.languages[0] if self.languages else "de"

    @property
    def look_url(self) -> str:
        """Where the stylesheet of its colour is, with a mark that changes with it; empty where it has no colour of its own."""
        return f"{reverse('people:look', args=[self.slug])}?v={self.brand_colour[1:]}" if self.brand_colour else ""

    @property
    def emblem_url(self) -> str:
        """Where its coat of arms or logo is; empty where it has none."""
        name, _dot, ending = self.emblem.partition(".")
        return reverse("media:public", args=[name, ending]) if ending else ""

    def local(self, moment: datetime) -> datetime:
        """The moment as the library's clocks show it."""
        return moment.astimezone(self.zone)

    @property
    def today(self) -> date:
        """The day that the library's clocks show now."""
        return self.local(timezone.now()).date()


class Branch(models.Model):
    """One house of the library."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="branches")
    name = models.CharField(_("Name of the branch"), max_length=120)
    shelf_code = models.CharField(_("Shelf code"), max_length=3, help_text=_("Up to three letters, shown on the spine label"))
    slug = models.SlugField(max_length=60)
    address = models.CharField(_("Street address"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]
        verbose_name_plural = "branches"
        constraints = [
            models.UniqueConstraint(fields=["library", "slug"], name="branch_slug_once"),
            models.UniqueConstraint(fields=["library", "shelf_code"], name="branch_code_once"),
        ]

    def __str__(self) -> str:
        return self.name


class OpeningHours(models.Model):
    """One stretch of a weekday on which a branch is open, in the library's wall time."""

    branch = models.ForeignKey(Branch, models.CASCADE, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField(help_text="0 is Monday")
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["weekday", "opens"]
        verbose_name_plural = "opening hours"

    def __str__(self) -> str:
        return f"{self.weekday}: {self.opens:%H:%M}-{self.closes:%H:%M}"


class Closing(models.Model):
    """A day on which a branch, or the whole library, stays closed."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="closings")
    branch = models.ForeignKey(Branch, models.CASCADE, null=True, blank=True, related_name="closings")
    day = models.DateField()
    reason = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["library", "day"], name="closing_once", condition=models.Q(branch=None)),
            models.UniqueConstraint(fields=["branch", "day"], name="closing_of_branch_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.reason}".strip()
