"""A colleague leaves: what they still have, who takes it over, and what was done."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from theke.desk.departing import depart, open_things
from theke.people.access import requires, signed_in
from theke.people.forms.colleague import only_manager
from theke.people.leaving import LEFT
from theke.people.models import HistoryEntry, Person

OUT, DRAFTS = "out", "drafts"


class DepartureForm(forms.Form):
    """Who takes over, and what becomes of planned posts."""

    planned = forms.ChoiceField(
        label=_("Planned posts"),
        choices=[(OUT, _("go out as planned")), (DRAFTS, _("become drafts of whoever takes over"))],
        widget=forms.RadioSelect,
        initial=OUT,
        required=False,
    )

    def __init__(self, *args: object, person: Person, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        colleagues = Person.objects.visible_to(person).active().exclude(pk=person.pk)
        self.fields["successor"] = forms.ModelChoiceField(
            colleagues,
            label=_("Who takes over?"),
            required=False,
            empty_label=_("nobody in particular"),
            help_text=_("Gets the open conversations and drafts, and channels that have no deputy."),
        )

    def clean(self) -> dict[str, object]:
        """Drafts need somebody to belong to."""
        cleaned = super().clean() or {}
        if cleaned.get("planned") == DRAFTS and not cleaned.get("successor") and "successor" not in self.errors:
            self.add_error("successor", _("Please choose who takes the planned posts over."))
        return cleaned


@requires("manage_people")
@require_http_methods(["GET", "POST"])
def departure(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what will happen; then do it in one step."""
    by, now = signed_in(request), timezone.now()
    person = get_object_or_404(Person.objects.visible_to(by).active(), pk=pk)
    hindered = person == by or only_manager(person)
    form = DepartureForm(request.POST if request.method == "POST" else None, person=person)
    if hindered or not form.is_valid():
        context = {"person": person, "open": open_things(person, now), "hindered": hindered, "form": form}
        status = 409 if hindered and request.method == "POST" else 200
        return render(request, "desk/departure.html", context, status=status)
    out = form.cleaned_data["planned"] != DRAFTS
    depart(person, by=by, now=now, successor=form.cleaned_data["successor"], planned_go_out=out)
    return redirect("desk:departed", person.pk)


@requires("manage_people")
@require_GET
def departed(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done when a colleague left."""
    by = signed_in(request)
    person = get_object_or_404(Person.objects.visible_to(by).exclude(left_at=None), pk=pk)
    entry = HistoryEntry.objects.visible_to(by).about(person).filter(verb=LEFT).first()
    return render(request, "desk/departed.html", {"person": person, "entry": entry, "done": entry.details if entry else {}})
