"""Colleagues: the list, adding, changing, inviting anew."""

from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.people import inviting, recording
from theke.people.access import may, requires, signed_in
from theke.people.finding import areas_of, found, language_names, wanted_of
from theke.people.forms import ColleagueForm
from theke.people.models import Absence, Library, Person, Role


def library_of(request: HttpRequest) -> Library:
    """The library of whoever is signed in; the door has made sure that there is one."""
    library = signed_in(request).library
    assert library is not None  # noqa: S101 -- `may` refuses persons without a library
    return library


def _everyone(request: HttpRequest) -> QuerySet[Person]:
    today = Prefetch("absences", Absence.objects.on(timezone.localdate()).select_related("stand_in"), "away_today")
    people = Person.objects.visible_to(signed_in(request))
    everyone: QuerySet[Person] = people.select_related("home_branch", "introduction").prefetch_related(today)
    return everyone


@requires("look")
@require_GET
def colleagues(request: HttpRequest) -> HttpResponse:
    """Who works here, who knows what, who is away today."""
    wanted, library = wanted_of(request.GET.dict()), library_of(request)
    everyone = list(_everyone(request).filter(left_at=None))
    people = found(everyone, wanted)
    context = {
        "colleagues": [(person, language_names(person.languages)) for person in people],
        "wanted": wanted,
        "areas": areas_of(person.subject_areas for person in everyone),
        "branches": library.branches.all(),
        "roles": Role.choices,
        "may_introduce": may(signed_in(request), "introduce"),
        "gone": [] if wanted.anything else _everyone(request).exclude(left_at=None).order_by("-left_at"),
    }
    return render(request, "people/colleagues.html", context)


@requires("manage_people")
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Add a colleague and invite them."""
    library = library_of(request)
    form = ColleagueForm(request.POST if request.method == "POST" else None, library=library)
    if not form.is_valid():
        return render(request, "people/colleague.html", {"form": form})
    person = recording.save(form, by=signed_in(request), library=library)
    return _invited(request, get_object_or_404(Person, pk=person.pk))


@requires("manage_people")
@require_http_methods(["GET", "POST"])
def colleague(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a colleague's data and role."""
    by = signed_in(request)
    person = get_object_or_404(Person.objects.visible_to(by).filter(left_at=None), pk=pk)
    form = ColleagueForm(request.POST if request.method == "POST" else None, instance=person, library=library_of(request))
    if not form.is_valid():
        name = Person.objects.get(pk=pk).name
        return render(request, "people/colleague.html", {"form": form, "person": person, "name": name})
    recording.save(form, by=by, library=library_of(request))
    messages.success(request, _("Saved."))
    return redirect("people:colleagues")


@requires("manage_people")
@require_POST
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite anew; earlier links stop working."""
    people = Person.objects.visible_to(signed_in(request)).active()
    return _invited(request, get_object_or_404(people, pk=pk))


def _invited(request: HttpRequest, person: Person) -> HttpResponse:
    by = signed_in(request)
    link = inviting.invite(person, by=by)
    if inviting.send(person, link, by=by):
        messages.success(request, _("An invitation is on its way to %(mail)s.") % {"mail": person.email})
        return redirect("people:colleagues")
    return render(request, "people/invited.html", {"person": person, "link": link})
