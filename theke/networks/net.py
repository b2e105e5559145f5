"""The line to the world: every call of every network goes through here, and nothing else imports the HTTP client.

One call has one deadline, from the look-up of the name to the last byte; a size that an answer may have; no redirects on writes;
no retries. What went over the wire is written to `account.journal` with every secret removed. What came of it is an `Answer`
or one of the five errors of `networks.base`, by the rules in `judging`.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import httpcore2
import httpx2

from theke import __version__
from theke.networks.base import Account, Exchange, NoSuchHost, NotSent, Refused, gettext_noop
from theke.networks.hosts import reached_at
from theke.networks.judging import Answer, doubt, judge
from theke.networks.redacting import journal_text, scrub, secrets_of
from theke.networks.wire import Backend, NoSuchName, deadline

USER_AGENT = f"Theke/{__version__} (social media desk for public libraries)"
LARGEST_ANSWER = 2_000_000
MOST_REDIRECTS = 3
# Shorter than any server's own patience: a connection that the server is just closing would turn a plain post into a doubtful one.
KEEP_ALIVE = 4.0
NEVER_LEFT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.UnsupportedProtocol,
    httpx2.ProxyError,
    httpx2.LocalProtocolError,
)
UNREACHABLE = gettext_noop("%(host)s cannot be reached.")
NO_ADDRESS = gettext_noop("This is not an address that can be called.")
NOT_SAFE = gettext_noop("%(host)s does not offer a secure connection (https).")

Handler = Callable[[httpx2.Request], httpx2.Response]
_stand_in: list[httpx2.BaseTransport] = []


@dataclass(frozen=True)
class File:
    """A file to upload."""

    field: str
    name: str
    mime: str
    content: bytes


@contextmanager
def use_transport(handler: Handler) -> Iterator[None]:
    """Answer every call by `handler` instead of the network, in all threads; for tests."""
    _stand_in.append(httpx2.MockTransport(handler))
    try:
        yield
    finally:
        _stand_in.pop()


def call(
    account: Account,
    method: str,
    path: str,
    *,
    query: Mapping[str, Any] | None = None,
    json: Any = None,
    form: Mapping[str, Any] | None = None,
    files: tuple[File, ...] = (),
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    bearer: str = "",
    repeatable: bool | None = None,
    largest: int = LARGEST_ANSWER,
) -> Answer:
    """Make one call and give its answer, which is a 2xx.

    `path` is below `account.address`, or a whole address. `body` is sent as it is; its `Content-Type` belongs into `headers`. `repeatable` says that doing it twice does no harm: such a call ends
    in `Later` where another ends in `Unsure`; reads are, writes are not, unless said otherwise. Raises the errors of
    `networks.base`; an answer of 4xx is `judging.Rejected`, which carries the answer.
    """
    safe = method == "GET" if repeatable is None else repeatable
    url = path if path.startswith(("http://", "https://")) else account.address + path
    request = _request(method, url, query, _Content(json, form, files, body), _headers(headers, bearer))
    return judge(_answered(account, request, safe, largest))


def glance(account: Account, method: str, address: str, headers: Mapping[str, str]) -> Answer:
    """One look at a whole address with GET or HEAD: the answer whatever its status, without its body, and without following it on.

    Kept within the `wire.deadline` that is set around it. Raises the errors of a call that got no answer.
    """
    request = _request(method, address, None, _Content(None, None, (), None), _headers(headers, ""))
    return _exchange(account, request, safe=True, largest=0)


def _answered(account: Account, request: httpx2.Request, safe: bool, largest: int) -> Answer:
    """What comes back within the account's deadline; a read follows redirects, a write none."""
    with deadline(account.deadline):
        for _redirect in range(MOST_REDIRECTS):
            answer = _exchange(account, request, safe, largest)
            if request.method != "GET" or answer.status not in (301, 302, 303, 307, 308):
                break
            request = _followed(request, answer)
    return answer


def get(account: Account, path: str, **more: Any) -> Answer:
    """Read something; see `call`."""
    return call(account, "GET", path, **more)


def post(account: Account, path: str, **more: Any) -> Answer:
    """Write something; see `call`."""
    return call(account, "POST", path, **more)


def _headers(headers: Mapping[str, str] | None, bearer: str) -> dict[str, str]:
    # identity: an answer that unpacks to gigabytes cannot be sent to us.
    given = {"User-Agent": USER_AGENT, "Accept": "application/json", "Accept-Encoding": "identity", **(headers or {})}
    return given | ({"Authorization": f"Bearer {bearer}"} if bearer else {})


@dataclass(frozen=True)
class _Content:
    """What a request carries: one of these, or nothing."""

    json: Any
    form: Mapping[str, Any] | None
    files: tuple[File, ...]
    body: bytes | None


def _request(method: str, url: str, query: Mapping[str, Any] | None, sent: _Content, headers: dict[str, str]) -> httpx2.Request:
    parts = [(f.field, (f.name, f.content, f.mime)) for f in sent.files] or None
    kept = {k: v for k, v in query.items() if v is not None} if query else None
    try:
        called = reached_at(url)
        given = headers if called == url else headers | {"Host": host_of(url)}
        # What the address asks already stays: a site without fine addresses has its whole path there.
        whole = httpx2.URL(called).copy_merge_params(kept) if kept else called
        form: Any = sent.form
        return httpx2.Request(method, whole, json=sent.json, data=form, files=parts, content=sent.body, headers=given)
    except (httpx2.InvalidURL, UnicodeError, ValueError, TypeError) as trouble:
        raise Refused(NO_ADDRESS) from trouble


def _followed(request: httpx2.Request, answer: Answer) -> httpx2.Request:
    try:
        target = request.url.join(answer.headers.get("location", ""))
    except (httpx2.InvalidURL, ValueError) as trouble:
        raise Refused(NO_ADDRESS) from trouble
    headers = {k: v for k, v in request.headers.items() if k.lower() != "host"}
    if (target.scheme, target.host, target.port) != (request.url.scheme, request.url.host, request.url.port):
        headers.pop("authorization", None)
    return httpx2.Request("GET", target, headers=headers)


def _exchange(account: Account, request: httpx2.Request, safe: bool, largest: int) -> Answer:
    """One request and its answer, whatever its status, written to the journal."""
    began = time.monotonic()
    answer: Answer | None = None
    trouble = ""
    try:
        answer = _send(account, request, safe, largest)
    except httpx2.TransportError as error:
        trouble = type(error).__name__
        raise _meaning(error, request, safe) from error
    except Refused as refusal:
        trouble = str(refusal)
        raise
    finally:
        account.journal(_journal_line(account, request, answer, time.monotonic() - began, trouble))
    return answer


def _meaning(error: httpx2.TransportError, request: httpx2.Request, safe: bool) -> Exception:
    host = request.url.host
    if isinstance(error.__cause__, NoSuchName):
        return NoSuchHost(UNREACHABLE, host=host)
    return NotSent(UNREACHABLE, host=host) if isinstance(error, NEVER_LEFT) else doubt(safe, host)


def _send(account: Account, request: httpx2.Request, safe: bool, largest: int) -> Answer:
    if request.url.scheme != "https" and not (account.private_ok or account.plain_ok):
        raise Refused(NOT_SAFE, host=request.url.host)
    times = dict.fromkeys(("connect", "read", "write", "pool"), account.deadline)
    request.extensions = {**request.extensions, "timeout": times}
    response = _transport(account.private_ok).handle_request(request)
    headers = {k.lower(): v for k, v in response.headers.items()}
    body, whole = _body(response, largest)
    secrets = secrets_of(account)
    return Answer(response.status_code, headers, body, whole, safe, request.url.host, lambda text: scrub(text, secrets))


def _body(response: httpx2.Response, largest: int) -> tuple[bytes, bool]:
    """The body up to `largest` bytes, and whether that is all of it. A broken body under a plain no is still a no."""
    chunks: list[bytes] = []
    size = 0
    try:
        for chunk in response.stream:  # type: ignore[union-attr]  # a sync client's streams are sync
            chunks.append(chunk[: largest - size])
            size += len(chunk)
            if size > largest:
                return b"".join(chunks), False
    except httpx2.TransportError:
        if not 400 <= response.status_code < 500:
            raise
        return b"".join(chunks), False
    finally:
        response.close()
    return b"".join(chunks), True


def _transport(private_ok: bool) -> httpx2.BaseTransport:
    return _stand_in[-1] if _stand_in else _pooled(private_ok)


@cache
def _pooled(private_ok: bool) -> httpx2.BaseTransport:
    """One pool for accounts that may call private addresses and one for those that may not: they never share a connection."""
    transport = httpx2.HTTPTransport(trust_env=False)
    # The transport offers no way to hand in a network backend; the pool below it does.
    transport._pool = httpcore2.ConnectionPool(
        ssl_context=httpx2.create_ssl_context(trust_env=False),
        max_connections=64,
        max_keepalive_connections=32,
        keepalive_expiry=KEEP_ALIVE,
        network_backend=Backend(private_ok),
    )
    return transport


def _journal_line(account: Account, request: httpx2.Request, answer: Answer | None, seconds: float, trouble: str) -> Exchange:
    secrets = secrets_of(account)
    kind = request.headers.get("content-type", "")
    file = kind.startswith(("multipart/", "image/"))
    sent = f"({kind.split(';')[0]}, {request.headers.get('content-length', '?')} bytes)" if file else request.content
    return Exchange(
        method=request.method,
        url=scrub(str(request.url), secrets),
        sent=journal_text(sent, secrets),
        status=answer.status if answer else None,
        received=journal_text(answer.body, secrets) if answer else "",
        seconds=round(seconds, 4),
        trouble=scrub(trouble, secrets),
    )


def host_of(address: str) -> str:
    """The host of an address, for words shown to people."""
    return urlsplit(address).hostname or address
