"""The open questions of private and library accounts (B22 to B28)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from theke.guidelines import talking
from theke.guidelines.forms import AnswerForm, VoiceForm
from theke.guidelines.models import PolicyAnswer, Voice
from theke.guidelines.policies import BY_KEY, QUESTIONS, answer, handles_allowed, latest
from theke.guidelines.views.frame import drawn
from theke.people.access import may, requires, signed_in
from theke.people.views.colleagues import library_of
from theke.ui import undoing


@require_GET
@requires("look")
def questions(request: HttpRequest) -> HttpResponse:
    """All of them with the answers that count."""
    library = library_of(request)
    given, today = latest(library), library.today
    rows = []
    for one in QUESTIONS:
        found = given.get(one.key)
        chosen = one.option(found.option if found else "")
        rows.append({"question": one, "answer": found, "chosen": chosen, "again": bool(found and found.review_on <= today)})
    context = {"rows": rows, "handles": handles_allowed(library), "tab": "questions"}
    return drawn(request, "questions.html", context)


def _page(request: HttpRequest, key: str, form: AnswerForm | None = None, voice: VoiceForm | None = None) -> HttpResponse:
    if key not in BY_KEY:
        raise Http404
    library, person, found = library_of(request), signed_in(request), BY_KEY[key]
    given = list(PolicyAnswer.objects.filter(library=library, question=key))
    chosen = found.option(given[0].option if given else "")
    today = library.today
    if form is None and may(person, "manage_guideline"):
        form = AnswerForm(question=found, today=today, chosen=chosen.key)
    context = {
        "question": found,
        "chosen": chosen,
        "answer": given[0] if given else None,
        "earlier": [(one, found.option(one.option)) for one in given[1:]],
        "again": bool(given and given[0].review_on <= today),
        "form": form,
        "voices": Voice.objects.filter(library=library, question=key),
        "voice_form": voice or VoiceForm(),
        "tab": "questions",
    }
    refused = voice is not None or bool(form and form.is_bound)
    return drawn(request, "question.html", context, status=422 if refused else 200)


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
    form = AnswerForm(request.POST, question=BY_KEY[key], today=library.today, chosen="")
    if not form.is_valid():
        return _page(request, key, form)
    answer(library, key, by=signed_in(request), **form.cleaned_data)
    messages.success(request, _("Answered. The desk keeps to it from now on."))
    return redirect("guidelines:question", key)


@require_POST
@requires("look")
def say(request: HttpRequest, key: str) -> HttpResponse:
    """Say something to a question, answered or not."""
    if key not in BY_KEY:
        raise Http404
    form = VoiceForm(request.POST)
    if not form.is_valid():
        return _page(request, key, voice=form)
    made = talking.say(library_of(request), key, form.cleaned_data["text"], by=signed_in(request))
    return redirect(f"{reverse('guidelines:question', args=[key])}#voice-{made.pk}")


@require_POST
@requires("look")
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own words back; the bar brings them again."""
    person = signed_in(request)
    voice = get_object_or_404(Voice.objects.filter(library=library_of(request), by=person), pk=pk)
    talking.take_back(voice, by=person)
    undoing.offer(request, _("Your words are taken back."), reverse("guidelines:say", args=[voice.question]), text=voice.text)
    return redirect("guidelines:question", voice.question)
