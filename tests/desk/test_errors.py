"""What a page says when nothing can be written: B42, and the part of issue 2 on faults."""

import errno

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from theke.desk.views.errors import AWAY, BUSY, FULL, server_error, standstill

TEXT = "Am Samstag wird vorgelesen. " * 5


def answer_to(trouble: Exception, **headers: str) -> HttpResponse:
    request = RequestFactory().post("/write/", {"text": TEXT, "revision": "3"}, headers=headers)
    try:
        raise trouble
    except type(trouble):
        return server_error(request)


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (OperationalError("database is locked"), BUSY),
        (OperationalError("database or disk is full"), FULL),
        (OperationalError("disk I/O error"), FULL),
        (OSError(errno.ENOSPC, "No space left on device"), FULL),
        (OperationalError("connection refused"), AWAY),
        (OSError(errno.EPERM, "Not permitted"), ""),
        (ValueError("locked"), ""),
        (None, ""),
    ],
)
def test_a_database_or_disk_that_takes_nothing_is_told_from_a_mistake(trouble: Exception | None, words: str) -> None:
    assert standstill(trouble) == words


def test_what_was_typed_comes_back_with_the_reason() -> None:
    page = answer_to(OperationalError("database is locked"))
    said = page.content.decode()
    assert (page.status_code, page["Retry-After"]) == (503, "60")
    assert TEXT in said
    assert 'name="revision" value="3"' in said
    assert "csrfmiddlewaretoken" in said


def test_a_script_gets_the_plain_reason() -> None:
    page = answer_to(OSError(errno.ENOSPC, "No space left on device"), HX_Request="true")
    assert (page.status_code, page["Content-Type"]) == (503, "text/plain; charset=utf-8")


def test_a_mistake_of_ours_stays_one() -> None:
    page = answer_to(ValueError("slip"))
    assert page.status_code == 500
    assert TEXT not in page.content.decode()
