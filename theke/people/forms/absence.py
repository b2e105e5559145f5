"""When someone is away."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from theke.people.models import Absence, Person

LONGEST = 3 * 366
"""Days; longer ones are most likely a slip of the pen."""


class AbsenceForm(forms.ModelForm):  # type: ignore[type-arg]
    """First day, last day, stand-in. Colleagues to choose from are those of the same library."""

    class Meta:
        model = Absence
        fields = ["starts", "ends", "stand_in"]
        labels = {"stand_in": _("Stand-in")}
        help_texts = {"stand_in": _("Gets answers from the public and notices for these days.")}
        widgets = {
            "starts": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "ends": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.person = person
        colleagues = Person.objects.visible_to(person).active().exclude(pk=person.pk)
        self.fields["stand_in"] = forms.ModelChoiceField(
            colleagues, label=_("Stand-in"), required=False, empty_label="–", help_text=self.fields["stand_in"].help_text
        )

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first, and both are within reason."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if isinstance(starts, date) and isinstance(ends, date):
            if ends < starts:
                self.add_error("ends", _("The last day comes before the first."))
            elif (ends - starts).days > LONGEST:
                self.add_error("ends", _("That is more than three years. Please check the year."))
        return cleaned
