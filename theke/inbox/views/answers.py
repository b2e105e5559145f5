"""Answering the public."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theke.inbox.answering import Seen, discard, keep, seen_now, send, take_back
from theke.inbox.choosing import chosen
from theke.inbox.forms import AnswerForm, SafeForm
from theke.inbox.hinting import advice
from theke.inbox.looking_first import hand_in
from theke.inbox.models import Answer, Conversation
from theke.inbox.safeguarding import make_private, safe_text
from theke.inbox.views.conversations import back_to, find, shown
from theke.people.access import may, requires, signed_in
from theke.people.models import Person
from theke.posts.approving import Declined
from theke.posts.checking import findings
from theke.publishing.scheduling import Hindered, NotApproved
from theke.publishing.views.reasons import keep_reasons
from theke.publishing.views.releases import in_words
from theke.ui.undoing import offer


@require_POST
@requires("answer")
def send_answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Send an answer; kept and shown again when somebody was faster or a check stands in the way."""
    person, conversation = signed_in(request), find(request, uuid)
    form = AnswerForm(request.POST, auto_id="answer-%s")
    if not may(person, "publish", conversation.channel):
        raise PermissionDenied
    if not form.is_valid():
        return shown(request, conversation, form=form, status=422)
    answer = _kept(form, conversation, person)
    if _seen(form) != seen_now(conversation):
        return shown(request, conversation, conflict=True, status=409)
    keep_reasons(request, answer.post, person)
    try:
        send(answer, by=person)
    except Hindered as hindered:
        return shown(request, conversation, status=422, **advice(answer, hindered.findings))
    except NotApproved:
        return _handed_in(request, conversation, answer)
    # The marker tells the page that the text it keeps on the device has arrived.
    return back_to(request, uuid, "&answered=1")


def _handed_in(request: HttpRequest, conversation: Conversation, answer: Answer) -> HttpResponse:
    """A colleague has to look first: the answer waits, and can still be changed."""
    try:
        hand_in(answer, by=signed_in(request))
    except Declined as trouble:
        return shown(request, conversation, refused=in_words(trouble), status=422)
    messages.success(request, _("Handed in. A colleague looks first; it goes out as soon as they let it."))
    return back_to(request, conversation.uuid)


@require_POST
@requires("answer")
def review(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Keep what is being written and say what the guideline says of it."""
    person, conversation = signed_in(request), find(request, uuid)
    form = AnswerForm(request.POST)
    if not form.is_valid() or _seen(form) != seen_now(conversation):
        return render(request, "inbox/parts/hints.html")
    answer = _kept(form, conversation, person)
    context = {"conversation": conversation, "query": chosen(request).query()}
    return render(request, "inbox/parts/hints.html", context | advice(answer, findings(answer.post)))


def _kept(form: AnswerForm, conversation: Conversation, person: Person) -> Answer:
    given = form.cleaned_data
    return keep(conversation, given["text"], by=person, done=given["done"], lang=given["lang"])


@require_POST
@requires("answer")
def safe_answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put a safe text in the place of what was written, which can be brought back; or let one person alone read it."""
    person, conversation = signed_in(request), find(request, uuid)
    form = SafeForm(request.POST, auto_id="answer-%s")
    if not form.is_valid():
        return shown(request, conversation, form=form, status=422)
    answer, way = _kept(form, conversation, person), form.cleaned_data["way"]
    if way == "text":
        keep(conversation, safe_text(conversation, person), by=person, done=answer.done_afterwards)
        back = {"way": "back", "text": form.cleaned_data["text"]} | ({"done": "on"} if answer.done_afterwards else {})
        offer(request, _("The answer names a private way."), reverse("inbox:safe_answer", args=[uuid]), **back)
    elif way in ("private", "public"):
        make_private(answer, way == "private")
    return back_to(request, uuid)


def _seen(form: AnswerForm) -> Seen:
    """What stood on the page when it was written."""
    return Seen(form.cleaned_data["seen_message"] or 0, form.cleaned_data["seen_answer"] or 0)


def _own(request: HttpRequest, uuid: UUID, pk: int) -> Answer:
    """The signed-in person's own answer in a conversation of their library, or 404."""
    return get_object_or_404(
        Answer.objects.select_related("post", "conversation"), pk=pk, conversation=find(request, uuid), by=signed_in(request)
    )


@require_POST
@requires("answer")
def undo_answer(request: HttpRequest, uuid: UUID, pk: int) -> HttpResponse:
    """Take back an answer within its ten seconds; its text is in the field again."""
    if not take_back(_own(request, uuid, pk), by=signed_in(request)):
        messages.error(request, _("Too late: the answer has already gone out."))
    return back_to(request, uuid)


@require_POST
@requires("answer")
def discard_answer(request: HttpRequest, uuid: UUID, pk: int) -> HttpResponse:
    """Throw away an answer that has not gone out."""
    discard(_own(request, uuid, pk))
    return back_to(request, uuid)
