"""What people enter in the calendar."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from theke.calendar.models import Slot
from theke.calendar.narrowing import LABELS, NAMES, STATES, options
from theke.calendar.spanning import FIRST_YEAR, LAST_YEAR
from theke.channels.models import Channel
from theke.people.models import Library
from theke.posts.models import Starter
from theke.posts.topics import topics_of
from theke.ui.picking import PickSeveral
from theke.ui.plain_input import PlainForm, keep_plain

MOST_WEEKS = 12
DATE = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
TIME = forms.TimeInput(format="%H:%M", attrs={"type": "time", "step": 60})


class DayField(forms.DateField):
    """A day within the years in which anybody plans."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=DATE, input_formats=["%Y-%m-%d"], **kwargs)

    def clean(self, value: Any) -> date | None:
        """Refuse what is far away: most likely a slip of the pen."""
        day: date | None = super().clean(value)
        if day and not FIRST_YEAR <= day.year < LAST_YEAR:
            raise ValidationError(_("Please check the year."))
        return day


class MoveForm(PlainForm):
    """A day and a time on the library's clock; `fold` says which is meant of a time that comes twice."""

    day = DayField(label=_("Day"))
    time = forms.TimeField(label=_("Time"), widget=TIME)
    fold = forms.TypedChoiceField(
        label=_("Which of the two?"), choices=[(0, "0"), (1, "1")], coerce=int, empty_value=None, required=False
    )


class FilterForm(forms.Form):
    """All filters to choose from. It is only shown: the address holds what is chosen."""

    def __init__(self, library: Library, chosen: dict[str, list[str]]) -> None:
        super().__init__(initial=chosen)
        for name in NAMES:
            choices = list(STATES.items()) if name == "state" else [(str(one.pk), str(one)) for one in options(name, library)]
            field = forms.MultipleChoiceField(
                label=str(LABELS[name]), choices=choices, required=False, widget=forms.CheckboxSelectMultiple
            )
            if choices:
                self.fields[name] = field


class FeedForm(FilterForm):
    """What a feed holds: like the filters, without the states, because a feed has only what is planned and published."""

    def __init__(self, library: Library, chosen: dict[str, list[str]]) -> None:
        super().__init__(library, chosen)
        del self.fields["state"]


NOTHING = {"branch": _("whole library"), "topic": _("no topic"), "starter": _("no template")}
"""What stands where none is chosen."""


class SlotForm(forms.ModelForm):  # type: ignore[type-arg]
    """A slot that comes back."""

    weekday = forms.TypedChoiceField(label=_("Weekday"), choices=list(WEEKDAYS.items()), coerce=int)
    every = forms.IntegerField(
        label=_("Every how many weeks"),
        min_value=1,
        max_value=MOST_WEEKS,
        initial=1,
        help_text=_("1 is every week, 2 every other week. It is counted from the first day on."),
    )
    at = forms.TimeField(label=_("Time"), widget=TIME)
    starts = DayField(label=_("From"))
    ends = DayField(label=_("Until"), required=False, help_text=_("Leave it empty if it goes on."))
    channels = PickSeveral(Channel.objects.none(), label=_("Channels"), required=False, widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = Slot
        fields = ["name", "weekday", "at", "every", "starts", "ends", "branch", "topic", "starter", "channels"]

    def __init__(self, *args: Any, library: Library, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.library = library
        offered = {
            "branch": options("branch", library),
            "topic": topics_of(library),
            "starter": Starter.objects.filter(library=library),
            "channels": options("channel", library).connected(),  # type: ignore[attr-defined]
        }
        for name, found in offered.items():
            chosen = self.fields[name]
            if isinstance(chosen, (PickSeveral, forms.ModelChoiceField)):
                chosen.queryset = found
        for name, nothing in NOTHING.items():
            cast("forms.ModelChoiceField[Any]", self.fields[name]).empty_label = str(nothing)
        keep_plain(self)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if isinstance(starts, date) and isinstance(ends, date) and ends < starts:
            self.add_error("ends", _("The last day comes before the first."))
        return cleaned
