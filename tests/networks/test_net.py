"""The line to the world against a real small server that behaves as badly as one can."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import httpx2
import pytest

from theke.networks import net
from theke.networks.base import Account, Exchange, Later, NetworkError, NotSent, Reconnect, Refused, Unsure
from theke.networks.judging import Answer, Rejected, SignInRefused, judge, wait_of
from theke.networks.wire import is_public

Behaviour = Callable[[socket.socket], None]
DEADLINE = 0.6
SECRET = "a-token-that-nobody-may-see"


@dataclass
class Server:
    """Accepts on a free port of loopback and lets `behave` deal with each connection."""

    behave: Behaviour
    listener: socket.socket = field(init=False)
    accepted: int = 0

    def __post_init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _address = self.listener.accept()
            except OSError:
                return
            self.accepted += 1
            threading.Thread(target=self._one, args=(connection,), daemon=True).start()

    def _one(self, connection: socket.socket) -> None:
        with connection:
            try:
                connection.settimeout(5)
                self.behave(connection)
            except OSError:
                pass

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"


@pytest.fixture
def serve() -> Iterator[Callable[[Behaviour], Account]]:
    servers: list[Server] = []

    def start(behave: Behaviour) -> Account:
        servers.append(Server(behave))
        return Account(servers[-1].address, private_ok=True, deadline=DEADLINE, secret={"token": SECRET})

    yield start
    for server in servers:
        server.listener.close()


def read_request(connection: socket.socket) -> bytes:
    got = b""
    while b"\r\n\r\n" not in got:
        piece = connection.recv(65536)
        if not piece:
            return got
        got += piece
    return got


def answering(raw: bytes) -> Behaviour:
    def behave(connection: socket.socket) -> None:
        while read_request(connection):
            connection.sendall(raw)

    return behave


def plain(status: str, body: bytes, *headers: str) -> bytes:
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def silent(connection: socket.socket) -> None:
    read_request(connection)
    time.sleep(3)


def dripping(connection: socket.socket) -> None:
    read_request(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _byte in range(100):
        connection.sendall(b"x")
        time.sleep(0.05)


def dripping_headers(connection: socket.socket) -> None:
    read_request(connection)
    for byte in b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"y" * 200:
        connection.sendall(bytes([byte]))
        time.sleep(0.05)


def deaf(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    for _sip in range(100):
        connection.recv(1000)
        time.sleep(0.05)


def resetting(connection: socket.socket) -> None:
    read_request(connection)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


def cut_short(connection: socket.socket) -> None:
    read_request(connection)
    connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"id": ')


def junk(connection: socket.socket) -> None:
    read_request(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n")
    for _piece in range(100):
        connection.sendall(b"j" * 100_000)


@pytest.mark.parametrize("behave", [silent, dripping, dripping_headers, resetting, cut_short])
def test_no_clear_answer_is_a_doubt_after_a_write_and_a_wait_after_a_read(
    serve: Callable[[Behaviour], Account], behave: Behaviour
) -> None:
    account = serve(behave)
    for act, error in ((net.post, Unsure), (net.get, Later)):
        began = time.monotonic()
        with pytest.raises(error):
            act(account, "/").json()
        assert time.monotonic() - began < DEADLINE + 0.5


def test_a_server_that_does_not_listen_ends_a_large_upload_at_the_deadline(serve: Callable[[Behaviour], Account]) -> None:
    account, began = serve(deaf), time.monotonic()
    with pytest.raises(Unsure):
        net.post(account, "/", files=(net.File("file", "a.jpg", "image/jpeg", b"x" * 20_000_000),))
    assert time.monotonic() - began < DEADLINE + 0.5


def test_ten_megabytes_of_junk_are_cut_off(serve: Callable[[Behaviour], Account]) -> None:
    account = replace(serve(junk), deadline=5)
    with pytest.raises(Unsure):
        net.post(account, "/").json()
    assert len(net.get(account, "/").body) == net.LARGEST_ANSWER


def test_nobody_there_means_not_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    account = Account(f"http://127.0.0.1:{port}", private_ok=True)
    with pytest.raises(NotSent) as caught:
        net.post(account, "/")
    assert not isinstance(caught.value, Later)


def test_a_name_that_does_not_exist_means_not_sent() -> None:
    with pytest.raises(NotSent):
        net.post(Account("http://nowhere.invalid", private_ok=True, deadline=5), "/")


def test_a_server_without_encryption_behind_https_means_not_sent(serve: Callable[[Behaviour], Account]) -> None:
    account = serve(answering(plain("200 OK", b"{}")))
    with pytest.raises(NotSent):
        net.post(replace(account, address=account.address.replace("http:", "https:")), "/")


@pytest.mark.parametrize(
    "address",
    [
        "https://127.0.0.1",
        "https://localhost",
        "https://10.0.0.1",
        "https://[::1]",
        "https://169.254.169.254",
        "https://0.0.0.0",
    ],
)
def test_private_addresses_are_not_called_unless_allowed(address: str) -> None:
    with pytest.raises(Refused):
        net.get(Account(address, deadline=2), "/")


def test_a_connection_made_for_a_trusted_account_is_not_lent_to_another(serve: Callable[[Behaviour], Account]) -> None:
    account = serve(answering(plain("200 OK", b"{}")))
    net.get(account, "/")
    with pytest.raises(Refused):
        net.get(replace(account, private_ok=False), "/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
    ],
)
def test_addresses_are_judged_by_what_they_lead_to(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_one_connection_serves_many_calls(serve: Callable[[Behaviour], Account]) -> None:
    seen: list[int] = []

    def behave(connection: socket.socket) -> None:
        seen.append(1)
        answering(plain("200 OK", b"{}"))(connection)

    account = serve(behave)
    for _call in range(5):
        net.post(account, "/")
    assert len(seen) == 1


def answered(status: int, error: str = "", **headers: str) -> NetworkError:
    """What a write comes to when the server answers like this."""

    def handler(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(status, json={"error": error}, headers=headers)

    with net.use_transport(handler), pytest.raises(NetworkError) as caught:
        net.post(Account("https://bib.example", secret={"token": SECRET}), "/")
    return caught.value


@pytest.mark.parametrize(
    ("status", "error"),
    [
        *(
            (400, Rejected),
            (403, Rejected),
            (404, Rejected),
            (422, Rejected),
            (401, SignInRefused),
            (429, Later),
            (408, Unsure),
        ),
        *((500, Unsure), (502, Unsure), (503, Unsure), (302, Unsure), (303, Unsure), (301, Refused), (308, Refused)),
    ],
)
def test_each_answer_means_one_thing(status: int, error: type[NetworkError]) -> None:
    assert type(answered(status)) is error


def test_a_refused_sign_in_asks_for_a_person() -> None:
    assert isinstance(answered(401), Reconnect)


def test_what_an_address_asks_already_stays() -> None:
    with net.use_transport(lambda request: httpx2.Response(200, json=str(request.url))):
        answer = net.get(Account("https://bib.example/?rest_route="), "/wp/v2/posts", query={"page": 2})
    assert answer.json() == "https://bib.example/?rest_route=%2Fwp%2Fv2%2Fposts&page=2"


def test_a_refusal_says_what_the_server_said_shortened_and_without_the_secret() -> None:
    words = str(answered(422, f"Text is too long. {SECRET} " + "x" * 500))
    assert "Text is too long." in words
    assert SECRET not in words
    assert len(words) < 300


def test_redirects_are_followed_on_reads_only_and_never_carry_the_secret_elsewhere() -> None:
    asked: list[httpx2.Request] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        if request.url.host == "bib.example":
            return httpx2.Response(302, headers={"Location": "https://other.example/b"})
        return httpx2.Response(200, json={"from": request.url.host})

    with net.use_transport(handler):
        account = Account("https://bib.example")
        assert net.get(account, "/a", bearer=SECRET).object() == {"from": "other.example"}
        assert "authorization" in asked[0].headers
        assert "authorization" not in asked[1].headers
        with pytest.raises(Unsure):
            net.post(account, "/a", bearer=SECRET)
    assert len(asked) == 3


def test_a_circle_of_redirects_ends() -> None:
    with net.use_transport(lambda request: httpx2.Response(302, headers={"Location": "/again"})), pytest.raises(NetworkError):
        net.get(Account("https://bib.example"), "/a")


def test_a_redirect_to_plain_http_is_refused() -> None:
    def handler(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(302, headers={"Location": "http://bib.example/"})

    with net.use_transport(handler), pytest.raises(Refused):
        net.get(Account("https://bib.example"), "/a")


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "Thu, 01 Jan 1970 00:30:00 GMT"}, 800),
        ({"x-ratelimit-reset": "1970-01-01T00:18:00Z"}, 80),
        ({"ratelimit-reset": "1000001060"}, 7200),
        ({"retry-after": "999999"}, 7200),
        ({"retry-after": "-5"}, 1),
        ({"retry-after": "soon"}, 60),
        ({"retry-after": "nan"}, 60),
        ({}, 60),
    ],
)
def test_the_wait_is_as_asked_within_reason(headers: dict[str, str], seconds: float) -> None:
    assert wait_of(headers, 1000.0) == seconds


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        (b'{"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 4200}', 4.2),
        (b'{"retry_after_ms": 10}', 1),
        (b'{"retry_after_ms": 99999999}', 7200),
        (b'{"retry_after_ms": 0}', 60),
        (b'{"retry_after_ms": -1}', 60),
        (b'{"retry_after_ms": true}', 60),
        (b'{"retry_after_ms": "soon"}', 60),
        (b'{"retry_after_ms": Infinity}', 60),
        (b'["retry_after_ms"]', 60),
        (b"<html>", 60),
        (b"", 60),
    ],
)
def test_a_wait_that_stands_in_the_body_alone_is_read_there(body: bytes, seconds: float) -> None:
    assert wait_of({}, 1000.0, body) == seconds


def test_a_header_goes_before_the_body() -> None:
    assert wait_of({"retry-after": "7"}, 1000.0, b'{"retry_after_ms": 4200}') == 7


def test_a_429_waits_as_its_body_asks() -> None:
    with pytest.raises(Later) as caught:
        judge(Answer(429, {}, b'{"retry_after_ms": 90000}', host="matrix.example"))
    assert caught.value.again_in == 90


def test_the_journal_holds_the_exchange_without_any_secret() -> None:
    kept: list[Exchange] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={"access_token": "new-token", "echo": SECRET, "id": "1"})

    account = Account("https://bib.example", secret={"token": SECRET}, journal=kept.append)
    with net.use_transport(handler):
        net.post(account, "/t?code=c0de", json={"text": "Hallo", "client_secret": "s3cret"}, bearer=SECRET)
        net.post(account, "/t", form={"password": "p4ss", "name": "x"})
        net.post(account, "/t", files=(net.File("f", "a.jpg", "image/jpeg", b"\xff" * 5000),))
    written = str(kept)
    assert not [s for s in (SECRET, "new-token", "s3cret", "c0de", "p4ss", "\\xff") if s in written]
    assert "Hallo" in kept[0].sent
    assert (kept[0].method, kept[0].status) == ("POST", 200)
    assert max(len(k.received) for k in kept) < 5000


def test_the_log_holds_no_secret_however_much_it_says(
    serve: Callable[[Behaviour], Account], caplog: pytest.LogCaptureFixture
) -> None:
    account = serve(answering(plain("200 OK", b"{}")))
    with caplog.at_level("DEBUG"):
        net.post(account, "/t?code=c0de", form={"client_secret": SECRET}, bearer=SECRET)
    assert "send_request_headers" in caplog.text
    assert SECRET not in caplog.text
    assert "c0de" not in caplog.text


def test_what_went_wrong_is_in_the_journal_too() -> None:
    kept: list[Exchange] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ReadTimeout("slow", request=request)

    with net.use_transport(handler), pytest.raises(Unsure):
        net.post(Account("https://bib.example", journal=kept.append), "/t")
    assert (kept[0].status, kept[0].trouble) == (None, "ReadTimeout")


@pytest.mark.parametrize("path", ["http://[", "https://bib.example:99999999/", "https:///x"])
def test_an_address_that_is_none_is_refused(path: str) -> None:
    with pytest.raises((Refused, NotSent)):
        net.get(Account(""), path)
