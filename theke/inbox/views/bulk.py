"""Acts on several conversations at once (E30)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from theke.inbox.caring import assign, close, reopen
from theke.inbox.choosing import chosen
from theke.inbox.forms import BulkForm
from theke.inbox.models import Conversation
from theke.inbox.postponing import bring_back_now, postpone
from theke.inbox.views.conversations import back_to_list
from theke.people.access import may, requires, signed_in
from theke.ui.undoing import offer


@require_POST
@requires("answer")
def several(request: HttpRequest) -> HttpResponse:
    """Finish, put off or give away all that are ticked; undo what was finished or put off."""
    form = BulkForm(request.POST, by=signed_in(request), now=timezone.now())
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return back_to_list(request)
    ticked = list(form.cleaned_data["ticked"].select_related("library", "with_contact", "owner"))
    ACTS[form.cleaned_data["act"]](request, form, ticked)
    return back_to_list(request)


def _finish(request: HttpRequest, form: BulkForm, ticked: list[Conversation]) -> None:
    done = [one for one in ticked if one.closed_at is None]
    for one in done:
        close(one, by=signed_in(request))
    words = ngettext("%(n)d conversation is finished.", "%(n)d conversations are finished.", len(done)) % {"n": len(done)}
    _offer(request, words, "reopen", done)


def _put_off(request: HttpRequest, form: BulkForm, ticked: list[Conversation]) -> None:
    put_off = [one for one in ticked if one.closed_at is None]
    for one in put_off:
        postpone(one, form.until, by=signed_in(request))
    words = ngettext("%(n)d conversation is put off.", "%(n)d conversations are put off.", len(put_off)) % {"n": len(put_off)}
    _offer(request, words, "back", put_off)


def _give(request: HttpRequest, form: BulkForm, ticked: list[Conversation]) -> None:
    """Who may not give them all away gives those that are free or their own."""
    person, to = signed_in(request), form.cleaned_data["to"]
    given = [one for one in ticked if may(person, "assign", one) or one.owner in (None, person) or to == person]
    for one in given:
        assign(one, to, by=person)
    words = ngettext("%(n)d conversation given.", "%(n)d conversations given.", len(given)) % {"n": len(given)}
    messages.success(request, f"{words} {to.name if to else _('Nobody has them now.')}")
    left = len(ticked) - len(given)
    if left:
        kept = ngettext("%(n)d belongs to a colleague.", "%(n)d belong to colleagues.", left) % {"n": left}
        messages.warning(request, f"{kept} {_('Only the editorial group gives those away.')}")


def _reopen(request: HttpRequest, form: BulkForm, ticked: list[Conversation]) -> None:
    for one in ticked:
        reopen(one)
    messages.success(request, _("Open again."))


def _bring_back(request: HttpRequest, form: BulkForm, ticked: list[Conversation]) -> None:
    for one in ticked:
        bring_back_now(one)
    messages.success(request, _("Back in the list."))


def _offer(request: HttpRequest, words: str, act: str, done: list[Conversation]) -> None:
    if not done:
        messages.info(request, _("There was nothing to do."))
        return
    url = f"{reverse('inbox:several')}?{chosen(request).query()}"
    offer(request, words, url, act=act, ticked=[one.pk for one in done])


ACTS = {"finish": _finish, "later": _put_off, "give": _give, "reopen": _reopen, "back": _bring_back}
