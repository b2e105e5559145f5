"""What is the library's own, so that the rules know it: data of `rules.base.Own`, cover rights, election periods."""

from datetime import date
from typing import Self
from uuid import UUID, uuid4

from django.db import models
from django.utils.translation import gettext_lazy, pgettext_lazy

from theke.people.models import Library


class OwnThings(models.Model):
    """One row per library. Lists are lists of words as people typed them."""

    class Check(models.TextChoices):
        """How the last sign of a card number proves the others."""

        NONE = "", pgettext_lazy("check digit", "none")
        LUHN = "luhn", "Luhn"
        CODABAR = "codabar", "Codabar"

    library = models.OneToOneField(Library, models.CASCADE, related_name="own_things")
    domains = models.JSONField(default=list, blank=True)
    phones = models.JSONField(default=list, blank=True)
    ibans = models.JSONField(default=list, blank=True)
    addresses = models.JSONField(default=list, blank=True)
    names = models.JSONField(default=list, blank=True)
    internal_terms = models.JSONField(default=list, blank=True)
    unnamed = models.JSONField(default=list, blank=True)
    card_pattern = models.CharField(gettext_lazy("Borrower card"), max_length=120, blank=True)
    card_check = models.CharField(gettext_lazy("Check digit"), max_length=8, choices=Check.choices, blank=True)
    disclaimers = models.JSONField(default=list, blank=True)
    brands = models.JSONField(default=list, blank=True)
    allowed = models.JSONField(default=list, blank=True)
    harsh = models.JSONField(default=dict, blank=True, help_text="lists by language")
    candidates = models.JSONField(default=list, blank=True)
    asks_confirmation = models.BooleanField(default=False, help_text="to publish, one must have confirmed what is in force")
    asks_introduction = models.BooleanField(default=False, help_text="to publish, one must have been introduced")
    follows_links = models.BooleanField(gettext_lazy("Follow the links in our texts"), default=True)
    stamp = models.UUIDField(default=uuid4, editable=False, help_text="another one with every change of the guideline")

    def __str__(self) -> str:
        return f"{self.library}"

    @classmethod
    def of(cls, library: Library) -> "OwnThings":
        """The library's row, made where there is none yet."""
        return cls.objects.get_or_create(library=library)[0]

    @classmethod
    def touch(cls, library: Library) -> UUID:
        """Say that something of the guideline has changed: what a process has kept of it is read anew."""
        row, mark = cls.of(library), uuid4()
        cls.objects.filter(pk=row.pk).update(stamp=mark)
        return mark


class CoverRight(models.Model):
    """What a publisher allows with the covers of its books (L9)."""

    class May(models.TextChoices):
        """What is allowed."""

        SHOW = "show", gettext_lazy("may be shown")
        WHOLE = "whole", gettext_lazy("may be shown uncut only")
        ASK = "ask", gettext_lazy("ask first")
        NEVER = "never", gettext_lazy("may not be shown")

    library = models.ForeignKey(Library, models.CASCADE, related_name="cover_rights")
    publisher = models.CharField(gettext_lazy("Publisher"), max_length=120)
    isbn_prefix = models.CharField(
        gettext_lazy("Beginning of its ISBNs"), max_length=17, blank=True, help_text=gettext_lazy("For example 978-3-7891")
    )
    may = models.CharField(gettext_lazy("Its covers"), max_length=5, choices=May.choices, default=May.ASK)
    credit = models.CharField(gettext_lazy("Credit it asks for"), max_length=200, blank=True)
    source = models.URLField(gettext_lazy("Where it says so"), max_length=300, blank=True)

    class Meta:
        ordering = ["publisher"]
        constraints = [models.UniqueConstraint(fields=["library", "publisher"], name="cover_publisher_once")]

    def __str__(self) -> str:
        return self.publisher

    @property
    def settled(self) -> bool:
        """Whether its covers may be shown without asking."""
        return self.may in (self.May.SHOW, self.May.WHOLE)


class ElectionPeriodQuerySet(models.QuerySet["ElectionPeriod"]):
    """Questions about election periods."""

    def on(self, day: date) -> Self:
        """Those that a day of the library falls in."""
        return self.filter(first__lte=day, last__gte=day)


class ElectionPeriod(models.Model):
    """Weeks before an election in which the desk keeps to neutrality (L28). First and last day included."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="election_periods")
    name = models.CharField(gettext_lazy("Election"), max_length=120)
    first = models.DateField(gettext_lazy("First day"))
    last = models.DateField(gettext_lazy("Last day"))
    objects = ElectionPeriodQuerySet.as_manager()

    class Meta:
        ordering = ["-first"]
        constraints = [
            models.CheckConstraint(condition=models.Q(last__gte=models.F("first")), name="election_ends_after_start")
        ]

    def __str__(self) -> str:
        return self.name
