"""Every kind of page that can be reached by links: no axe violation, no overflow at 320 px, nothing said on the console."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import WIDTHS, page_of
from tests.journeys.walking import OF_COLOUR, RULES, Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey

PUBLIC = ("/sign-in/", "/password/", "/w/seeborn/", "/w/sjoby/", "/w/seeborn/branch/hafen/", "/no-such-page/")
NO_PAGE = re.compile(r"\.(atom|json|jpg|png|webp|ics)$|/m/|/static/|/sign-out/|^/w/")
ENOUGH = 60
NARROW = 320
WIDE = """() => [...document.querySelectorAll('main *')].filter(one => one.getBoundingClientRect().right > innerWidth)
    .slice(-3).map(one => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 60)}`)"""
"""The innermost of what stands out."""
MANAGER = "maria.sander@seeborn.example"


def kind_of(path: str) -> str:
    """The address with its keys taken out: one page of each kind is enough."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\b\d+\b", "*", path)


FOUND: dict[str, list[str]] = {}
"""What was found, by whom: the desk of the journeys is one for all of them."""


def pages_of(walk: Walker, who: str) -> list[str]:
    """One address of each kind, found by following links from Today; looked for once for each person."""
    if who not in FOUND:
        FOUND[who] = _followed(walk)
    return FOUND[who]


def _followed(walk: Walker) -> list[str]:
    found, waiting = {"/": "/"}, ["/"]
    while waiting and len(found) < ENOUGH:
        walk.go(waiting.pop(0))
        for link in walk.page.eval_on_selector_all("a[href]", "links => links.map(a => a.href)"):
            parts = urlsplit(link)
            if f"{parts.scheme}://{parts.netloc}" != walk.base or NO_PAGE.search(parts.path):
                continue
            if kind_of(parts.path) not in found:
                found[kind_of(parts.path)] = parts.path
                waiting.append(parts.path)
    return sorted(found.values())


def look_at(walk: Walker, path: str) -> Iterator[str]:
    """What is wrong with a page, at both widths and in both themes; it is loaded once in each, then the theme changes in place."""
    for width, themes in zip(WIDTHS.values(), (("light", "dark"), ("dark", "light")), strict=True):
        walk.page.set_viewport_size(width)  # type: ignore[arg-type]
        walk.page.emulate_media(color_scheme=themes[0])  # type: ignore[arg-type]
        walk.go(path)
        for theme, rules in zip(themes, (RULES, OF_COLOUR), strict=True):
            walk.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            yield from (f"{path} {width['width']} {theme}: {fault}" for fault in walk.axe(rules=rules))
    walk.page.set_viewport_size({"width": NARROW, "height": 700})
    if (over := walk.overflow()) > 0:
        yield f"{path}: {over} px too wide at {NARROW}: {walk.page.evaluate(WIDE)}"


@pytest.mark.usefixtures("fediverse")
def test_every_page_of_the_desk(browser: Browser, desk: Desk) -> None:
    page = page_of(browser)
    walk = Walker(page, desk.url, "desk")
    walk.sign_in(MANAGER)
    paths = pages_of(walk, MANAGER)
    assert len(paths) > 20, paths  # the crawl has power: it found the desk
    faults = [fault for path in paths for fault in look_at(walk, path)]
    page.context.close()
    assert not faults, "\n".join(faults)
    assert not walk.complaints, walk.complaints


def test_every_public_page(browser: Browser, desk: Desk) -> None:
    page = page_of(browser)
    walk = Walker(page, desk.url, "desk")
    faults = [fault for path in PUBLIC for fault in look_at(walk, path)]
    page.context.close()
    assert not faults, "\n".join(faults)


def test_axe_sees_a_fault_when_there_is_one(browser: Browser, desk: Desk) -> None:
    """The control: a page spoilt on purpose is found out."""
    page = page_of(browser)
    walk = Walker(page, desk.url, "desk")
    walk.go("/sign-in/")
    page.evaluate("document.querySelectorAll('label').forEach(label => label.remove())")
    assert walk.axe()
    page.context.close()


@pytest.mark.parametrize("path", ["/w/seeborn/", "/w/sjoby/"])
def test_public_pages_ask_nobody_else_and_set_nothing(browser: Browser, desk: Desk, path: str) -> None:
    page = page_of(browser)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(desk.url + path)
    assert all(url.startswith(desk.url) for url in asked), asked
    assert page.context.cookies() == []
    assert page.evaluate("document.scripts.length") == 0
    page.context.close()
