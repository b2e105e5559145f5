"""Forms of the inbox."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from theke.people.models import Person
from theke.ui.plain_input import TextField


class AnswerForm(forms.Form):
    """An answer to the public."""

    text = TextField(label=_("Answer"), max_length=20_000, strip=True, widget=forms.Textarea, required=True)
    done = forms.BooleanField(label=_("done afterwards"), required=False)
    seen_message = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen_answer = forms.IntegerField(widget=forms.HiddenInput, required=False)


class NoteForm(forms.Form):
    """A word between colleagues."""

    text = TextField(label=_("Internal note"), max_length=5_000, strip=True, widget=forms.Textarea, required=True)


class OwnerForm(forms.Form):
    """Who is to take care of a conversation."""

    to = forms.ModelChoiceField(
        Person.objects.none(), label=_("Colleague"), required=False, empty_label=_("Nobody: set it free")
    )
    message = TextField(label=_("A word to them"), max_length=300, strip=True)

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Person.objects.active().visible_to(by)
