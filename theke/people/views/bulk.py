"""Inviting many colleagues from a list: look first, then invite, then a report."""

import csv
from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from theke.people.access import requires, signed_in
from theke.people.enrolling import Line, State, enrol, judged
from theke.people.forms.bulk import BulkForm
from theke.people.tables import ORDER, harmless
from theke.people.views.colleagues import library_of


def _context(lines: list[Line], text: str) -> dict[str, object]:
    counts = Counter(line.state for line in lines)
    return {
        "lines": lines,
        "text": text,
        "new": counts[State.NEW],
        "exists": counts[State.EXISTS],
        "faulty": counts[State.FAULTY],
        "invited": counts[State.INVITED],
        "links": any(line.link for line in lines),
    }


@requires("manage_people")
@never_cache
@require_http_methods(["GET", "POST"])
def bulk(request: HttpRequest) -> HttpResponse:
    """Ask for the list; show what each line would do."""
    form = BulkForm(request.POST or None, request.FILES or None)
    if request.method == "GET" or not form.is_valid():
        shown = form if request.method == "POST" else BulkForm()
        return render(request, "people/bulk.html", {"form": shown})
    lines = judged(form.cleaned_data["people"], library_of(request))
    return render(request, "people/bulk_preview.html", _context(lines, form.cleaned_data["text"]))


@requires("manage_people")
@never_cache
@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    """Invite those who are new, and report. Sent twice it invites nobody twice: they are there already then."""
    form = BulkForm(request.POST)
    if not form.is_valid():
        return render(request, "people/bulk.html", {"form": form})
    lines = judged(form.cleaned_data["people"], library_of(request))
    enrol(lines, library_of(request), by=signed_in(request))
    return render(request, "people/bulk_report.html", _context(lines, form.cleaned_data["text"]))


@requires("manage_people")
@require_POST
def report(request: HttpRequest) -> HttpResponse:
    """The list with what is known of each line now, for a spreadsheet. Cells are never formulas."""
    form = BulkForm(request.POST)
    if not form.is_valid():
        return render(request, "people/bulk.html", {"form": form})
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="theke-invitations.csv"'
    writer = csv.writer(answer, delimiter=";")
    writer.writerow([_("Name"), _("E-mail address"), _("Branch"), _("Function"), _("Role"), _("State")])
    for line in judged(form.cleaned_data["people"], library_of(request)):
        state = " ".join(line.faults.values()) or line.note or _("not invited yet")
        writer.writerow([*(harmless(line.cell(column)) for column in ORDER), state])
    return answer
