"""Connecting a blog: on its own page for that, or by a pasted application password.

Source: make.wordpress.org/core/2020/11/05/application-passwords-integration-guide.
"""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode, urlsplit
from uuid import NAMESPACE_URL, uuid5

from theke.networks import net
from theke.networks.base import JSON, Account, BadField, Connected, GoTo, Refused, gettext_noop
from theke.networks.judging import SignInRefused
from theke.networks.wordpress import api
from theke.networks.wordpress.discovery import Site, discover

ME = "/wp/v2/users/me"
PUBLISH = "publish_posts"

STATE_WRONG = gettext_noop("The answer does not belong to this sign-in. Please start again.")
DENIED = gettext_noop("Access was not allowed on the blog. Nothing was connected.")
NEEDS_BOTH = gettext_noop("A user name and its application password are needed together; or leave both empty.")
DESK_NOT_SECURE = gettext_noop(
    "This desk has no address with https, and WordPress hands out passwords to such addresses only. Please paste an application"
    " password: on the blog under “Users”, “Profile”, “Application Passwords”."
)
WRONG = gettext_noop("%(host)s does not know this user name with this application password.")
WRONG_OR_STRIPPED = gettext_noop(
    "%(host)s does not accept this user name with this application password (the password of the sign-in page does not work"
    " here). If both are right, the server does not pass them on to WordPress: its administrator adds this line to .htaccess,"
    " or “CGIPassAuth On” to the settings of Apache: %(line)s"
)
STRIPPED = gettext_noop(
    "%(host)s gave us a password and then did not know it: the server does not pass it on to WordPress. Its administrator"
    " adds this line to .htaccess, or “CGIPassAuth On” to the settings of Apache: %(line)s"
)
MAY_NOT_PUBLISH = gettext_noop(
    "The user %(user)s may not publish on %(host)s. It needs at least the role “Author”; to look after comments, “Editor”."
)


def look(line: Account, form: Mapping[str, str]) -> None:
    """See whether the address leads to a blog that takes application passwords. Raises BadField."""
    _usable(line, form.get("address", ""))


def begin(line: Account, form: Mapping[str, str], back: str) -> GoTo | Connected:
    """Take the pasted password, or send the person to the blog's own page."""
    site = _usable(line, form.get("address", ""))
    user, password = form.get("user", "").strip(), form.get("password", "").strip()
    if user and password:
        return _connected(line, site, user, password, pasted=True)
    if user or password:
        raise BadField("password" if user else "user", NEEDS_BOTH)
    if back.startswith("http://") and not line.private_ok:
        raise BadField("user", DESK_NOT_SECURE)
    state = secrets.token_urlsafe(24)
    pending: JSON = {"address": site.home, "root": site.root, "lang": site.lang, "state": state}
    return GoTo(_page(site.sign_in, back, state), pending)


def finish(line: Account, pending: JSON, query: Mapping[str, str]) -> Connected:
    """Take the password that the blog hands over. Raises Refused when access was denied or the answer is not for us."""
    if not secrets.compare_digest(query.get("state", "").encode(), str(pending["state"]).encode()):
        raise Refused(STATE_WRONG)
    user, password = query.get("user_login", ""), query.get("password", "")
    if not user or not password:
        raise Refused(DENIED)
    site = Site(str(pending["root"]), str(pending["address"]), "", str(pending["lang"]))
    return _connected(line, site, user, password, pasted=False)


def _usable(line: Account, typed: str) -> Site:
    site = discover(line, typed)
    if not site.sign_in:
        raise BadField("address", api.DISABLED, host=net.host_of(site.root), line=api.ENABLE)
    return site


def _page(sign_in: str, back: str, state: str) -> str:
    """The blog's page. It gives back nothing of ours but what stands in the addresses themselves."""
    own = f"{back}{'&' if urlsplit(back).query else '?'}{urlencode({'state': state})}"
    app = str(uuid5(NAMESPACE_URL, f"{urlsplit(back).scheme}://{urlsplit(back).netloc}/"))
    query = {"app_name": "Theke", "app_id": app, "success_url": own, "reject_url": own}
    return f"{sign_in}{'&' if urlsplit(sign_in).query else '?'}{urlencode(query)}"


def _connected(line: Account, site: Site, user: str, password: str, *, pasted: bool) -> Connected:
    settings, host = {"user": user, "home": site.home, "lang": site.lang}, net.host_of(site.root)
    account = replace(line, address=site.root, secret={"password": password}, settings=settings)
    try:
        answer = api.raw(account, "GET", ME, query={"context": "edit", "_fields": "id,capabilities"})
    except SignInRefused as no:
        raise _unknown(no, host, pasted) from no
    me = api.read_object(answer)
    with answer.reading():
        own_id, rights = int(me["id"]), me["capabilities"]
        if not rights.get(PUBLISH):
            raise BadField("user", MAY_NOT_PUBLISH, user=user, host=host)
        return Connected(site.root, person_id(site.name, own_id), account.secret, settings=settings)


def person_id(site: str, number: int) -> str:
    """A user of one site; the same number is somebody else on another."""
    return f"{site}#{number}"


def _unknown(no: SignInRefused, host: str, pasted: bool) -> Exception:
    code = api.code_of(no.answer)
    if code == "application_passwords_disabled":
        return BadField("password", api.DISABLED, host=host, line=api.ENABLE)
    if code in api.WRONG_PASSWORD:
        return BadField("password", WRONG, host=host)
    return BadField("password", WRONG_OR_STRIPPED if pasted else STRIPPED, host=host, line=api.HTACCESS)
