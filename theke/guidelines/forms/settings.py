"""Forms for the weight of a rule, an answer to an open question, and a private name."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from theke.guidelines.forms.document import FARTHEST, day_field
from theke.guidelines.models import Guideline, RuleSetting
from theke.guidelines.policies import REVIEW_AFTER, Question
from theke.people.models import Library
from theke.ui.plain_input import PlainForm, TextField

HANDLE = re.compile(r"@?[^\W_][\w.-]{0,60}(?:@[a-z0-9-]+(?:\.[a-z0-9-]+)+)?")
CHECK_YEAR = _("Please check the year.")


class SettingForm(PlainForm):
    """What a layer makes of a rule, from when, and why."""

    weight = forms.ChoiceField(label=_("Weight"), choices=RuleSetting.Weight.choices, required=False, widget=forms.RadioSelect)
    valid_from = day_field(_("Valid from"))
    reason = forms.CharField(label=_("Reason"), max_length=300, error_messages={"required": _("Please say in a sentence why.")})

    def __init__(self, *args: Any, library: Library, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        layers = Guideline.objects.filter(library=library)
        self.fields["layer"] = forms.ModelChoiceField(layers, label=_("Layer"), empty_label=None)
        self.order_fields(["layer", "weight", "valid_from", "reason"])
        self.initial["valid_from"] = today

    def clean_valid_from(self) -> date:
        """From today on: what counted yesterday has counted."""
        day: date = self.cleaned_data["valid_from"]
        if day < self.today:
            self.add_error("valid_from", _("A weight counts from today at the earliest."))
        elif day - self.today > FARTHEST:
            self.add_error("valid_from", CHECK_YEAR)
        return day


class VoiceForm(PlainForm):
    """What somebody says to an open question."""

    text = TextField(
        label=_("What do you think?"), required=True, strip=True, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class AnswerForm(PlainForm):
    """An answer to an open question, with its day and the day on which it is asked again."""

    words = TextField(
        label=_("In our words"),
        max_length=2000,
        help_text=_("What colleagues should know about it. They read this on the page of the question."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    decided_on = day_field(_("Decided on"))
    review_on = day_field(_("To be looked at again on"))

    def __init__(self, *args: Any, question: Question, today: date, chosen: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["option"] = forms.ChoiceField(
            label=_("Our answer"),
            choices=[(one.key, gettext(one.title)) for one in question.options],
            widget=forms.RadioSelect,
            initial=chosen,
        )
        self.order_fields(["option", "words", "decided_on", "review_on"])
        self.initial["decided_on"], self.initial["review_on"] = today, today + timedelta(days=REVIEW_AFTER)

    def clean(self) -> dict[str, Any]:
        """Decided by today, asked again after that."""
        data = super().clean() or {}
        decided, review = data.get("decided_on"), data.get("review_on")
        if isinstance(decided, date) and (decided > self.today or self.today - decided > 10 * FARTHEST):
            self.add_error("decided_on", CHECK_YEAR)
        if isinstance(review, date) and (review <= self.today or review - self.today > FARTHEST):
            self.add_error("review_on", _("Choose a day within the next three years."))
        return data


class HandleForm(PlainForm):
    """A private name."""

    handle = forms.CharField(
        label=_("Your private name"), max_length=120, help_text=_("For example @name or @name@server.example")
    )

    def clean_handle(self) -> str:
        """In lower case and without @."""
        typed: str = self.cleaned_data["handle"].strip().lower()
        if not HANDLE.fullmatch(typed):
            self.add_error("handle", _("This does not look like the name of an account."))
        return typed.removeprefix("@")
