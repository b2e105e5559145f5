"""The component page for developers, there only with THEKE_DEBUG."""

from datetime import timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from theke.people.access import public


class Example(forms.Form):
    """A field of each kind."""

    name = forms.CharField(label="A line of text", help_text="Help stands between label and field.")
    text = forms.CharField(label="Some text", widget=forms.Textarea, required=False)
    one = forms.ChoiceField(label="One of few", choices=[("a", "This"), ("b", "That")], widget=forms.RadioSelect)
    some = forms.MultipleChoiceField(
        label="Several", choices=[("a", "Chip"), ("b", "Another")], widget=forms.CheckboxSelectMultiple, required=False
    )
    yes = forms.BooleanField(label="Yes or no", required=False)
    day = forms.DateField(label="A day", required=False, widget=forms.DateInput(attrs={"type": "date"}))


@public
@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """Every part of the design system, with its markup to copy from the template."""
    context = {"form": Example({"one": "a"}), "now": timezone.now(), "since": timezone.now() - timedelta(hours=30)}
    return render(request, "desk/components.html", context)
