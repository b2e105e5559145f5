"""Reading the practice network, and playing its public."""

from django.core.paginator import Paginator
from django.db import models
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.people.access import may, requires, signed_in
from theke.practice.faults import faults_of
from theke.practice.forms import LetterForm, PublicForm, name_for
from theke.practice.models import Picture, PracticeAccount, Status
from theke.practice.playing import comment, write_to

PER_PAGE = 20
REACTIONS = {"like": "likes", "share": "shares"}
REACTION_ICONS = [("like", "heart"), ("share", "repeat-2")]


@requires("look")
@require_GET
def timeline(request: HttpRequest) -> HttpResponse:
    """Everything that stands on the network, newest first."""
    person = signed_in(request)
    found = Status.objects.visible_to(person).filter(parent=None, to=None).for_pages()
    accounts = PracticeAccount.objects.visible_to(person).select_related("branch")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    faults = faults_of(person.library) if person.library else None
    shown = {"page": page, "accounts": accounts, "faults": faults, "may_break": may(person, "manage_practice")}
    return render(request, "practice/timeline.html", shown)


@requires("look")
@require_GET
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: what it says, and what was said to it."""
    person = signed_in(request)
    one = get_object_or_404(PracticeAccount.objects.visible_to(person).select_related("branch"), pk=pk)
    return _account_page(request, one, LetterForm(initial={"name": name_for(person.language)}))


def _account_page(request: HttpRequest, one: PracticeAccount, form: LetterForm, status: int = 200) -> HttpResponse:
    found = Status.objects.filter(models.Q(account=one, parent=None) | models.Q(to=one)).for_pages()
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "practice/account.html", {"account": one, "page": page, "form": form}, status=status)


@requires("play_public")
@require_POST
def letters(request: HttpRequest, pk: int) -> HttpResponse:
    """Mention an account or write to it privately, as the public."""
    person = signed_in(request)
    one = get_object_or_404(PracticeAccount.objects.visible_to(person), pk=pk)
    form = LetterForm(request.POST)
    if not form.is_valid():
        return _account_page(request, one, form, 422)
    given = form.cleaned_data
    write_to(one, given["text"], given["name"], private=given["private"], by=person)
    return redirect("practice:account", pk=pk)


@requires("look")
@require_GET
def status(request: HttpRequest, pk: int) -> HttpResponse:
    """One status with everything said below it."""
    person = signed_in(request)
    return _status_page(request, pk, PublicForm(initial={"name": name_for(person.language)}))


def _status_page(request: HttpRequest, pk: int, form: PublicForm, code: int = 200) -> HttpResponse:
    one = get_object_or_404(Status.objects.visible_to(signed_in(request)).for_pages(), pk=pk)
    thread = Status.objects.filter(root=one.root_id or one.pk).for_pages().select_related("parent").order_by("pk")
    start = Status.objects.for_pages().get(pk=one.root_id) if one.root_id else one
    shown = {"status": one, "start": start, "thread": thread, "form": form, "reactions": REACTION_ICONS}
    return render(request, "practice/status.html", shown, status=code)


@requires("play_public")
@require_http_methods(["POST"])
def comments(request: HttpRequest, pk: int) -> HttpResponse:
    """Comment as the public."""
    person = signed_in(request)
    one = get_object_or_404(Status.objects.visible_to(person).filter(deleted_at=None), pk=pk)
    form = PublicForm(request.POST)
    if not form.is_valid():
        return _status_page(request, pk, form, 422)
    made = comment(one, form.cleaned_data["text"], form.cleaned_data["name"], by=person)
    return redirect(reverse("practice:status", args=[pk]) + f"#status-{made.pk}")


@requires("play_public")
@require_POST
def reactions(request: HttpRequest, pk: int) -> HttpResponse:
    """Like or share as the public."""
    one = get_object_or_404(Status.objects.visible_to(signed_in(request)).filter(deleted_at=None), pk=pk)
    field = REACTIONS.get(request.POST.get("kind", ""))
    if field is None:
        raise Http404
    Status.objects.filter(pk=one.pk).update(**{field: models.F(field) + 1})
    return redirect("practice:status", pk=pk)


@requires("look")
@require_GET
def picture(request: HttpRequest, uuid: str) -> HttpResponseBase:
    """The bytes of a picture, to colleagues of the library only."""
    visible = PracticeAccount.objects.visible_to(signed_in(request))
    one = get_object_or_404(Picture.objects.filter(account__in=visible), uuid=uuid)
    headers = {"Cache-Control": "private, max-age=86400", "X-Content-Type-Options": "nosniff"}
    try:
        return FileResponse(one.file.open(), content_type=one.mime, headers=headers)
    except FileNotFoundError as gone:
        raise Http404 from gone
