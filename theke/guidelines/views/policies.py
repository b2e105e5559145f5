"""The open questions of private and library accounts (B22 to B28)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from theke.guidelines.forms import AnswerForm
from theke.guidelines.models import PolicyAnswer
from theke.guidelines.policies import BY_KEY, QUESTIONS, answer, handles_allowed, latest
from theke.guidelines.views.frame import drawn
from theke.guidelines.views.reading import today_of
from theke.people.access import may, requires, signed_in
from theke.people.views.colleagues import library_of


@require_GET
@requires("look")
def questions(request: HttpRequest) -> HttpResponse:
    """All of them with the answers that count."""
    library = library_of(request)
    given, today = latest(library), today_of(library)
    rows = []
    for one in QUESTIONS:
        found = given.get(one.key)
        chosen = one.option(found.option if found else "")
        rows.append({"question": one, "answer": found, "chosen": chosen, "again": bool(found and found.review_on <= today)})
    context = {"rows": rows, "handles": handles_allowed(library), "tab": "questions"}
    return drawn(request, "questions.html", context)


def _page(request: HttpRequest, key: str, form: AnswerForm | None = None) -> HttpResponse:
    if key not in BY_KEY:
        raise Http404
    library, person, found = library_of(request), signed_in(request), BY_KEY[key]
    given = list(PolicyAnswer.objects.filter(library=library, question=key))
    chosen = found.option(given[0].option if given else "")
    today = today_of(library)
    if form is None and may(person, "manage_guideline"):
        form = AnswerForm(question=found, today=today, chosen=chosen.key)
    context = {
        "question": found,
        "chosen": chosen,
        "answer": given[0] if given else None,
        "earlier": [(one, found.option(one.option)) for one in given[1:]],
        "again": bool(given and given[0].review_on <= today),
        "form": form,
        "tab": "questions",
    }
    return drawn(request, "question.html", context, status=422 if form and form.is_bound else 200)


@require_GET
@requires("look")
def question(request: HttpRequest, key: str) -> HttpResponse:
    """One question: its options, what speaks for and against each, the library's answer."""
    return _page(request, key)


@require_POST
@requires("manage_guideline")
def new_answer(request: HttpRequest, key: str) -> HttpResponse:
    """Answer it; the earlier answer stays to be read."""
    if key not in BY_KEY:
        raise Http404
    library = library_of(request)
    form = AnswerForm(request.POST, question=BY_KEY[key], today=today_of(library), chosen="")
    if not form.is_valid():
        return _page(request, key, form)
    answer(library, key, by=signed_in(request), **form.cleaned_data)
    messages.success(request, _("Answered. The desk keeps to it from now on."))
    return redirect("guidelines:question", key)
