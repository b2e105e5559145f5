"""What the register says about an account, and the questions of the wizard."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from theke.channels.models import Channel, Figure
from theke.networks.base import Field
from theke.people.models import Branch, Library, Person
from theke.ui.plain_input import PlainForm, keep_plain

LEAST = 1
"""US dollars a month: with less, a channel that costs money could hardly say anything."""


class ChannelForm(forms.ModelForm):  # type: ignore[type-arg]
    """Everything a manager decides about a channel."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    class Meta:
        model = Channel
        fields = [
            "name",
            "purpose",
            "branch",
            "responsible",
            "deputy",
            "language",
            "publishers",
            "approval",
            "looks_first",
            "signature",
            "position",
            "opened_on",
            "closed_on",
        ]
        labels = {
            "branch": _("Branch"),
            "responsible": _("Responsible"),
            "deputy": _("Deputy"),
            "position": _("Place in the list"),
        }
        help_texts = {
            "purpose": _("What is it for, and whom does it speak to?"),
            "approval": _("When somebody else of the editorial group has to look before a post goes out."),
            "signature": _("How the public sees who wrote."),
            "position": _("Small figures come first."),
        }
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 2}),
            "signature": forms.RadioSelect,
            "opened_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "closed_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "publishers": forms.RadioSelect,
            "approval": forms.RadioSelect,
        }

    def __init__(self, *args: Any, library: Library, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Person.objects.active().filter(library=library)
        self._choose("branch", Branch.objects.filter(library=library), _("The whole library"))
        self._choose("responsible", people, _("Nobody"))
        self._choose("deputy", people, _("Nobody"))
        keep_plain(self)

    def _choose(self, name: str, found: Any, nothing: Any) -> None:
        chooser = self.fields[name]
        if isinstance(chooser, forms.ModelChoiceField):
            chooser.queryset, chooser.empty_label = found, nothing

    def clean(self) -> dict[str, Any]:
        """The deputy is somebody else."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("deputy") and given.get("deputy") == given.get("responsible"):
            self.add_error("deputy", _("The deputy must be somebody else."))
        opened, closed = given.get("opened_on"), given.get("closed_on")
        if opened and closed and closed < opened:
            self.add_error("closed_on", _("It cannot be closed before it was opened."))
        return given


class QuestionForm(PlainForm):
    """One question of the connecting wizard, as the network asks it."""

    answer = forms.CharField(max_length=500)

    def __init__(self, question: Field, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer = self.fields["answer"]
        answer.label, answer.help_text = gettext(question.label), gettext(question.help) if question.help else ""
        answer.required = question.required
        attrs = {"autocapitalize": "off", "spellcheck": "false", "autocomplete": "off"}
        if question.kind == "address":
            attrs |= {"inputmode": "url"}
        if question.example:
            example = gettext("For example: %(example)s") % {"example": question.example}
            answer.help_text = f"{answer.help_text} {example}".strip()
        # A secret is not given back to the page when the answer was wrong.
        answer.widget = forms.PasswordInput(attrs) if question.kind == "secret" else forms.TextInput(attrs)


class ChoiceForm(forms.Form):
    """Which of several accounts."""

    answer = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, question: str, choices: list[list[str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer = self.fields["answer"]
        assert isinstance(answer, forms.ChoiceField)  # noqa: S101 -- for the type only
        answer.label, answer.choices = gettext(question), [(value, name) for value, name in choices]


class BudgetForm(forms.Form):
    """What a channel may cost a month, in US dollars, by somebody who says that the costs were read."""

    dollars = forms.DecimalField(
        label=_("Budget a month, in US dollars"),
        min_value=0,
        max_value=10_000,
        decimal_places=2,
        help_text=_("0 switches the channel off."),
    )
    read = forms.BooleanField(label=_("I have read what it costs."))

    @property
    def cents(self) -> int:
        """What was given, in cents."""
        return int(self.cleaned_data["dollars"] * 100)


class ConsentForm(BudgetForm):
    """The same before the account is connected: it is switched on by it, so nothing is no answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dollars = self.fields["dollars"]
        dollars.help_text = _("The desk never spends more. You can change it at any time.")
        dollars.validators.append(MinValueValidator(LEAST))
        dollars.widget.attrs["min"] = LEAST


class FigureForm(forms.ModelForm):  # type: ignore[type-arg]
    """A figure read off by hand. The same day again puts the new one in the place of the old."""

    class Meta:
        model = Figure
        fields = ["name", "value", "on"]
        widgets = {"on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"on": today}, auto_id="figure-%s")
        self.today = today

    def clean_on(self) -> date:
        """Not a day to come."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError(_("This day has not come yet."))
        return on
