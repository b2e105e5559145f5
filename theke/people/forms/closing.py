"""When the library stays closed."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from theke.people.forms.absence import EARLIEST, LATEST
from theke.people.models import Library
from theke.ui.plain_input import PlainForm

LONGEST = 366


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **more)


class ClosingForm(PlainForm):
    """First and last day, where, and why."""

    first = _day(_("First day"))
    last = _day(_("Last day"), required=False)
    reason = forms.CharField(label=_("Reason"), max_length=120, required=False, help_text=_("Shown in the calendar."))

    def __init__(self, *args: Any, library: Library, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["branch"] = forms.ModelChoiceField(
            library.branches.all(), label=_("Where"), required=False, empty_label=_("whole library")
        )
        self.order_fields(["first", "last", "branch", "reason"])

    def clean(self) -> dict[str, Any]:
        """In the right order and within reason."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if isinstance(first, date) and not EARLIEST <= first <= LATEST:
            self.add_error("first", _("Please check the year."))
        elif isinstance(first, date) and isinstance(last, date):
            if last < first:
                self.add_error("last", _("The last day comes before the first."))
            elif (last - first).days > LONGEST:
                self.add_error("last", _("That is more than a year. Please check the year."))
        return cleaned

    @property
    def days(self) -> dict[date, str]:
        """The days with their reason."""
        first: date = self.cleaned_data["first"]
        count = ((self.cleaned_data.get("last") or first) - first).days + 1
        return {first + timedelta(n): self.cleaned_data["reason"] for n in range(count)}
