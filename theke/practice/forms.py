"""Playing the public, and making things difficult."""

import random
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from theke.people.models import Branch, Library
from theke.practice.models import Faults, PracticeAccount
from theke.practice.playing import LONGEST
from theke.practice.words import NAMES
from theke.ui.plain_input import PlainForm, keep_plain


def name_for(language: str) -> str:
    """An invented name to start with."""
    return random.choice(NAMES.get(language, NAMES["de"]))  # noqa: S311 -- a name in a game


class PublicForm(PlainForm):
    """What the public says. The name is invented: the practice network is no place for real persons."""

    name = forms.CharField(label=_("Invented name"), max_length=60)
    text = forms.CharField(label=_("What do they say?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))


class LetterForm(PublicForm):
    """The same, to an account instead of below a status."""

    private = forms.BooleanField(label=_("As a private message"), required=False)


class FaultsForm(forms.ModelForm):  # type: ignore[type-arg]
    """What goes wrong."""

    class Meta:
        model = Faults
        fields = ["slow_seconds", "busy", "away", "broken", "lost", "dropped", "token_refused"]

    def clean(self) -> dict[str, Any]:
        """The shares cannot be more than everything."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        shares = [given.get(name) or 0 for name in ("busy", "away", "broken", "lost", "dropped")]
        if max(shares) <= 100 < sum(shares):
            self.add_error(None, _("Together the shares are more than 100 percent."))
        return given


class AccountForm(forms.ModelForm):  # type: ignore[type-arg]
    """A new account on the practice network, made while connecting."""

    class Meta:
        model = PracticeAccount
        fields = ["name", "branch"]
        labels = {"name": _("Name of the account"), "branch": _("Branch")}

    def __init__(self, library: Library, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.library = library
        branch = self.fields["branch"]
        assert isinstance(branch, forms.ModelChoiceField)  # noqa: S101 -- tells the type checker
        branch.queryset = Branch.objects.filter(library=library)
        branch.empty_label = str(_("The whole library"))
        keep_plain(self)
