"""What someone sent after their sign-in had run out: kept until they have signed in again, so that nothing typed is lost."""

from datetime import datetime, timedelta
from typing import TypedDict

from django.http import HttpRequest
from django.utils import timezone

SESSION_KEY = "kept_form"
KEPT_FOR = timedelta(hours=1)
MOST = 200_000
"""Characters; more is not kept in the session."""
NOT_KEPT = {"csrfmiddlewaretoken"}


class Kept(TypedDict):
    """A form as it was sent."""

    path: str
    fields: list[tuple[str, str]]
    at: str


def keep(request: HttpRequest) -> bool:
    """Keep the form of a request in its session; False when there is nothing to keep or it is too much."""
    fields = [(name, str(value)) for name, values in request.POST.lists() if name not in NOT_KEPT for value in values]
    if request.method != "POST" or not fields or sum(len(n) + len(v) for n, v in fields) > MOST:
        return False
    request.session[SESSION_KEY] = Kept(path=request.get_full_path(), fields=fields, at=timezone.now().isoformat())
    return True


def kept(request: HttpRequest, now: datetime | None = None) -> Kept | None:
    """Take the kept form out of the session; None when there is none or it is too old."""
    found: Kept | None = request.session.pop(SESSION_KEY, None)
    if found is None or datetime.fromisoformat(found["at"]) + KEPT_FOR < (now or timezone.now()):
        return None
    return found
