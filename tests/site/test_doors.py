"""Every view wears a mark; what is public is known by name."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from tests.people import Cast
from theke.people.access import ABILITIES, public
from theke.people.middleware import DoorMiddleware

PUBLIC = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "people:invitation",
    "people:welcome",
    "desk:language",
    "desk:theme",
    "desk:set_up",
    "desk:set_up_step",
    "desk:robots",
    "calendar:feed",
    "media:lent",
    "media:public",
    "people:look",
    "wall:accessibility",
    "wall:library",
    "wall:branch",
    "wall:post",
    "wall:atom",
    "wall:json",
}
"""Open to everyone. The practice network's API is open too: its own tokens guard it."""
PUBLIC_PREFIXES = ("practice/api/", "practice/pictures/")


def views(
    resolver: URLResolver | None = None, space: str = "", path: str = ""
) -> Iterator[tuple[str, str, Callable[..., Any]]]:
    for one in (resolver or get_resolver()).url_patterns:
        here = path + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from views(one, f"{one.namespace}:" if one.namespace else space, here)
        elif isinstance(one, URLPattern):
            yield f"{space}{one.name}", here, one.callback


ALL = list(views())


def test_the_walk_finds_the_pages() -> None:
    assert {"today", "account_login", "people:profile", "wall:post"} <= {name for name, _path, _view in ALL}


@pytest.mark.parametrize(("name", "path", "view"), ALL, ids=[f"{name} {path}" for name, path, _view in ALL])
def test_every_view_wears_a_mark(name: str, path: str, view: Callable[..., Any]) -> None:
    if getattr(view, "is_public", False):
        assert name in PUBLIC or path.startswith(PUBLIC_PREFIXES), f"{name} at {path} is public and not on the list"
        assert not hasattr(view, "ability")
    else:
        assert getattr(view, "ability", None) in ABILITIES, f"{name} at {path} wears no mark"


def test_a_view_without_a_mark_is_an_error_not_a_hole() -> None:
    door = DoorMiddleware(lambda request: HttpResponse())

    def bare(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    with pytest.raises(ImproperlyConfigured):
        door.process_view(RequestFactory().get("/"), bare, [], {})
    assert door.process_view(RequestFactory().get("/"), public(bare), [], {}) is None


def test_signed_out_nothing_but_the_public_opens(client: Client, people: Cast) -> None:
    """Every page without arguments that is not public leads to sign-in."""
    for name, path, view in ALL:
        if "<" in path or "(" in path or getattr(view, "is_public", False):
            continue
        answer = client.get(f"/{path}")
        assert answer.status_code == 302 and "/sign-in/" in answer.headers["Location"], name
