"""Connecting a Page: from Meta's dialog by a code to a token of 60 days, and from that to the token of one Page.

Sources: developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow, /docs/facebook-login/guides/access-tokens/get-long-lived,
/docs/pages-api/getting-started. A Page's token does not run out; what ends after 90 days is the leave to read people's data.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from theke.networks.base import JSON, Account, Choose, Connected, GoTo, NetworkError, Refused, gettext_noop
from theke.networks.facebook import api
from theke.networks.graph import calling, signing_in
from theke.networks.graph.version import VERSION

SCOPES = ",".join(
    (
        "pages_show_list",
        "pages_manage_posts",
        "pages_read_engagement",
        "pages_manage_engagement",
        "pages_read_user_content",
        "read_insights",
        "business_management",
    )
)
NEEDED = {"CREATE_CONTENT", "MODERATE"}

WHICH_PAGE = gettext_noop("Which Page is to be connected?")
NO_PAGE = gettext_noop(
    "This sign-in opens no Page on which you may publish and look after comments. Somebody with full control gives you access on the Page's settings."
)


def look(line: Account, form: Mapping[str, str]) -> None:
    """See whether the answers look like those of an app. Raises BadField."""
    signing_in.check(form)


def begin(line: Account, form: Mapping[str, str], back: str) -> GoTo:
    """Send the person to Meta's dialog."""
    pending = signing_in.pending_of(form, back, api.SITE)
    return GoTo(signing_in.dialog(f"{api.SITE}/{VERSION}/dialog/oauth", pending, SCOPES), pending)


def finish(line: Account, pending: JSON, query: Mapping[str, str]) -> Choose | Connected:
    """Trade the code for the tokens of the person's Pages, and ask which Page where there are several."""
    code = signing_in.code_of(pending, query)
    answers: JSON = pending["answers"]
    app = replace(line, address=api.HOST, secret={"answers": answers, "code": code})
    short = _traded(app, {"redirect_uri": pending["back"], "code": code})
    long = _traded(app, {"grant_type": "fb_exchange_token", "fb_exchange_token": short})
    pages = _pages(app, long)
    found: JSON = {"pages": pages, "answers": answers, "until": _until(app, long)}
    known = str(pending.get("known") or "")
    if known in pages or len(pages) == 1:
        return chosen(line, found, known if known in pages else next(iter(pages)))
    return Choose(WHICH_PAGE, tuple((one, str(page["name"])) for one, page in pages.items()), found)


def chosen(line: Account, pending: JSON, value: str) -> Connected:
    """Connect this Page. Raises Refused for one that was not offered."""
    page = pending["pages"].get(value)
    if page is None:
        raise Refused(NO_PAGE)
    until = pending.get("until")
    ends = datetime.fromtimestamp(until, UTC) if until else None
    return Connected(api.HOST, value, {"token": page["token"], "answers": pending["answers"]}, ends)


def _traded(app: Account, given: JSON) -> str:
    answers = app.secret["answers"]
    query = {"client_id": answers["app_id"], "client_secret": answers["app_secret"]} | given
    answer = calling.call(app, "GET", VERSION, "oauth/access_token", query=query)
    with answer.reading():
        return str(answer.object()["access_token"])


def _pages(app: Account, token: str) -> dict[str, JSON]:
    """The Pages that the person may write for, by id. Raises Refused when there is none."""
    found: dict[str, JSON] = {}
    query: JSON = {"fields": "id,name,access_token,tasks", "limit": 100} | calling.proof(token, calling.app_secret_of(app))
    for _page in range(calling.MOST_PAGES):
        answer = calling.call(app, "GET", VERSION, "me/accounts", token=token, query=query)
        with answer.reading():
            told = answer.object()
            rows = [one for one in calling.rows_in(told) if set(one.get("tasks") or NEEDED) >= NEEDED]
            found |= {str(one["id"]): {"name": str(one["name"]), "token": str(one["access_token"])} for one in rows}
        if not calling.after(told):
            break
        query["after"] = calling.after(told)
    if not found:
        raise Refused(NO_PAGE)
    return found


def _until(app: Account, token: str) -> float | None:
    """When the leave to read people's data ends, in Unix time; None where Meta does not say. Connecting does not depend on it."""
    answers = app.secret["answers"]
    query = {"input_token": token}
    try:
        answer = calling.call(
            replace(app, secret=app.secret | {"asked": token}),
            "GET",
            VERSION,
            "debug_token",
            token=f"{answers['app_id']}|{answers['app_secret']}",
            query=query,
        )
        until: Any = answer.object()["data"].get("data_access_expires_at")
    except (NetworkError, KeyError, AttributeError):
        return None
    return float(until) if isinstance(until, int | float) and until > 0 else None
