"""When a page cannot be given: a form whose token is stale, a database or a disk that takes nothing, a mistake of ours."""

import errno
import sys
from urllib.parse import urlsplit

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext, gettext_noop
from django.views.defaults import server_error as plain_server_error

from theke.people.keeping import MOST, NOT_KEPT

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
BUSY = gettext_noop("The database is busy with something else and takes nothing just now. Wait a minute and send it again.")
FULL = gettext_noop(
    "There is no room left on the disk of this desk, so nothing can be saved. Please tell whoever runs it, and send it again later."
)
AWAY = gettext_noop("The database cannot be reached just now. Wait a minute and send it again.")
SIGNS = {FULL: ("full", "No space left", "disk I/O", "Disk quota"), BUSY: ("locked", "lock timeout", "deadlock")}


def _from_ourselves(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin", "")
    return bool(origin) and urlsplit(origin).netloc == request.get_host()


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed into the form, to be given back; nothing when it holds a password or is too much."""
    fields = [(n, str(v)) for n, values in request.POST.lists() if n not in NOT_KEPT for v in values]
    secret = any("password" in name for name, _v in fields)
    return [] if secret or sum(len(n) + len(v) for n, v in fields) > MOST else fields


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Give back what was typed with a fresh token, if it came from one of our own pages; else refuse it plainly."""
    fields = typed(request) if _from_ourselves(request) else []
    if fields:
        return render(request, "desk/stale.html", {"path": request.get_full_path(), "fields": fields}, status=403)
    return HttpResponse(loader.get_template("403_csrf.html").render({}, request), status=403)


def standstill(trouble: BaseException | None) -> str:
    """Why nothing can be written just now, in words (msgid); empty when the trouble is of another kind."""
    if isinstance(trouble, OperationalError | InterfaceError):
        return next((words for words, signs in SIGNS.items() if any(sign in str(trouble) for sign in signs)), AWAY)
    return FULL if isinstance(trouble, OSError) and trouble.errno in NO_ROOM else ""


def server_error(request: HttpRequest) -> HttpResponse:
    """What went wrong, as far as it can be said, and what was typed. Asks no database: it may be what went wrong."""
    words = standstill(sys.exception())
    if not words:
        return plain_server_error(request)
    if request.headers.get("HX-Request"):
        return HttpResponse(gettext(words), status=503, content_type="text/plain; charset=utf-8")
    path = request.get_full_path()
    context = {
        "words": gettext(words),
        "path": path,
        "again": path if request.method == "GET" else "/",
        "fields": typed(request),
    }
    page = loader.get_template("desk/standstill.html").render(context | {"csrf_token": get_token(request)})
    return HttpResponse(page, status=503, headers={"Retry-After": "60"})
