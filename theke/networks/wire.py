"""Sockets with one deadline for the whole call, and a look at each address before it is called."""

import ipaddress
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from ssl import SSLContext
from typing import Any

import httpcore2

from theke.networks.base import Refused, gettext_noop

PRIVATE = gettext_noop("%(host)s lies in a private network, and this installation does not call such addresses.")
_ends: ContextVar[float] = ContextVar("ends")
NAT64 = ipaddress.ip_network("64:ff9b::/96")
NO_SUCH_NAME = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}


class NoSuchName(httpcore2.ConnectError):
    """The name service knows no such host; that it cannot be asked is another thing."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Everything on the wire inside this block ends `seconds` from now, however little is sent at a time."""
    token = _ends.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ends.reset(token)


def left(timeout: float | None, error: type[Exception]) -> float:
    """Seconds that the next step on the wire may take. Raises `error` when there are none left."""
    seconds = _ends.get(time.monotonic() + (timeout or 30.0)) - time.monotonic()
    if seconds <= 0:
        raise error("deadline")
    return seconds


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet. Addresses that wrap an IPv4 address are judged by that."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def resolve(host: str, port: int, timeout: float | None) -> list[str]:
    """The IP addresses of a host. Raises ConnectError or ConnectTimeout of the HTTP core; NoSuchName is the former.

    The look-up itself knows no time limit, so it runs in a thread of its own, which is left alone when it takes too long.
    """
    found: list[Any] = []

    def look_up() -> None:
        try:
            found.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as trouble:  # the latter for what can be no name at all, such as "a..b"
            found.append(trouble)

    thread = threading.Thread(target=look_up, daemon=True, name="look-up")
    thread.start()
    thread.join(left(timeout, httpcore2.ConnectTimeout))
    if not found:
        raise httpcore2.ConnectTimeout("name look-up")
    if isinstance(found[0], Exception):
        raise _no_address(found[0])
    return list(dict.fromkeys(str(entry[4][0]) for entry in found[0]))


def _no_address(trouble: Exception) -> Exception:
    unknown = isinstance(trouble, UnicodeError) or (isinstance(trouble, socket.gaierror) and trouble.errno in NO_SUCH_NAME)
    return (NoSuchName if unknown else httpcore2.ConnectError)(str(trouble))


def addresses(host: str, port: int, timeout: float | None) -> list[str]:
    """The addresses to try, without a look-up where the host is one already."""
    try:
        return [str(ipaddress.ip_address(host.strip("[]")))]
    except ValueError:
        return resolve(host, port, timeout)


class Stream(httpcore2.NetworkStream):
    """A connection whose every step keeps the deadline of the call that uses it now."""

    def __init__(self, inner: httpcore2.NetworkStream) -> None:
        self.inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, within the deadline."""
        return self.inner.read(max_bytes, left(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write piece by piece, each within what is left: a server that takes a byte at a time cannot hold us."""
        sock = self.inner.get_extra_info("socket")
        view = memoryview(buffer)
        while view:
            sock.settimeout(left(timeout, httpcore2.WriteTimeout))
            try:
                view = view[sock.send(view) :]
            except TimeoutError as trouble:
                raise httpcore2.WriteTimeout(str(trouble)) from trouble
            except OSError as trouble:
                raise httpcore2.WriteError(str(trouble)) from trouble

    def close(self) -> None:
        """Close the connection."""
        self.inner.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Secure the connection, within the deadline."""
        return Stream(self.inner.start_tls(ssl_context, server_hostname, left(timeout, httpcore2.ConnectTimeout)))

    def get_extra_info(self, info: str) -> Any:
        """What the pool asks about the socket."""
        return self.inner.get_extra_info(info)


class Backend(httpcore2.NetworkBackend):
    """Connects to public addresses only, unless private ones are allowed; the address looked at is the one that is called."""

    def __init__(self, private_ok: bool) -> None:
        self.private_ok = private_ok
        self.plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Try the host's addresses one after another."""
        found = addresses(host, port, timeout)
        if not self.private_ok and not all(is_public(one) for one in found):
            raise Refused(PRIVATE, host=host)
        trouble: Exception = httpcore2.ConnectError("no address")
        for one in found:
            try:
                step = left(timeout, httpcore2.ConnectTimeout)
                return Stream(self.plain.connect_tcp(one, port, step, local_address, socket_options))
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                trouble = error
        raise trouble
