"""A course or talk that a colleague attended."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theke.people.models import Person, Training
from theke.ui.plain_input import keep_plain

EARLIEST = date(1950, 1, 1)


class TrainingForm(forms.ModelForm):  # type: ignore[type-arg]
    """What, when, and given by whom."""

    class Meta:
        model = Training
        fields = ["title", "held_on", "given_by"]
        widgets = {"held_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        keep_plain(self)

    def clean_held_on(self) -> date:
        """A day that has been."""
        day: date = self.cleaned_data["held_on"]
        today = self.person.library.today if self.person.library else timezone.localdate()
        if day > today:
            raise forms.ValidationError(_("This day is still to come. Enter it when you have been there."))
        if day < EARLIEST:
            raise forms.ValidationError(_("Please check the year."))
        return day
