"""Training records: one's own, for managers everybody's; the editorial group sees how many have been introduced."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.desk.recording import PARTS, record_of, recorded, written
from theke.guidelines.confirming import in_force, standing
from theke.people.access import may, requires, signed_in
from theke.people.forms import TrainingForm
from theke.people.models import Person, Training
from theke.people.views.colleagues import library_of
from theke.ui.picking import key_in
from theke.ui.undoing import offer


def _of(by: Person, pk: int | None) -> Person:
    """Whose record it is: one's own, or for those who look after people anybody's."""
    person: Person = get_object_or_404(recorded(Person.objects.visible_to(by)), pk=pk or by.pk)
    if person.pk != by.pk and not may(by, "manage_people", person):
        raise PermissionDenied
    return person


def _page(request: HttpRequest, person: Person, form: TrainingForm, status: int = 200) -> HttpResponse:
    facts = record_of(person)
    parts = [(key, words, [one for one in facts if one.part == key]) for key, words in PARTS.items()]
    shown = {"person": person, "mine": person == signed_in(request), "parts": parts, "form": form}
    return render(request, "desk/record.html", shown, status=status)


@requires("look")
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """See a record, and enter a course or talk."""
    by = signed_in(request)
    person = _of(by, pk)
    form = TrainingForm(request.POST if request.method == "POST" else None, person=person)
    if not form.is_valid():
        return _page(request, person, form, 422 if form.is_bound else 200)
    made: Training = form.save(commit=False)
    made.person, made.by = person, by
    made.save()
    away = reverse("desk:remove_training", args=[person.pk])
    offer(request, _("“%(title)s” is entered.") % {"title": made.title}, away, training=str(made.pk))
    return redirect("desk:record", person.pk)


@requires("look")
@require_POST
def remove_training(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a course or talk out; it can be undone."""
    person = _of(signed_in(request), pk)
    gone = get_object_or_404(Training, person=person, pk=key_in(request.POST.get("training", "")))
    gone.delete()
    again = {"title": gone.title, "held_on": gone.held_on.isoformat(), "given_by": gone.given_by}
    offer(request, _("“%(title)s” is taken out.") % {"title": gone.title}, reverse("desk:record", args=[person.pk]), **again)
    return redirect("desk:record", person.pk)


@requires("see_confirmations")
@require_GET
def records(request: HttpRequest) -> HttpResponse:
    """How many have been introduced and have confirmed the guideline; to managers the records by name, too."""
    by, library = signed_in(request), library_of(request)
    here = Person.objects.visible_to(by).active()
    named = may(by, "manage_people")
    shown = {
        "introduced": here.exclude(introduction=None).count(),
        "colleagues": here.count(),
        "standing": standing(by, in_force(library, library.today)),
        "people": here.select_related("home_branch") if named else (),
        "named": named,
    }
    return render(request, "desk/records.html", shown)


@requires("manage_people")
@require_GET
def table(request: HttpRequest) -> HttpResponse:
    """All records for a spreadsheet."""
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="theke-training-{timezone.localdate().isoformat()}.csv"'
    written(recorded(Person.objects.visible_to(signed_in(request)).active()).order_by("name"), answer)
    return answer
