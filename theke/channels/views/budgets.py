"""What a channel may cost."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from theke.channels import budgeting
from theke.channels.forms import BudgetForm
from theke.channels.models import Channel
from theke.people.access import requires, signed_in

LATEST = 20
WHAT = {
    "delivery": gettext_lazy("a post"),
    "doubt": gettext_lazy("looked whether a post is there"),
    "reading": gettext_lazy("messages read"),
    "act": gettext_lazy("an answer hidden or shown again"),
    "counts": gettext_lazy("responses counted"),
    "connecting": gettext_lazy("the account connected"),
    "look": gettext_lazy("the profile read"),
}
"""What the references of expenses begin with, in words."""


def money_of(channel: Channel) -> dict[str, Any]:
    """What the pages show of a channel's money, in US dollars; empty where nothing costs."""
    if not budgeting.costs_money(channel):
        return {}
    budget = budgeting.budget_of(channel)
    spent, left = budgeting.spent(channel) / 1_000_000, budgeting.left(channel) / 1_000_000
    return {"budget": budget, "a_month": budget.cents / 100 if budget else 0, "spent": spent, "left": left}


@requires("set_budgets")
@require_http_methods(["GET", "POST"])
def budget(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the costs, say that one has, and set what may be spent a month."""
    person = signed_in(request)
    channel = get_object_or_404(Channel.objects.visible_to(person).select_related("library", "branch"), pk=pk)
    if not budgeting.costs_money(channel):
        raise Http404
    money = money_of(channel)
    first = {"dollars": f"{money['a_month']:.2f}"} if money["budget"] else None
    form = BudgetForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_valid():
        budgeting.decide(channel, cents=form.cents, read=_(channel.facts.costs), by=person)
        messages.success(request, _("Saved."))
        return redirect("channels:page", pk=pk)
    expenses = [
        (one.at, one.micro / 1_000_000, WHAT.get(one.reference.partition(":")[0], WHAT["look"])) for one in _latest(channel)
    ]
    shown = {"channel": channel, "form": form, "money": money, "expenses": expenses}
    return render(request, "channels/budget.html", shown, status=422 if form.is_bound else 200)


def _latest(channel: Channel) -> list[Any]:
    return list(channel.expenses.order_by("-at", "-pk")[:LATEST])
