"""Somebody no longer wants to be shown, or to be named by a private name."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from theke.media.consent_forms import LastDayForm, WithdrawalForm
from theke.media.consenting import restore, set_until
from theke.media.models import Consent
from theke.people.access import requires, signed_in
from theke.posts.models import Post
from theke.publishing.changing import may_change
from theke.publishing.guarding import hold_back
from theke.publishing.picturing import uses_among, uses_of
from theke.publishing.withdrawing import MOST_LISTED, address_of, public, withdraw, withdraw_name
from theke.ui import undoing
from theke.ui.picking import key_in


def find(request: HttpRequest, pk: int) -> Consent:
    """The consent, if it is of the library of whoever asks; else 404."""
    return get_object_or_404(Consent.objects.visible_to(signed_in(request)).select_related("asset__library", "by"), pk=pk)


@require_http_methods(["GET", "POST"])
@requires("write")
def withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """See which posts show the person, withdraw, and be led to each removal."""
    consent = find(request, pk)
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        withdraw(consent, why=form.cleaned_data["why"], by=signed_in(request))
        undoing.offer(request, _("The consent is withdrawn."), reverse("publishing:withdrawal_undo", args=[pk]), act="undo")
        return redirect("publishing:withdrawal", pk)
    uses = [use for use in uses_of(consent.asset, most=None) if use.state != "removed"]
    context = {"consent": consent, "asset": consent.asset, "form": form, "uses": uses}
    return render(request, "publishing/withdrawal.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@requires("write")
def last_day(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a consent hold until another day. What is planned for later than that waits."""
    consent = find(request, pk)
    form = LastDayForm(request.POST or None, consent=consent)
    if request.method == "POST" and form.is_valid():
        set_until(consent, form.cleaned_data["until"], by=signed_in(request))
        say_held(request, hold_back(consent.asset))
        return redirect("publishing:picture", consent.asset_id)
    context = {"consent": consent, "asset": consent.asset, "form": form}
    return render(request, "publishing/last_day.html", context, status=422 if form.errors else 200)


def say_held(request: HttpRequest, held: list[Post]) -> None:
    """Saved, and how many planned posts wait by that."""
    messages.success(request, _("Saved."))
    if held:
        words = ngettext(
            "%(n)d planned post shows the picture later than it may. It waits now.",
            "%(n)d planned posts show the picture later than they may. They wait now.",
            len(held),
        )
        messages.warning(request, words % {"n": len(held)})


@require_POST
@requires("write")
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """It was entered by mistake. Posts taken out of the plan stay drafts."""
    consent = find(request, pk)
    if restore(consent, by=signed_in(request)):
        messages.success(request, _("The consent holds again. Posts that were planned have to be planned anew."))
    return redirect("publishing:picture", consent.asset_id)


@require_POST
@requires("own_profile")
def name_withdrawal(request: HttpRequest) -> HttpResponse:
    """Take one's own private name back; what is public and shows it is listed."""
    uses = withdraw_name(signed_in(request))
    messages.success(request, _("Your private name is deleted. Nothing that is planned goes out with it."))
    waiting = len({use.post.pk for use in uses if use.state == "planned"})
    if waiting:
        words = ngettext("%(n)d planned post names it and waits now.", "%(n)d planned posts name it and wait now.", waiting)
        messages.warning(request, words % {"n": waiting})
    shown = public(uses)
    return redirect(address_of(shown) if shown else "guidelines:handle")


@require_GET
@requires("look")
def named(request: HttpRequest) -> HttpResponse:
    """Posts that show a private name which was taken back, by the keys in the address: each with its change and its removal."""
    person = signed_in(request)
    keys = [key for key in map(key_in, request.GET.get("posts", "").split(",")[:MOST_LISTED]) if key]
    uses = uses_among(Post.objects.visible_to(person).kept().filter(pk__in=keys))
    rows = [(use, use.state == "published" and may_change(person, use.post)) for use in uses]
    return render(request, "publishing/named.html", {"rows": rows})
