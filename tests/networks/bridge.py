"""Leads the calls of the adapters to the desk's own test client: the practice network without a socket."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import httpx2
from django.http.response import HttpResponseBase
from django.test import Client

from theke.networks import net
from theke.networks.base import Account
from theke.practice.models import PracticeAccount

ADDRESS = "http://localhost:8000"


def answer(request: httpx2.Request) -> httpx2.Response:
    """Let the desk answer a call. Raises ReadError where the practice network loses the answer."""
    kind = request.headers.get("content-type", "application/octet-stream")
    headers = {"Authorization": request.headers.get("authorization", "")}
    path = request.url.raw_path.decode()
    got: HttpResponseBase = Client().generic(request.method, path, request.read(), kind, headers=headers)
    try:
        body = b"".join(got)
    except ConnectionAbortedError as lost:
        raise httpx2.ReadError("lost", request=request) from lost
    return httpx2.Response(got.status_code, headers=dict(got.items()), content=body)


@contextmanager
def practice_network() -> Iterator[None]:
    """Inside this block the practice network answers every call."""
    with net.use_transport(answer):
        yield


def account_for(practice: PracticeAccount) -> Account:
    """How the adapter sees a practice account."""
    return replace(Account(ADDRESS, str(practice.pk), {"token": practice.new_token()}), private_ok=True)
