"""When someone is away, and who stands in."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from theke.people.models import Absence, Person
from theke.people.substituting import Candidate

LONGEST = 3 * 366
"""Days; longer ones are most likely a slip of the pen."""
EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)
NOBODY, OTHER = "nobody", "other"


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))


class SpanForm(forms.Form):
    """First and last day. `absence` is the one that is changed, None for a new one."""

    starts = _day(_("First day"))
    ends = _day(_("Last day"))

    def __init__(self, *args: Any, person: Person, absence: Absence | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.absence = person, absence
        if absence is not None:
            self.initial = {"starts": absence.starts, "ends": absence.ends, **self.initial}

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first, both are within reason, and no day is entered twice."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        for name, day in (("starts", starts), ("ends", ends)):
            if isinstance(day, date) and not EARLIEST <= day <= LATEST:
                self.add_error(name, _("Please check the year."))
        if isinstance(starts, date) and isinstance(ends, date):
            self._check_span(starts, ends)
        return cleaned

    def _check_span(self, starts: date, ends: date) -> None:
        if ends < starts:
            self.add_error("ends", _("The last day comes before the first."))
        elif (ends - starts).days > LONGEST:
            self.add_error("ends", _("That is more than three years. Please check the year."))
        elif other := self._overlapping(starts, ends):
            said = {"first": formats.date_format(other.starts), "last": formats.date_format(other.ends)}
            self.add_error("starts", gettext("An absence from %(first)s to %(last)s is already entered.") % said)

    def _overlapping(self, starts: date, ends: date) -> Absence | None:
        others = Absence.objects.filter(person=self.person, starts__lte=ends, ends__gte=starts)
        return others.exclude(pk=self.absence.pk if self.absence and self.absence.pk else 0).first()


class StandInForm(forms.Form):
    """Who stands in: one of the suggested, somebody else, or nobody."""

    choice = forms.CharField(max_length=20)
    other = forms.CharField(max_length=18, required=False)
    hand_over = forms.BooleanField(required=False)
    sure = forms.CharField(max_length=18, required=False)

    def __init__(self, *args: Any, candidates: list[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_key = {str(one.person.pk): one for one in candidates}
        self.candidate: Candidate | None = None
        self.fields["choice"].error_messages["required"] = _("Please choose who stands in, or that nobody does.")

    def clean(self) -> dict[str, Any]:
        """Only colleagues who were offered can stand in."""
        cleaned = super().clean() or {}
        choice = cleaned.get("choice", "")
        wanted = cleaned.get("other", "") if choice == OTHER else choice
        if choice and choice != NOBODY:
            self.candidate = self.by_key.get(wanted)
            if self.candidate is None:
                self.add_error("choice", ValidationError(_("Please choose a colleague from the list.")))
        return cleaned

    def needs_a_word(self) -> bool:
        """Whether something speaks against the choice and was not shown yet."""
        chosen = self.candidate
        return chosen is not None and bool(chosen.warning) and self.cleaned_data.get("sure") != str(chosen.person.pk)
