"""The first week of a new colleague: what there is to do, the companion, and its end by whoever introduces them."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.desk import accompanying
from theke.desk.first_week import ASKED, READ, Progress, first_week, remember, remembers
from theke.people.access import may, requires, signed_in
from theke.people.accompanying import candidates, companionship_of, may_arrange
from theke.people.introducing import introduce, is_new, take_back
from theke.people.models import Person
from theke.posts.models import Post
from theke.ui.undoing import offer

DRAFTS = 5


class CompanionForm(forms.Form):
    """Who goes along."""

    def __init__(self, *args: object, newcomer: Person, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        words = {
            "required": gettext_lazy("Please choose a colleague."),
            "invalid_choice": gettext_lazy("Please choose a colleague."),
        }
        help_text = gettext_lazy("Somebody who knows the work. Of the editorial group they may also approve the first post.")
        self.fields["companion"] = forms.ModelChoiceField(
            candidates(newcomer), label=gettext_lazy("Companion"), error_messages=words, help_text=help_text
        )


def _newcomer(by: Person, pk: int | None) -> Person:
    """Whose week it is: one's own, that of somebody in one's care, or anybody's for those who introduce."""
    person: Person = get_object_or_404(Person.objects.visible_to(by).active().select_related("library"), pk=pk or by.pk)
    pair = companionship_of(person)
    if person.pk == by.pk or may(by, "introduce", person) or (pair and pair.companion_id == by.pk):
        return person
    raise PermissionDenied


@requires("look")
@require_GET
def week(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """All that there is to do, and who goes along."""
    return _page(request, _newcomer(signed_in(request), pk))


def _page(request: HttpRequest, person: Person, form: CompanionForm | None = None, status: int = 200) -> HttpResponse:
    by, new = signed_in(request), is_new(person)
    context = {
        "person": person,
        "mine": person.pk == by.pk,
        "new": new,
        "progress": Progress(person, first_week(person)),
        "pair": companionship_of(person),
        "form": (form or CompanionForm(newcomer=person)) if may_arrange(by, person) else None,
        "drafts": Post.objects.posts().drafts().filter(sender=person)[:DRAFTS],
        "may_introduce": person.pk != by.pk and may(by, "introduce", person),
        "asked": remembers(person, ASKED),
    }
    return render(request, "desk/first_week.html", context, status=status)


@requires("look")
@require_POST
def companion(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose or ask a companion (`companion`), let there be none (`nobody`), or answer as the one who was asked (`answer`)."""
    by = signed_in(request)
    person = _newcomer(by, pk)
    if "answer" in request.POST:
        yes = request.POST["answer"] == "yes"
        if accompanying.answer(person, by=by, yes=yes):
            messages.success(request, _("%(name)s is told.") % {"name": person.name})
        return redirect("desk:first_week", pk) if yes else redirect("today")
    if "nobody" in request.POST:
        accompanying.part(person, by=by)
        return redirect("desk:first_week", pk)
    form = CompanionForm(request.POST, newcomer=person)
    if not may_arrange(by, person):
        raise PermissionDenied
    if not form.is_valid():
        return _page(request, person, form, 422)
    _choose(request, person, form.cleaned_data["companion"])
    return redirect("desk:first_week", pk)


def _choose(request: HttpRequest, person: Person, wanted: Person) -> None:
    before = companionship_of(person)
    made = accompanying.choose(person, wanted, by=signed_in(request))
    words = _("%(name)s goes along.") if made.agreed_at else _("%(name)s is asked to go along.")
    earlier = {"companion": str(before.companion_id)} if before else {"nobody": "1"}
    offer(request, words % {"name": wanted.name}, reverse("desk:companion", args=[person.pk]), **earlier)


@requires("look")
@require_POST
def ask_for_the_end(request: HttpRequest) -> HttpResponse:
    """All is done: ask those who introduce."""
    person = signed_in(request)
    if not is_new(person) or not Progress(person, first_week(person)).complete:
        return redirect("desk:own_first_week")
    asked = accompanying.ask_for_the_end(person)
    remember(person, ASKED)
    messages.success(request, _("Asked: %(names)s.") % {"names": ", ".join(one.name for one in asked)})
    return redirect("desk:own_first_week")


@requires("introduce")
@require_http_methods(["GET", "POST"])
def introduction(request: HttpRequest, pk: int) -> HttpResponse:
    """End the introduction; with `again` they count as new once more. To look leads to their first week."""
    by = signed_in(request)
    person = get_object_or_404(Person.objects.visible_to(by).active().exclude(pk=by.pk), pk=pk)
    if request.method == "GET":
        return redirect("desk:first_week", pk)
    if "again" in request.POST:
        take_back(person, by=by)
        return redirect("desk:first_week", pk)
    introduce(person, by=by)
    here = reverse("desk:introduction", args=[person.pk])
    offer(request, _("%(name)s is introduced.") % {"name": person.name}, here, again="1")
    return redirect("people:colleagues")


@requires("look")
@require_GET
def read_guideline(request: HttpRequest) -> HttpResponse:
    """Go to the guideline; for a new colleague that step counts as done then, where there is nothing to confirm."""
    remember(signed_in(request), READ)
    return redirect("guidelines:points")
