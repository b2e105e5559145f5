"""Connecting an account: one question a page."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.channels import budgeting, connecting, watching
from theke.channels.forms import ChoiceForm, ConsentForm, QuestionForm
from theke.channels.models import Channel
from theke.channels.reaching import why_unreachable
from theke.channels.wizard import Wizard, forget, recall, remember
from theke.networks.base import BadField, Choose, Connected, GoTo, NetworkError
from theke.networks.registry import KEYS, network, networks
from theke.people.access import requires, signed_in
from theke.people.models import Library


def _library(request: HttpRequest) -> Library:
    library = signed_in(request).library
    if library is None:
        raise Http404
    return library


def _in_words(trouble: NetworkError) -> str:
    return _(trouble.words) % trouble.params if trouble.params else _(trouble.words)


@requires("connect_channels")
@require_http_methods(["GET", "POST"])
def connect(request: HttpRequest) -> HttpResponse:
    """Choose a network."""
    if request.method == "GET":
        offered = [n.facts for n in networks() if n.has("connect")]
        return render(request, "channels/connect.html", {"offered": offered, "unreachable": why_unreachable()})
    key = request.POST.get("network", "")
    if key not in KEYS:
        raise Http404
    return _go_on(request, Wizard(key))


@requires("connect_channels")
@require_POST
def reconnect(request: HttpRequest, pk: int) -> HttpResponse:
    """Connect the same account again; what the register knows is not asked again."""
    channel = get_object_or_404(Channel.objects.visible_to(signed_in(request)), pk=pk)
    return _go_on(request, Wizard(channel.network_key, connecting.known_answers(channel), channel=channel.pk))


@requires("connect_channels")
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest) -> HttpResponse:
    """Ask what the network asks, one thing at a time."""
    wizard = recall(request.session)
    if wizard is None:
        return redirect("channels:connect")
    if "back" in request.GET:
        wizard.back_to(request.GET["back"])
        remember(request.session, wizard)
    asked = wizard.open_question
    if asked is None:
        return _go_on(request, wizard)
    form = QuestionForm(asked, request.POST if request.method == "POST" else None)
    if form.is_valid():
        wizard.answers[asked.name] = form.cleaned_data["answer"]
        return _go_on(request, wizard)
    return _question_page(request, wizard, form)


def _question_page(request: HttpRequest, wizard: Wizard, form: QuestionForm) -> HttpResponse:
    asked = wizard.open_question
    place = wizard.questions.index(asked) if asked else 0
    before = wizard.questions[place - 1].name if place else ""
    shown = {"form": form, "number": place + 1, "of": len(wizard.questions), "before": before}
    shown |= {"facts": network(wizard.key).facts}
    return render(request, "channels/question.html", shown, status=422 if form.is_bound else 200)


def _go_on(request: HttpRequest, wizard: Wizard) -> HttpResponse:
    """The next question, or, when all are answered, the network itself. What costs money is read and allowed before either."""
    remember(request.session, wizard)
    if _to_be_allowed(request, wizard):
        return redirect("channels:costs")
    try:
        if wizard.open_question is not None:
            return _ask(request, wizard)
        started = connecting.begin(_library(request), wizard.key, wizard.answers, settings.URL + reverse("channels:return"))
        if not isinstance(started, GoTo):
            return _arrived(request, wizard, started)
    except NetworkError as trouble:
        return _refused(request, wizard, trouble)
    wizard.pending, wizard.url = started.pending, started.url
    remember(request.session, wizard)
    in_house = wizard.url.startswith(settings.URL + "/")
    return redirect(wizard.url if in_house else "channels:leave")


def _to_be_allowed(request: HttpRequest, wizard: Wizard) -> bool:
    if not network(wizard.key).facts.needs_consent or wizard.cents:
        return False
    known = Channel.objects.visible_to(signed_in(request)).filter(pk=wizard.channel).first() if wizard.channel else None
    return not budgeting.switched_on(known)


@requires("set_budgets")
@require_http_methods(["GET", "POST"])
def costs(request: HttpRequest) -> HttpResponse:
    """Read what the network costs, and allow so much a month, before anything is connected."""
    wizard = recall(request.session)
    if wizard is None or not network(wizard.key).facts.needs_consent:
        return redirect("channels:connect")
    facts = network(wizard.key).facts
    form = ConsentForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        wizard.cents, wizard.read = form.cents, _(facts.costs)
        return _go_on(request, wizard)
    return render(request, "channels/consent.html", {"facts": facts, "form": form}, status=422 if form.is_bound else 200)


def _ask(request: HttpRequest, wizard: Wizard) -> HttpResponse:
    """On to the next question, when what was answered so far will do."""
    if wizard.answers:
        connecting.look(_library(request), wizard.key, wizard.answers)
    return redirect("channels:question")


def _refused(request: HttpRequest, wizard: Wizard, trouble: NetworkError) -> HttpResponse:
    """Back to the question whose answer will not do, with the answer still in its field."""
    names = [q.name for q in wizard.questions]
    wrong = trouble.field if isinstance(trouble, BadField) else (names or [""])[-1]
    if wrong not in names:
        return _failed(request, trouble)
    asked, typed = wizard.questions[names.index(wrong)], wizard.answers.get(wrong, "")
    wizard.back_to(wrong)
    remember(request.session, wizard)
    again = QuestionForm(asked, {"answer": typed})
    again.is_valid()
    again.add_error("answer", _in_words(trouble))
    return _question_page(request, wizard, again)


def _failed(request: HttpRequest, trouble: NetworkError) -> HttpResponse:
    forget(request.session)
    messages.error(request, _in_words(trouble))
    return redirect("channels:connect")


@requires("connect_channels")
@require_GET
def leave(request: HttpRequest) -> HttpResponse:
    """The way out to the network's own sign-in page: a link, so that one sees where one goes."""
    wizard = recall(request.session)
    if wizard is None or not wizard.url:
        return redirect("channels:connect")
    return render(request, "channels/leave.html", {"url": wizard.url, "host": wizard.pending.get("address", "")})


@requires("connect_channels")
@require_GET
def come_back(request: HttpRequest) -> HttpResponse:
    """Back from the network's sign-in page."""
    wizard = recall(request.session)
    if wizard is None or not wizard.pending:
        messages.error(request, _("This sign-in is over. Please start again."))
        return redirect("channels:connect")
    try:
        got = connecting.finish(_library(request), wizard.key, wizard.pending, request.GET.dict())
        return _arrived(request, wizard, got)
    except NetworkError as trouble:
        return _failed(request, trouble)


def _arrived(request: HttpRequest, wizard: Wizard, got: Choose | Connected) -> HttpResponse:
    """Connected; or one of several accounts is to be chosen first."""
    if isinstance(got, Connected):
        return _keep(request, wizard, got)
    wizard.pending, wizard.asked = got.pending, got.question
    wizard.choices = [list(one) for one in got.options]
    remember(request.session, wizard)
    return redirect("channels:choose")


@requires("connect_channels")
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Which of the accounts that the sign-in opens."""
    wizard = recall(request.session)
    if wizard is None or not wizard.choices:
        return redirect("channels:connect")
    form = ChoiceForm(wizard.asked, wizard.choices, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "channels/choose.html", {"form": form}, status=422 if form.is_bound else 200)
    try:
        got = connecting.choose(_library(request), wizard.key, wizard.pending, form.cleaned_data["answer"])
        return _keep(request, wizard, got)
    except NetworkError as trouble:
        return _failed(request, trouble)


def _keep(request: HttpRequest, wizard: Wizard, got: Connected) -> HttpResponse:
    person = signed_in(request)
    entered = {one.pk: one for one in Channel.objects.visible_to(person)}
    meant = entered.get(wizard.channel) if wizard.channel else None
    allowed = connecting.Allowed(wizard.cents, wizard.read) if wizard.cents else None
    channel = connecting.keep(_library(request), wizard.key, got, by=person, channel=meant, allowed=allowed)
    forget(request.session)
    watching.check(channel.pk)
    known = channel.pk in entered
    if not known:
        connecting.name_by_profile(channel)
    messages.success(request, _("%(channel)s is connected.") % {"channel": channel})
    if known:
        return redirect("channels:page", pk=channel.pk)
    return redirect(reverse("channels:edit", args=[channel.pk]) + "?new=1")
