"""A browser, a desk with the demo library, and people who sign in."""

import contextlib
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.journeys.smallness import MOST_MB, arenas, size_at_rest
from tests.journeys.walking import Walker, connect_mastodon
from tests.missing import missing
from tests.servers import chromium
from tests.servers.desk import Desk, running
from tests.servers.mastodon import Mastodon, is_there
from tests.servers.mastodon import running as serving

PATIENCE = 15_000
"""Milliseconds for an action and for what is expected of a page: two browsers and two desks share the machine."""
expect.set_options(timeout=PATIENCE)
PAGES: list[Page] = []
PICTURES = Path(__file__).resolve().parents[2] / ".test" / "journeys"
WIDTHS = {"desk": {"width": 1440, "height": 960}, "phone": {"width": 390, "height": 844}}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    found = chromium.path()
    if found is None:
        missing("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=chromium.QUIET)
        yield started
        started.close()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The demo library; the public keeps quiet so that nothing changes by itself. After all journeys it is still small."""
    with running(tmp_path_factory.mktemp("demo"), "demo", "--quiet-public", THEKE_COLLECT_SECONDS="6") as started:
        yield started
        size = size_at_rest(started)
        print(f"the desk takes {size:.0f} MB after its journeys")  # noqa: T201 -- a figure of the run
        assert size <= MOST_MB, f"{size:.0f} MB"
        assert arenas(started) <= 2


@pytest.fixture(scope="session")
def fediverse(tmp_path_factory: pytest.TempPathFactory, browser: Browser, desk: Desk) -> Iterator[Mastodon]:
    """A Mastodon server with an account that the demo library has connected as its channel "Fediverse"."""
    if not is_there():
        missing("mastodon-mock")
    with serving(tmp_path_factory.mktemp("fediverse")) as server:
        page = page_of(browser)
        walk = Walker(page, desk.url, "desk")
        walk.sign_in("maria.sander@seeborn.example")
        connect_mastodon(walk, server)
        page.context.close()
        yield server


@pytest.fixture(scope="module")
def empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk just installed."""
    with running(tmp_path_factory.mktemp("empty"), "run") as started:
        yield started


def page_of(browser: Browser, width: str = "desk", theme: str = "light", locale: str = "de-DE") -> Page:
    """A page in a fresh context; its console must stay silent."""
    context = browser.new_context(
        viewport=WIDTHS[width],  # type: ignore[arg-type]
        color_scheme="dark" if theme == "dark" else "light",
        locale=locale,
        has_touch=width == "phone",
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    PAGES.append(context.new_page())
    return PAGES[-1]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A journey that fails leaves a picture of where it stood."""
    report = yield
    if report.when == "call" and report.failed and PAGES and not PAGES[-1].is_closed():
        PICTURES.mkdir(parents=True, exist_ok=True)
        place = PICTURES / f"{item.name}.png"
        with contextlib.suppress(PlaywrightError):  # a page that no longer paints must not end the whole run
            PAGES[-1].screenshot(path=place, full_page=True, timeout=5_000)
        report.sections.append(("where it stood", f"{PAGES[-1].url}, {place}"))
    return report


@pytest.fixture(params=["desk", "phone"])
def walker(request: pytest.FixtureRequest, browser: Browser, desk: Desk) -> Iterator[Walker]:
    """Someone at an office PC, and someone with a phone."""
    page = page_of(browser, request.param)
    walk = Walker(page, desk.url, request.param)
    yield walk
    page.context.close()
    assert not walk.complaints, walk.complaints
