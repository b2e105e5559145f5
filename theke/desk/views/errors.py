"""A form whose token is stale."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from theke.people.keeping import MOST, NOT_KEPT


def _from_ourselves(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin", "")
    return bool(origin) and urlsplit(origin).netloc == request.get_host()


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Give back what was typed with a fresh token, if it came from one of our own pages; else refuse it plainly."""
    fields = [(n, str(v)) for n, values in request.POST.lists() if n not in NOT_KEPT for v in values]
    secret = any("password" in name for name, _v in fields)
    if fields and not secret and _from_ourselves(request) and sum(len(n) + len(v) for n, v in fields) <= MOST:
        return render(request, "desk/stale.html", {"path": request.get_full_path(), "fields": fields}, status=403)
    return HttpResponse(loader.get_template("403_csrf.html").render({}, request), status=403)
