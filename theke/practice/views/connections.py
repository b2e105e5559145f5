"""The practice network's side of connecting: as on a real network, one says there which account the desk may use."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from theke.people.access import requires, signed_in
from theke.people.models import Person
from theke.practice.forms import AccountForm
from theke.practice.models import PracticeAccount
from theke.practice.opening import open_account
from theke.ui.picking import key_in


@requires("connect_channels")
@require_http_methods(["GET", "POST"])
def connect(request: HttpRequest) -> HttpResponse:
    """Open an account, or choose one that is there, and go back to the desk with a code."""
    back, state = request.GET.get("back", ""), request.GET.get("state", "")
    library = signed_in(request).library
    # Only to this desk itself: a code for another site would give the account away.
    if library is None or not back.startswith(f"{settings.URL}/"):
        raise Http404
    accounts = PracticeAccount.objects.filter(library=library).select_related("branch")
    form = AccountForm(library, request.POST or None, initial={"name": library.name})
    if request.method == "GET" or ("account" not in request.POST and not form.is_valid()):
        status = 422 if request.method == "POST" else 200
        return render(request, "practice/connect.html", {"form": form, "accounts": accounts}, status=status)
    account = _chosen(signed_in(request), form, request.POST.get("account"))
    return redirect(back + "?" + urlencode({"code": account.new_code(), "state": state}))


def _chosen(person: Person, form: AccountForm, wish: str | None) -> PracticeAccount:
    if wish is not None:
        return get_object_or_404(PracticeAccount.objects.visible_to(person), pk=key_in(wish))
    return open_account(form.library, form.cleaned_data["name"], branch=form.cleaned_data["branch"])
