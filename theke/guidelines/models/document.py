"""The document itself: layers, their editions, and the points of an edition."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from theke.people.models import Library, Person

Worded = dict[str, str]
"""A text by language, a code of ISO 639-1."""


def worded(words: Worded, language: str | None = None) -> str:
    """The text in a language, that of the reader by default; else in the first there is. Empty where there is none."""
    wanted = (language or translation.get_language() or "de")[:2]
    return words.get(wanted) or next((text for text in words.values() if text), "")


class Guideline(models.Model):
    """One layer: the library's own guideline, the municipality's, or a further one (B12)."""

    class Layer(models.TextChoices):
        """Who gave it."""

        OWN = "own", gettext_lazy("The library's own")
        MUNICIPALITY = "municipality", gettext_lazy("The municipality's")
        FURTHER = "further", gettext_lazy("A further one")

    library = models.ForeignKey(Library, models.CASCADE, related_name="guidelines")
    layer = models.CharField(gettext_lazy("Layer"), max_length=12, choices=Layer.choices, default=Layer.OWN)
    name = models.CharField(gettext_lazy("Whose guideline it is"), max_length=120)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["library", "layer"], name="guideline_layer_once", condition=~Q(layer="further")),
            models.UniqueConstraint(fields=["library", "name"], name="guideline_name_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_own(self) -> bool:
        """Whether it is the library's own: its points are those that findings lead to."""
        return self.layer == self.Layer.OWN


class EditionQuerySet(models.QuerySet["Edition"]):
    """Questions about editions."""

    def visible_to(self, person: Person) -> Self:
        """Those of the person's library."""
        return self.filter(guideline__library_id=person.library_id or 0)

    def decided(self) -> Self:
        """Those that somebody has decided; they change no more."""
        return self.filter(decided_at__isnull=False)

    def in_force(self, day: date) -> Self:
        """Of each layer the one that counts on a day of the library: the last that has begun."""
        newer = Edition.objects.decided().filter(guideline=OuterRef("guideline"), valid_from__lte=day)
        later = newer.filter(
            Q(valid_from__gt=OuterRef("valid_from")) | Q(valid_from=OuterRef("valid_from"), number__gt=OuterRef("number"))
        )
        return self.decided().filter(valid_from__lte=day).exclude(Exists(later))

    def unconfirmed_by(self, person: Person, day: date) -> Self:
        """What is in force and the person has not confirmed."""
        theirs = Acknowledgement.objects.filter(edition=OuterRef("pk"), person=person)
        return self.visible_to(person).in_force(day).exclude(Exists(theirs))


class Edition(models.Model):
    """One version of a layer: a draft until it is decided; then it never changes, and counts from its day on."""

    guideline = models.ForeignKey(Guideline, models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField()
    languages = models.JSONField(default=list, help_text="codes of ISO 639-1, the first is the one that counts")
    intro = models.JSONField(default=dict, blank=True, help_text="by language")
    valid_from = models.DateField(gettext_lazy("Valid from"), null=True, blank=True)
    decided_by = models.CharField(pgettext_lazy("edition", "Decided by"), max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True, help_text="None while it is a draft")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["guideline", "number"], name="edition_number_once"),
            models.UniqueConstraint(fields=["guideline"], name="edition_one_draft", condition=Q(decided_at=None)),
        ]

    def __str__(self) -> str:
        return _("%(layer)s, edition %(number)s") % {"layer": self.guideline.name, "number": self.number}

    @property
    def is_draft(self) -> bool:
        """Whether nobody has decided it yet."""
        return self.decided_at is None

    @property
    def opening(self) -> str:
        """The words before the points, in the reader's language."""
        return worded(self.intro)


class Point(models.Model):
    """One point of an edition. Its anchor stays the same from edition to edition: findings and links hang on it."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="points")
    anchor = models.SlugField(max_length=60)
    position = models.PositiveSmallIntegerField(default=0)
    title = models.JSONField(default=dict, help_text="by language")
    text = models.JSONField(default=dict, blank=True, help_text="by language")
    do = models.JSONField(default=dict, blank=True, help_text="by language, one line each")
    dont = models.JSONField(default=dict, blank=True, help_text="by language, one line each")

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["edition", "anchor"], name="point_anchor_once")]

    def __str__(self) -> str:
        return worded(self.title) or self.anchor


class Acknowledgement(models.Model):
    """That a person has read an edition and means to keep to it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="acknowledgements")
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="acknowledgements")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["person", "edition"], name="acknowledged_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.edition}"
