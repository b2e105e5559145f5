"""Makes the practice network difficult, honestly: what is lost is really lost, what is stored is really stored."""

import random
import socket
import time
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse

from theke.people.models import Library
from theke.practice.models import Faults

View = Callable[..., HttpResponseBase]
WAIT_SECONDS = 3
PRESETS: dict[str, dict[str, Any]] = {
    "good_day": {},
    "slow": {"slow_seconds": 4},
    "bad_day": {"slow_seconds": 1, "busy": 10, "away": 10, "lost": 20, "dropped": 10},
    "silent": {"lost": 100},
    "down": {"away": 100},
    "locked_out": {"token_refused": True},
}
BEFORE = ("busy", "away", "dropped")


def faults_of(library: Library) -> Faults:
    """How difficult it is for this library; a good day unless something else was chosen."""
    return Faults.objects.filter(library=library).first() or Faults(library=library)


def drawn(faults: Faults, roll: float) -> str:
    """Which fault a roll between 0 and 100 hits; empty for none."""
    for name in ("busy", "away", "broken", "lost", "dropped"):
        roll -= getattr(faults, name)
        if roll < 0:
            return name
    return ""


def faulty(view: View) -> View:
    """Let the account's library's faults befall a call of the API. The account is the first argument after the request."""

    @wraps(view)
    def wrapped(request: HttpRequest, account: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        faults = faults_of(account.library)
        time.sleep(faults.slow_seconds)
        if faults.token_refused:
            return JsonResponse({"error": "The access token was refused."}, status=401)
        fault = drawn(faults, random.uniform(0, 100))  # noqa: S311 -- weather, not cryptography
        if fault in BEFORE:
            return _refusal(request, fault)
        answer = view(request, account, *args, **kwargs)
        return _spoilt(request, fault) if fault else answer

    return wrapped


def _refusal(request: HttpRequest, fault: str) -> HttpResponseBase:
    if fault == "busy":
        return JsonResponse({"error": "Too many requests."}, status=429, headers={"Retry-After": str(WAIT_SECONDS)})
    if fault == "away":
        return JsonResponse({"error": "Not available."}, status=503)
    return hang_up(request)


def _spoilt(request: HttpRequest, fault: str) -> HttpResponseBase:
    return JsonResponse({"error": "Something went wrong."}, status=500) if fault == "broken" else hang_up(request)


def hang_up(request: HttpRequest) -> HttpResponseBase:
    """Close the connection without an answer; where the server does not let us, cut the answer after its first byte."""
    # waitress tells the application only how to ask whether the client is gone; the connection is behind that question.
    channel = getattr(request.META.get("waitress.client_disconnected"), "__self__", None)
    if channel is None:
        return StreamingHttpResponse(_broken_off(), content_type="application/json")
    channel.socket.shutdown(socket.SHUT_RDWR)
    return HttpResponse()


def _broken_off() -> Iterator[bytes]:
    yield b"{"
    raise ConnectionAbortedError("the practice network loses this answer on purpose")
