"""Finding a site from what a person types, and what can be wrong with it."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx2
import pytest

from theke.networks import net
from theke.networks.base import Account, BadField, Connected, GoTo
from theke.networks.wordpress import connect
from theke.networks.wordpress.discovery import Site, address_of, discover

HTTPS = "https://bib.example"
SIGN_IN = f"{HTTPS}/blog/wp-admin/authorize-application.php"
WAYS = {"application-passwords": {"endpoints": {"authorization": SIGN_IN}}}
ROOT = {"name": "Blog", "home": f"{HTTPS}/blog", "namespaces": ["oembed/1.0", "wp/v2"], "authentication": WAYS}
ME = {"id": 2, "capabilities": {"publish_posts": True}}
Answers = dict[str, httpx2.Response]


def page(body: str = "<html>", link: str = "", status: int = 200) -> httpx2.Response:
    headers = {"content-type": "text/html"} | ({"link": link} if link else {})
    return httpx2.Response(status, headers=headers, text=body)


def told(data: Any, status: int = 200) -> httpx2.Response:
    return httpx2.Response(status, json=data)


def site_with(answers: Answers) -> Callable[[httpx2.Request], httpx2.Response]:
    def handle(request: httpx2.Request) -> httpx2.Response:
        address = str(request.url).split("?context")[0]
        found = answers.get(address)
        if found is None:
            return page(status=404)
        if found.status_code == 0:
            raise httpx2.ConnectError("refused", request=request)
        return httpx2.Response(found.status_code, headers=found.headers, content=found.content)

    return handle


def found(typed: str, answers: Answers) -> Site:
    with net.use_transport(site_with(answers)):
        return discover(Account(""), typed)


def refused(typed: str, answers: Answers) -> str:
    with net.use_transport(site_with(answers)), pytest.raises(BadField) as caught:
        connect.look(Account(""), {"address": typed})
    assert caught.value.field == "address"
    return str(caught.value)


HEADER = f'<{HTTPS}/blog/wp-json/>; rel="https://api.w.org/", <{HTTPS}/?p=1>; rel=shortlink'
IN_HTML = f'<html lang="de-DE"><head><link rel="https://api.w.org/" href="{HTTPS}/blog/wp-json/" /></head>'
PLAIN = f"{HTTPS}/blog/?rest_route=/"


@pytest.mark.parametrize(
    ("typed", "answers", "root"),
    [
        ("bib.example", {f"{HTTPS}": page(link=HEADER), f"{HTTPS}/blog/wp-json/": told(ROOT)}, "/blog/wp-json"),
        ("http://bib.example/blog/", {f"{HTTPS}/blog/": page(IN_HTML), f"{HTTPS}/blog/wp-json/": told(ROOT)}, "/blog/wp-json"),
        ("bib.example/blog", {f"{HTTPS}/blog/wp-json/": told(ROOT)}, "/blog/wp-json"),
        ("bib.example/blog/2026/11/x/", {f"{HTTPS}/blog/wp-json/": told(ROOT)}, "/blog/wp-json"),
        ("bib.example/blog", {PLAIN: told(ROOT)}, "/blog/?rest_route="),
        (f"{HTTPS}/blog/api", {f"{HTTPS}/blog/api": told(ROOT)}, "/blog/api"),
        (
            "bib.example",
            {HTTPS: page(link=HEADER.replace("https://bib", "http://bib")), f"{HTTPS}/blog/wp-json/": told(ROOT)},
            "/blog/wp-json",
        ),
        (
            "bib.example",
            {HTTPS: page("no", HEADER, 403), f"{HTTPS}/blog/wp-json/": httpx2.Response(200, text=f"<b>Notice</b>\n{json.dumps(ROOT)}")},
            "/blog/wp-json",
        ),
    ],
)  # fmt: skip
def test_the_interface_is_found(typed: str, answers: Answers, root: str) -> None:
    site = found(typed, answers)
    assert (site.root, site.home, site.sign_in) == (HTTPS + root, f"{HTTPS}/blog", SIGN_IN)


def test_the_language_of_the_site_is_read_from_its_page() -> None:
    assert found(HTTPS, {HTTPS: page(IN_HTML), f"{HTTPS}/blog/wp-json/": told(ROOT)}).lang == "de-DE"


def test_an_interface_for_members_only_is_wordpress_too() -> None:
    closed = told({"code": "rest_login_required", "message": "Members only."}, 401)
    site = found("bib.example/blog", {f"{HTTPS}/blog/wp-json/": closed})
    assert site.sign_in == SIGN_IN


@pytest.mark.parametrize(
    ("typed", "answers", "words"),
    [
        ("hafen.wordpress.com", {}, "hosted by WordPress.com"),
        (HTTPS, {HTTPS: page(link='<https://public-api.wordpress.com/wp/v2/sites/1/>; rel="https://api.w.org/"')}, "hosted by"),
        (HTTPS, {HTTPS: httpx2.Response(0)}, "cannot be reached by https"),
        (HTTPS, {HTTPS: page()}, "does not answer like WordPress"),
        (HTTPS, {f"{HTTPS}/wp-json/": told({"namespaces": ["other/v1"]})}, "does not answer like WordPress"),
        (HTTPS, {f"{HTTPS}/wp-json/": told(ROOT | {"authentication": []})}, "switched off on bib.example"),
        ("two words", {}, "not the address"),
        ("ftp://bib.example", {}, "not the address"),
        ("bib.example:99999999", {}, "not the address"),
    ],
)
def test_what_is_wrong_is_told_at_the_first_question(typed: str, answers: Answers, words: str) -> None:
    assert words in refused(typed, answers)


def test_an_address_keeps_its_folder() -> None:
    assert address_of(" bib.example/hafen/#top ") == "https://bib.example/hafen/"


def begun(form: dict[str, str], me: httpx2.Response | None = None, back: str = "https://theke.example/back") -> Any:
    answers = {f"{HTTPS}/blog/wp-json/": told(ROOT), f"{HTTPS}/blog/wp-json/wp/v2/users/me": me or told(ME)}
    with net.use_transport(site_with(answers)):
        return connect.begin(Account(""), {"address": "bib.example/blog"} | form, back)


def test_the_person_is_sent_to_the_blogs_own_page() -> None:
    got = begun({})
    assert isinstance(got, GoTo)
    query = dict(parse_qsl(urlsplit(got.url).query))
    assert query["app_name"] == "Theke"
    assert query["success_url"] == query["reject_url"] == f"https://theke.example/back?state={got.pending['state']}"
    assert query["app_id"] == dict(parse_qsl(urlsplit(begun({}).url).query))["app_id"]


def test_a_pasted_password_connects() -> None:
    got = begun({"user": "hafen", "password": "abcd EFGH 1234"})
    assert isinstance(got, Connected)
    assert (got.address, got.remote_id) == (f"{HTTPS}/blog/wp-json", "bib.example/blog#2")
    assert got.secret == {"password": "abcd EFGH 1234"}
    assert "abcd" not in repr(got)


PASTED = {"user": "hafen", "password": "abcd EFGH"}


@pytest.mark.parametrize(
    ("form", "me", "field", "words"),
    [
        ({"user": "hafen"}, None, "password", "needed together"),
        ({"password": "abcd"}, None, "user", "needed together"),
        (PASTED, told({"code": "incorrect_password"}, 401), "password", "does not know this user name"),
        (PASTED, told({"code": "rest_not_logged_in"}, 401), "password", "CGIPassAuth On"),
        (PASTED, told({"code": "application_passwords_disabled"}, 401), "password", "switched off"),
        (PASTED, told({"id": 2, "capabilities": {"edit_posts": True}}), "user", "needs at least the role “Author”"),
    ],
)
def test_what_is_wrong_with_a_password_is_told_where_it_is_asked(
    form: dict[str, str], me: httpx2.Response | None, field: str, words: str
) -> None:
    with pytest.raises(BadField, match=words) as caught:
        begun(form, me)
    assert caught.value.field == field


def test_a_desk_without_https_says_that_a_password_must_be_pasted() -> None:
    with pytest.raises(BadField, match="no address with https"):
        begun({}, back="http://theke.example/back")
