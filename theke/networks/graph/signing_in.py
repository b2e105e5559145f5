"""The library's own app: its two questions, the way to Meta's page and back."""

import re
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from theke.networks.base import JSON, BadField, Refused, gettext_noop
from theke.networks.hosts import reached_at

ID_WRONG = gettext_noop("An app id has digits only.")
SECRET_WRONG = gettext_noop("An app secret has 32 characters, digits and the letters a to f.")
STATE_WRONG = gettext_noop("The answer does not belong to this sign-in. Please start again.")
DENIED = gettext_noop("Access was not allowed on Meta's page. Nothing was connected.")


def check(form: Mapping[str, str]) -> None:
    """See whether the answers given so far look right. Raises BadField."""
    answers = answers_of(form)
    if "app_id" in form and not re.fullmatch(r"\d{5,25}", answers["app_id"]):
        raise BadField("app_id", ID_WRONG)
    if "app_secret" in form and not re.fullmatch(r"[0-9a-f]{32}", answers["app_secret"]):
        raise BadField("app_secret", SECRET_WRONG)


def answers_of(form: Mapping[str, str]) -> dict[str, str]:
    """The app's id and secret as they were typed."""
    return {name: form.get(name, "").strip() for name in ("app_id", "app_secret")}


def pending_of(form: Mapping[str, str], back: str, address: str) -> JSON:
    """What must be remembered until the person comes back. Raises BadField for an app that cannot be one."""
    answers = answers_of(form)
    check(answers)
    known = form.get("identity", "")
    return {"answers": answers, "state": secrets.token_urlsafe(24), "back": back, "address": address, "known": known}


def dialog(page: str, pending: JSON, scopes: str) -> str:
    """The address of Meta's own page, on which the person allows the app what it needs."""
    query = {
        "client_id": pending["answers"]["app_id"],
        "redirect_uri": pending["back"],
        "state": pending["state"],
        "scope": scopes,
        "response_type": "code",
    }
    return f"{reached_at(page)}?{urlencode(query)}"


def code_of(pending: JSON, query: Mapping[str, str]) -> str:
    """The code that the person brings back. Raises Refused when access was denied or the answer is not for us."""
    if not secrets.compare_digest(query.get("state", "").encode(), str(pending["state"]).encode()):
        raise Refused(STATE_WRONG)
    code = query.get("code", "").removesuffix("#_")
    if not code:
        raise Refused(DENIED)
    return code


def expiry(seconds: Any) -> datetime | None:
    """When something ends that lives for so many seconds from now; None when nobody says."""
    known = isinstance(seconds, int | float) and not isinstance(seconds, bool) and seconds > 0
    return datetime.now(UTC) + timedelta(seconds=float(seconds)) if known else None
