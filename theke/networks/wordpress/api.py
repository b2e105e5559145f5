"""What every call to a site shares: the sign-in, and what its answers mean."""

import base64
import json
import re
from contextlib import suppress
from typing import Any

from theke.networks import net
from theke.networks.base import JSON, Account, Later, Reconnect, Refused, Unsure, gettext_noop
from theke.networks.judging import Answer, Rejected, SignInRefused, without_nul

GONE = (404, 410)
HTACCESS = 'SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1'
WRONG_PASSWORD = ("incorrect_password", "invalid_username", "invalid_email", "rest_application_password_not_found")

NOT_READABLE = gettext_noop(
    "%(host)s sends a web page where data should come. A plugin or the server stands in between; its administrator must"
    " let the interface of WordPress through."
)
FIREWALL = gettext_noop(
    "%(host)s turned the call away before WordPress saw it (code %(status)s). A firewall or security plugin does that; its"
    " administrator must let the interface of WordPress through."
)
NO_RIGHT = gettext_noop("The user on %(host)s is not allowed to do this: %(answer)s")
NO_INTERFACE = gettext_noop(
    "The interface of WordPress on %(host)s is switched off or has moved. Please connect the blog again."
)
DISABLED = gettext_noop(
    "Application passwords are switched off on %(host)s. Mostly a security plugin does that (in Wordfence under “All Options”, “Brute Force Protection”: “Disable"
    " WordPress application passwords”), or the site does not know that it is reached by https. Its administrator can switch"
    " them on there, or with this line in a plugin: %(line)s"
)
ENABLE = "add_filter( 'wp_is_application_passwords_available', '__return_true' );"
NOT_KNOWN = gettext_noop(
    "%(host)s does not accept the sign-in of this channel. Either the application password was withdrawn, or the server no"
    " longer passes it on to WordPress; then its administrator adds this line to .htaccess: %(line)s"
)
WITHDRAWN = gettext_noop("The application password on %(host)s no longer works. Please connect the blog again.")


def raw(account: Account, method: str, path: str, **more: Any) -> Answer:
    """Make a call as the account; raises what `net.call` raises."""
    return net.call(account, method, path, headers=_signed(account), **more)


def call(account: Account, method: str, path: str, **more: Any) -> Answer:
    """Make a call as the account, with what a no means on a site put into words. A plain no stays `Rejected`."""
    try:
        return raw(account, method, path, **more)
    except SignInRefused as no:
        raise why_unknown(no) from no
    except Rejected as no:
        raise _meaning(no) from no


def get(account: Account, path: str, **more: Any) -> Answer:
    """Read as the account."""
    return call(account, "GET", path, **more)


def post(account: Account, path: str, **more: Any) -> Answer:
    """Write as the account."""
    return call(account, "POST", path, **more)


def _signed(account: Account) -> dict[str, str]:
    user, password = str(account.settings.get("user", "")), str(account.secret.get("password", ""))
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()} if password else {}


def code_of(answer: Answer) -> str:
    """The code that WordPress gives with a no; empty when it is not WordPress that answers."""
    with suppress(ValueError):
        told = _loads(answer)
        return str(told.get("code") or "") if isinstance(told, dict) else ""
    return ""


def why_unknown(no: SignInRefused) -> Reconnect:
    """What a 401 means although we have signed in."""
    code, host = code_of(no.answer), no.answer.host
    if code == "application_passwords_disabled":
        return Reconnect(DISABLED, host=host, line=ENABLE)
    return Reconnect(WITHDRAWN, host=host) if code in WRONG_PASSWORD else Reconnect(NOT_KNOWN, host=host, line=HTACCESS)


def _meaning(no: Rejected) -> Refused | Reconnect:
    code, host = code_of(no.answer), no.answer.host
    if code == "rest_invalid_param" and b"rest_forbidden_status" in no.answer.body:
        # Drafts are for those who are signed in: WordPress has taken us for a passer-by.
        return Reconnect(NOT_KNOWN, host=host, line=HTACCESS)
    if not code and no.answer.status not in GONE:
        return Refused(FIREWALL, host=host, status=no.answer.status)
    if code == "rest_no_route" or not code:
        return Refused(NO_INTERFACE, host=host)
    if code.startswith("rest_cannot_") or code == "rest_forbidden":
        return Refused(NO_RIGHT, host=host, answer=no.answer.words())
    return no


def read(answer: Answer) -> Any:
    """The data in an answer, also where PHP has put its notices in front. Raises Later or Unsure in words."""
    with suppress(ValueError):
        return _loads(answer)
    raise Later(NOT_READABLE, again_in=60.0, host=answer.host) if answer.safe else Unsure(NOT_READABLE, host=answer.host)


def read_object(answer: Answer) -> JSON:
    """The data in an answer, which is one thing."""
    told = read(answer)
    if not isinstance(told, dict):
        raise answer.doubt()
    return told


def read_list(answer: Answer) -> list[JSON]:
    """The data in an answer, which is several things."""
    told = read(answer)
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise answer.doubt()
    return told


def _loads(answer: Answer) -> Any:
    """Raises ValueError where there are no data."""
    if not answer.whole:
        raise ValueError("cut off")
    text = answer.body.decode("utf-8", "replace").lstrip("\ufeff").strip()
    try:
        return without_nul(json.loads(text))
    except RecursionError as trouble:
        raise ValueError("too deep") from trouble
    except ValueError:
        # Only what begins a line and goes on to the very end: no data block inside a web page is taken for an answer.
        for begin in re.finditer(r"^[{\[]", text, re.MULTILINE):
            with suppress(ValueError, RecursionError):
                return without_nul(json.loads(text[begin.start() :]))
        raise


def total(answer: Answer, name: str = "x-wp-total") -> int | None:
    """A figure from the headers of a list: how many there are, or by `x-wp-totalpages` how many pages."""
    figure = answer.headers.get(name, "")
    return int(figure) if figure.isdecimal() else None
