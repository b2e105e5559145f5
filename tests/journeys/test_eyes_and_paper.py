"""Large text, narrow windows, forced colours, and paper: the pages for whoever needs them differently."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import page_of
from tests.journeys.test_every_page import NARROW, pages_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey

MANAGER = {"de": "maria.sander@seeborn.example", "sv": "elin.strom@sjoby.example"}
MAIN = (
    "/",
    "/write/",
    "/calendar/",
    "/calendar/month/",
    "/calendar/list/",
    "/posts/?show=published&of=all",
    "/inbox/",
    "/media/",
)
MORE = (
    "/channels/",
    "/colleagues/",
    "/inbox/replies/",
    "/history/",
    "/guideline/",
    "/closings/",
    "/absences/",
    "/write/words/",
)
TWICE = {"standard": 32, "fixed": 26}
"""The browser's own text size, twice the usual 16 and 13."""
CUT = """() => [...document.querySelectorAll('main *, .rail *, .bar *')].filter(one => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect()
    if (box.width <= 1 || one.matches('input, textarea, select') || one.closest('.vh, svg, dialog')) return false
    const shut = way => ['hidden', 'clip'].includes(way)
    return shut(style.overflowX) && one.scrollWidth > one.clientWidth + 2 && style.textOverflow !== 'ellipsis'
        || shut(style.overflowY) && one.scrollHeight > one.clientHeight + 4 && style.webkitLineClamp === 'none'
}).map(one => `${one.tagName}.${one.className} ${one.scrollWidth}>${one.clientWidth}`).slice(0, 4)"""
FAINT = """() => {
    const light = colour => {
        const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map(c => c / 255)
        const [r, g, b] = parts.map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
        return .2126 * r + .7152 * g + .0722 * b
    }
    return [...document.querySelectorAll('[aria-current], [aria-selected="true"], [aria-pressed="true"]')].filter(one => {
        const style = getComputedStyle(one)
        if (!one.checkVisibility() || style.forcedColorAdjust !== 'none') return false
        const [more, less] = [light(style.color), light(style.backgroundColor)].sort((a, b) => b - a)
        return (more + .05) / (less + .05) < 4.5
    }).map(one => one.outerHTML.slice(0, 120))
}"""
MARKED = "main .tabs > [aria-current], main .tabs > [aria-selected=true], .nav a[aria-current]"


@pytest.fixture(params=["de", "sv"])
def manager(request: pytest.FixtureRequest, browser: Browser, desk: Desk) -> Iterator[Walker]:
    """Somebody who sees every page, in German and in Swedish."""
    page = page_of(browser)
    walk = Walker(page, desk.url, "desk")
    walk.sign_in(MANAGER[request.param])
    yield walk
    page.context.close()


def misfits(walk: Walker, path: str) -> list[str]:
    """What stands out of the window or is cut off."""
    walk.go(path)
    found = [f"{path}: {over} px too wide"] if (over := walk.overflow()) > 0 else []
    return found + [f"{path}: {one} is cut off" for one in walk.page.evaluate(CUT)]


def enlarge(page: Page) -> None:
    """As the browser's own settings do."""
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": TWICE})


def test_text_of_twice_the_size_fits(manager: Walker) -> None:
    """WCAG 1.4.4, and nothing is lost at it: 200 % text at 1280 px."""
    paths = pages_of(manager, manager.who)
    manager.page.set_viewport_size({"width": 1280, "height": 900})
    enlarge(manager.page)
    manager.go("/")
    assert manager.page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 32
    assert (found := [fault for path in paths for fault in misfits(manager, path)]) == [], "\n".join(found)


def test_the_narrowest_window_cuts_nothing_off(manager: Walker) -> None:
    """WCAG 1.4.10: 320 px, the same as 400 % at 1280."""
    paths = pages_of(manager, manager.who)
    manager.page.set_viewport_size({"width": NARROW, "height": 700})
    assert (found := [fault for path in paths for fault in misfits(manager, path)]) == [], "\n".join(found)


def test_what_is_cut_off_is_found(manager: Walker) -> None:
    """The control: a box too small for its words."""
    manager.go("/")
    manager.page.evaluate("Object.assign(document.querySelector('h1').style, {overflow: 'hidden', height: '4px'})")
    assert manager.page.evaluate(CUT)


def test_a_page_is_printed_without_its_frame(manager: Walker) -> None:
    """What stands on paper is what the page is about: no rail, no bar, no button."""
    for path in MAIN[:1] + MAIN[2:] + MORE:
        manager.page.emulate_media(media="screen")
        manager.go(path)
        rail = manager.page.locator(".rail").inner_text().split("\n")
        title = manager.page.locator("main h1").first.inner_text()
        manager.page.emulate_media(media="print")
        paper = manager.page.locator("body").inner_text()
        assert title in paper, path
        assert (
            manager.page.locator(".rail, .bar, .skip, main .btn, main button, dialog").locator("visible=true").count() == 0
        ), path
        assert rail[-1] not in paper.split("\n"), path
        assert manager.page.pdf().startswith(b"%PDF"), path


@pytest.mark.parametrize("path", ["/colleagues/", "/history/", "/posts/?show=published&of=all", "/guideline/"])
def test_a_long_list_begins_below_its_heading(manager: Walker, path: str) -> None:
    """A panel taller than a page would leave the first one empty, were it kept together."""
    manager.go(path)
    manager.page.emulate_media(media="print")
    kept = manager.page.eval_on_selector_all("main .panel", "all => all.map(one => getComputedStyle(one).breakInside)")
    assert set(kept) <= {"auto"}, path


@pytest.mark.parametrize("width", [1440, 390])
def test_what_is_chosen_can_be_seen_in_forced_colours(manager: Walker, width: int) -> None:
    """High contrast of the system: tabs, places and choices keep a mark that can be read."""
    manager.page.set_viewport_size({"width": width, "height": 900})
    manager.page.emulate_media(forced_colors="active")
    for path in (*MAIN, *MORE, "/settings/"):
        manager.go(path)
        assert manager.page.evaluate(FAINT) == [], path
        for mark in manager.page.locator(MARKED).locator("visible=true").all():
            assert mark.evaluate("one => getComputedStyle(one).forcedColorAdjust") == "none", path
