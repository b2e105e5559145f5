"""A branch with its opening hours."""

import re
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from theke.people.models import Branch, Library, OpeningHours
from theke.people.opening import Stretch, stretches, written
from theke.ui.plain_input import keep_plain

SHELF_CODE = re.compile(r"[^\W_]{1,3}")


class StretchesField(forms.CharField):
    """One day's opening hours."""

    def to_python(self, value: Any) -> list[Stretch]:  # type: ignore[override]
        """Read what was written; raises ValidationError with plain words."""
        return stretches(super().to_python(value) or "")

    def run_validators(self, value: Any) -> None:
        """The text was checked by reading it."""


def written_hours(branch: Branch) -> dict[str, str]:
    """A branch's opening hours as they stand in the fields of the form."""
    found: dict[int, list[Stretch]] = {}
    for row in branch.opening_hours.all():
        found.setdefault(row.weekday, []).append((row.opens, row.closes))
    return {f"day_{day}": written(found.get(day, [])) for day in WEEKDAYS}


class BranchForm(forms.ModelForm):  # type: ignore[type-arg]
    """Name, shelf code, address, and a line of opening hours for each weekday."""

    class Meta:
        model = Branch
        fields = ["name", "shelf_code", "address"]

    def __init__(self, *args: Any, library: Library, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.library = library
        for day, name in WEEKDAYS.items():
            self.fields[f"day_{day}"] = StretchesField(label=name, required=False, max_length=120)
        if self.instance.pk:
            self.initial = {**written_hours(self.instance), **self.initial}
        keep_plain(self)

    @property
    def days(self) -> list[forms.BoundField]:
        """The weekday fields."""
        return [self[f"day_{day}"] for day in WEEKDAYS]

    def clean_shelf_code(self) -> str:
        """Up to three letters or digits, in capitals, once in the library."""
        code = str(self.cleaned_data["shelf_code"]).upper()
        if not SHELF_CODE.fullmatch(code):
            raise forms.ValidationError(_("Only letters and digits, three at most."))
        if self._others().filter(shelf_code=code).exists():
            raise forms.ValidationError(_("Another branch has this shelf code."))
        return code

    def _others(self) -> Any:
        return Branch.objects.filter(library=self.instance.library).exclude(pk=self.instance.pk)

    def _free_slug(self) -> str:
        base = slugify(self.cleaned_data["name"])[:50] or "branch"
        taken = set(self._others().values_list("slug", flat=True))
        return next(slug for n in range(1, 1000) if (slug := base if n == 1 else f"{base}-{n}") not in taken)

    def save(self, commit: bool = True) -> Branch:
        """Keep the branch and its hours. Addresses of public pages stay: the slug is made once."""
        if not self.instance.slug:
            self.instance.slug = self._free_slug()
        branch: Branch = super().save(commit)
        branch.opening_hours.all().delete()
        OpeningHours.objects.bulk_create(
            OpeningHours(branch=branch, weekday=day, opens=opens, closes=closes)
            for day in WEEKDAYS
            for opens, closes in self.cleaned_data[f"day_{day}"]
        )
        return branch
